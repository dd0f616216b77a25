// SPDX-License-Identifier: MIT
#pragma once

/// One sum against another, from the same events: revenue for each unit sold. The sums are exact in 64 bits.
/// Absent while the lower one is 0.

#include <kpi/accumulator/total.hpp>
#include <kpi/core/member.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/scorecard/metric.hpp>

#include <cstdint>

namespace kpi::inline v1 {

/// Two totals of the same events.
struct two_totals {
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = true;
    total a{};
    total b{};

    constexpr two_totals &operator+=(const two_totals &o) noexcept {
        a += o.a;
        b += o.b;
        return *this;
    }
    friend constexpr bool operator==(const two_totals &, const two_totals &) = default;
    constexpr void reset() noexcept { *this = two_totals{}; }
    constexpr void fields(auto &&visit) noexcept { a.fields(visit), b.fields(visit); }
    constexpr void fields(auto &&visit) const noexcept { a.fields(visit), b.fields(visit); }
};

template <kpi::event Event, const auto &A, const auto &B> struct price_metric {
    using event = Event;
    template <class> using state = two_totals;
    static constexpr std::string_view kind = "ratio";

    std::string_view name;
    event_set<kind_of<Event>> of;
    std::string_view unit{"each"};
    std::string_view help{};

    template <class E> static constexpr bool demanded_of() noexcept {
        return A.template demanded_of<E>() && B.template demanded_of<E>();
    }
    [[nodiscard]] constexpr bool complete() const noexcept { return !of.empty(); }

    constexpr void record(two_totals &s, const auto &e, const auto &...times) const noexcept {
        if (!of.contains(kpi::kind(e))) return;
        s.a.record(static_cast<std::uint32_t>(A(e)), times...);
        s.b.record(static_cast<std::uint32_t>(B(e)), times...);
    }
    [[nodiscard]] constexpr bool retract(two_totals &s, const auto &e) const noexcept {
        if (!of.contains(kpi::kind(e))) return true;
        two_totals left = s;
        if (!left.a.retract(static_cast<std::uint32_t>(A(e))) ||
            !left.b.retract(static_cast<std::uint32_t>(B(e))))
            return false;
        s = left;
        return true;
    }
    /// What the state stands for in a snapshot (snapshot/schema.hpp).
    constexpr void describe(auto &&say) const noexcept {
        say(of), say(std::type_identity<definition<A>>{}), say(std::type_identity<definition<B>>{});
    }
    [[nodiscard]] static constexpr ratio<std::uint64_t> value(const two_totals &s) noexcept {
        return {s.a.value().n, s.b.value().n};
    }
};

} // namespace kpi::inline v1
