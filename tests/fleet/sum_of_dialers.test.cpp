// SPDX-License-Identifier: MIT
#include "../../examples/fleet/dialers/dialer.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

namespace {

using namespace fleet;
using kpi::sales::activity;
using taken = sum_of_dialers::taken;

/// What a dialer reports that has counted so many conversations of a minute.
template <class Counters> std::vector<std::byte> report_of(std::uint64_t epoch, std::uint32_t conversations) {
    const auto flash = std::make_unique<torn_flash>();
    dialer<Counters> d{*flash, epoch};
    for (std::uint32_t i = 0; i < conversations; ++i)
        d.record({.kind = activity::conversation, .elapsed = 60});
    REQUIRE(d.save());
    return d.report_bytes();
}
taken take(sum_of_dialers &sum, const std::string &dialer, bytes report) {
    const auto read = read_report(report);
    REQUIRE(read.has_value());
    return sum.take(dialer, *read);
}
/// Of a metric: its numerator, and how many dialers tell it.
std::pair<int, int> told(const sum_of_dialers &sum, const std::string &metric) {
    const nlohmann::json all = sum.json();
    for (const auto &figure : all["figures"])
        if (figure["metric"] == metric) return {figure["numerator"].get<int>(), figure["told_by"].get<int>()};
    return {};
}

TEST_CASE("the newest report of a dialer stands, in whatever order they come and however often") {
    sum_of_dialers sum;
    const auto early = report_of<counters>(1, 3), late = report_of<counters>(1, 5);
    CHECK(take(sum, "a", late) == taken::newer);
    CHECK(take(sum, "a", early) == taken::known);
    CHECK(take(sum, "a", late) == taken::known);
    CHECK(sum.newest_of("a", 1) == 5);
    CHECK(told(sum, "calls") == std::pair{5, 1});
}

TEST_CASE("epochs of a dialer add up, as dialers do") {
    sum_of_dialers sum;
    CHECK(take(sum, "a", report_of<counters>(1, 5)) == taken::newer);
    CHECK(take(sum, "a", report_of<counters>(2, 2)) == taken::newer);
    CHECK(take(sum, "b", report_of<counters>(1, 1)) == taken::newer);
    CHECK(told(sum, "calls") == std::pair{8, 2});
    CHECK(told(sum, "talk_time") == std::pair{480, 2});
}

TEST_CASE("a figure sums the dialers that tell it") {
    sum_of_dialers sum;
    CHECK(take(sum, "new", report_of<counters>(1, 5)) == taken::newer);
    CHECK(take(sum, "old", report_of<old_counters>(1, 2)) == taken::newer);
    CHECK(told(sum, "calls") == std::pair{7, 2});
    CHECK(told(sum, "talk_time") == std::pair{300, 1});
}

TEST_CASE("a damaged report is none, and what is no snapshot is refused with a reason") {
    const auto good = report_of<counters>(1, 5);
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        auto damaged = good;
        damaged[bit / 8] ^= std::byte{1} << bit % 8;
        CHECK(!read_report(damaged));
    }
    for (std::size_t size = 0; size < good.size(); ++size)
        CHECK(!read_report(bytes{good}.first(size)));
    sum_of_dialers sum;
    CHECK(take(sum, "a", packed(report{{1, 1}, as_bytes(std::span{"nonsense"})})) == taken::refused);
    CHECK(sum.why_refused("a") == "foreign");
    CHECK(sum.json()["refused"]["a"] == "foreign");
}

TEST_CASE("a newer firmware goes on from what an older one left in the flash") {
    const auto flash = std::make_unique<torn_flash>();
    {
        dialer<old_counters> old{*flash, 7};
        old.record({.kind = activity::conversation});
        REQUIRE(old.save());
    }
    const dialer<counters> now{*flash, 8};
    CHECK(now.key() == report_key{7, 1});
}

} // namespace
