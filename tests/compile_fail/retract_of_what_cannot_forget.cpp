// SPDX-License-Identifier: MIT
// expects: retract: a metric of this board cannot forget; keep it on a board of its own

#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

enum class door : unsigned char { knocked, opened };
struct visit {
    door kind;
    unsigned number;
};
inline constexpr kpi::count_metric<door> doors{.name = "doors", .of = {door::opened}};

// The highest of several numbers: once it is taken back, nobody knows the one before it.
struct highest_number_word {
    kpi::event_set<door> of{};

    struct highest {
        static constexpr kpi::law keeps = kpi::law::exact;
        static constexpr bool retractable = false;
        unsigned number{};
        constexpr highest &operator+=(const highest &o) {
            if (o.number > number) number = o.number;
            return *this;
        }
        constexpr bool operator==(const highest &) const = default;
        static constexpr void fields(auto &self, auto &&visit) { visit(self.number); }
        constexpr void reset() { number = 0; }
    };
    template <class Event> using state = highest;
    constexpr void record(highest &s, const visit &v) const {
        if (of.contains(v.kind)) s += highest{v.number};
    }
};
struct highest_number_metric {
    using event = visit;
    std::string_view name = "highest_number", help = "";
    constexpr auto observes() const { return kpi::row{highest_number_word{{door::opened}}}; }
    static constexpr unsigned value(const highest_number_word::highest &s) { return s.number; }
};
inline constexpr highest_number_metric highest_number{};

#ifdef KPI_TWIN
kpi::scorecard<visit, doors> street;
#else
kpi::scorecard<visit, doors, highest_number> street;
#endif
bool correct(const visit &v) { return street.retract(v); }
