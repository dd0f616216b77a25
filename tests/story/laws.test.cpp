// SPDX-License-Identifier: MIT
#include "support/laws.hpp"

#include <kpi/accumulator/state.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <span>

namespace kpi::test {
namespace {

/// The longest run of events that are true: what is cut in two is joined again, in this order alone.
struct longest_run {
    using event = bool;
    using count_type = std::uint32_t;
    static constexpr law keeps = law::in_order;
    static constexpr bool retractable = false;
    std::uint32_t events{}, first{}, last{}, longest{};

    constexpr void record(bool e) noexcept {
        last = e ? last + 1 : 0;
        longest = last > longest ? last : longest;
        first = first == events && e ? first + 1 : first;
        ++events;
    }
    constexpr void record(std::span<const bool> es) noexcept {
        for (const bool e : es)
            record(e);
    }
    constexpr longest_run &operator+=(const longest_run &o) noexcept {
        const std::uint32_t joined = last + o.first;
        longest = std::max({longest, o.longest, joined});
        first = first == events ? first + o.first : first;
        last = o.last == o.events ? last + o.last : o.last;
        events += o.events;
        return *this;
    }
    friend constexpr bool operator==(const longest_run &, const longest_run &) = default;
    constexpr void reset() noexcept { *this = longest_run{}; }
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit(self.events), visit(self.first), visit(self.last), visit(self.longest);
    }
};

TEST_CASE("what keeps its law in order is held to a stream cut into consecutive parts, of bools too") {
    keeps_its_law<longest_run>([](random &r) { return r.below(4) != 0; },
                               [](bool) { return std::uint64_t{0}; });
}

/// Nonsense: what is merged is thrown away.
struct forgets_the_other : longest_run {
    static constexpr law keeps = law::by_id;
    constexpr forgets_the_other &operator+=(const forgets_the_other &o) noexcept {
        if (events == 0) *this = o;
        return *this;
    }
};
TEST_CASE("a suite in which all events have one id proves nothing, and fails" * doctest::should_fail()) {
    keeps_its_law<forgets_the_other>([](random &r) { return r.below(4) != 0; },
                                     [](bool) { return std::uint64_t{0}; }, {.runs = 5});
}

} // namespace
} // namespace kpi::test
