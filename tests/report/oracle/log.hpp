// SPDX-License-Identifier: MIT
#pragma once

/// A log as the oracle sees it: rows whose times are already those of where the user lives, and what is asked
/// of them.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace oracle {

// METRICS.md, section 2: what can happen. The names are those of the native format.
#define ORACLE_KINDS(X)                                                                                      \
    X(conversation)                                                                                          \
    X(operator_reached)                                                                                      \
    X(hang_up)                                                                                               \
    X(abandoned)                                                                                             \
    X(picked_up)                                                                                             \
    X(voicemail)                                                                                             \
    X(busy)                                                                                                  \
    X(no_answer)                                                                                             \
    X(call)                                                                                                  \
    X(email_sent)                                                                                            \
    X(email_opened)                                                                                          \
    X(email_clicked)                                                                                         \
    X(email_bounced)                                                                                         \
    X(reply_positive)                                                                                        \
    X(reply_negative)                                                                                        \
    X(reply_automatic)                                                                                       \
    X(meeting_scheduled)                                                                                     \
    X(meeting_held)                                                                                          \
    X(video_meeting)                                                                                         \
    X(meeting_no_show)                                                                                       \
    X(meeting_cancelled)                                                                                     \
    X(social_touch)                                                                                          \
    X(follow_up)                                                                                             \
    X(first_response)                                                                                        \
    X(first_impression)                                                                                      \
    X(mcl)                                                                                                   \
    X(mql)                                                                                                   \
    X(sal)                                                                                                   \
    X(sql)                                                                                                   \
    X(opportunity)                                                                                           \
    X(customer)                                                                                              \
    X(out)                                                                                                   \
    X(presentation)                                                                                          \
    X(proposal_sent)                                                                                         \
    X(deal_won)                                                                                              \
    X(deal_lost)                                                                                             \
    X(churned)                                                                                               \
    X(renewal_due)                                                                                           \
    X(renewed)                                                                                               \
    X(upsell)                                                                                                \
    X(cross_sell)                                                                                            \
    X(interaction)                                                                                           \
    X(referral)                                                                                              \
    X(trial_ended)                                                                                           \
    X(nps_promoter)                                                                                          \
    X(nps_passive)                                                                                           \
    X(nps_detractor)                                                                                         \
    X(satisfied)                                                                                             \
    X(not_satisfied)                                                                                         \
    X(employee_answer)                                                                                       \
    X(ticket_closed)                                                                                         \
    X(ticket_closed_in_time)                                                                                 \
    X(stage_entered)

enum class kind {
#define ORACLE_NAME(name) name,
    ORACLE_KINDS(ORACLE_NAME)
#undef ORACLE_NAME
};
inline constexpr std::string_view kind_names[] = {
#define ORACLE_NAME(name) #name,
    ORACLE_KINDS(ORACLE_NAME)
#undef ORACLE_NAME
};
#undef ORACLE_KINDS
inline constexpr std::size_t kinds = std::size(kind_names);

/// What a row can name, in the order in which names decide ties (METRICS.md, section 9).
enum class label { rep, channel, location, product, source, grade };
inline constexpr std::string_view label_names[] = {"rep",     "channel", "location",
                                                   "product", "source",  "grade"};
inline constexpr std::size_t labels = std::size(label_names);

/// What a row can be about.
enum class about { prospect, lead, deal, customer };
inline constexpr std::string_view about_names[] = {"prospect", "lead", "deal", "customer"};
inline constexpr std::size_t abouts = std::size(about_names);

enum class number { value, units, elapsed, touches, score };
inline constexpr std::string_view number_names[] = {"value", "units", "elapsed", "touches", "score"};
inline constexpr std::size_t numbers = std::size(number_names);

inline constexpr std::int64_t minute = 60, hour = 60 * minute, day = 24 * hour;

