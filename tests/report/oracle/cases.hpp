// SPDX-License-Identifier: MIT
#pragma once

/// The cases of a log and their stories, as METRICS.md, section 9, tells them: slow, of std::map and sorted
/// vectors alone.

#include "log.hpp"
#include "rules.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace oracle {

/// One of the things that a row stands for: a row with a `count` of three is three of them, all alike.
struct event {
    row said;
    std::string own;    ///< an id that no other event has: a row without an id is a case of its own
    std::uint8_t ids{}; ///< where rows that name other ids come
    std::optional<std::string> channel_of_message{}; ///< of an act of an email that is a case: its group
    std::optional<std::string> post{}; ///< by team or role: that of its rep on its day, "(none)" for none

    [[nodiscard]] bool is(kind k) const { return said.what == k; }
    [[nodiscard]] bool within(kind first, kind last) const { return said.what >= first && said.what <= last; }
    [[nodiscard]] const std::string &id(about a) const { return said.id(a); }
};
using story = std::vector<const event *>;

[[nodiscard]] bool is_call(const event &e);
[[nodiscard]] bool is_touch(const event &e);
/// How it travels: what the row says, else what its kind implies; "unknown".
[[nodiscard]] std::string channel_of(const event &e);

/// In the order of METRICS.md, section 9; `of_case` are further rows of the case: a date alone orders its day
/// for all of them. Of a deal the earlier stage comes first; other cases know no stages.
void put_in_order(story &s, const story &of_case = {}, bool of_deal = false);

struct deal {
    std::string id;
    story rows;
    const event *opened{};     ///< its first opening
    const event *settlement{}; ///< the one that counts
    story openings, reversed, repeated;
    std::string lead, customer, prospect; ///< that its rows name last

    [[nodiscard]] bool is_won() const { return settlement != nullptr && settlement->is(kind::deal_won); }
    [[nodiscard]] bool is_lost() const { return settlement != nullptr && settlement->is(kind::deal_lost); }
    [[nodiscard]] bool is_open() const { return opened != nullptr && settlement == nullptr; }
    bool backwards{}; ///< settled before its only opening
    [[nodiscard]] std::optional<std::int64_t> amount(number n) const;
    /// The row that names its value; null: none does.
    [[nodiscard]] const event *names_value() const;
};
/// The deal as these rows tell it.
[[nodiscard]] deal tell_deal(std::string id, story rows);
/// The deal as it was before that time.
[[nodiscard]] deal before(const deal &d, std::int64_t until);

struct lead {
    std::string id;
    story rows;  ///< those that carry its id
    story way;   ///< and the openings and wins of its deals
    story goals; ///< `customer` and won deals
    const event *arrival{};
    std::vector<const deal *> deals;
};

struct customer {
    std::string id;
    story rows;  ///< that carry its id, and the gains that name a lead of it
    story named; ///< that carry its id, settlements that do not count too
    story goals; ///< `customer` and won deals
    bool anonymous{};
    std::vector<const deal *> deals;
    const event *gained{};
};

struct prospect {
    std::string id;
    story rows;
    story goals;
    std::vector<const deal *> deals;
};

struct book {
    /// Of several currencies, with the amounts of this one alone.
    explicit book(const log &l, const std::optional<std::string> &in_currency = std::nullopt);
    book(const book &) = delete;
    book &operator=(const book &) = delete;

    std::vector<event> events; ///< up to the day that is looked at
    story all;                 ///< the same
    std::vector<event> acts;   ///< the same as they count: those of one email once
    question asked;
    std::set<std::string> currencies;     ///< of its amounts
    std::int64_t unit{1};                 ///< of the only one, or of the one that is looked at
    std::int64_t first_row{}, last_row{}; ///< the days with the first and the last row
    std::int64_t end{};                   ///< of the day that is looked at
    std::map<std::string, deal> deals;
    std::map<std::string, lead> leads;
    std::map<std::string, customer> customers;
    std::map<std::string, prospect> prospects;
    std::map<std::string, std::string> customers_of_leads;
    bool marks_response{}, marks_follow_up{};
    std::set<const event *> wins; ///< settlements that count

private:
    void find_currencies(const std::optional<std::string> &looked_at);
    void find_acts();
};

/// Stages of a lead, in order.
enum class stage { first_impression, mcl, mql, sal, sql, opportunity, customer };
/// The stage that an event of its way brings a lead to; -1: none.
[[nodiscard]] int stage_of(const book &b, const event &e);
/// The event by which a lead reached a stage; null: it has not.
[[nodiscard]] const event *reached(const book &b, const lead &l, stage s);
/// Whether it came before, in the order of a case.
[[nodiscard]] bool comes_before(const story &ordered, const event *a, const event *b);
/// The first response at or after an event of the lead, and before another one (or null).
[[nodiscard]] const event *response_after(const book &b, const lead &l, const event *start,
                                          const event *until);

} // namespace oracle
