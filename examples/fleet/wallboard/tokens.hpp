// SPDX-License-Identifier: MIT
#pragma once

/// Who may do what: a file with a line ROLE TOKEN for each, where the role is read or write. Each token may
/// send so many rows a second.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <memory>
#include <mutex>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fleet::wallboard {

enum class role : std::uint8_t { read, write };

/// A bucket of rows that fills up again, to as much as a second brings.
class allowance {
public:
    explicit allowance(double rows_a_second) : rate_{rows_a_second}, left_{rows_a_second} {}

    /// Whether so many rows may come now. One batch may overdraw it: the next ones must wait.
    [[nodiscard]] bool take(std::size_t rows) {
        const std::lock_guard lock{mutex_};
        const auto now = clock::now();
        left_ = std::min(rate_, left_ + rate_ * std::chrono::duration<double>(now - filled_).count());
        filled_ = now;
        if (left_ <= 0) return false;
        left_ -= static_cast<double>(rows);
        return true;
    }

private:
    using clock = std::chrono::steady_clock;
    std::mutex mutex_{};
    double rate_, left_;
    clock::time_point filled_{clock::now()};
};

class token_list {
public:
    struct holder {
        role may{};
        std::string token{};
        std::unique_ptr<allowance> rows{};
    };

    token_list(const std::string &path, double rows_a_second) {
        std::ifstream file{path};
        if (!file)
            throw std::runtime_error{path +
                                     " cannot be read: it holds a line ROLE TOKEN for each who may ask"};
        std::size_t number = 0;
        for (std::string line; ++number, std::getline(file, line);) {
            std::istringstream words{line};
            std::string name, token, more;
            if (!(words >> name) || name.starts_with('#')) continue;
            if (!(words >> token) || words >> more || (name != "read" && name != "write") ||
                token.size() < 16)
                throw std::runtime_error{path + ", line " + std::to_string(number) +
                                         ": read or write, and a token of at least 16 characters"};
            holders_.push_back({name == "read" ? role::read : role::write, token,
                                std::make_unique<allowance>(rows_a_second)});
        }
    }

    /// The holder of a token; null if it is nobody's. Every token is compared to its end, so that the time
    /// reveals nothing about them.
    [[nodiscard]] const holder *find(std::string_view token) const {
        const holder *found = nullptr;
        for (const holder &h : holders_)
            if (same(h.token, token)) found = &h;
        return found;
    }

private:
    [[nodiscard]] static bool same(std::string_view a, std::string_view b) {
        volatile unsigned char differs = a.size() != b.size();
        for (std::size_t i = 0; i < a.size(); ++i)
            differs = differs | static_cast<unsigned char>(a[i] ^ (i < b.size() ? b[i] : 0));
        return differs == 0;
    }

    std::vector<holder> holders_{};
};

} // namespace fleet::wallboard
