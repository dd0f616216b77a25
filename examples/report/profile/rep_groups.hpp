// SPDX-License-Identifier: MIT
#pragma once

/// Reps in groups, as a roster has them: their teams, or their roles. A rep who changes role or team has one
/// post before and one after it, and each post has its group. Number 0 is nobody's group, which also holds
/// reps who have none.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace report {

/// When reps changed posts.
struct rep_posts {
    /// By the number of a rep's name, in order: the first second of each post except the first.
    std::vector<std::vector<std::int64_t>> changes{};

    /// Which post a rep had at a time: 0 is the first post.
    [[nodiscard]] std::uint16_t at(std::uint32_t rep, std::int64_t time) const {
        if (rep >= changes.size()) return 0;
        const std::vector<std::int64_t> &all = changes[rep];
        return static_cast<std::uint16_t>(std::upper_bound(all.begin(), all.end(), time) - all.begin());
    }
};

struct rep_groups {
    std::vector<std::vector<std::uint32_t>> of_rep{}; ///< by the number of a rep's name: each post's group
    std::vector<std::string> names{std::string{}};

    [[nodiscard]] std::uint32_t of(std::uint32_t rep, std::size_t post) const {
        if (rep >= of_rep.size() || of_rep[rep].empty()) return 0;
        return of_rep[rep][std::min(post, of_rep[rep].size() - 1)];
    }
};

} // namespace report
