// SPDX-License-Identifier: MIT
#include "story/legs.hpp"

#include "story/exchange.hpp"
#include "story/sorted.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace report {
namespace {

/// The outcomes of a call, the highest first.
constexpr std::array call_outcomes{activity::conversation, activity::operator_reached, activity::hang_up,
                                   activity::abandoned,    activity::picked_up,        activity::voicemail,
                                   activity::busy,         activity::no_answer,        activity::call};

std::size_t rank(activity kind) {
    return static_cast<std::size_t>(std::find(call_outcomes.begin(), call_outcomes.end(), kind) -
                                    call_outcomes.begin());
}

} // namespace

std::uint64_t legs::place_by(chosen_by how, const event &e) {
    constexpr std::uint64_t behind_all = ~std::uint64_t{};
    const auto ascending = [](std::int64_t n) {
        return static_cast<std::uint64_t>(n) ^ std::uint64_t{1} << 63;
    };
    switch (how) {
    case chosen_by::first:
        return e.dated ? ascending(e.at.seconds) : behind_all;
    case chosen_by::last:
        return e.dated ? ~ascending(e.at.seconds) : behind_all;
    case chosen_by::greatest:
        return (e.told & value_told) != 0 ? ~ascending(e.value) : behind_all;
    default:
        return rank(e.kind);
    }
}

void legs::exchange_legs(ranks &all, labels &said) { exchange(legs_, all, said); }
void legs::exchange_rows(ranks &all, labels &said) { exchange(rows_, all, said); }

const std::vector<legs::leg> &legs::firsts_of(std::size_t which) {
    std::vector<leg> &all = legs_of_part_;
    all.clear();
    legs_.take(which, all);
    const auto place = [](const leg &l) {
        const event &e = l.what;
        return std::tuple{l.of,         l.place, rank(e.kind),  ~e.elapsed, !e.dated,
                          e.at.seconds, e.kind,  l.fingerprint, l.row};
    };
    report::sort(all.begin(), all.end(), [&](const leg &a, const leg &b) { return place(a) < place(b); });
    const auto same_key = [](const leg &a, const leg &b) { return a.of == b.of; };
    all.erase(std::unique(all.begin(), all.end(), same_key), all.end());
    return all;
}

const std::vector<legs::row_number> &legs::rows_of(std::size_t which) {
    std::vector<row_number> &all = rows_of_part_;
    all.clear();
    rows_.take(which, all);
    std::sort(all.begin(), all.end(), [](row_number a, row_number b) { return a.of < b.of; });
    const auto same = [](row_number a, row_number b) { return a.of == b.of; };
    all.erase(std::unique(all.begin(), all.end(), same), all.end());
    return all;
}

} // namespace report
