// SPDX-License-Identifier: MIT
#pragma once

/// What the two units of this program have to agree on. A definition that is another object in each unit
/// makes `board` two types, and `won_by_the_other` is never found by the linker.

#include "hostile.hpp"
#include <kpi/kpi.hpp>

using board = kpi::scorecard<kpi::sales::touch, kpi::sales::win_rate, kpi::sales::reply_rate>;
using by_rep = kpi::by<kpi::sales::rep, 4, board>;

std::uint32_t won_by_the_other(const by_rep &reps);
const void *metric_of_the_other();
std::string_view name_of_the_other();
