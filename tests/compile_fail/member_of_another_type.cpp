// SPDX-License-Identifier: MIT
// A condition names what it compares a member with, and a bare byte is no enumerator.
// expects: event.channel is of another type than the value that it is compared with

#include <kpi/core/member.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

enum class door : unsigned char { knocked, opened };
enum class way : unsigned char { foot, car };
struct visit {
    door kind;
#ifdef KPI_TWIN
    way channel;
#else
    unsigned char channel;
#endif
};
struct came_by_car {
    template <class Event> static constexpr bool demanded_of() noexcept {
        return kpi::member::channel.demanded_of<Event, way>();
    }
    constexpr bool operator()(const auto &e) const noexcept { return kpi::member::channel(e) == way::car; }
};
inline constexpr kpi::count_metric<visit, came_by_car> by_car{.name = "by_car", .of = {door::opened}};

kpi::scorecard<visit, by_car> doors;
void record(const visit &v) { doors.record(v); }
