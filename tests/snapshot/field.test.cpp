// SPDX-License-Identifier: MIT
#include "snapshot/frames.hpp"
#include "support/values.hpp"
#include <kpi/snapshot/detail/field.hpp>

#include <doctest/doctest.h>

#include <limits>
#include <tuple>

namespace kpi::test {
namespace {

using snapshot::status;
using snapshot::detail::purpose;
using snapshot::detail::reader;
using snapshot::detail::writer;

byte_list written(const auto &...fields) {
    byte_list into(64);
    writer w{into};
    (w(fields), ...);
    into.resize(w.finish().value());
    return into;
}
template <class... Fields>
status read(const byte_list &from, std::tuple<Fields...> &into, purpose p = purpose::assign) {
    reader r{from, p};
    std::apply([&](auto &...field) { (r(field), ...); }, into);
    return r.finish();
}
template <class... Fields> status read_as(const byte_list &from) {
    std::tuple<Fields...> into;
    return read(from, into, purpose::check);
}
using u32 = std::uint32_t;
constexpr auto u8 = [](unsigned n) { return static_cast<std::uint8_t>(n); };

TEST_CASE("small numbers take few bytes") {
    CHECK(written(std::uint32_t{1}) == bytes_of({1}));
    CHECK(written(std::uint32_t{127}) == bytes_of({127}));
    CHECK(written(std::uint32_t{128}) == bytes_of({0x80, 1}));
    CHECK(written(~std::uint32_t{}) == bytes_of({0xff, 0xff, 0xff, 0xff, 0x0f}));
    CHECK(written(~std::uint64_t{}).size() == 10);
    CHECK(written(u8(200)) == bytes_of({200}));
    CHECK(written(std::int32_t{-1}, std::int32_t{1}) == bytes_of({1, 2}));
    CHECK(written(std::int8_t{-128}) == bytes_of({255}));
    CHECK(written(true) == bytes_of({1}));
}

TEST_CASE("zeros are counted, whatever their widths") {
    CHECK(written(std::uint32_t{}) == bytes_of({0, 0}));
    CHECK(written(std::uint32_t{}, std::uint64_t{}, u8(0), false, std::int16_t{}) == bytes_of({0, 4}));
    CHECK(written(u8(7), u8(0), u8(0), u8(7)) == bytes_of({7, 0, 1, 7}));
    byte_list into(8);
    writer w{into};
    for (int i = 0; i < 129; ++i)
        w(u8(0));
    CHECK(w.finish() == 3u);
    into.resize(3);
    CHECK(into == bytes_of({0, 0x80, 1}));
}

TEST_CASE("what was written is read again") {
    for (std::uint64_t seed = 1; seed < 3000; ++seed) {
        CAPTURE(seed);
        random r{seed};
        const auto some = [&]<class T>(T) {
            return r.below(3) == 0 ? T{} : static_cast<T>(any_value<std::uint64_t>(r));
        };
        const std::tuple fields{some(u8(0)),           some(std::uint16_t{}), some(std::uint32_t{}),
                                some(std::uint64_t{}), some(std::int8_t{}),   some(std::int16_t{}),
                                some(std::int32_t{}),  some(std::int64_t{}),  r.below(2) == 0,
                                some(u8(0)),           some(std::uint32_t{})};
        const byte_list bytes = std::apply([](const auto &...f) { return written(f...); }, fields);
        auto back = std::remove_cv_t<decltype(fields)>{};
        REQUIRE(read(bytes, back) == status::ok);
        REQUIRE(back == fields);
    }
}

TEST_CASE("the ends of each type are read again") {
    const auto both = []<class T>(T) {
        const std::tuple ends{(std::numeric_limits<T>::min)(), (std::numeric_limits<T>::max)()};
        std::tuple<T, T> back;
        return read(written(std::get<0>(ends), std::get<1>(ends)), back) == status::ok && back == ends;
    };
    CHECK((both(u8(0)) && both(std::int8_t{}) && both(std::uint16_t{}) && both(std::int16_t{})));
    CHECK((both(std::uint32_t{}) && both(std::int32_t{}) && both(std::uint64_t{}) && both(std::int64_t{})));
}

TEST_CASE("a number that its integer cannot hold is refused") {
    CHECK(read_as<std::uint16_t>(bytes_of({0xff, 0xff, 3})) == status::ok);
    CHECK(read_as<std::uint16_t>(bytes_of({0x80, 0x80, 4})) == status::value_out_of_range);
    CHECK(read_as<std::uint32_t>(bytes_of({0xff, 0xff, 0xff, 0xff, 0x1f})) == status::value_out_of_range);
    CHECK(read_as<std::uint32_t>(bytes_of({0xff, 0xff, 0xff, 0xff, 0x8f, 1})) == status::value_out_of_range);
    CHECK(read_as<std::uint64_t>(bytes_of({0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 2})) ==
          status::value_out_of_range);
    CHECK(read_as<bool>(bytes_of({2})) == status::value_out_of_range);
    std::tuple<std::uint16_t, std::uint32_t> kept{1, 2};
    CHECK(read(bytes_of({9, 0xff, 0xff, 0xff, 0xff, 0x1f}), kept, purpose::check) ==
          status::value_out_of_range);
    CHECK(kept == std::tuple<std::uint16_t, std::uint32_t>{1, 2});
}

TEST_CASE("there is one way to write a state, and no other is read") {
    CHECK(read_as<std::uint32_t>(bytes_of({0x81, 0})) == status::malformed); // 1 in two bytes
    CHECK(read_as<u32, u32>(bytes_of({0, 0, 0, 0})) == status::malformed);   // two runs
    CHECK(read_as<u32, u32>(bytes_of({0, 0x81, 0})) == status::malformed);   // 2 zeros in three bytes
    CHECK(read_as<u32, u32, u32>(bytes_of({0, 0, 5, 0, 0})) == status::ok);
}

TEST_CASE("fields that are missing, or too many, are refused") {
    CHECK(read_as<u32, u32>(bytes_of({1})) == status::malformed);
    CHECK(read_as<u32>(bytes_of({1, 1})) == status::malformed);
    CHECK(read_as<u32>(bytes_of({0x80})) == status::malformed);
    CHECK(read_as<u32>(bytes_of({})) == status::malformed);
    CHECK(read_as<u32>(bytes_of({0})) == status::malformed);
    CHECK(read_as<u32>(bytes_of({0, 1})) == status::malformed); // a run that goes beyond the end
    CHECK(read_as<u32, u32>(bytes_of({0, 0xff, 0xff, 0xff, 0xff, 0x0f})) == status::malformed);
}

TEST_CASE("what does not fit is not written") {
    byte_list into(3);
    writer w{std::span{into}.first(2)};
    w(std::uint32_t{300}), w(std::uint32_t{1});
    CHECK_FALSE(w.finish());
    CHECK(into[2] == std::byte{0});
    writer zeros{std::span{into}.first(1)};
    zeros(u8(0));
    CHECK_FALSE(zeros.finish());
}

} // namespace
} // namespace kpi::test
