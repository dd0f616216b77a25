// SPDX-License-Identifier: MIT
#pragma once

/// Invoices, records and issues: a small vocabulary beside the sales activities (METRICS.md, sections 5 to
/// 7). An invoice is recorded once it is due, a lead's record once it is checked, and an issue that a client
/// raised once it is solved or the period is over.

#include <kpi/core/event_set.hpp>
#include <kpi/scorecard/catalogue.hpp>
#include <kpi/scorecard/proportion_metric.hpp>

#include <cstdint>

namespace kpi::inline v1::sales {

/// What a row of the books says.
enum class entry : std::uint8_t {
    invoice_paid_on_time, ///< on the day that it was due, at the latest
    invoice_paid_late,    ///< after that day
    invoice_unpaid,       ///< due and not paid
    record_complete,      ///< every required field of the lead is filled
    record_incomplete,    ///< one of them is not
    issue_solved,         ///< raised by a client in an interaction, and solved in one
    issue_unsolved,       ///< raised, and not solved
};

inline constexpr proportion_metric<entry> on_time_payment_share{
    .name = "on_time_payment_share",
    .part = {entry::invoice_paid_on_time},
    .whole = {entry::invoice_paid_on_time, entry::invoice_paid_late, entry::invoice_unpaid},
    .better = better::more,
    .help = "Invoices paid by their date, of invoices due. [ROI]"sv};
inline constexpr proportion_metric<entry> record_completeness{
    .name = "record_completeness",
    .part = {entry::record_complete},
    .whole = {entry::record_complete, entry::record_incomplete},
    .better = better::more,
    .help = "Leads with all required fields filled, of leads. [ROI]"sv};

inline constexpr proportion_metric<entry> issue_resolution_rate{
    .name = "issue_resolution_rate",
    .part = {entry::issue_solved},
    .whole = {entry::issue_solved, entry::issue_unsolved},
    .better = better::more,
    .help = "Interactions that solved an issue, of interactions that raised one. [HS]"sv};

inline constexpr catalogue<on_time_payment_share, record_completeness, issue_resolution_rate> bookkeeping{};

} // namespace kpi::inline v1::sales
