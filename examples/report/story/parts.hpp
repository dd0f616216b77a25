// SPDX-License-Identifier: MIT
#pragma once

/// Records of one kind of case, each in the part of its case: parts know nothing of one another, so that each
/// is put in order in the cache, and could go to a file, a thread or a machine of its own. Which part that is
/// depends on the case's id alone.

#include <kpi/core/hash.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace report {

template <class Record> class parts {
    static constexpr unsigned bits = 10;
    static constexpr std::size_t smallest = 8, largest = 256; ///< records that get their memory at once

    struct chunk {
        std::unique_ptr<Record[]> records;
        std::size_t used, room;
    };
    using part = std::vector<chunk>;

public:
    static constexpr std::size_t count = std::size_t{1} << bits;

    void add(const Record &r) {
        part &p = all_[kpi::mix(r.of) >> (64 - bits)];
        if (p.empty() || p.back().used == p.back().room) grow(p);
        p.back().records[p.back().used++] = r;
        ++size_;
    }
    [[nodiscard]] std::uint64_t size() const { return size_; }

    /// Puts the records of a part into `into`, in whatever order, and forgets them here.
    void take(std::size_t which, std::vector<Record> &into) {
        into.clear();
        for (chunk &c : all_[which]) {
            into.insert(into.end(), c.records.get(), c.records.get() + c.used);
            size_ -= c.used;
            c.records.reset();
        }
        all_[which] = part{};
    }
    /// Looks at the records of a part where they are.
    void look_at(std::size_t which, auto &&f) const {
        for (const chunk &c : all_[which])
            for (std::size_t i = 0; i < c.used; ++i)
                f(c.records[i]);
    }

private:
    static void grow(part &p) {
        const std::size_t room = p.empty() ? smallest : std::min(largest, p.back().room * 2);
        p.push_back({std::make_unique_for_overwrite<Record[]>(room), 0, room});
    }

    std::vector<part> all_{count};
    std::uint64_t size_{};
};

} // namespace report
