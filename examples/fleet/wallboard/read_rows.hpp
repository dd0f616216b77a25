// SPDX-License-Identifier: MIT
#pragma once

/// The body of a POST as rows: JSON Lines, or CSV with a header, in kpi-report's native columns. A wrong row
/// is left out and reported with its line and the reason; the others are taken.

#include "../../report/profile/text_hash.hpp"
#include "event.hpp"
#include "read_time.hpp"
#include <kpi/core/enumerators.hpp>

#include <csv.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fleet::wallboard {

inline constexpr std::size_t longest_name = 100;     ///< of a rep, in bytes
inline constexpr std::size_t most_reasons_told = 20; ///< of one body

struct read_row {
    row counted{};
    std::string rep{}; ///< empty if nobody is named
};
struct rows_read {
    std::vector<read_row> rows{};
    std::uint64_t refused{};
    std::vector<std::string> why{}; ///< "line 7: ..." for the first ones
    std::string unreadable{};       ///< why nothing in the body is taken
};

/// The columns of the native format. Columns of which the wallboard counts nothing are ignored.
inline constexpr std::array<std::string_view, 21> native_columns{
    "at",       "kind",     "count",    "rep",     "location", "product", "source",
    "grade",    "campaign", "currency", "channel", "prospect", "lead",    "deal",
    "customer", "message",  "value",    "units",   "elapsed",  "touches", "score"};

/// What is needed to read rows: the clock and where it hangs.
struct reading {
    kpi::instant now{};
    std::int32_t utc_offset{};
};

/// Takes one cell of a row. Returns what is wrong with it, or nothing.
[[nodiscard]] inline std::string take_cell(std::string_view column, std::string_view cell, const reading &how,
                                           read_row &into) {
    if (cell.empty()) return {};
    event &e = into.counted.what;
    const auto whole = [&](auto &&to, std::uint32_t least, std::uint32_t most) -> std::string {
        std::uint32_t n = 0;
        const auto [end, wrong] = std::from_chars(cell.data(), cell.data() + cell.size(), n);
        if (wrong != std::errc{} || end != cell.data() + cell.size() || n < least || n > most)
            return std::string{column} + " is no whole number from " + std::to_string(least) + " to " +
                   std::to_string(most);
        to = n;
        return {};
    };
    if (column == "at") {
        const auto at = read_time(cell, how.utc_offset);
        if (!at) return "at is no time such as 2024-01-31T17:05:09";
        if (at->seconds > how.now.seconds + 86400) return "at is more than a day ahead";
        e.at = *at;
    } else if (column == "kind") {
        const auto kind = kpi::enumerator<kpi::sales::activity>(cell);
        if (!kind) return "kind is no kind of event";
        e.kind = *kind;
    } else if (column == "channel") {
        const auto channel = kpi::enumerator<kpi::sales::medium>(cell);
        if (!channel) return "channel is no channel";
        e.channel = *channel;
    } else if (column == "rep") {
        if (cell.size() > longest_name)
            return "rep is longer than " + std::to_string(longest_name) + " bytes";
        into.rep = cell;
    } else if (column == "lead") {
        e.lead = std::max<std::uint64_t>(report::text_hash(cell), 1);
    } else if (column == "count") {
        return whole(into.counted.count, 1, 1'000'000);
    } else if (column == "value") {
        return whole(e.value, 0, 0xfffffffe);
    } else if (column == "elapsed") {
        return whole(e.elapsed, 0, 0xfffffffe);
    }
    return {};
}

namespace detail {

class row_taker {
public:
    row_taker(const reading &how, rows_read &into) : how_{how}, into_{into} {}

