// SPDX-License-Identifier: MIT
// expects: a state takes events one by one and in batches, which combinators hand on: give it record(event)
// and record(std::span<const event>)

#include <kpi/accumulator/state.hpp>

#include <span>

struct largest {
    using event = unsigned;
    using count_type = unsigned;
    static constexpr kpi::law keeps = kpi::law::exact;
    static constexpr bool retractable = false;
    unsigned n{};

    constexpr void record(event x) noexcept { n = n < x ? x : n; }
#ifdef KPI_TWIN
    constexpr void record(std::span<const event> all) noexcept {
        for (const event x : all)
            record(x);
    }
#endif
    constexpr largest &operator+=(const largest &other) noexcept { return record(other.n), *this; }
    friend constexpr bool operator==(const largest &, const largest &) = default;
    constexpr void reset() noexcept { n = 0; }
    static constexpr void fields(auto &self, auto &&visit) noexcept { visit(self.n); }
};

static_assert(kpi::is_a_state<largest>());