struct row {
    std::int64_t at{}; ///< seconds since 1970 where the user lives; of a date alone its midnight
    bool date_alone{};
    int zone_hours{}; ///< written with this zone; no matter for what it means
    bool has_zone{};
    kind what{};
    int count{1};
    std::array<std::string, labels> names{};
    std::array<std::string, abouts> ids{};
    std::array<std::optional<std::int64_t>, numbers> amounts{}; ///< the value in the smallest unit
    std::string currency{};                                     ///< of the value
    std::string message{};                                      ///< the id of an email
    std::optional<std::int64_t> due{};
    bool due_date_alone{};
    int stage{};       ///< that its deal enters, from 1
    bool in_another{}; ///< currency than the one that is looked at: it has no value, and no units
    int file{};

    [[nodiscard]] const std::string &name(label l) const { return names[static_cast<std::size_t>(l)]; }
    [[nodiscard]] const std::string &id(about a) const { return ids[static_cast<std::size_t>(a)]; }
    [[nodiscard]] std::optional<std::int64_t> amount(number n) const {
        if (in_another && (n == number::value || n == number::units)) return std::nullopt;
        return amounts[static_cast<std::size_t>(n)];
    }
};

/// What is wanted of a metric, in the scale of its exact fraction.
struct target {
    std::string written; ///< as the option says it
    std::int64_t numerator{}, denominator{1};
};

/// When an office is open on a weekday, 0 being Monday: seconds of the day, which go on over midnight.
struct stretch {
    int weekday{};
    std::int64_t from{}, until{};
};
struct office {
    std::string written; ///< as the option says it
    std::vector<stretch> open;
    std::vector<std::int64_t> off{}; ///< the first second of each holiday
};

/// A row of a roster: what a rep is between two days, and should bring of one metric.
struct posting {
    std::string rep, role, team;
    std::optional<std::int64_t> from{}, until{}; ///< its first second, and the first one behind it
    std::int64_t quota{};                        ///< 0 is none
    bool a_month{};                              ///< that much in each, or in the days of the row
};

/// What the report is asked, as its options say it.
struct question {
    std::string by;                       ///< a label's name or a period's; empty: the whole alone
    std::string days{};                   ///< "30d" or "4w": each name's time in so many days
    std::vector<std::string> where{};     ///< LABEL=NAME: what alone is looked at; not for the oracle
    std::optional<std::int64_t> as_of{};  ///< the first second of the last day that is looked at
    std::optional<std::int64_t> window{}; ///< seconds up to the end of that day
    std::optional<std::int64_t> maturity{};
    std::optional<std::array<std::int64_t, 2>> covers{}; ///< first second of the first day, and of the last
    std::map<std::string, std::uint64_t, std::less<>> given{};
    int zone_hours{};   ///< where the user lives
    int week_starts{};  ///< 0 is Monday
    int year_starts{1}; ///< the month with which a fiscal year begins
    int top{1};         ///< how many reps are superstars
    std::map<std::string, target, std::less<>> wanted{};
    std::optional<office> hours{};
    std::vector<posting> team{}; ///< nobody: without a roster
    std::string quota_in{};      ///< the metric of its quotas

    [[nodiscard]] std::string all_by() const { return days.empty() ? by : by + ',' + days; }
};

struct log {
    std::vector<row> rows;
    question asked;
    int files{1};
};

/// How many of its smallest units a currency's unit has; amounts without a currency are whole numbers.
[[nodiscard]] std::int64_t unit_of(const std::string &currency);

/// 2024-01-31, 2024-01-31T17:05:09, or with a zone, as the native format has them.
[[nodiscard]] std::string date_text(std::int64_t at);
[[nodiscard]] std::string due_text(const row &r);
[[nodiscard]] std::string time_text(const row &r, int user_zone_hours);

/// One of the log's files, in the native format.
[[nodiscard]] std::string csv(const log &l, int file);

/// Its holidays, and its roster, as files.
[[nodiscard]] std::string holidays_file(const question &q);
[[nodiscard]] std::string roster_file(const question &q);

/// The command that shows the same report to a person.
[[nodiscard]] std::string command(const log &l);

/// A year, month and day of the proleptic Gregorian calendar.
struct date {
    int year, month, day;
};
[[nodiscard]] date date_of(std::int64_t at);
/// The first second of a day; a month of 13 is the next January.
[[nodiscard]] std::int64_t second_of(int year, int month, int day);

} // namespace oracle
