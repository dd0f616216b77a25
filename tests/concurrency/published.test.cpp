// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include <kpi/accumulator/total.hpp>
#include <kpi/concurrency/published.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <cstring>
#include <memory>
#include <thread>
#include <vector>

namespace kpi::test {
namespace {

using board = scorecard<visit, opened_rate, slams_per_sale>;
using narrow_board = basic_scorecard<visit, std::uint8_t, opened_rate>; // 3 bytes: less than a word

/// A state that shows whether it is whole: all its words are equal.
struct uniform {
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = false;
    std::array<std::uint32_t, 61> words{};
    void set(std::uint32_t n) { words.fill(n); }
    [[nodiscard]] bool whole() const {
        for (const auto w : words)
            if (w != words[0]) return false;
        return true;
    }
    uniform &operator+=(const uniform &o) {
        for (std::size_t i = 0; i < words.size(); ++i)
            words[i] += o.words[i];
        return *this;
    }
    friend bool operator==(const uniform &, const uniform &) = default;
    void reset() { *this = uniform{}; }
    static void fields(auto &self, auto &&visit) {
        for (auto &w : self.words)
            visit(w);
    }
};

TEST_CASE("a reader finds the last state that was published") {
    published<board> p;
    CHECK(p.read() == board{});
    CHECK(p.version() == 0);
    board b;
    for (unsigned i = 1; i <= 5; ++i) {
        b.record({.kind = door::opened});
        p.publish(b);
        CHECK(p.read() == b);
        CHECK(p.try_read() == b);
        CHECK(p.version() == i);
    }
}

TEST_CASE("a state of an odd size is whole to its last byte") {
    published<narrow_board> p;
    narrow_board b;
    b.record({.kind = door::bought}, 200), b.record({.kind = door::opened}, 3),
        b.record({.kind = door::knocked}, 77);
    p.publish(b);
    CHECK(p.read() == b);
}

TEST_CASE("no attempt is no state") {
    const published<total> p;
    CHECK_FALSE(p.try_read(0));
    CHECK(p.try_read(1) == total{});
}

TEST_CASE("empty is all zero bits") {
    const published<board> p;
    const std::array<unsigned char, sizeof p> zeros{};
    CHECK(std::memcmp(&p, zeros.data(), sizeof p) == 0);
    static_assert(sizeof p == 2 * sizeof(board) + 4);
}

// Under -fsanitize=thread this is also the test that nothing races.
TEST_CASE("readers in other threads see whole states, and none that is older than the last they saw") {
    constexpr std::uint32_t last = 30'000;
    const auto p = std::make_unique<published<uniform>>();
    std::atomic<bool> done{};
    std::atomic<std::uint32_t> torn{}, backwards{}, seen{};
    std::vector<std::thread> readers;
    for (int i = 0; i < 2; ++i)
        readers.emplace_back([&, i] {
            std::uint32_t before = 0;
            while (!done) {
                const auto s = i == 0 ? std::optional{p->read()} : p->try_read(3);
                if (!s) continue;
                torn += s->whole() ? 0 : 1;
                backwards += s->words[0] < before ? 1 : 0;
                before = s->words[0];
                ++seen;
            }
        });
    uniform u;
    for (std::uint32_t n = 1; n <= last || seen < 100; ++n) {
        u.set(n);
        p->publish(u);
        if (n % 64 == 0) std::this_thread::yield();
    }
    done = true;
    for (auto &r : readers)
        r.join();
    CHECK(torn == 0);
    CHECK(backwards == 0);
    CHECK(p->read() == u);
}

} // namespace
} // namespace kpi::test
