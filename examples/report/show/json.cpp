// SPDX-License-Identifier: MIT
#include "show/json.hpp"

#include "figures/verdict.hpp"
#include "show/acts_wanted.hpp"
#include "show/headline.hpp"
#include <kpi/core/enumerators.hpp>
#include <kpi/export/each_figure.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <ostream>
#include <span>

namespace report {
namespace {

using json = nlohmann::ordered_json;

// Parentheses throughout: braces would turn a single value into an array.

/// The text, or null if it is empty.
json text_or_null(const std::string &text) { return text.empty() ? json(nullptr) : json(text); }

json number_or_null(const std::optional<double> &n) { return n ? json(*n) : json(nullptr); }

/// Programs that read numbers as doubles get greater ones wrong: these are also given as texts.
constexpr std::uint64_t greatest_in_a_double = std::uint64_t{1} << 53;

/// numerator, denominator and value; all null if there is none.
void put_fraction(json &into, const fraction &f, std::uint32_t scale) {
    const auto size = static_cast<std::int64_t>(f.numerator);
    into["numerator"] = f.negative ? json(-size) : json(f.numerator);
    into["denominator"] = f.denominator;
    into["value"] = number_or_null(value_number(f, scale));
    if (std::max(f.numerator, f.denominator) <= greatest_in_a_double) return;
    into["numerator_text"] = (f.negative ? "-" : "") + std::to_string(f.numerator);
    into["denominator_text"] = std::to_string(f.denominator);
}

/// An end of an interval, which is no exact number, in the unit of a value and with as many decimals.
double rounded(double end, std::uint32_t scale = 100) { return std::round(end * scale * 1e6) / 1e6; }

/// What is wanted, how much of it there is, and what that says; nothing is so much of a band.
void put_target(json &into, const figure &f, const line &l, const fraction &target) {
    put_fraction(into["target"], target, l.how.scale);
    if (l.target_to) put_fraction(into["target_to"], *l.target_to, l.how.scale);
    const fraction share = l.target_to ? fraction{} : attainment(f.exact, target);
    if (share.has_value() && f.has_value()) put_fraction(into["attainment"], share, 1);
    const judgement judged = judge(f, l, target);
    into["verdict"] = judged.text();
    if (const auto reached = judged.reached(l.how.better)) into["reached"] = *reached;
}

json figure_json(const figure &f, const line &l, const json &group, const std::optional<fraction> &target) {
    json object;
    object["name"] = l.how.name;
    object["title"] = l.how.title.empty() ? l.how.name : l.how.title;
    object["kind"] = l.how.kind;
    object["unit"] = l.how.unit;
    object["currency"] = text_or_null(l.how.currency);
    object["better"] = kpi::name_of(l.how.better);
    object["group"] = group;
    put_fraction(object, f.exact, l.how.scale);
    if (l.how.adds_up() && f.has_value() && f.exact.denominator == 1) object["value"] = object["numerator"];
    if (!f.has_value()) object["value"] = nullptr;
    if (f.rounded) {
        object["numerator"] = object["denominator"] = nullptr;
        object.erase("numerator_text"), object.erase("denominator_text");
    }
    object["n"] = f.n;
    object["interval"] =
        f.interval && f.has_value()
            ? json::array({rounded(f.interval->first, l.how.scale), rounded(f.interval->second, l.how.scale)})
            : json(nullptr);
    object["coherent"] = f.coherent;
    object["saturated"] = f.saturated;
    for (const char *const of_cases : {"open", "reversed", "repeated", "backwards"})
        object[of_cases] = nullptr;
    for (const aside &a : f.asides) {
        const std::string key = a.name == "still_open" ? "open" : a.name;
        if (object.contains(key) && a.number)
            object[key] = static_cast<std::uint64_t>(*a.number);
        else
            object[key] = number_or_null(a.number);
    }
    object["stands"] = f.stands == among_groups::untold  ? json(nullptr)
                       : f.stands == among_groups::above ? json("above")
                                                         : json("below");
    object["p_value"] = number_or_null(f.p_value);
    for (const char *const of_target : {"target", "target_to", "attainment", "verdict", "reached"})
        object[of_target] = nullptr;
    if (target) put_target(object, f, l, *target);
    return object;
}

void put_lines(json &into, const chapter &c, const std::vector<std::string> &groups) {
    for (const line &l : c.lines) {
        into.push_back(figure_json(l.total, l, nullptr, l.target));
        for (std::size_t g = 0; g < l.groups.size(); ++g)
            into.push_back(figure_json(l.groups[g], l, groups[g], l.target_of(g)));
    }
}

json reasons_json(const row_account &file) {
    json reasons = json::array();
    for (const refusal &r : file.refusals)
        reasons.push_back({{"reason", r.reason},
                           {"rows", r.rows},
                           {"source", file.source},
                           {"first_lines", r.lines},
                           {"first_text", text_or_null(r.text)}});
    return reasons;
}

json rows_json(const row_account &rows) {
    json object{{"read", rows.read},
                {"used", rows.used},
                {"repeated", rows.repeated},
                {"left_out_by_profile", rows.passed_over},
                {"without_event", rows.without_event},
                {"out_of_time", rows.out_of_frame},
                {"refused", rows.refused},
                {"reasons", reasons_json(rows)}};
    return object;
}

/// The rows of all files, with the reasons of each, and then file by file.
void put_rows(json &root, const account &rows) {
    root["rows"] = rows_json(rows);
    root["files"] = json::array();
    for (const row_account &file : rows.files) {
        for (const json &reason : reasons_json(file))
            root["rows"]["reasons"].push_back(reason);
        root["files"].push_back(
            {{"source", file.source}, {"profile", file.profile}, {"rows", rows_json(file)}});
    }
}

json by_kind_json(const std::array<std::uint64_t, 64> &events) {
    json object = json::object();
    for (std::size_t k = 0; k < events.size(); ++k)
        if (events[k] != 0) object[std::string{kpi::name_of(static_cast<activity>(k))}] = events[k];
    return object;
}

json names_of(kinds set) {
    json names = json::array();
    for (std::size_t k = 0; k < kpi::max_kinds; ++k)
        if (set.contains(static_cast<activity>(k))) names.push_back(kpi::name_of(static_cast<activity>(k)));
    return names;
}

json missing_json(const missing_metric &m) {
    json needs = json::array();
    for (const auto &set : m.metric->sets)
        needs.push_back(names_of(set));
    json given = json::array();
    if (!m.metric->given.name.empty()) given.push_back(m.metric->given.name);
    for (const given_figure &figure : m.metric->figures)
        given.push_back(figure.name);
    return {{"name", m.metric->how.name},
            {"needs_one_of_each", needs},
            {"needs_of_them", text_or_null(m.metric->also)},
            {"needs_given", given}};
}

/// The metrics that are asked first, in that order, as far as the log tells them.
json asked_first(const sheet &s) {
    std::map<std::size_t, std::string> names;
    for (const chapter &c : s.chapters)
        for (const line &l : c.lines)
            if (l.metric != nullptr && l.metric->key != 0) names.emplace(l.metric->key, l.how.name);
    json all = json::array();
    for (const auto &[place, name] : names)
        all.push_back(name);
    return all;
}

/// The chapters of the report. A metric with several currencies is there once.
json chapters_json(const sheet &s) {
    json all = json::array();
    for (const chapter &c : s.chapters) {
        json metrics = json::array();
        for (const line &l : c.lines)
            if (metrics.empty() || metrics.back()["name"] != l.how.name)
                metrics.push_back({{"name", l.how.name}, {"meaning", l.how.help}});
        all.push_back({{"title", c.title}, {"metrics", metrics}});
    }
    return all;
}

/// A list of hours for each day from Monday; null if no touch has a time of day, and if not all touches are
/// looked at.
json touches_by_hour(const sheet &s) {
    const std::span<const std::uint64_t> week{s.rows.touches_by_hour};
    if (!s.where.empty() || std::all_of(week.begin(), week.end(), [](auto n) { return n == 0; }))
        return nullptr;
    json days = json::array();
    for (std::size_t day = 0; day < 7; ++day)
        days.push_back(week.subspan(day * 24, 24));
    return days;
}

/// For shares of a cohort: what they had come to by each day since the start of a case, even if cases are
/// still open.
json incidence_json(const line &l) {
    json points = json::array();
    for (const point_of_curve &at : l.curve)
        points.push_back(
            {{"days", at.days},
             {"value", rounded(at.value, 1)},
             {"interval", at.range ? json::array({rounded(at.range->first, 1), rounded(at.range->second, 1)})
                                   : json(nullptr)}});
    return {{"metric", l.how.name}, {"points", points}};
}

json day_or_null(const std::optional<std::int64_t> &seconds) {
    return seconds ? json(iso_day(*seconds)) : json(nullptr);
}

json hours_json(const sheet &s) {
    return {{"hours", s.hours->text()},
            {"holidays", s.hours->holidays()},
            {"holidays_from", text_or_null(s.hours->source())},
            {"zone", text_or_null(s.zone)}};
}

json quota_json(const quota &due) {
    json object{{"unit", due.unit}};
    put_fraction(object, due.amount, 1);
    return object;
}

json posts_json(const rostered_rep &one) {
    json posts = json::array();
    for (const post &each : one.posts)
        posts.push_back({{"from", day_or_null(each.from)},
                         {"role", text_or_null(each.role)},
                         {"team", text_or_null(each.team)}});
    return posts;
}

/// The roster as it was read, and the names that only it or only the log has.
json team_json(const sheet &s) {
    if (!s.team) return nullptr;
    json reps = json::array();
    for (const rostered_rep &one : s.team->reps) {
        json rows = json::array();
        for (const tenure &row : one.rows)
            rows.push_back({{"from", day_or_null(row.on.from)},
                            {"to", row.on.until ? json(iso_day(*row.on.until - 1)) : json(nullptr)},
                            {"quota", row.due ? quota_json(*row.due) : json(nullptr)},
                            {"seconds_a_day", row.logged_in ? json(*row.logged_in) : json(nullptr)}});
        reps.push_back({{"name", one.name},
                        {"aliases", one.aliases},
                        {"role", text_or_null(one.posts.back().role)},
                        {"team", text_or_null(one.posts.back().team)},
                        {"rows", rows}});
        if (one.posts.size() > 1) reps.back()["posts"] = posts_json(one);
    }
    return {{"source", s.team->source},
            {"reps", reps},
            {"not_in_log", s.not_in_log},
            {"not_in_roster", s.not_in_roster}};
}

/// Points from -100 to 100, as values of shares are; a ratio without an upper end has null there.
json to_act_on_json(const to_act_on &act) {
    const auto number = [&](const std::optional<figure> &f) {
        return f && f->has_value() ? number_or_null(value_number(f->exact, 1)) : json(nullptr);
    };
    json object;
    object["what"] = act.what == to_act_on::why::stale_deal     ? "stale_deals"
                     : act.what == to_act_on::why::overdue_deal ? "overdue_deals"
                                                                : "unanswered_leads";
    object["text"] = spoken(act);
    object["n"] = act.n, object["value"] = number(act.value);
    object["currency"] = text_or_null(act.money.currency);
    object["longer_than_seconds"] = act.longer_than ? json(*act.longer_than) : json(nullptr);
    object["by_target"] = act.by_target;
    object["first"] = json::array();
    for (const case_to_act_on &one : act.first)
        object["first"].push_back({{"id", text_or_null(one.id)},
                                   {"rep", text_or_null(one.rep)},
                                   {"seconds", one.seconds},
                                   {"value", number(one.value)}});
    return object;
}

std::string name_of_test(const compared_line &l) {
    if (l.tested) return "fisher";
    if (!l.apart) return {};
    using by = groups_apart::test;
    return l.apart->by == by::wilcoxon   ? "wilcoxon"
           : l.apart->by == by::log_rank ? "log_rank"
           : l.apart->by == by::gray     ? "gray"
                                         : "wald";
}

json comparison_json(const comparison &both) {
    json lines = json::array();
    for (const compared_line &l : both.lines) {
        json difference, ratio;
        if (l.tested) difference = {rounded(l.tested->apart.low), rounded(l.tested->apart.high)};
        if (l.ratio)
            ratio = {l.ratio->first, std::isfinite(l.ratio->second) ? json(l.ratio->second) : json(nullptr)};
        json shift;
        if (l.apart && l.apart->range)
            shift = {{"value", number_or_null(l.apart->shift)},
                     {"interval", {l.apart->range->first, l.apart->range->second}}};
        lines.push_back({{"name", l.of->how.name},
                         {"difference", difference},
                         {"ratio", ratio},
                         {"shift", shift},
                         {"test", text_or_null(name_of_test(l))},
                         {"z_score", l.apart ? json(l.apart->z) : json(nullptr)},
                         {"p_value", number_or_null(l.p_value())},
                         {"beyond_chance", l.beyond_chance},
                         {"untested", text_or_null(std::string{l.why_untested})}});
    }
    return {{"by", both.by}, {"a", both.a}, {"b", both.b}, {"metrics", lines}};
}

} // namespace

void print_json(std::ostream &out, const sheet &s, const comparison *both, int indent) {
    json root;
    root["source"] = s.source;
    root["profile"] = s.profile;
    root["by"] = text_or_null(s.by);
    root["by_period"] = s.by_period;
    root["where"] = s.where;
    root["first_day"] = text_or_null(s.rows.first ? iso_day(*s.rows.first) : "");
    root["last_day"] = text_or_null(s.rows.last ? iso_day(*s.rows.last) : "");
    root["as_of"] = text_or_null(s.as_of ? iso_day(*s.as_of) : "");
    root["from"] = text_or_null(s.from ? iso_day(*s.from) : "");
    if (s.hours) root["business_hours"] = hours_json(s);
    root["undated_events"] = s.rows.all_undated();
    root["undated"] = by_kind_json(s.rows.undated);
    root["events_out_of_time"] = {{"before", s.rows.events_before},
                                  {"after", s.rows.events_after},
                                  {"without_date", s.rows.events_without_date}};
    root["events"] = by_kind_json(s.rows.events);
    root["touches_by_hour"] = touches_by_hour(s);
    put_rows(root, s.rows);
    root["confidence"] = s.confidence;
    root["anytime"] = s.anytime;
    root["cautions"] = cautions_of(s);
    root["moved_against_groups"] = json::array();
    for (const moved_against_groups &m : s.moved) {
        json one{{"metric", m.how.name}, {"from", m.from}, {"to", m.to}};
        for (const auto &[name, of] : {std::pair{"before", m.before}, {"now", m.now}})
            one[name] = {{"numerator", of.part}, {"denominator", of.whole}};
        one["by_rates"] = rounded(m.by.by_rates), one["by_weights"] = rounded(m.by.by_weights);
        one["by_membership"] = rounded(m.by.by_membership);
        root["moved_against_groups"].push_back(std::move(one));
    }
    root["headline"] = json::array();
    for (const sentence &said : headline_of(s))
        root["headline"].push_back(
            {{"text", said.text}, {"metric", text_or_null(said.metric)}, {"groups", said.groups}});
    root["to_act_on"] = json::array();
    for (const to_act_on &act : s.to_act)
        root["to_act_on"].push_back(to_act_on_json(act));
    root["incidence"] = json::array();
    for (const chapter &c : s.chapters)
        for (const line &l : c.lines)
            if (!l.curve.empty()) root["incidence"].push_back(incidence_json(l));
    root["comparison"] = both == nullptr ? json(nullptr) : comparison_json(*both);
    root["groups"] = json::array();
    for (std::size_t g = 0; g < s.groups.size(); ++g)
        root["groups"].push_back({{"name", s.groups[g]}, {"mark", text_or_null(s.group_marks[g])}});
    root["asked_first"] = asked_first(s);
    root["chapters"] = chapters_json(s);
    root["metrics"] = json::array();
    for (const chapter &c : s.chapters)
        put_lines(root["metrics"], c, s.groups);
    root["stages"] = json::array();
    put_lines(root["stages"], s.stages, s.groups);
    root["left_out"] = json::array();
    for (const missing_metric &m : s.missing)
        root["left_out"].push_back(missing_json(m));
    for (const missing_team_figure &m : s.missing_of_team)
        root["left_out"].push_back({{"name", m.name},
                                    {"needs_one_of_each", json::array()},
                                    {"needs_of_them", m.lacks},
                                    {"needs_given", json::array()}});
    root["team"] = team_json(s);
    root["notes"] = s.notes;
    root["unfit"] = text_or_null(s.unfit);
    // a name that is no UTF-8 must not end the run
    out << root.dump(indent, ' ', false, json::error_handler_t::replace) << '\n';
}

} // namespace report
