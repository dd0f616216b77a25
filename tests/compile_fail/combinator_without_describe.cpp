// SPDX-License-Identifier: MIT
// expects: a combinator says to a snapshot what is inside: give it describe(say)

#include <kpi/sales/deals.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/snapshot/schema.hpp>

// The words of the board inside would be left out: the bytes of any board as large would be taken for it.
template <kpi::state A> class wrapped {
public:
    using event = typename A::event;
    using inner = A;
    static constexpr kpi::law keeps = A::keeps;
    static constexpr bool retractable = A::retractable;
    constexpr wrapped &operator+=(const wrapped &other) noexcept { return state_ += other.state_, *this; }
    friend constexpr bool operator==(const wrapped &, const wrapped &) = default;
    constexpr void reset() noexcept { state_.reset(); }
    static constexpr void fields(auto &self, auto &&visit) noexcept { kpi::visit_fields(self.state_, visit); }
#ifdef KPI_TWIN
    static constexpr void describe(auto &&say) noexcept { say(std::type_identity<A>{}); }
#endif

private:
    A state_{};
};

static_assert(kpi::snapshot::schema<wrapped<kpi::live<kpi::sales::win_rate>>> != 0);
