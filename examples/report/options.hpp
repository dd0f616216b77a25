// SPDX-License-Identifier: MIT
#pragma once

/// The options of kpi-report as they are typed; asked.hpp says what they ask for.

#include <algorithm>
#include <cstddef>
#include <string>
#include <thread>
#include <vector>

namespace CLI {
class App;
}

namespace report {

struct options {
    std::string file;
    std::vector<std::string> reads;
    std::string team;
    std::string profile; ///< if empty, the one that fits
    std::string by;
    std::string explain;
    std::string format{"text"};
    std::vector<std::string> where, targets, givens;
    std::string target_file, benchmarks;
    std::string as_of, window, maturity, utc_offset, zone, covers;
    std::vector<std::string> business_hours;
    std::string holidays;
    std::string most_refused{"10%"};
    std::string columns, compare, confidence{"95%"};
    std::string memory, partial, save;
    std::vector<std::string> merged;
    std::string week_starts{"monday"}, fiscal_year_starts{"january"};
    std::size_t top{1};
    std::size_t threads{std::clamp(std::thread::hardware_concurrency(), 1u, 8u)};
    bool strict{}, print_sample{}, print_sample_team{}, print_manual{}, list_metrics{}, list_kinds{},
        list_profiles{}, check_profile{}, inspect{}, all{}, verdicts{}, to_act_on{}, anytime{}, ascii{},
        plain{};
    std::string print_profile, print_completion;
};

/// "kpi-report 1.2.3".
[[nodiscard]] std::string version_text();

/// Tells the parser about every option: its meaning, and where its text goes.
void describe(CLI::App &app, options &o);

} // namespace report
