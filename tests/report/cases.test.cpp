// SPDX-License-Identifier: MIT
#include "story/cases.hpp"

#include "story/held_facts.hpp"
#include "story/slots.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <string>

namespace cases_test {
namespace {

using namespace report;

constexpr std::int64_t day = 86'400;

record row(std::uint64_t of, activity kind, std::int64_t at, std::uint32_t labels = 0) {
    record r;
    r.of = of, r.kind = kind, r.at = at, r.labels = labels;
    return r;
}
record date(std::uint64_t of, activity kind, std::int64_t at) {
    record r = row(of, kind, at);
    r.whole_day = true;
    return r;
}

void for_each_case(std::span<const std::uint32_t> places, parts<record> &all, auto &&f) {
    cases<record> of_all{places};
    for (std::size_t which = 0; which < parts<record>::count; ++which)
        of_all.for_each(all, which, f);
}
void look_at_each_case(std::span<const std::uint32_t> places, parts<record> &all, auto &&f) {
    cases<record> of_all{places};
    for (std::size_t which = 0; which < parts<record>::count; ++which)
        of_all.look_at_cases(all, which,
                             [&](auto &&rows_that) { f(rows_that([](const record &) { return true; })); });
}

/// The kinds of each case's rows in order.
std::map<std::uint64_t, std::vector<activity>> in_order(const std::vector<record> &rows,
                                                        std::span<const std::uint32_t> places) {
    part_store store;
    parts<record> all{store};
    for (const record &r : rows)
        all.add(r);
    std::map<std::uint64_t, std::vector<activity>> found;
    for_each_case(places, all, [&](std::span<const record> of_one) {
        CHECK(!found.contains(of_one.front().of));
        for (const record &r : of_one)
            found[r.of].push_back(r.kind);
    });
    return found;
}
std::vector<activity> of_one(const std::vector<record> &rows) {
    constexpr std::array<std::uint32_t, 1> places{};
    return in_order(rows, places).begin()->second;
}

// A small deal story with the rules of METRICS.md: the last settlement that was not reopened counts.
enum class told : std::uint8_t { opened, won, lost };
struct deal_fact {
    told kind{};
    std::int64_t at{};
    std::optional<std::int64_t> took{};
    std::uint64_t value{};
    friend bool operator==(const deal_fact &, const deal_fact &) = default;
    friend auto operator<=>(const deal_fact &, const deal_fact &) = default;
};
struct small_deal {
    std::optional<std::int64_t> opened{};
    std::optional<deal_fact> settled{};

