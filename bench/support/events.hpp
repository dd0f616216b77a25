// SPDX-License-Identifier: MIT
#pragma once

/// The events that every benchmark gets, 16 bytes each: four a second, with the skewed kinds of a sales
/// funnel (52 % sent, 12 % replies), 4,096 reps, three million prospects, and reply times from a second to
/// weeks. There are 2^25 of them, half a gigabyte, so that a pass over all comes from memory. They are in
/// huge pages if Linux has them; otherwise every limit would be that of a walk through page tables.

#include <kpi/accumulator/dimension.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/proportion_metric.hpp>
#include <kpi/scorecard/ratio_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/time/instant.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <span>
#ifdef __linux__
#include <sys/mman.h>
#endif

namespace bench {

enum class step : std::uint8_t { sent, opened, replied, asked, accepted, declined, won, lost };
inline constexpr std::size_t steps = 8, reps = 4096, prospects = 3'000'000;

struct event {
    kpi::basic_instant<std::uint32_t> at{};
    std::uint16_t rep{};
    step kind{};
    std::uint8_t channel{};
    std::uint32_t prospect{};
    std::uint32_t elapsed{};
};
static_assert(sizeof(event) == 16);
using events = std::span<const event>;

inline constexpr kpi::dimension rep{"rep", &event::rep};
inline constexpr kpi::dimension prospect{"prospect", &event::prospect};

inline constexpr kpi::proportion_metric<step> open_rate{
    .name = "open_rate", .part = step::opened, .whole = step::sent};
inline constexpr kpi::proportion_metric<step> reply_rate{
    .name = "reply_rate", .part = step::replied, .whole = step::sent};
inline constexpr kpi::proportion_metric<step> asked_rate{
    .name = "asked_rate", .part = step::asked, .whole = step::replied};
inline constexpr kpi::proportion_metric<step> acceptance_rate{
    .name = "acceptance_rate", .part = step::accepted, .whole = {step::accepted, step::declined}};
inline constexpr kpi::proportion_metric<step> win_rate{
    .name = "win_rate", .part = step::won, .whole = {step::won, step::lost}};
inline constexpr kpi::ratio_metric<step> mails_per_win{
    .name = "mails_per_win", .a = step::sent, .b = step::won};
inline constexpr kpi::quantiles_metric<event, kpi::member::elapsed> reply_time{.name = "reply_time",
                                                                               .of = step::replied};

/// Six rates of eight kinds.
template <class Count>
using basic_board = kpi::basic_scorecard<event, Count, open_rate, reply_rate, asked_rate, acceptance_rate,
                                         win_rate, mails_per_win>;
using board = basic_board<std::uint32_t>;
inline constexpr kpi::event_set<step> every_step{step::sent,     step::opened,   step::replied, step::asked,
                                                 step::accepted, step::declined, step::won,     step::lost};
using tally = kpi::tally<step, every_step>;

/// SplitMix64.
inline std::uint64_t next(std::uint64_t &state) {
    std::uint64_t z = state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

class data {
public:
#ifdef KPI_BENCH_EVENTS
    static constexpr std::size_t size = KPI_BENCH_EVENTS;
#else
    static constexpr std::size_t size = std::size_t{1} << 25;
#endif
    static constexpr std::size_t slice = std::size_t{1} << 20;

    [[nodiscard]] static const data &get() {
        static const data made;
        return made;
    }
    [[nodiscard]] events all() const { return {events_.get(), size}; }

private:
    data() {
#ifdef __linux__
        madvise(events_.get(), size * sizeof(event), MADV_HUGEPAGE);
#endif
        constexpr std::array<unsigned, steps> up_to{5200, 7200, 8400, 9000, 9400, 9600, 9750, 10000};
        std::uint64_t state = 42;
        for (std::size_t i = 0; i < size; ++i) {
            const std::uint64_t a = next(state), b = next(state);
            unsigned k = 0;
            while (a % 10000 >= up_to[k])
                ++k;
            const auto scale = static_cast<unsigned>(b >> 32) % 21;
            const auto times = std::uint32_t{1} << scale;
            events_[i] = {.at = {static_cast<std::uint32_t>(1'200'000'000 + i / 4)},
                          .rep = static_cast<std::uint16_t>((a >> 32) % reps),
                          .kind = static_cast<step>(k),
                          .channel = static_cast<std::uint8_t>((a >> 20) & 3),
                          .prospect = static_cast<std::uint32_t>(b % prospects) + 1,
                          .elapsed = times + (static_cast<std::uint32_t>(b >> 40) & (times - 1))};
        }
    }
    static constexpr std::size_t huge_page = std::size_t{2} << 20;
    struct release {
        void operator()(event *all) const { std::free(all); }
    };
    std::unique_ptr<event[], release> events_{static_cast<event *>(
        std::aligned_alloc(huge_page, (size * sizeof(event) + huge_page - 1) / huge_page * huge_page))};
};

} // namespace bench
