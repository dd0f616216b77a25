// SPDX-License-Identifier: MIT

/// The events of some kinds in a batch, against looking at each: every length, rows of every width that is
/// searched differently, few kinds and many.

#include "support/expect.hpp"
#include "support/opaque.hpp"
#include "support/random.hpp"
#include "support/rows.hpp"
#include <kpi/accumulator/each_of.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace kpi::test {
namespace {

enum class step : std::uint8_t { a, b, c, d, e, f, last = 63 };
enum class wide : std::uint16_t { a, b, last = 63, far = 257 };

struct row_wide {
    wide kind{};
    std::uint8_t rest[14]{};
};

template <class Event>
std::vector<std::size_t> found(event_set<kind_of<Event>> kinds, std::span<const Event> events) {
    std::vector<std::size_t> places;
    each_of(kinds, events,
            [&](const Event &e) { places.push_back(static_cast<std::size_t>(&e - events.data())); });
    std::sort(places.begin(), places.end());
    return places;
}

template <class Event> void finds_what_is_there() {
    using kinds = kind_of<Event>;
    std::vector<std::size_t> lengths{511, 512, 513, 768, 1000};
    for (std::size_t n = 0; n <= 300; ++n)
        lengths.push_back(n);
    for (const std::size_t n : lengths) {
        CAPTURE(n);
        random r{n + 1};
        std::vector<Event> events(n);
        for (Event &e : events) {
            auto k = static_cast<kinds>(r.below(8) == 0 ? r.below(300) : r.below(6));
            if constexpr (kind_enum<Event>)
                e = k;
            else
                e.kind = k;
        }
        for (const std::uint64_t bits : {0b0u, 0b10u, 0b101u, 0b11110u, 0b11111u, 0b111110u}) {
            event_set<kinds> some;
            some.bits = bits | (n % 2 != 0 ? std::uint64_t{1} << 63 : 0);
            std::vector<std::size_t> places;
            for (std::size_t i = 0; i < n; ++i)
                if (some.contains(kind(events[i]))) places.push_back(i);
            REQUIRE(found<Event>(some, events) == places);
        }
    }
}

TEST_CASE("each event of these kinds is found once, and no other") {
    finds_what_is_there<step>();
    finds_what_is_there<row16<step>>();
    finds_what_is_there<row16_first<step>>();
    finds_what_is_there<row16_last<step>>();
    finds_what_is_there<row6<step>>();
    finds_what_is_there<row_wide>();
}

constexpr bool also_in_constants() {
    std::array<row6<step>, 300> events{};
    for (std::size_t i = 0; i < events.size(); ++i)
        events[i] = {.rep = static_cast<std::uint16_t>(i), .kind = i % 100 == 7 ? opaque(step::b) : step::a};
    std::uint32_t sum = 0;
    each_of(event_set{step::b, step::last}, std::span<const row6<step>>{events},
            [&](const row6<step> &e) { sum += e.rep; });
    expect(sum == 7 + 107 + 207);
    return true;
}
static_assert(also_in_constants());
TEST_CASE("a constant batch is searched as well") { CHECK(also_in_constants()); }

} // namespace
} // namespace kpi::test
