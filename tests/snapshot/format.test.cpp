// SPDX-License-Identifier: MIT
#include "snapshot/frames.hpp"
#include <kpi/snapshot/format.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

namespace kpi::test {
namespace {

using snapshot::status;
using snapshot::detail::check_frame;

constexpr std::array<std::byte, 8> described{std::byte{0x88}, std::byte{0x77}, std::byte{0x66},
                                             std::byte{0x55}, std::byte{0x44}, std::byte{0x33},
                                             std::byte{0x22}, std::byte{0x11}};
constexpr snapshot::detail::opening<8, 5> own{described}; // for up to 31 bytes
const byte_list good = framed(described, bytes_of({1, 2, 3}));

status with(std::size_t at, unsigned value, bool seal = true) {
    byte_list b = good;
    b[at] = static_cast<std::byte>(value);
    return check_frame(seal ? sealed(b) : b, own);
}

TEST_CASE("a frame is little-endian everywhere") {
    const byte_list expected = bytes_of(
        {0x89, 'k', 'p', 'i', 1, 11, 0, 0, 0, 0x88, 0x77, 0x66, 0x55, 0x44, 0x33, 0x22, 0x11, 1, 2, 3});
    CHECK(byte_list(good.begin(), good.end() - 4) == expected);
    CHECK(check_frame(good, own) == status::ok);
}

TEST_CASE("a frame is refused with the reason that lies deepest") {
    CHECK(with(0, 'k') == status::foreign);
    CHECK(with(3, 'I') == status::foreign);
    CHECK(with(4, 0) == status::foreign);
    CHECK(with(4, 2) == status::newer_version);
    CHECK(with(9, 0) == status::other_schema);
    CHECK(with(16, 0) == status::other_schema);
    CHECK(check_frame(framed({}, bytes_of({0x88, 0x77})), own) == status::other_schema);
    CHECK(with(5, 12) == status::cut);
    CHECK(with(8, 0x80) == status::cut);
    CHECK(with(5, 10) == status::trailing);
    CHECK(with(9, 0, false) == status::altered);
    CHECK(with(18, 0, false) == status::altered);
    CHECK(with(23, 0, false) == status::altered);
}

TEST_CASE("a frame is put and checked the same whatever its length is") {
    for (std::size_t length = 0; length <= 23; ++length) {
        const byte_list fields(length, std::byte{0x5a}), expected = framed(described, fields);
        byte_list written(expected.size() + 1);
        std::copy(fields.begin(), fields.end(), written.begin() + 17);
        const auto whole = snapshot::detail::put_frame(written, length, own);
        CHECK(byte_list(whole.begin(), whole.end()) == expected);
        CHECK(check_frame(expected, own) == status::ok);
    }
    const byte_list longer = framed(described, byte_list(1000));
    CHECK(check_frame(longer, own) == status::ok); // its fields will be too many
    byte_list altered = longer;
    altered[500] = std::byte{1};
    CHECK(check_frame(altered, own) == status::altered);
}

TEST_CASE("a frame that ends early is cut, and one that goes on has something behind it") {
    for (std::size_t n = 0; n < good.size(); ++n)
        CHECK(check_frame(std::span{good}.first(n), own) == status::cut);
    byte_list longer = good;
    longer.push_back(std::byte{0});
    CHECK(check_frame(longer, own) == status::trailing);
    CHECK(check_frame(bytes_of({'P', 'K'}), own) == status::foreign);
}

TEST_CASE("a header says how long its snapshot is") {
    CHECK(snapshot::stated_size(good) == good.size());
    CHECK(snapshot::stated_size(std::span{good}.first(snapshot::header_size)) == good.size());
    CHECK_FALSE(snapshot::stated_size(std::span{good}.first(snapshot::header_size - 1)));
    byte_list other = good;
    other[4] = std::byte{2};
    CHECK_FALSE(snapshot::stated_size(other));
    other = good;
    other[1] = std::byte{'K'};
    CHECK_FALSE(snapshot::stated_size(other));
    other = good;
    other[5] = other[6] = other[7] = other[8] = std::byte{0xff};
    CHECK(snapshot::stated_size(other) ==
          0xffffffffu + std::uint64_t{snapshot::overhead}); // no size_t could wrap
}

TEST_CASE("each reason has a name") {
    for (unsigned s = 0; s <= static_cast<unsigned>(status::read_failed); ++s)
        CHECK_FALSE(snapshot::name_of(static_cast<status>(s)).empty());
    CHECK(snapshot::name_of(status::cut) == "cut");
    CHECK(snapshot::name_of(status::absent) == "absent");
    CHECK(snapshot::name_of(status::read_failed) == "read_failed");
    CHECK(snapshot::name_of(static_cast<status>(200)).empty());
}

} // namespace
} // namespace kpi::test
