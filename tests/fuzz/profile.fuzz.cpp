// SPDX-License-Identifier: MIT
// Any bytes, read by kpi-report as a profile. It is refused with a sentence that begins with its name, or it
// is a plan that can be carried out: over a log that has every column it asks for, no row is lost.

#include "profile/profile.hpp"

#include "failure.hpp"
#include "run.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace report {
namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

std::optional<plan> read(std::string_view json) {
    try {
        return read_profile(json, "profile.json");
    } catch (const failure &why) {
        require(std::string_view{why.what()}.starts_with("profile.json: "));
        return std::nullopt;
    }
}

std::string quoted(std::string_view text) {
    std::string cell{"\""};
    for (const char c : text)
        cell += c == '"' ? "\"\"" : std::string(1, c);
    return cell + '"';
}

constexpr std::size_t rows = 6;

/// The columns of the plan, each once, and rows of what a cell may hold.
std::string log_for(const plan &p) {
    static constexpr std::array<std::string_view, 11> cells{
        "2024-02-29", "",        "deal_won",   "phone", "17",
        "$1,234.50",  "0:02:23", "1709200800", "0.5",   "2024-02-29T10:00:00+02:00",
        "1.000"};
    std::vector<std::string_view> headings;
    std::size_t width = p.width.value_or(0);
    for (const column &c : p.columns) {
        width = std::max(width, std::min<std::size_t>(c.number, 200));
        if (!c.name.empty() && std::find(headings.begin(), headings.end(), c.name) == headings.end())
            headings.push_back(c.name);
    }
    width = std::max(width, headings.size());
    const char separator = p.text.separator == dialect::detect ? ',' : p.text.separator;
    std::string text;
    if (p.header) {
        for (std::size_t i = 0; i < width; ++i)
            text += quoted(i < headings.size() ? std::string{headings[i]} : std::to_string(i)) + separator;
        text.back() = '\n';
    }
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t i = 0; i < width; ++i)
            text += quoted(cells[(row + i) % cells.size()]) + separator;
        if (!text.empty()) text.back() = '\n';
    }
    return text;
}

} // namespace
} // namespace report

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    using namespace report;
    const auto plan = read({reinterpret_cast<const char *>(data), size});
    if (!plan) return 0;
    try {
        std::vector<source> log;
        log.push_back({{"log.csv", text_source(log_for(*plan)), {}}, *plan});
        request asked;
        asked.most_refused = {1, 1}; // figures are drawn whatever is refused
        const sheet s = run(std::move(log), asked);
        require(s.rows.closes() && s.rows.read <= rows);
    } catch (const failure &why) {
        require(std::string_view{why.what()}.starts_with("log.csv"));
    }
    return 0;
}
