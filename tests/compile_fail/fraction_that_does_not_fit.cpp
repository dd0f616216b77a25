// SPDX-License-Identifier: MIT
// 300 in 8 bits is 44: a fraction is at least as wide as what it is made of.
// expects: fraction::of: the count is narrower than the integers

#include <kpi/core/fraction.hpp>

#ifdef KPI_TWIN
inline constexpr auto f = kpi::fraction<unsigned>::of(300, 1);
#else
inline constexpr auto f = kpi::fraction<unsigned char>::of(300, 1);
#endif
