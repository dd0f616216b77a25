// SPDX-License-Identifier: MIT
#include "profile/account.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace report {

void account::refuse(std::uint64_t line, fault why) {
    ++refused;
    auto same = std::find_if(refusals.begin(), refusals.end(),
                             [&](const refusal &r) { return r.reason == why.reason; });
    if (same == refusals.end()) {
        if (refusals.size() == most_reasons) refusals.push_back({"other reasons", {}, 0, {}});
        if (refusals.size() > most_reasons)
            same = refusals.end() - 1;
        else
            same = refusals.insert(refusals.end(), {std::move(why.reason), std::move(why.text), 0, {}});
    }
    ++same->rows;
    if (same->lines.size() < refusal::most_lines) same->lines.push_back(line);
}

std::uint64_t account::all_events() const {
    return std::accumulate(events.begin(), events.end(), std::uint64_t{});
}

} // namespace report
