// SPDX-License-Identifier: MIT
#include "show/html.hpp"

#include "failure.hpp"
#include "machine/machine.hpp"

#include <fstream>
#include <iterator>
#include <ostream>

namespace report {
namespace {

constexpr std::string_view name_of_page{"kpi-report.html"}, place_of_reports{"<!--reports-->"};

} // namespace

std::vector<std::string> places_of_page() {
    std::vector<std::string> all;
    for (const char *const folder : {".", "../share/kpi", "../../../page"})
        all.push_back(machine::folder_of_program() + '/' + folder + '/' + std::string{name_of_page});
    return all;
}

std::string built_page(std::span<const std::string> places) {
    for (const std::string &place : places)
        if (std::ifstream file{place, std::ios::binary}) return {std::istreambuf_iterator<char>{file}, {}};
    throw failure{"--format html: the page is not built yet: ./examples/page/build builds it, as " +
                  std::string{name_of_page} + ", which can lie beside the program"};
}

std::string within_script(std::string_view json) {
    constexpr std::string_view line_separator{"\xE2\x80\xA8"}, paragraph_separator{"\xE2\x80\xA9"};
    std::string safe;
    safe.reserve(json.size());
    while (!json.empty()) {
        std::size_t taken = 1;
        if (json.front() == '<')
            safe += "\\u003c";
        else if (json.front() == '>')
            safe += "\\u003e";
        else if (json.starts_with(line_separator))
            safe += "\\u2028", taken = line_separator.size();
        else if (json.starts_with(paragraph_separator))
            safe += "\\u2029", taken = paragraph_separator.size();
        else
            safe += json.front();
        json.remove_prefix(taken);
    }
    return safe;
}

void print_html(std::ostream &out, std::string_view page, std::span<const std::string> reports) {
    const std::size_t place = page.find(place_of_reports);
    if (place == std::string_view::npos)
        throw failure{"--format html: " + std::string{name_of_page} +
                      " has no place for figures; ./examples/page/build builds it again"};
    out << page.substr(0, place);
    for (const std::string &each : reports)
        out << "<script type=\"application/json\" class=\"report\">" << within_script(each) << "</script>\n";
    out << page.substr(place + place_of_reports.size());
}

} // namespace report
