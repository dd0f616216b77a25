// SPDX-License-Identifier: MIT
#pragma once

/// How a sheet is drawn up, part by part: the lines of the metrics (sheet.cpp), how groups compare
/// (sheet_team.cpp), where deals and pairs of events stand (sheet_stages.cpp), and what a careful reader must
/// know (sheet_notes.cpp).

#include "figures/sheet.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace report {

inline constexpr std::int64_t a_day = 86'400;

inline std::string shown_name(std::string_view name) { return name.empty() ? "(none)" : std::string{name}; }

class drawing {
public:
    drawing(const ledger &book, const log_shape &told, const known_names &known, const request &asked);

    sheet draw(std::string source);

private:
    void find_times();
    [[nodiscard]] bool find_unfit();
    void find_groups();
    void mark_periods();
    [[nodiscard]] bool in_a_stage(std::size_t group) const;

    void add(const listed_metric &metric);
    [[nodiscard]] bool can_be_told(const listed_metric &metric) const;
    [[nodiscard]] bool is_told(std::string_view member, const listed_metric &metric) const;
    [[nodiscard]] bool has_occurred(const listed_metric &metric) const;
    [[nodiscard]] bool no_reply_has_a_channel() const;
    void note(const listed_metric &metric, const line &l, bool given);
    [[nodiscard]] std::optional<std::uint64_t> given_for(const listed_metric &metric,
                                                         const given_figure &which);
    [[nodiscard]] std::string code_of(const line &l) const;
    [[nodiscard]] std::string codes_of_currencies() const;

    void add_settlements();
    void add_growth();
    void add_team();
    void add_spread(chapter &team, line &l, const std::vector<std::size_t> &reps);
    void add_share_at_target(chapter &team, const line &l, const std::vector<std::size_t> &reps);

    void add_stages();

    void add_notes();
    void note_periods(auto &&say) const;
    void note_ids(auto &&say) const;

    const ledger &book_;
    const log_shape &told_;
    const known_names &known_;
    const request &asked_;
    const grouped_by by_;
    reading reading_;
    kinds occurred_;
    std::vector<std::size_t> numbers_; ///< of the groups, as the boards have them
    std::map<std::string, std::vector<std::string>> not_given_;
    std::vector<std::string> unheard_of_, by_channel_, saturated_, incoherent_, in_one_currency_;
    sheet sheet_;
};

} // namespace report
