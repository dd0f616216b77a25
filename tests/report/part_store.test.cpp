// SPDX-License-Identifier: MIT
#include "story/part_store.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace part_store_test {
namespace {

using namespace report;

void add(part_store &to, std::size_t part, const std::string &text) {
    to.add<80>(part, [&](char *at) { return std::copy(text.begin(), text.end(), at); });
}
std::string all_of(part_store &in, std::size_t part) {
    std::string text;
    in.for_each_piece(part, [&](std::span<const char> bytes) { text.append(bytes.begin(), bytes.end()); });
    return text;
}

constexpr std::uint64_t nothing = 0, little = 20'000;

} // namespace

TEST_CASE("a part has what was added to it, in memory and in the file, and nothing once it is forgotten") {
    for (const std::uint64_t memory : {nothing, little, part_store::no_limit}) {
        CAPTURE(memory);
        part_store store{memory};
        CHECK(store.make_parts(3) == 0);
        CHECK(store.make_parts(1) == 3);
        std::string expected;
        for (int i = 0; i < 5000; ++i) {
            const std::string text = std::to_string(i) + ' ';
            add(store, 1, text), add(store, 3, "x"), expected += text;
        }
        CHECK(all_of(store, 1) == expected);
        CHECK(all_of(store, 1) == expected);
        CHECK(all_of(store, 3) == std::string(5000, 'x'));
        CHECK(all_of(store, 0).empty());
        store.forget(1);
        CHECK(all_of(store, 1).empty());
        add(store, 1, "new"), add(store, 3, "y");
        CHECK(all_of(store, 1) == "new");
        CHECK(all_of(store, 3) == std::string(5000, 'x') + 'y');
    }
}

TEST_CASE("a part may be longer than what is written or read of it at once") {
    part_store store{5'000'000};
    static_cast<void>(store.make_parts(2));
    std::string expected;
    for (int i = 0; i < 150'000; ++i) {
        const std::string text = std::to_string(i) + std::string(60, '.');
        add(store, 0, "x"), add(store, 1, text), expected += text;
    }
    CHECK(all_of(store, 0) == std::string(150'000, 'x'));
    CHECK((all_of(store, 1) == expected)); // without printing megabytes
}

TEST_CASE("pieces never end within what was added at once") {
    part_store store{little};
    static_cast<void>(store.make_parts(40));
    for (std::size_t i = 0; i < 20'000; ++i)
        add(store, i * i % 40, "seven77");
    std::size_t pieces = 0;
    for (std::size_t part = 0; part < 40; ++part)
        store.for_each_piece(part, [&](std::span<const char> bytes) {
            ++pieces;
            CHECK(bytes.size() % 7 == 0);
        });
    CHECK(pieces > 40);
}

TEST_CASE("memory is used again, and more than is allowed is never asked for") {
    part_store store{part_store::no_limit};
    static_cast<void>(store.make_parts(2));
    for (int round = 0; round < 100; ++round) {
        for (int i = 0; i < 2000; ++i)
            add(store, 0, std::string(80, 'x'));
        CHECK(all_of(store, 0).size() == 160'000);
        store.forget(0);
    }
    CHECK(store.memory() < 200'000);
    part_store small{little};
    static_cast<void>(small.make_parts(2));
    for (std::size_t i = 0; i < 20'000; ++i)
        add(small, i % 2, std::string(80, 'x'));
    CHECK(small.memory() <= little);
}

TEST_CASE("any sequence of additions and readings gives the same with any memory") {
    const unsigned seed = 20'261'129;
    INFO("seed ", seed);
    std::mt19937 random{seed};
    const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
    for (const std::uint64_t memory : {nothing, little, std::uint64_t{200'000}, part_store::no_limit}) {
        CAPTURE(memory);
        part_store store{memory};
        static_cast<void>(store.make_parts(100));
        std::map<std::size_t, std::string> expected;
        for (int i = 0; i < 50'000; ++i) {
            const std::size_t part = below(100);
            if (const std::uint32_t what = below(1000); what == 0) {
                REQUIRE(all_of(store, part) == expected[part]);
                store.forget(part), expected[part].clear();
            } else {
                const std::string text(1 + below(40), static_cast<char>('a' + below(26)));
                add(store, part, text), expected[part] += text;
            }
        }
        for (std::size_t part = 0; part < 100; ++part)
            REQUIRE(all_of(store, part) == expected[part]);
    }
}

} // namespace part_store_test
