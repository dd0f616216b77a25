// SPDX-License-Identifier: MIT
#pragma once

/// The dimensions that group sales events. Each finds its member by name in any event (core/member.hpp).

#include <kpi/accumulator/dimension.hpp>
#include <kpi/core/member.hpp>
#include <kpi/sales/activity.hpp> // before `customer`: GCC takes the enumerator of that name for a shadow of it

namespace kpi::inline v1::sales {

inline constexpr dimension rep{"rep", member::rep, "Who sold."};
inline constexpr dimension channel{"channel", member::channel, "How a touch travelled."};
inline constexpr dimension location{"location", member::location,
                                    "Where it was sold, online being one of the places."};
inline constexpr dimension source{"source", member::source, "Where the lead came from."};
inline constexpr dimension grade{"grade", member::grade, "How the lead is graded."};
inline constexpr dimension product{"product", member::product, "What was sold."};
inline constexpr dimension prospect{"prospect", member::prospect, "Whom it was about, before they buy."};
inline constexpr dimension lead{"lead", member::lead, "Which lead."};
inline constexpr dimension deal{"deal", member::deal, "Which deal."};
inline constexpr dimension customer{"customer", member::customer, "Which customer."};
/// For deals won by the length of their cycle: the whole weeks of the cycle, from `elapsed`.
inline constexpr dimension cycle_weeks{"cycle_weeks", [](const auto &e) { return e.elapsed / 604800u; },
                                       "Length of the cycle."};

} // namespace kpi::inline v1::sales