    void record(const report::record &r, auto &sink) {
        if (r.kind == activity::opportunity) {
            if (!opened)
                sink.tell(deal_fact{told::opened, *(opened = r.at), {}, 0});
            else if (settled)
                sink.take_back(*settled), settled.reset();
        } else if (r.kind == activity::deal_won || r.kind == activity::deal_lost) {
            const told how = r.kind == activity::deal_won ? told::won : told::lost;
            if (settled && settled->kind == how) return;
            if (settled) sink.take_back(*settled);
            settled = deal_fact{how, r.at, {}, static_cast<std::uint64_t>(r.value)};
            if (opened) settled->took = r.at - *opened;
            sink.tell(*settled);
        }
    }
};
std::vector<deal_fact> facts_of(const std::vector<record> &rows, std::span<const std::uint32_t> places,
                                auto &&in_these) {
    part_store store;
    parts<record> all{store};
    for (const record &r : rows)
        if (in_these(r.of)) all.add(r);
    std::vector<deal_fact> facts;
    held_facts<deal_fact> held;
    for_each_case(places, all, [&](std::span<const record> of_one) {
        small_deal story;
        for (const record &r : of_one)
            story.record(r, held);
        held.for_each([&](const auto &each) { facts.push_back(each.what); });
        held.clear();
    });
    std::sort(facts.begin(), facts.end());
    return facts;
}

} // namespace

TEST_CASE("a case's rows come in the order of time, whatever their order in the file") {
    CHECK(of_one({row(1, activity::deal_won, 300), row(1, activity::opportunity, 100),
                  row(1, activity::proposal_sent, 200)}) ==
          std::vector{activity::opportunity, activity::proposal_sent, activity::deal_won});
}

TEST_CASE("at equal times the cause comes first") {
    CHECK(
        of_one({row(1, activity::churned, 5), row(1, activity::out, 5), row(1, activity::customer, 5),
                row(1, activity::deal_won, 5), row(1, activity::deal_lost, 5),
                row(1, activity::opportunity, 5), row(1, activity::reply_positive, 5),
                row(1, activity::first_response, 5), row(1, activity::conversation, 5),
                row(1, activity::mql, 5), row(1, activity::mcl, 5), row(1, activity::first_impression, 5)}) ==
        std::vector{activity::first_impression, activity::mcl, activity::mql, activity::conversation,
                    activity::first_response, activity::reply_positive, activity::opportunity,
                    activity::deal_lost, activity::deal_won, activity::customer, activity::out,
                    activity::churned});
}

TEST_CASE("on a day on which any row of the case is a date alone, the cause comes before the time") {
    const auto touched_late = row(1, activity::conversation, 3 * day + 64'000);
    CHECK(of_one({touched_late, date(1, activity::deal_won, 3 * day)}) ==
          std::vector{activity::conversation, activity::deal_won});
    CHECK(of_one({touched_late, row(1, activity::deal_won, 3 * day)}) ==
          std::vector{activity::deal_won, activity::conversation});
    SUBCASE("but not on another day, nor for another case") {
        CHECK(of_one({touched_late, date(1, activity::mql, 4 * day), row(1, activity::deal_won, 3 * day)}) ==
              std::vector{activity::deal_won, activity::conversation, activity::mql});
        constexpr std::array<std::uint32_t, 1> places{};
        CHECK(in_order({touched_late, date(2, activity::mql, 3 * day), row(1, activity::deal_won, 3 * day)},
                       places)
                  .at(1) == std::vector{activity::deal_won, activity::conversation});
    }
}

TEST_CASE("an event without a date comes before all others of its case") {
    CHECK(of_one({row(1, activity::opportunity, -5), row(1, activity::deal_won, never)}) ==
          std::vector{activity::deal_won, activity::opportunity});
}

TEST_CASE("rows of one case, time and cause go by what they say, names by the place of their text") {
    const auto first_value = [](std::vector<std::uint32_t> places) {
        part_store store;
        parts<record> all{store};
        for (const std::uint32_t labels : {1u, 0u}) {
            record r = row(7, activity::deal_won, 10, labels);
            r.value = 100 + labels;
            all.add(r);
        }
        std::int64_t value = 0;
        for_each_case(places, all, [&](std::span<const record> of_one) { value = of_one.front().value; });
        return value;
    };
    CHECK(first_value({0, 1}) == 100);
    CHECK(first_value({1, 0}) == 101);
}

TEST_CASE("rows in any order, and in parts merged, tell the same facts") {
    const unsigned seed = 20'261'128;
    INFO("seed ", seed);
    std::mt19937 random{seed};
    const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
    constexpr std::array<std::uint32_t, 3> places{2, 0, 1};
    constexpr std::array kinds{activity::opportunity, activity::deal_won, activity::deal_lost,
                               activity::proposal_sent};
    std::size_t several_at_once = 0;
    for (int log = 0; log < 300; ++log) {
        std::vector<record> rows;
        for (std::uint32_t left = 1 + below(60); left > 0; --left) {
            record r = row(below(8), kinds[below(4)], below(4) * day + below(2) * 3600, below(3));
            r.whole_day = below(5) == 0;
            if (r.whole_day) r.at = day_of(r.at) * day;
            r.value = below(3);
            several_at_once +=
                static_cast<std::size_t>(std::any_of(rows.begin(), rows.end(), [&](const record &x) {
                    return x.of == r.of && x.at == r.at && x.kind == r.kind && x.value != r.value;
                }));
            rows.push_back(r);
        }
        const auto every = [](std::uint64_t) { return true; };
        const auto whole = facts_of(rows, places, every);
        std::shuffle(rows.begin(), rows.end(), random);
        REQUIRE(facts_of(rows, places, every) == whole);

        auto half = facts_of(rows, places, [](std::uint64_t id) { return id % 2 == 0; });
        const auto other = facts_of(rows, places, [](std::uint64_t id) { return id % 2 != 0; });
        half.insert(half.end(), other.begin(), other.end());
        std::sort(half.begin(), half.end());
        REQUIRE(half == whole);
    }
    CHECK(several_at_once > 100);
}

TEST_CASE("parts keep any number of records, and none once they were taken") {
    part_store store{1'000'000}; // the rest goes to a file
    parts<record> all{store};
    std::uint64_t sum = 0;
    for (std::uint64_t i = 0; i < 200'000; ++i)
        all.add(row(i % 1000, activity::call, static_cast<std::int64_t>(i)));
    constexpr std::array<std::uint32_t, 1> places{};
    std::size_t n = 0;
    look_at_each_case(places, all, [&](std::span<const record> of_one) { sum += of_one.size(); });
    CHECK(sum == 200'000);
    for_each_case(places, all, [&](std::span<const record> of_one) {
        ++n, sum -= of_one.size();
        CHECK(std::is_sorted(of_one.begin(), of_one.end(),
                             [](const record &a, const record &b) { return a.at < b.at; }));
    });
    CHECK(n == 1000);
    CHECK(sum == 0);
    for_each_case(places, all, [&](std::span<const record>) { ++n; });
    CHECK(n == 1000);
}

TEST_CASE("what is taken back is held no more, the last one of equal facts first") {
    held_facts<deal_fact> held;
    const deal_fact won{told::won, 5, {}, 1}, lost{told::lost, 6, {}, 1};
    held.tell(won), held.tell(lost), held.tell(won, 3);
    held.take_back(won);
    REQUIRE(held.of<deal_fact>().size() == 2);
    CHECK(held.of<deal_fact>().front().what == won);
    CHECK(held.of<deal_fact>().front().n == 1);
    held.take_back(deal_fact{told::won, 9, {}, 1});
    CHECK(held.of<deal_fact>().size() == 2);
}

TEST_CASE("a slot lasts from its start to the next one's, the first from the beginning of time") {
    const slots months{{100, 200, 300}};
    CHECK(months.of(never) == 0);
    CHECK(months.of(100) == 0);
    CHECK(months.of(199) == 0);
    CHECK(months.of(200) == 1);
    CHECK(months.of(5000) == 2);
    CHECK(slots{}.of(5) == 0);
    CHECK(slots::of_window(50).of(49) == 0);
    CHECK(slots::of_window(50).of(50) == 1);
}

} // namespace cases_test
