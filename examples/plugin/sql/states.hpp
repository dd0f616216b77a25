// SPDX-License-Identifier: MIT
#pragma once

/// A row of a sales log that can leave things untold, and logs of them: for tests of sales stories.
/// acts that can be taken back and need no distribution, different ids, and the distribution of whole
/// numbers. Each is a snapshot when it leaves an aggregate. A board takes snapshots of other boards, too: a
/// dialer's few metrics are added as they are, and the metrics that it does not feed are then absent.

#include "../figure.hpp"
#include <kpi/accumulator/distinct.hpp>
#include <kpi/accumulator/quantiles.hpp>
#include <kpi/core/enumerators.hpp>
#include <kpi/core/hash.hpp>
#include <kpi/export/each_figure.hpp>
#include <kpi/sales/customers.hpp>
#include <kpi/sales/deals.hpp>
#include <kpi/sales/lead_times.hpp>
#include <kpi/sales/leads.hpp>
#include <kpi/sales/outreach.hpp>
#include <kpi/sales/revenue.hpp>
#include <kpi/sales/surveys.hpp>
#include <kpi/sales/talk.hpp>
#include <kpi/sales/volume.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/snapshot/codec.hpp>
#include <kpi/snapshot/migrate.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

namespace plugin::sql {

using kpi::sales::activity;
using kpi::sales::touch;
using kpi::snapshot::status;

namespace detail {
/// An aggregate has as many boards as there are groups.
template <const auto &M>
inline constexpr bool is_small = kpi::scorecard<touch, M>::retractable &&
                                 sizeof(kpi::scorecard<touch, M>) < 256;

template <const auto &...M> [[nodiscard]] constexpr auto small_ones_of(kpi::catalogue<M...>) {
    return kpi::joined(kpi::catalogue<>{},
                       std::conditional_t<is_small<M>, kpi::catalogue<M>, kpi::catalogue<>>{}...);
}
using all_small_ones =
    decltype(small_ones_of(kpi::joined(kpi::sales::volume, kpi::sales::outreach, kpi::sales::talk,
                                       kpi::sales::leads, kpi::sales::lead_times, kpi::sales::deals,
                                       kpi::sales::revenue, kpi::sales::customers, kpi::sales::surveys)
                               .speaking<activity>()));
} // namespace detail

using board = detail::all_small_ones::on<kpi::scorecard, touch>;
using boards = kpi::snapshot::migrated<board>;
using ids = kpi::distinct<768, 12, std::uint64_t>;
using numbers = kpi::quantiles<>;

/// An id made from any text.
[[nodiscard]] constexpr std::uint64_t id_of(std::string_view text) noexcept {
    std::uint64_t h = text.size();
    for (const char c : text)
        h = kpi::mix(h ^ static_cast<unsigned char>(c));
    return h;
}

/// The most bytes that a snapshot may need, whatever was counted.
template <class State> inline constexpr std::size_t room = kpi::snapshot::encoded_size_bound<State>;

template <class State>
[[nodiscard]] std::span<std::byte> encode(const State &state,
                                          std::span<std::byte, room<State>> into) noexcept {
    return kpi::snapshot::encode(state, into);
}
/// A board that lacks nothing is written as a plain board, so that a dialer can read it.
[[nodiscard]] inline std::span<std::byte> encode(const boards &state,
                                                 std::span<std::byte, room<boards>> into) noexcept {
    return state.missing() == 0 ? kpi::snapshot::encode(*state, into) : kpi::snapshot::encode(state, into);
}
template <class State> [[nodiscard]] status decode(std::span<const std::byte> from, State &into) noexcept {
    return kpi::snapshot::decode(from, into);
}
[[nodiscard]] inline status decode(std::span<const std::byte> from, boards &into) noexcept {
    return kpi::snapshot::migrate(from, into).answer;
}

/// The state that a snapshot claims to hold; it is checked before it is believed.
enum class holds : std::uint8_t { of_boards, of_ids, of_numbers };
[[nodiscard]] inline holds what_holds(std::span<const std::byte> from) noexcept {
    const auto begins_as = [from]<class State>(std::type_identity<State>) {
        constexpr auto &schema = kpi::snapshot::schema<State>;
        if (from.size() < kpi::snapshot::header_size + sizeof schema) return false;
        std::uint64_t said = 0;
        for (std::size_t i = sizeof schema; i-- > 0;)
            said = said << 8 | std::to_integer<std::uint64_t>(from[kpi::snapshot::header_size + i]);
        return said == schema;
    };
    if (begins_as(std::type_identity<ids>{})) return holds::of_ids;
    return begins_as(std::type_identity<numbers>{}) ? holds::of_numbers : holds::of_boards;
}

/// Calls `f(std::type_identity<State>)` for the state of a snapshot.
void with_state(holds which, auto &&f) {
    switch (which) {
    case holds::of_boards:
        f(std::type_identity<boards>{});
        break;
    case holds::of_ids:
        f(std::type_identity<ids>{});
        break;
    case holds::of_numbers:
        f(std::type_identity<numbers>{});
        break;
    }
}

/// A sentence for the reason why a snapshot is refused.
[[nodiscard]] constexpr const char *sentence(status s) noexcept {
    switch (s) {
    case status::foreign:
        return "these bytes are no kpi snapshot";
    case status::newer_version:
        return "the kpi snapshot has a newer format";
    case status::cut:
        return "the end of the kpi snapshot is missing";
    case status::trailing:
        return "more bytes follow behind the kpi snapshot";
    case status::altered:
        return "the kpi snapshot was altered: its checksum does not fit";
    case status::other_schema:
        return "the kpi snapshot is of a state that counts something else";
    case status::value_out_of_range:
        return "a number in the kpi snapshot is too great for its counter";
    default:
        return "the kpi snapshot is malformed";
    }
}

enum class answer : std::uint8_t {
    ok,
    no_such_metric,
    given, ///< the metric takes another number of figures that no event carries
};

/// Reads the first figure of a metric.
[[nodiscard]] inline answer read(const boards &from, std::string_view metric,
                                 std::span<const std::uint64_t> given, figure &into) noexcept {
    answer found = answer::no_such_metric;
    const auto of = from.of(*from);
    board::metrics::visit(
        metric, [&]<const auto & M>() {
            bool first = true;
            const auto tell = [&](const kpi::figure_info &info, const auto &value) {
                using kpi::parts_of;
                if (first) into = figure{info, parts_of(value)};
                first = false;
            };
            const auto try_with = [&](const auto &...figures) {
                constexpr bool asks = !kpi::figure_constant<M>.given.empty();
                constexpr bool takes = board::readable<M, std::remove_cvref_t<decltype(figures)>...>;
                if constexpr (takes && (asks || sizeof...(figures) == 0)) {
                    of.template figures<M>(tell, figures...);
                    found = answer::ok;
                }
            };
            found = answer::given;
            if (given.empty()) try_with();
            if (given.size() == 1) try_with(given[0]);
        });
    return found;
}

} // namespace plugin::sql
