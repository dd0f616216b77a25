// SPDX-License-Identifier: MIT
#include "profile/account.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace report {

void row_account::refuse(std::uint64_t line, fault why) {
    ++read, ++refused;
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

void account::join(const account &other) {
    const auto add = [](auto &to, const auto &from) {
        std::transform(to.begin(), to.end(), from.begin(), to.begin(), std::plus{});
    };
    const auto decide = [](auto &mine, const auto &theirs, auto which) {
        if (theirs) mine = which(mine.value_or(*theirs), *theirs);
    };
    const auto least = [](auto a, auto b) { return std::min(a, b); };
    for (std::size_t i = 0; i < files.size(); ++i)
        files[i] += other.files[i];
    add(events, other.events), add(undated, other.undated), add(known, other.known);
    for (std::size_t i = 0; i < told.size(); ++i)
        add(told[i], other.told[i]);
    for (std::size_t i = 0; i < without_id.size(); ++i)
        add(without_id[i], other.without_id[i]);
    ids |= other.ids;
    add(touches_by_hour, other.touches_by_hour);
    events_after += other.events_after, events_before += other.events_before;
    events_without_date += other.events_without_date;
    replies_without_channel += other.replies_without_channel;
    decide(first, other.first, least), decide(first_known, other.first_known, least);
    decide(last, other.last, [](auto a, auto b) { return std::max(a, b); });
}

std::uint64_t account::all_events() const {
    return std::accumulate(events.begin(), events.end(), std::uint64_t{});
}
std::uint64_t account::all_undated() const {
    return std::accumulate(undated.begin(), undated.end(), std::uint64_t{});
}

} // namespace report
