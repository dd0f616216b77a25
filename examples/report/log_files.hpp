// SPDX-License-Identifier: MIT
#pragma once

/// The files of a log, each with its profile. They can be read as often as needed, even standard input.

#include "figures/metrics_known.hpp"
#include "options.hpp"
#include "profile/profile.hpp"
#include "read/byte_source.hpp"
#include "run.hpp"

#include <optional>
#include <string>
#include <vector>

namespace report {

class log_files {
public:
    /// The files that the options name, or the built-in log. Throws a failure.
    explicit log_files(const options &o);

    /// Findings about the files, for a careful reader.
    [[nodiscard]] const std::vector<std::string> &notes() const { return notes_; }
    /// The library's metrics, and the metrics that the profiles define.
    [[nodiscard]] metrics_known metrics() const { return metrics_of(all_); }
    /// The files from their beginnings. `again`: this is not the last time.
    [[nodiscard]] std::vector<source> open(bool again = false);

private:
    struct named {
        std::string path; ///< empty for the built-in log
        std::string profile;
        plan by_plan;
    };

    void read_built_in(const options &o);
    [[nodiscard]] input open(const std::string &path, bool again);
    [[nodiscard]] input standard_input();
    [[nodiscard]] std::string profile_of(const std::string &path);

    std::vector<named> all_;
    bool reads_standard_input_{};
    std::optional<spool> kept_;
    std::optional<input> begun_; ///< standard input, whose beginning has been looked at
    std::vector<std::string> notes_;
};

} // namespace report
