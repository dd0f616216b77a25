// SPDX-License-Identifier: MIT
#pragma once

/// The frame of a snapshot, and what can be wrong with one. Version 1, integers little-endian on every
/// machine:
///
///     offset   0   89 'k' 'p' 'i'
///              4   version, 1
///              5   n, 4 bytes: the length of what follows, up to the CRC
///              9   schema: 4 bytes for what stands around the boards of the state, 4 for everything
///             17   the words of each board of the state (snapshot/schema.hpp), boards of equal words once:
///                  how many (*), and for each word
///                      4 bytes: a hash of the word, whose lowest two bits are
///                      0: one field of more than 8 bits, 1: one field of 8 bits, 2: runs of fields follow:
///                      for each run (*): its length * 4 + (another run follows) * 2 + (its fields have 8
///                      bits)
///                  (*) seven bits a byte, the lowest first, with 80 in every byte but the last
///                  the fields of the state, in the order of its `fields` (snapshot/detail/field.hpp)
///          9 + n   CRC-32C of everything before, 4 bytes
///
/// The bytes from offset 9 up to the fields are a constant of the state, and of one state only. Everything is
/// checked before anything is believed, in this order: whose it is, its version, its length, its CRC, its
/// schema and words, its values.

#include <kpi/snapshot/crc32c.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace kpi::inline v1::snapshot {

/// What a snapshot turned out to be.
enum class status : std::uint8_t {
    ok,
    foreign,            ///< not a snapshot at all
    newer_version,      ///< of a format that this library does not know yet
    cut,                ///< its end is missing
    trailing,           ///< something follows it
    altered,            ///< the CRC does not match
    other_schema,       ///< of a state that counts something else
    value_out_of_range, ///< a number that its integer cannot hold
    malformed,          ///< the fields are not those of the state, or not written as `encode` writes them
    absent,             ///< there is none: nothing was saved in the store
    same_state,         ///< a state cannot be merged into itself by way of itself
    read_failed,        ///< the memory of a store could not be read: nothing is known of what is there
};

/// The name of a status, for a log: "altered".
[[nodiscard]] constexpr std::string_view name_of(status s) noexcept {
    constexpr std::array<std::string_view, 12> names{
        "ok",        "foreign", "newer_version", "cut",
        "trailing",  "altered", "other_schema",  "value_out_of_range",
        "malformed", "absent",  "same_state",    "read_failed"};
    const auto i = static_cast<std::size_t>(s);
    return i < names.size() ? names[i] : std::string_view{};
}

inline constexpr std::uint8_t format_version = 1; ///< the only one so far
/// The first bytes of every snapshot.
inline constexpr std::array<std::byte, 4> magic{std::byte{0x89}, std::byte{'k'}, std::byte{'p'},
                                                std::byte{'i'}};
inline constexpr std::size_t header_size = 9;            ///< bytes before the schema
inline constexpr std::size_t overhead = header_size + 4; ///< bytes of header and CRC

