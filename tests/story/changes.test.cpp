// SPDX-License-Identifier: MIT
#include "support/shop.hpp"
#include "support/story_laws.hpp"
#include <kpi/story/changes.hpp>
#include <kpi/story/turn.hpp>

#include <doctest/doctest.h>

#include <optional>

namespace kpi::test {
namespace {

/// A story of one's own in few lines: an order is loved while its last rating is, and rated from the first.
struct loved_story {
    using event = errand;
    using fact = turn_fact;
    static constexpr event_set<step> concerns{step::rated};
    static constexpr bool takes_back = true;
    std::uint32_t ratings{};
    bool loved{};

    constexpr void record(const errand &e, auto &sink) noexcept {
        if (e.kind != step::rated) return;
        telling_changes(*this, sink, [&] { ++ratings, loved = e.value.value_or(0) > 50; });
    }
    constexpr void end(auto, auto &sink) const noexcept { tell_at_end(*this, *this, sink); }
    [[nodiscard]] constexpr bool idle() const noexcept { return ratings == 0; }
    static constexpr std::size_t truths = 2;
    [[nodiscard]] constexpr std::optional<turn_fact> truth(std::size_t i) const noexcept {
        if (i == 0) return ratings > 0 ? std::optional{turn_fact{.kind = turn::opened}} : std::nullopt;
        return loved ? std::optional{turn_fact{.kind = turn::reached}} : std::nullopt;
    }
    friend constexpr bool operator==(const loved_story &, const loved_story &) = default;
    constexpr void reset() noexcept { *this = loved_story{}; }
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit(self.ratings), visit(self.loved);
    }
};

TEST_CASE("what is no longer true is taken back, what is true now is told, the rest stays") {
    told_log log;
    loved_story s;
    s.record({.kind = step::rated, .value = 90}, log);
    CHECK(log.size() == 2);
    s.record({.kind = step::rated, .value = 80}, log);
    CHECK(log.size() == 2);
    s.record({.kind = step::rated, .value = 10}, log);
    CHECK(log.size() == 3);
    CHECK(log.left<turn_fact>() == std::vector{turn_fact{.kind = turn::opened}});
}
TEST_CASE("a patient sink is told no change, and at the end what is true then") {
    struct patient_log : told_log {
        [[nodiscard]] bool is_patient() const { return true; }
    } log;
    loved_story s;
    s.record({.kind = step::rated, .value = 90}, log);
    s.record({.kind = step::rated, .value = 10}, log);
    CHECK(log.size() == 0);
    s.end(instant{}, log);
    CHECK(log.size() == 1);
    CHECK(log.left<turn_fact>() == std::vector{turn_fact{.kind = turn::opened}});
}
TEST_CASE("a story that tells its changes keeps the law of stories") {
    story_keeps_its_law<loved_story>(any_errand);
}

} // namespace
} // namespace kpi::test
