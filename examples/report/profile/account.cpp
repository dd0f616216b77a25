// SPDX-License-Identifier: MIT
#include "profile/account.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace report {

void row_account::refuse(std::uint64_t line, fault why) {
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

row_account &row_account::operator+=(const row_account &file) {
    read += file.read, used += file.used, repeated += file.repeated, passed_over += file.passed_over;
    without_event += file.without_event, out_of_frame += file.out_of_frame, refused += file.refused;
    return *this;
}

std::uint64_t account::all_events() const {
    return std::accumulate(events.begin(), events.end(), std::uint64_t{});
}
std::uint64_t account::all_undated() const {
    return std::accumulate(undated.begin(), undated.end(), std::uint64_t{});
}

} // namespace report
