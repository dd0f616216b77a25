// SPDX-License-Identifier: MIT
// What a draft says about dates: how each column is read, and why.
#include "inspect/drafter.hpp"
#include "profile/fold.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace report {
namespace {

/// The first cell that is no date if day and month change places, with its line.
std::optional<std::pair<std::string, std::uint64_t>> line_that_decides(const column_look &look,
                                                                       const std::string &format) {
    const std::string other = swapped(format);
    if (other.empty()) return std::nullopt;
    const date_format reads{other};
    std::optional<std::pair<std::string, std::uint64_t>> first;
    for (const auto &[word, seen] : look.words())
        if (!reads.read(word) && (!first || seen.line < first->second)) first.emplace(word, seen.line);
    return first;
}

} // namespace

/// Of two orders of day and month, the only one in which another column can be read.
std::optional<date_way> drafter::decided_elsewhere(const date_way &a, std::size_t &by) const {
    for (std::size_t i = 0; i < found_.cut.width; ++i) {
        const std::vector<date_way> ways = look(i).dates().ways();
        if (look(i).kind() != column_kind::date || ways.empty()) continue;
        const bool alone = std::none_of(ways.begin() + 1, ways.end(), [&](const date_way &other) {
            return other.fits == ways.front().fits && swapped(other.format) == ways.front().format;
        });
        by = i;
        if (alone && (ways.front().format == a.format || swapped(ways.front().format) == a.format))
            return ways.front();
    }
    return std::nullopt;
}

std::string drafter::format_of(std::size_t at) {
    if (parts_.is_excel_date(at)) {
        guess(name_of(at) + " is read as days since 1899, as spreadsheets keep dates");
        return "excel";
    }
    const std::vector<date_way> ways = look(at).dates().ways();
    const date_way &best = ways.front();
    const auto other = std::find_if(ways.begin() + 1, ways.end(),
                                    [&](const date_way &way) { return swapped(best.format) == way.format; });
    if (other != ways.end() && other->fits == best.fits) {
        std::size_t by = 0;
        if (const auto decided = decided_elsewhere(best, by)) {
            guess(name_of(at) + " is " + decided->format + " as " + name_of(by) +
                  " is, though its own dates leave that open");
            return decided->format;
        }
        if (!asked_.insert(best.format).second) {
            guess(name_of(at) + " is as the other dates are, though nothing decides day and month");
            return best.format;
        }
        const std::string example = look(at).examples(1).front();
        const seen_word seen = look(at).words().at(example);
        const auto first = date_format{best.format}.read(example),
                   second = date_format{other->format}.read(example);
        ask(name_of(at) + " " + quoted(example) + " (line " + std::to_string(seen.line) + ") is " +
            iso_day(first->seconds) + " by " + quoted(best.format) + ", and " + iso_day(second->seconds) +
            " by " + quoted(other->format) + ": no row decides; the profile says the first");
    } else if (const auto decided = line_that_decides(look(at), best.format)) {
        guess(name_of(at) + " is " + best.format + ": line " + std::to_string(decided->second) + ", " +
              quoted(decided->first) + ", can be nothing else");
    }
    if (best.fits != look(at).dates().cells())
        guess(std::to_string(look(at).dates().cells() - best.fits) + " cells of " + name_of(at) +
              " are no such date, the first in line " + std::to_string(best.miss_line) + ", " +
              quoted(best.miss) + ": their rows are refused");
    if (best.language != nullptr && !profile().contains("month_names")) {
        json names = json::array();
        for (const std::string_view month : best.language->months) {
            json all = json::array();
            for (std::string_view left = month; !left.empty();) {
                const std::string_view name = left.substr(0, left.find('|'));
                all.push_back(name);
                left.remove_prefix(std::min(name.size() + 1, left.size()));
            }
            names.push_back(all.size() == 1 ? all[0] : all);
        }
        profile()["month_names"] = names;
        guess("months are named in " + std::string{best.language->language});
    }
    return best.format;
}

void drafter::write_dates() {
    formats_.resize(found_.cut.width);
    std::map<std::string, std::size_t> used;
    for (const role r : {role::opened, role::closed, role::answered, role::happened})
        if (const auto at = of(r)) {
            ++used[formats_[*at] = format_of(*at)];
            if (says_utc(*at))
                guess(name_of(*at) +
                      " is in UTC: \"zone\": \"Europe/Paris\" would move it to where the user lives");
        }
    std::size_t most = 0;
    for (const auto &[format, n] : used)
        if (n > most) most = n, common_format_ = format;
    if (common_format_ != "iso") profile()["dates"] = common_format_;
}

bool drafter::says_utc(std::size_t at) const {
    return found_.cut.header && in_lower_case(found_.cut.headings[at]).find("utc") != std::string::npos;
}

} // namespace report
