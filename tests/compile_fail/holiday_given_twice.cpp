// SPDX-License-Identifier: MIT
// It would be taken off twice.
// expects: a day is off once || stretches of work are ordered and apart

#include <kpi/time/business_hours.hpp>

#ifdef KPI_TWIN
inline constexpr std::array days_off{kpi::days_since_epoch({2027, 1, 1})};
#else
inline constexpr std::array days_off{kpi::days_since_epoch({2027, 1, 1}),
                                     kpi::days_since_epoch({2027, 1, 1})};
#endif
inline constexpr kpi::weekly_schedule office{.week = {{{{{9 * 60, 17 * 60}, {}}}}}, .holidays = days_off};

std::uint32_t waited(kpi::instant from, kpi::instant to) {
    return kpi::business_time<office>::elapsed(from, to);
}