namespace detail {

using bytes = std::span<const std::byte>;

template <std::size_t N> [[nodiscard]] constexpr std::uint64_t read_number(bytes from) noexcept {
    std::uint64_t n = 0;
    for (std::size_t i = N; i-- > 0;)
        n = n << 8 | std::to_integer<std::uint64_t>(from[i]);
    return n;
}
template <std::size_t N> constexpr void write_number(std::span<std::byte> to, std::uint64_t n) noexcept {
    for (std::size_t i = 0; i < N; ++i) {
        to[i] = static_cast<std::byte>(n & 0xffu);
        n >>= 8;
    }
}

/// The beginning of every snapshot of one state: its header and its description. To save a pass over these
/// constants for the CRC, their CRC with a length of 0 is known, and so is what each bit of the length
/// changes in it, because a CRC is linear.
template <std::size_t Described, std::size_t LengthBits> struct opening {
    std::array<std::byte, header_size + Described> all{};
    std::uint32_t crc{};
    std::array<std::uint32_t, LengthBits> of_length{};

    constexpr explicit opening(const std::array<std::byte, Described> &described) noexcept {
        for (std::size_t i = 0; i < magic.size(); ++i)
            all[i] = magic[i];
        all[4] = std::byte{format_version};
        for (std::size_t i = 0; i < Described; ++i)
            all[header_size + i] = described[i];
        crc = crc32c(all);
        for (std::size_t bit = 0; bit < LengthBits; ++bit) {
            auto with = all;
            write_number<4>(std::span{with}.subspan(5), std::uint64_t{1} << bit);
            of_length[bit] = crc32c(with) ^ crc;
        }
    }
    [[nodiscard]] constexpr std::uint32_t crc_with(std::size_t length) const noexcept {
        std::uint32_t answer = crc;
        for (std::size_t bit = 0; length != 0; ++bit, length >>= 1)
            if ((length & 1u) != 0) answer ^= of_length[bit];
        return answer;
    }
    /// Whether these bytes, which must be no fewer, begin so, whatever length they state.
    [[nodiscard]] constexpr bool begins(bytes b) const noexcept {
        for (std::size_t i = header_size; i < all.size(); ++i)
            if (b[i] != all[i]) return false;
        return true;
    }
};

/// Whether these bytes are a snapshot from its first byte to its last, as far as its header tells.
[[nodiscard]] constexpr status check_extent(bytes b) noexcept {
    for (std::size_t i = 0; i < magic.size() && i < b.size(); ++i)
        if (b[i] != magic[i]) return status::foreign;
    if (b.size() <= 4) return status::cut;
    const auto version = std::to_integer<std::uint8_t>(b[4]);
    if (version != format_version) return version == 0 ? status::foreign : status::newer_version;
    if (b.size() < overhead) return status::cut;
    const std::uint64_t length = read_number<4>(b.subspan(5)), room = b.size() - overhead;
    if (length != room) return length > room ? status::cut : status::trailing;
    return status::ok;
}
/// Whether they are one whole snapshot, of any state.
[[nodiscard]] constexpr status check_whole(bytes b) noexcept {
    if (const status s = check_extent(b); s != status::ok) return s;
    return crc32c(b.first(b.size() - 4)) == read_number<4>(b.last(4)) ? status::ok : status::altered;
}
/// Whether they are a snapshot of the state that opens so: checks everything but the values.
template <std::size_t Described, std::size_t LengthBits>
[[nodiscard]] constexpr status check_frame(bytes b, const opening<Described, LengthBits> &own) noexcept {
    if (const status s = check_extent(b); s != status::ok) return s;
    const std::size_t length = b.size() - overhead;
    const bool ours = length >= Described && own.begins(b);
    const bytes opened = b.first(ours ? own.all.size() : header_size), rest = b.subspan(opened.size());
    const std::uint32_t begun = ours && length >> LengthBits == 0 ? own.crc_with(length) : crc32c(opened);
    if (crc32c(rest.first(rest.size() - 4), begun) != read_number<4>(b.last(4))) return status::altered;
    return ours ? status::ok : status::other_schema;
}

/// Puts the frame around `length` bytes that already stand behind the place of the opening, and answers the
/// whole.
template <std::size_t Described, std::size_t LengthBits>
[[nodiscard]] constexpr std::span<std::byte> put_frame(std::span<std::byte> into, std::size_t length,
                                                       const opening<Described, LengthBits> &own) noexcept {
    for (std::size_t i = 0; i < own.all.size(); ++i)
        into[i] = own.all[i];
    const std::size_t all = Described + length;
    write_number<4>(into.subspan(5), all);
    write_number<4>(into.subspan(own.all.size() + length),
                    crc32c(into.subspan(own.all.size(), length), own.crc_with(all)));
    return into.first(overhead + all);
}

} // namespace detail

/// The length of the snapshot that starts with these bytes, as its header states it; nullopt if that is no
/// header of a snapshot of this version, or if there are fewer bytes than `header_size`. The snapshot may be
/// cut, altered or of another schema.
[[nodiscard]] constexpr std::optional<std::uint64_t> stated_size(std::span<const std::byte> start) noexcept {
    if (start.size() < header_size || start[4] != std::byte{format_version}) return std::nullopt;
    for (std::size_t i = 0; i < magic.size(); ++i)
        if (start[i] != magic[i]) return std::nullopt;
    return detail::read_number<4>(start.subspan(5)) + overhead;
}

} // namespace kpi::inline v1::snapshot
