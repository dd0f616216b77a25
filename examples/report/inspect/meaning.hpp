// SPDX-License-Identifier: MIT
#pragma once

/// What a column, or a word in one, may mean by its name, in the languages of those who export: English,
/// German, French, Spanish, Italian, Portuguese, Dutch. A guess, and only that.

#include "profile/event.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace report {

enum class role : unsigned char {
    none,
    opened,   ///< the day on which a deal was opened, or a lead or ticket came
    closed,   ///< ... on which it was won, lost or solved
    answered, ///< ... on which somebody answered
    happened, ///< a day of which the name says no more
    clock,    ///< the time of that day
    stage,    ///< where a deal is, or what came of a call
    before,   ///< of a history: the stage that was left
    after,    ///< ... and the one that was reached
    id,       ///< of the deal, lead or call
    title,    ///< its name
    rep,      ///< who sells
    amount,
    currency,
    source,
    product,
    customer,
    location,
    seconds,     ///< how long people spoke
    first_reply, ///< how long somebody waited
    resolution,  ///< how long a ticket was open
    score,
    email,
    opens,
    clicks,
    replies,
    bounced,
    direction,
    late ///< whether a ticket was closed later than it should have been
};

/// What it means, for people: "the day on which it was opened".
[[nodiscard]] std::string_view words_for(role r);

/// How well a name fits a role: 2 where it is the very word, 1 where it has it in it, else 0.
[[nodiscard]] unsigned fit_of_name(std::string_view name, role r);

/// What a deal's stage means: won or lost by its name, else nothing.
[[nodiscard]] std::optional<activity> settlement(std::string_view word);
/// What came of a call, by the word for it.
[[nodiscard]] std::optional<activity> call_outcome(std::string_view word);

/// What a reply says, by the word for it.
[[nodiscard]] std::optional<activity> reply_meaning(std::string_view word);
/// What a closed ticket is, by whether it was late.
[[nodiscard]] std::optional<activity> lateness(std::string_view word);

/// A unit of time in a heading: "minutes" of "First reply, minutes"; empty without one.
[[nodiscard]] std::string_view unit_in(std::string_view name);

} // namespace report
