// SPDX-License-Identifier: MIT
#include "story/legs.hpp"

#include "story/sorted.hpp"
#include <kpi/core/hash.hpp>

#include <algorithm>
#include <array>
#include <tuple>

namespace report {
namespace {

/// The outcomes of a call, the highest first.
constexpr std::array outcomes{activity::conversation, activity::operator_reached, activity::hang_up,
                              activity::abandoned,    activity::picked_up,        activity::voicemail,
                              activity::busy,         activity::no_answer,        activity::call};

std::size_t rank(activity kind) {
    return static_cast<std::size_t>(std::find(outcomes.begin(), outcomes.end(), kind) - outcomes.begin());
}

} // namespace

legs::legs(part_store &in) : in_{in}, legs_{in.make_parts(parts)}, rows_{in.make_parts(parts)} {}

void legs::add(std::uint64_t key, const event &e, std::uint64_t fingerprint, std::uint64_t row) {
    in_.add_as_it_is(legs_ + (kpi::mix(key) >> (64 - bits)), leg{key, fingerprint, row, e});
}

void legs::add_row(std::uint64_t row) { in_.add_as_it_is(rows_ + (kpi::mix(row) >> (64 - bits)), row); }

const std::vector<legs::leg> &legs::firsts_of(std::size_t which) {
    in_.take_as_it_is(legs_ + which, of_part_);
    const auto place = [](const leg &l) {
        const event &e = l.what;
        return std::tuple{l.key,        rank(e.kind), ~e.elapsed,    !e.dated,
                          e.at.seconds, e.kind,       l.fingerprint, l.row};
    };
    report::sort(of_part_.begin(), of_part_.end(),
                 [&](const leg &a, const leg &b) { return place(a) < place(b); });
    const auto same_key = [](const leg &a, const leg &b) { return a.key == b.key; };
    of_part_.erase(std::unique(of_part_.begin(), of_part_.end(), same_key), of_part_.end());
    return of_part_;
}

const std::vector<std::uint64_t> &legs::rows_of(std::size_t which) {
    in_.take_as_it_is(rows_ + which, rows_of_part_);
    std::sort(rows_of_part_.begin(), rows_of_part_.end());
    rows_of_part_.erase(std::unique(rows_of_part_.begin(), rows_of_part_.end()), rows_of_part_.end());
    return rows_of_part_;
}

} // namespace report
