// SPDX-License-Identifier: MIT
#pragma once

/// Any state (board, accumulator, combinator) as bytes, and back: to keep it over a restart, to send it, to
/// add up a fleet. The format is in snapshot/format.hpp and is the same on every machine. An empty state
/// takes 23 or 24 bytes, and 4 for each counter and word of its boards, whatever groups and windows stand
/// around them. A snapshot of a newer format or another schema, or one that is altered, cut or followed by
/// something, is refused with a reason, and the state is left as it was; snapshot/migrate.hpp reads the
/// snapshots of a board that changed. Nobody checks whether values make sense: a CRC is no signature, and
/// whoever can write one can also write wrong counts.

#include <kpi/accumulator/state.hpp>
#include <kpi/snapshot/detail/field.hpp>
#include <kpi/snapshot/format.hpp>
#include <kpi/snapshot/schema.hpp>

#include <bit>
#include <cstddef>
#include <optional>
#include <span>

namespace kpi::inline v1::snapshot {

/// A buffer of this many bytes holds any snapshot of this state, whatever was counted.
template <state State>
inline constexpr std::size_t encoded_size_bound = overhead + detail::described<State>.size() +
                                                  sizeof(State) / 2 * 3 + 3;

namespace detail {
template <state State>
inline constexpr opening<described<State>.size(), std::bit_width(encoded_size_bound<State>)> opening_of{
    described<State>};
} // namespace detail

/// Writes a snapshot and answers the part of the buffer that it takes; if the buffer is too small, nothing,
/// and its bytes then mean nothing. Cost: one pass over the integers, and the CRC.
template <state State>
[[nodiscard]] constexpr std::span<std::byte> encode(const State &from, std::span<std::byte> into) noexcept {
    constexpr auto &opening = detail::opening_of<State>;
    constexpr std::size_t around = opening.all.size() + 4;
    if (into.size() < around) return {};
    detail::writer writer{into.subspan(opening.all.size(), into.size() - around)};
    visit_fields(from, writer);
    const std::optional<std::size_t> length = writer.finish();
    return length ? detail::put_frame(into, *length, opening) : std::span<std::byte>{};
}

/// Reads a snapshot into a state. Unless it answers `ok`, the state is as it was. Cost: the CRC, and two
/// passes over the integers, one to check and one to assign, so no second state is needed.
template <state State>
[[nodiscard]] constexpr status decode(std::span<const std::byte> from, State &into) noexcept {
    constexpr auto &opening = detail::opening_of<State>;
    if (const status s = detail::check_frame(from, opening); s != status::ok) return s;
    const auto fields = from.subspan(opening.all.size(), from.size() - 4 - opening.all.size());
    for (const detail::purpose p : {detail::purpose::check, detail::purpose::assign}) {
        detail::reader reader{fields, p};
        visit_fields(into, reader);
        if (const status s = reader.finish(); s != status::ok) return s;
    }
    return status::ok;
}

/// Adds the contents of a snapshot to a state, by way of another state that you give and that is overwritten:
/// for states that are too large for the stack. Unless it answers `ok`, both are as they were; it answers
/// `same_state` if the two are one.
template <state State>
[[nodiscard]] constexpr status merge_from(std::span<const std::byte> from, State &into,
                                          State &between) noexcept {
    if (&into == &between) return status::same_state;
    const status s = decode(from, between);
    if (s == status::ok) into += between;
    return s;
}
/// The same, by way of a state on the stack.
template <state State>
[[nodiscard]] constexpr status merge_from(std::span<const std::byte> from, State &into) noexcept {
    State between{};
    return merge_from(from, into, between);
}

} // namespace kpi::inline v1::snapshot
