// SPDX-License-Identifier: MIT
#pragma once

/// How a sheet is drawn up, part by part: the lines of the metrics (sheet.cpp), what the caller adds to them
/// (sheet_given.cpp), how groups compare (sheet_table.cpp, sheet_team.cpp), how reps stand to their quotas
/// (sheet_quotas.cpp) and what else a roster tells (sheet_roster.cpp), where deals and pairs of events stand
/// (sheet_stages.cpp), what waits for somebody (sheet_to_act.cpp), what one figure is made of
/// (sheet_explained.cpp), which groups are the worst (sheet_limits.cpp), and what a careful reader must know
/// (sheet_notes.cpp).

#include "figures/sheet.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace report {

struct seen;

inline std::string shown_name(std::string_view name) { return std::string{name.empty() ? of_nobody : name}; }

/// A rep whose results are compared with those of others.
struct compared_rep {
    std::uint32_t number{};             ///< on the boards
    std::optional<std::size_t> group{}; ///< of the sheet, if its groups are reps
    const team_member *member{};        ///< of the roster, if there is one
};

/// Reps who are compared with each other: those of one role, or all.
struct squad {
    std::string role;              ///< empty if the roster tells no two of them apart
    std::vector<std::size_t> reps; ///< their places among all compared reps
};

/// A metric's figure for each compared rep, and what they should reach, if that is known.
struct results {
    std::vector<figure> of_reps;
    std::vector<std::optional<fraction>> wanted;
};

class drawing {
public:
    drawing(const ledger &book, const ledger *by_rep, const log_shape &told, const known_names &known,
            const request &asked);

    sheet draw(std::string source, const metrics_known &metrics, const watch *seen);

private:
    void find_times();
    [[nodiscard]] std::optional<days_of_log> days() const;
    void add_target(line &l);
    void add_pace(figure &f, const day_span &period, const day_span &looked_at,
                  const std::optional<fraction> &wanted) const;
    void hold_to(const benchmark &to, line &l);
    [[nodiscard]] bool is_one_rep(const column_of_sheet &column) const;
    [[nodiscard]] bool is_of_one_rep() const;
    [[nodiscard]] bool find_unfit();
    void find_groups();
    [[nodiscard]] day_span days_of(const column_of_sheet &column) const;
    void mark_periods();
    [[nodiscard]] const line *line_of_limits() const;
    void put_worst_first();
    [[nodiscard]] std::vector<std::string_view> names_of_group(std::uint32_t group) const;
    [[nodiscard]] std::size_t number_of_groups() const;
    [[nodiscard]] bool in_a_stage(std::uint32_t group) const;

    void add(const listed_metric &metric);
    void name_stages(std::vector<line> &found) const;
    [[nodiscard]] bool can_be_told(const listed_metric &metric) const;
    [[nodiscard]] bool is_told(std::string_view member, const listed_metric &metric) const;
    [[nodiscard]] bool has_id(const ids_needed &needed) const;
    [[nodiscard]] std::string id_lacking(const listed_metric &metric, bool given) const;
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
    void find_squads();
    [[nodiscard]] results results_of(const line &l) const;
    [[nodiscard]] bool is_in_one_job(std::size_t group) const;
    void add_spread(chapter &to, line &l, const squad &of, const results &all);
    void add_share_at_target(chapter &to, const line &l, const squad &of, const results &all) const;

    void add_quotas(chapter &to, line &l, const results &all) const;
    void add_capacity_check(chapter &to, const line &l, const squad &of, const results &all) const;

    void find_team();
    void find_strangers();
    [[nodiscard]] bool is_there(std::uint32_t group) const;
    [[nodiscard]] bool is_in(const team_member &one, std::uint32_t group) const;
    [[nodiscard]] std::optional<std::uint64_t> told_by_roster(const given_figure &which,
                                                              std::optional<std::size_t> group) const;
    void find_figures_of_groups(const listed_metric &metric);
    void find_missing_of_team();
    [[nodiscard]] std::vector<std::string> about_roster() const;

    void set_confidence(line &l) const;
    [[nodiscard]] std::vector<line *> lines_of_table();
    void add_table();
    void mark_groups(const std::vector<line *> &table);
    void rank_groups(const std::vector<line *> &table) const;

    [[nodiscard]] std::optional<std::size_t> last_of_two_complete() const;
    void add_mix();

    void add_stages();

    [[nodiscard]] std::optional<std::uint32_t> longest_wait_wanted() const;
    void add_to_act_on();

    void explain(const watch &seen_by);
    [[nodiscard]] std::optional<explained_event> explained(const seen &one, const listed_metric &metric,
                                                           const column_of_sheet &column) const;
    [[nodiscard]] std::string name_of_group(std::uint32_t group) const;

    void add_notes();
    void note_periods(auto &&say) const;
    void note_ids(auto &&say) const;
    void note_benchmarks(auto &&say) const;
    [[nodiscard]] std::pair<std::uint64_t, std::uint64_t> rows_without(std::size_t id, kinds of) const;

    const ledger &book_;
    const ledger *const by_rep_; ///< the same log by rep; null without a roster
    const log_shape &told_;
    const known_names &known_;
    const request &asked_;
    const grouped_by by_;
    reading reading_;
    kinds occurred_;
    std::vector<column_of_sheet> columns_;
    std::optional<team> team_; ///< the roster's team
    std::vector<compared_rep> reps_;
    std::vector<squad> squads_;
    std::map<std::string, std::vector<std::string>> not_given_;
    std::vector<std::pair<const benchmark *, bool>> benchmarks_; ///< whether something was held to each
    std::vector<std::string> unheard_of_, by_channel_, saturated_, incoherent_, in_one_currency_;
    sheet sheet_;
};

} // namespace report
