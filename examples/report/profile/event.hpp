// SPDX-License-Identifier: MIT
#pragma once

/// The event that every log is turned into, and its parts by name: the profile's keys, the mapping and the
/// groups all use these tables. Unlike sales::touch it has ids of 64 bits, so that the hash of any text can
/// be an id, and it knows whether it has a time.

#include <kpi/core/event_set.hpp>
#include <kpi/sales/activity.hpp>
#include <kpi/time/instant.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace report {

namespace sales = kpi::sales;
using sales::activity;
using sales::medium;

/// Kinds of event.
using kinds = kpi::event_set<activity>;

struct event {
    kpi::instant at{};
    activity kind{};
    medium channel{};
    bool dated{};         ///< `at` is meaningful
    bool whole_day{};     ///< ... and is a date without a time
    bool due_whole_day{}; ///< `due` is a date without a time
    std::uint8_t told{};  ///< a bit for each of number_parts that the row filled in, `due` and `stage`
    std::uint8_t stage{}; ///< the stage that its deal enters, from 1
    std::uint32_t rep{};
    std::uint32_t location{};
    std::uint32_t product{};
    std::uint32_t source{};
    std::uint32_t grade{};
    std::uint32_t campaign{};
    std::uint32_t currency{}; ///< of the value
    std::uint32_t further{};  ///< its names in the user's own dimensions, all as one number
    std::uint64_t row{};      ///< in a log that is to be explained: its file, and its line in 40 bits
    std::uint64_t prospect{};
    std::uint64_t lead{};
    std::uint64_t deal{};
    std::uint64_t customer{};
    std::uint64_t message{}; ///< the email that it is about
    std::int64_t value{};    ///< in the smallest unit of its currency
    std::int64_t units{};
    std::int64_t elapsed{};
    std::int64_t touches{};
    std::int64_t score{};
    std::int64_t due{}; ///< when its deal should be settled, by the clock of `at`
};

template <class T> struct part {
    std::string_view name;
    T event::*member;
};

/// Names, of which there are few: each is numbered when it first comes (names.hpp).
inline constexpr std::array<part<std::uint32_t>, 7> named_parts{{{"rep", &event::rep},
                                                                 {"location", &event::location},
                                                                 {"product", &event::product},
                                                                 {"source", &event::source},
                                                                 {"grade", &event::grade},
                                                                 {"campaign", &event::campaign},
                                                                 {"currency", &event::currency}}};
inline constexpr std::size_t rep_part = 0, currency_part = 6;
static_assert(named_parts[rep_part].name == "rep" && named_parts[currency_part].name == "currency");
/// Ids, of which there may be any number.
inline constexpr std::array<part<std::uint64_t>, 5> id_parts{{{"prospect", &event::prospect},
                                                              {"lead", &event::lead},
                                                              {"deal", &event::deal},
                                                              {"customer", &event::customer},
                                                              {"message", &event::message}}};
inline constexpr std::size_t message_part = 4;
static_assert(id_parts[message_part].name == "message");

inline constexpr std::array<part<std::int64_t>, 5> number_parts{{{"value", &event::value},
                                                                 {"units", &event::units},
                                                                 {"elapsed", &event::elapsed},
                                                                 {"touches", &event::touches},
                                                                 {"score", &event::score}}};

/// The bit of a number in event::told.
inline constexpr unsigned value_told = 1, units_told = 2, elapsed_told = 4, touches_told = 8, score_told = 16;
/// ... followed by those of its due date, and of the stage that its deal enters.
inline constexpr std::size_t due_part = number_parts.size(), stage_part = due_part + 1;
inline constexpr unsigned due_told = 1u << due_part, stage_told = 1u << stage_part;

} // namespace report