    void begin() { row_ = {}, wrong_.clear(), has_at_ = has_kind_ = false; }
    void cell(std::string_view column, std::string_view text) {
        if (!wrong_.empty()) return;
        wrong_ = take_cell(column, text, how_, row_);
        has_at_ |= column == "at" && !text.empty(), has_kind_ |= column == "kind" && !text.empty();
    }
    void refuse(std::string why) { wrong_ = std::move(why); }
    void end(std::size_t line) {
        if (wrong_.empty() && !has_at_) wrong_ = "at is missing";
        if (wrong_.empty() && !has_kind_) wrong_ = "kind is missing";
        if (wrong_.empty()) return into_.rows.push_back(std::move(row_));
        ++into_.refused;
        if (into_.why.size() < most_reasons_told)
            into_.why.push_back("line " + std::to_string(line) + ": " + wrong_);
    }

private:
    const reading &how_;
    rows_read &into_;
    read_row row_{};
    std::string wrong_{};
    bool has_at_{}, has_kind_{};
};

[[nodiscard]] inline bool is_column(std::string_view name) {
    return name == "due" || name == "stage" || std::ranges::count(native_columns, name) != 0;
}

inline void read_json_line(std::string_view text, row_taker &taker) {
    const nlohmann::json line = nlohmann::json::parse(text, nullptr, false);
    if (line.is_discarded() || !line.is_object()) return taker.refuse("no object of JSON");
    for (const auto &[name, value] : line.items()) {
        if (!is_column(name)) return taker.refuse("there is no column " + nlohmann::json(name).dump());
        if (value.is_null()) continue;
        if (const auto *const cell = value.get_ptr<const std::string *>())
            taker.cell(name, *cell);
        else if (value.is_number())
            taker.cell(name, value.dump());
        else
            return taker.refuse(name + " is neither a text nor a number");
    }
}

} // namespace detail

[[nodiscard]] inline rows_read read_json_lines(std::string_view body, const reading &how) {
    rows_read read;
    detail::row_taker taker{how, read};
    for (std::size_t line = 1; !body.empty(); ++line) {
        const std::size_t end = std::min(body.find('\n'), body.size());
        std::string_view text = body.substr(0, end);
        body.remove_prefix(std::min(end + 1, body.size()));
        if (text.ends_with('\r')) text.remove_suffix(1);
        if (text.empty()) continue;
        taker.begin();
        detail::read_json_line(text, taker);
        taker.end(line);
    }
    return read;
}

/// Lines are counted like rows: the header is line 1.
[[nodiscard]] inline rows_read read_csv(std::string_view body, const reading &how) {
    struct state {
        rows_read read{};
        detail::row_taker taker;
        std::vector<std::string> columns{};
        std::size_t cell{}, line{1};
        explicit state(const reading &r) : taker{r, read} {}
    } s{how};
    csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) return s.read.unreadable = "no memory", s.read;
    const auto cell = [](void *text, std::size_t size, void *to) {
        auto &st = *static_cast<state *>(to);
        const std::string_view t{static_cast<const char *>(text), size};
        if (st.line == 1) {
            if (!detail::is_column(t) && st.read.unreadable.empty())
                st.read.unreadable = "there is no column " +
                                     nlohmann::json(std::string{t})
                                         .dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
            st.columns.emplace_back(t);
            return;
        }
        if (st.cell == 0) st.taker.begin();
        if (st.cell < st.columns.size())
            st.taker.cell(st.columns[st.cell], t);
        else
            st.taker.refuse("more cells than the header has");
        ++st.cell;
    };
    const auto row = [](int, void *to) {
        auto &st = *static_cast<state *>(to);
        if (st.line > 1 && st.cell != 0) {
            if (st.cell < st.columns.size()) st.taker.refuse("fewer cells than the header has");
            st.taker.end(st.line);
        }
        ++st.line, st.cell = 0;
    };
    const bool whole = csv_parse(&parser, body.data(), body.size(), cell, row, &s) == body.size() &&
                       csv_fini(&parser, cell, row, &s) == 0;
    if (!whole && s.read.unreadable.empty())
        s.read.unreadable = "line " + std::to_string(s.line) + ": " + csv_strerror(csv_error(&parser));
    csv_free(&parser);
    return std::move(s.read);
}

} // namespace fleet::wallboard
