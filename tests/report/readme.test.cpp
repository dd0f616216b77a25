// SPDX-License-Identifier: MIT
// The commands in examples/report/README.md, run as a reader would, print what stands there.
#include "program.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <vector>

namespace readme_test {
namespace {

using namespace report::test;

/// What stands behind a `$`, and the lines below it.
struct command {
    std::string line, below;
};

std::vector<command> commands_of_readme() {
    std::ifstream readme{KPI_ROOT "/examples/report/README.md"};
    std::vector<command> all;
    std::string line;
    bool inside = false;
    while (std::getline(readme, line)) {
        if (line.starts_with("```"))
            inside = line == "```console";
        else if (inside && line.starts_with("$ "))
            all.push_back({line.substr(2), {}});
        else if (inside)
            all.back().below += line + '\n';
    }
    return all;
}

} // namespace

TEST_CASE("what README shows of the program is what it prints") {
    const folder here;
    std::size_t run = 0;
    for (const command &each : commands_of_readme()) {
        CAPTURE(each.line);
        if (each.line.starts_with("cat ")) {
            here.write(each.line.substr(4), each.below);
            continue;
        }
        REQUIRE(each.line.starts_with("kpi-report "));
        const outcome ran = here.run(each.line.substr(11));
        CHECK(ran.code == 0);
        CHECK(ran.err + ran.out == each.below);
        ++run;
    }
    CHECK(run != 0);
}

} // namespace readme_test
