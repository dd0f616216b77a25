// SPDX-License-Identifier: MIT
// expects: a word with members besides `of` says them to a snapshot: give it describe(say)

#include <kpi/accumulator/total.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/snapshot/schema.hpp>

enum class door : unsigned char { knocked, opened };
struct visit {
    door kind;
    unsigned minutes;
};

// Of two steps there are two sums: the bytes of one must not be read as those of the other.
struct time_of {
    kpi::event_set<door> of{};
    unsigned step{};
    template <class Event> using state = kpi::total;
    constexpr void record(kpi::total &s, const auto &e) const noexcept {
        if (of.contains(e.kind)) s.record(std::uint64_t{e.minutes / step});
    }
#ifdef KPI_TWIN
    constexpr void describe(auto &&say) const noexcept { say(of), say(step); }
#endif
};
struct time_metric {
    using event = visit;
    std::string_view name{"time"}, help{"Time at a door."};
    static constexpr std::array<time_of, 1> observes() { return {{{{door::opened}, 15}}}; }
    static constexpr auto value(const kpi::total &s) { return s.value(); }
};
inline constexpr time_metric quarters;

static_assert(kpi::snapshot::schema<kpi::live<quarters>> != 0);
