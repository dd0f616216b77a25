// SPDX-License-Identifier: MIT
#pragma once

/// The inputs of worked examples, as you would write them down, and hidden from the optimiser: `12_n` is a
/// count, `12_q` an exact number, `7_q / 10_q` seven tenths.

#include "opaque.hpp"
#include "rational.hpp"

#include <cstdint>

namespace kpi::test {

constexpr std::uint32_t operator""_n(unsigned long long n) { return opaque(static_cast<std::uint32_t>(n)); }
constexpr rational operator""_q(unsigned long long n) { return opaque(rational{n}); }

} // namespace kpi::test
