// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include <kpi/concurrency/sharded.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <memory>
#include <thread>
#include <vector>

namespace kpi::test {
namespace {

using board = scorecard<visit, opened_rate, slams_per_sale>;

std::uint32_t doors(const board &b) { return b.get<opened_rate>().whole; }

TEST_CASE("a record is shown after so many, after a batch, and on demand") {
    sharded<board, 2, 4> s;
    for (int i = 0; i < 3; ++i)
        s[0].record({.kind = door::opened});
    CHECK(doors(s.read()) == 0);
    CHECK(doors(s[0].own()) == 3);
    s[0].record({.kind = door::opened});
    CHECK(doors(s.read()) == 4);
    s[1].record({.kind = door::knocked});
    s[1].publish();
    CHECK(doors(s.read()) == 5);
    const std::array<visit, 2> batch{visit{.kind = door::bought}, visit{.kind = door::slammed}};
    s[1].record(std::span<const visit>{batch});
    CHECK(doors(s.read()) == 6);
    for (int i = 0; i < 3; ++i) // counted from the last time that it was shown
        s[1].record({.kind = door::knocked});
    CHECK(doors(s.read()) == 6);
    board sum;
    sum.record({.kind = door::knocked}, 100);
    s.add_to(sum);
    CHECK(doors(sum) == 106);
}

TEST_CASE("shards are cache lines apart") {
    sharded<board, 3> s;
    const auto apart = reinterpret_cast<char *>(&s[1]) - reinterpret_cast<char *>(&s[0]);
    CHECK(apart % 64 == 0);
    CHECK(reinterpret_cast<std::uintptr_t>(&s[0]) % 64 == 0);
    // What a thread writes at each record, and what readers look at, do not share a line either.
    CHECK(sizeof s[0] >= 128);
}

// Under -fsanitize=thread this is also the test that nothing races.
TEST_CASE("what threads count adds up to one stream, and a reader that looks on sees it grow") {
    constexpr std::size_t threads = 3;
    constexpr std::uint32_t events = 60'000;
    const auto s = std::make_unique<sharded<board, threads, 7>>();
    std::atomic<unsigned> running{threads};
    std::vector<std::thread> writers;
    std::array<board, threads> alone;
    for (std::size_t t = 0; t < threads; ++t)
        writers.emplace_back([&, t] {
            random r{t + 1};
            for (std::uint32_t i = 0; i < events; ++i) {
                const visit v = any_visit(r);
                (*s)[t].record(v);
                alone[t].record(v);
            }
            (*s)[t].publish();
            --running;
        });
    std::uint32_t before = 0, backwards = 0;
    while (running != 0) {
        const std::uint32_t now = doors(s->read());
        backwards += now < before ? 1 : 0;
        before = now;
    }
    for (auto &w : writers)
        w.join();
    board all;
    for (const board &b : alone)
        all += b;
    CHECK(backwards == 0);
    CHECK(s->read() == all);
}

} // namespace
} // namespace kpi::test
