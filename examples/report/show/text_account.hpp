// SPDX-License-Identifier: MIT
#pragma once

/// An account in words: what became of rows, events and pairs.

#include "figures/sheet.hpp"
#include "profile/account.hpp"

#include <array>
#include <cstdint>
#include <string>

namespace report {

[[nodiscard]] std::string rows_text(const row_account &rows);
/// Events outside the time that is looked at; empty if there are none.
[[nodiscard]] std::string out_of_frame_text(const account &rows);
[[nodiscard]] std::string refusal_text(const refusal &r);
/// The number of events, in all and of each kind.
[[nodiscard]] std::string events_text(const account &rows);
/// "call 3, email_sent 1".
[[nodiscard]] std::string by_kind_text(const std::array<std::uint64_t, 64> &events);

} // namespace report
