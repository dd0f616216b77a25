// SPDX-License-Identifier: MIT
// A proportion told in parts per thousand: what its first `per` costs.
#include "board.hpp"
extern "C" void use(const kpi::proportion<std::uint32_t> &p) { sizes::keep(p.per(1000)); }
