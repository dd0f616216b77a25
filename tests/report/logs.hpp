// SPDX-License-Identifier: MIT
#pragma once

/// Logs that several runs, or several ranks, read together.

#include "reports.hpp"
#include "support/random.hpp"

#include <array>
#include <functional>
#include <string>
#include <vector>

namespace report::test {

using log_of_files = std::function<std::vector<source>()>;

inline log_of_files native(const std::string &text) {
    return [text] {
        std::vector<source> log;
        log.push_back(source_of("log.csv", text, load_profile("native")));
        return log;
    };
}
inline request by(const std::string &what) {
    request asked;
    asked.by = what;
    return asked;
}

/// Keys, stages, a dimension of one's own, rows without an id, refused rows, quoted line ends, several
/// currencies and files.
inline log_of_files two_files_of_everything() {
    static constexpr const char *profile =
        R"({"stage": "stage", "rep": "who", "value": {"column": "amount", "optional": true},
            "currency": {"column": "currency", "optional": true},
            "dimensions": {"segment": "segment"},
            "events": [{"kind": {"column": "stage", "map": {"Won": "deal_won", "Lost": "deal_lost"}, "otherwise": null},
                        "deal": {"row": true}, "at": "day"},
                       {"kind": {"column": "call", "map": {"yes": "conversation", "no": "no_answer", "": null}},
                        "once_per": "leg", "at": "day"}]})";
    kpi::test::random random{11};
    const auto rows = [&random] {
        const char *stages[] = {"Won", "Lost", "Open", "New"},
                   *reps[] = {"Ann", "Ben", "\"Cid,\n\"\"C\"\"\"", ""};
        std::string text = "stage,who,amount,currency,segment,call,leg,day\n";
        const auto any = [&](const auto &of) { return std::string{of[random.below(4)]} + ','; };
        for (int i = 0; i < 600; ++i)
            text += any(stages) + any(reps) + std::to_string(random.below(500)) + ',' +
                    (random.below(30) == 0 ? "no," : any(std::array{"EUR", "USD", "eur", ""})) +
                    any(std::array{"small", "large", "", "Mid"}) +
                    (random.below(30) == 0 ? "perhaps," : any(std::array{"yes", "no", "", "yes"})) +
                    std::to_string(random.below(300)) + ",2024-01-" + std::to_string(10 + random.below(20)) +
                    '\n';
        return text;
    };
    const std::string a = rows(), b = rows();
    return [a, b] {
        std::vector<source> all;
        all.push_back(source_of("a.csv", a, read_profile(profile, "p.json")));
        all.push_back(source_of("b.csv", b, read_profile(profile, "p.json")));
        return all;
    };
}

} // namespace report::test
