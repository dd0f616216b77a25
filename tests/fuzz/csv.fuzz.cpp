// SPDX-License-Identifier: MIT
// Any bytes, read by kpi-report as a log. The first byte chooses a profile, the second the groups, the third
// how many bytes come at a time, and how many a slice has. Whatever these are, the rows and what they make
// are the same; lines only go up; and a row is refused or makes events that have a kind.

#include "failure.hpp"
#include "profile/mapper.hpp"
#include "profile/profile.hpp"
#include "read/csv_slices.hpp"
#include "read/decode.hpp"
#include <kpi/core/enumerators.hpp>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

namespace report {
namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

byte_source in_pieces(std::string text, std::size_t most) {
    return [source = text_source(std::move(text)), most](char *into, std::size_t size) {
        return source(into, std::min(size, most));
    };
}

const plan &profile(std::size_t number) {
    static const auto plans = [] {
        std::vector<plan> all;
        for (const built_in_profile &each : built_in_profiles())
            all.push_back(load_profile(std::string{each.name}));
        return all;
    }();
    return plans[number % plans.size()];
}

/// What a row is and makes, as a text to compare.
std::string told(const csv_row &row, const std::optional<fault> &refused, const mapped_row &made) {
    std::string text = std::to_string(row.line) + '!' + std::string{row.fault};
    for (const std::string_view field : row.fields)
        text += '|' + std::string{field};
    require(row.fault.empty() || refused);
    if (refused) return text + '!' + refused->reason + '!' + refused->text;
    for (const made_event &each : made.events) {
        require(each.n != 0 && static_cast<unsigned>(each.what.kind) < kpi::max_kinds);
        text += '+' + std::to_string(static_cast<unsigned>(each.what.kind)) + '*' + std::to_string(each.n) +
                '@' + std::to_string(each.what.at.seconds) + '#' + std::to_string(each.what.prospect);
    }
    return text;
}

/// Every row, or the failure that ends the run; where `slice` is said, in slices of so many bytes.
std::vector<std::string> rows(byte_source source, const plan &by_plan, const std::string &by,
                              std::size_t slice = 0) {
    std::vector<std::string> all;
    try {
        known_names known{by_plan.dimensions()};
        mapper mapped{by_plan, {{by, {}}, known}, known};
        csv_reader reader{decoded(std::move(source), "log.csv", by_plan.text.written_in), "log.csv",
                          by_plan.text};
        csv_row row;
        std::uint64_t line = 0;
        mapped_row made;
        if (by_plan.header || reader.has_keys()) mapped.read_header(reader, "log.csv");
        const auto read = [&](csv_reader &from) {
            while (from.next(row)) {
                require(row.line > line);
                line = row.line;
                all.push_back(told(row, mapped.map(row, made), made));
            }
        };
        if (slice == 0) {
            read(reader);
            return all;
        }
        csv_slices slices{reader.rest(), slice};
        while (std::optional<csv_slice> next = slices.next()) {
            csv_reader of_slice{std::move(next->rows)};
            read(of_slice);
        }
    } catch (const failure &why) {
        return {why.what()}; // however many rows came before it
    }
    return all;
}

void one(const std::string &text, const plan &by_plan, const std::string &by, std::size_t piece) {
    const auto whole = rows(text_source(text), by_plan, by);
    require(rows(in_pieces(text, piece), by_plan, by) == whole);
    require(rows(in_pieces(text, piece), by_plan, by, piece) == whole);
}

} // namespace
} // namespace report

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    static const std::vector<std::string> parts{"",        "rep",   "channel", "location",
                                                "product", "month", "quarter"};
    if (size < 3) return 0;
    report::one({reinterpret_cast<const char *>(data) + 3, size - 3}, report::profile(data[0]),
                parts[data[1] % parts.size()], std::size_t{data[2]} + 1);
    return 0;
}
