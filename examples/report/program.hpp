// SPDX-License-Identifier: MIT
#pragma once

/// kpi-report: the scorecard of an event log, or of a CRM's or dialer's export.

#include "ranks.hpp"

namespace report {

/// Does what the command line asks for, on each rank; the first rank prints, and has the exit code.
[[nodiscard]] int program(int argc, char **argv, ranks &all);

} // namespace report
