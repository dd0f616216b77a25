// SPDX-License-Identifier: MIT
#pragma once

/// The events that the rows of a table make, depending on its subject: deals, calls, emails, leads, tickets.

#include "inspect/drafter.hpp"

#include <cstddef>
#include <initializer_list>
#include <optional>

namespace report {

/// The column with the id of a case, or else each row.
[[nodiscard]] drafter::json draft_id(drafter &d, bool title_will_do);
/// The column of the first of these parts that exists.
[[nodiscard]] std::optional<std::size_t> first_of(const drafter &d, std::initializer_list<role> all);
/// Every word of a column, and the kind that it means; `untold` says what words are that mean none.
[[nodiscard]] drafter::json draft_words(drafter &d, std::size_t at,
                                        std::optional<activity> (*meaning)(std::string_view),
                                        const char *untold);

/// One row for each deal, with its stage now.
void draft_deals(drafter &d, std::size_t stage);
/// One row for each change of stage.
void draft_history(drafter &d);
/// One row for each deal that was won.
void draft_wins(drafter &d, std::size_t won);
void draft_calls(drafter &d, std::optional<std::size_t> status);
/// Calls without a heading, by a column of durations that is empty if nobody picked up; false without one.
[[nodiscard]] bool draft_nameless_calls(drafter &d);
void draft_emails(drafter &d, std::size_t address);
void draft_tickets(drafter &d, std::size_t opened, std::size_t reply);
/// One row for each closing of a ticket, which was late or not.
void draft_closings(drafter &d, std::size_t closed, std::size_t late);
void draft_leads(drafter &d, std::size_t arrived);

} // namespace report
