// SPDX-License-Identifier: MIT
#pragma once

/// A board of kpi.h that owns its memory, which is neither larger than it has to be nor clean.

#include "kpi.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <utility>
#include <vector>

namespace kpi::test {

class chosen_board {
public:
    explicit chosen_board(const kpi_definition &definition) : definition_{definition} { create(); }
    chosen_board(const std::vector<std::string> &names) : names_{names} {
        for (const std::string &name : names_)
            pointers_.push_back(name.c_str());
        definition_ = {pointers_.data(), pointers_.size(), nullptr, 0, nullptr};
        create();
    }
    chosen_board(std::initializer_list<std::string> names) : chosen_board{std::vector<std::string>(names)} {}
    chosen_board(const chosen_board &) = delete;
    chosen_board &operator=(const chosen_board &) = delete;
    ~chosen_board() { ::operator delete(memory_); }

    operator kpi_board *() const { return board_; }

    [[nodiscard]] std::vector<std::byte> bytes() const {
        std::size_t size = 0;
        REQUIRE(kpi_encoded_bound(board_, &size) == KPI_OK);
        std::vector<std::byte> all(size);
        REQUIRE(kpi_encode(board_, all.data(), all.size(), &size) == KPI_OK);
        REQUIRE(size <= all.size());
        all.resize(size);
        return all;
    }
    friend bool operator==(const chosen_board &a, const chosen_board &b) {
        int equal = -1;
        REQUIRE(kpi_equal(a, b, &equal) == KPI_OK);
        return equal == 1;
    }

private:
    void create() {
        std::size_t size = 0;
        REQUIRE(kpi_board_size(&definition_, &size) == KPI_OK);
        memory_ = ::operator new(size);
        std::memset(memory_, 0xa5, size);
        REQUIRE(kpi_board_create(&definition_, memory_, size - 1, &board_) == KPI_TOO_SMALL);
        REQUIRE(kpi_board_create(&definition_, memory_, size, &board_) == KPI_OK);
    }

    std::vector<std::string> names_;
    std::vector<const char *> pointers_;
    kpi_definition definition_{};
    void *memory_{};
    kpi_board *board_{};
};

} // namespace kpi::test
