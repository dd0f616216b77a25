// SPDX-License-Identifier: MIT
#pragma once

/// What should be reached on some days: an amount is meant for days of its own, or for each period of a kind,
/// and is shared out over their working days.

#include "figures/figure.hpp"
#include "profile/periods.hpp"

#include <optional>

namespace report {

/// a + b, reduced; nothing if 64 bits do not hold it.
[[nodiscard]] std::optional<fraction> sum(const fraction &a, const fraction &b);

/// The share of an amount, meant for its `own` days or for each period in them, that falls on other days. For
/// days without a working day it is all or nothing. Nothing if 64 bits do not hold it.
[[nodiscard]] std::optional<fraction> due_on(const day_span &days, const fraction &amount,
                                             const day_span &own, const calendar &each);

} // namespace report
