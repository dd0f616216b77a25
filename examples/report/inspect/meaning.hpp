// SPDX-License-Identifier: MIT
#pragma once

/// What a column, or a word in one, may mean, judged by its name in the languages of those who export:
/// English, German, French, Spanish, Italian, Portuguese, Dutch. It is only a guess.

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
    happened, ///< a day whose name says no more
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

/// Its meaning, for people: "the day on which it was opened".
[[nodiscard]] std::string_view words_for(role r);

/// How well a name fits a role: 2 if it is the very word, 1 if it contains the word, else 0.
[[nodiscard]] unsigned fit_of_name(std::string_view name, role r);

/// The meaning of a deal's stage: won or lost by its name, else nothing.
[[nodiscard]] std::optional<activity> settlement(std::string_view word);
/// What came of a call, judged by the word for it.
[[nodiscard]] std::optional<activity> call_outcome(std::string_view word);

/// What a reply says, judged by the word for it.
[[nodiscard]] std::optional<activity> reply_meaning(std::string_view word);
/// What a closed ticket is, depending on whether it was late.
[[nodiscard]] std::optional<activity> lateness(std::string_view word);

/// A unit of time in a heading: "minutes" in "First reply, minutes"; empty without one.
[[nodiscard]] std::string_view unit_in(std::string_view name);

} // namespace report
