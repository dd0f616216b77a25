// SPDX-License-Identifier: MIT
// Any bytes, inspected by kpi-report. It is refused with a sentence that begins with the file's name, or told
// without control characters; and the profile that is printed is one, by which no row of the file is lost.

#include "inspect/inspect.hpp"

#include "failure.hpp"
#include "profile/profile.hpp"
#include "run.hpp"

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace report {
namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

bool is_about_file(const failure &why) { return std::string_view{why.what()}.starts_with("log.csv"); }

/// The profile that is printed; nothing where the file is no table.
std::string inspected(const std::string &text) {
    std::ostringstream told, profile;
    try {
        inspect([&] { return input{"log.csv", text_source(text), {}}; }, told, profile);
    } catch (const failure &why) {
        require(is_about_file(why));
        return {};
    }
    const std::string said = told.str();
    require(std::none_of(said.begin(), said.end(), [](char c) { return 0 <= c && c < ' ' && c != '\n'; }));
    return profile.str();
}

} // namespace
} // namespace report

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    using namespace report;
    const std::string text{reinterpret_cast<const char *>(data), size};
    const std::string profile = inspected(text);
    if (profile.empty()) return 0;
    std::vector<source> log;
    log.push_back({{"log.csv", text_source(text), {}}, read_profile(profile, "my.json")});
    request asked;
    asked.most_refused = {1, 1}; // figures are drawn whatever is refused
    try {
        require(run(std::move(log), asked).rows.closes());
    } catch (const failure &why) {
        require(is_about_file(why));
    }
    return 0;
}
