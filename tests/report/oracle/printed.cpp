// SPDX-License-Identifier: MIT
#include "printed.hpp"

#include "failure.hpp"
#include "figures/metrics_known.hpp"
#include "profile/profile.hpp"
#include "profile/text_hash.hpp"
#include "ranks_of_threads.hpp"
#include "run.hpp"
#include "story/record.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string_view>

namespace oracle {

namespace {

std::string six_decimals(double v) {
    char text[64];
    std::snprintf(text, sizeof text, "%.6f", v == 0 ? 0.0 : v);
    return text;
}

printed_figure read(const report::figure &f, const report::line &of, bool is_of_group) {
    const report::telling &how = of.how;
    printed_figure p;
    p.numerator = static_cast<std::int64_t>(f.exact.numerator) * (f.exact.negative ? -1 : 1);
    p.denominator = static_cast<std::int64_t>(f.exact.denominator);
    p.n = static_cast<std::int64_t>(f.n);
    if (const auto v = report::value_number(f.exact, how.scale)) p.value = six_decimals(*v);
    for (const report::aside &a : f.asides)
        if (a.number) p.beside[a.name] = six_decimals(*a.number);
    if (!how.nominal && how.kind != "score") p.range = f.interval;
    if (of.target && f.has_value() && (!is_of_group || of.target_is_of_groups())) {
        const report::fraction share = report::attainment(f.exact, *of.target);
        p.attained = (share.negative ? "-" : "") + std::to_string(share.numerator) + '/' +
                     std::to_string(share.denominator);
    }
    return p;
}

report::input file(std::string name, std::string text) {
    return {std::move(name), report::text_source(std::move(text)), {}};
}
std::vector<report::source> files_of(const log &l) {
    std::vector<report::source> files;
    for (int f = 0; f < l.files; ++f)
        files.push_back({file(std::to_string(f) + ".csv", csv(l, f)),
                         report::load_profile("native", report::zone{l.asked.zone_hours * hour})});
    return files;
}
report::sheet made_of(const log &l, report::request asked, report::ranks &all) {
    asked.among = &all;
    report::find_first_days([&] { return files_of(l); }, asked);
    return report::run(files_of(l), asked);
}

} // namespace

std::uint64_t number_of_id(const std::string &id) { return id.empty() ? 0 : report::text_hash(id); }
std::uint8_t order_of_ids(const row &r) {
    report::act a;
    a.prospect = report::id_of(number_of_id(r.id(about::prospect)));
    a.lead = report::id_of(number_of_id(r.id(about::lead)));
    a.deal = report::id_of(number_of_id(r.id(about::deal)));
    a.customer = report::id_of(number_of_id(r.id(about::customer)));
    return report::order_of_ids(a);
}

report::sheet report_on(const log &l, const std::string &explain) {
    report::request asked;
    asked.explain = explain;
    const question &q = l.asked;
    asked.by = q.all_by(), asked.where = q.where;
    asked.as_of = q.as_of;
    asked.window = q.window;
    asked.maturity = q.maturity;
    if (q.covers) asked.covers = report::day_span{(*q.covers)[0], (*q.covers)[1] + day};
    for (const auto &[name, n] : q.given)
        asked.given[name] = {n, 1};
    asked.threads = 1 + l.rows.size() % 3, asked.slice = 500;
    asked.top = static_cast<std::size_t>(q.top);
    asked.starts = {static_cast<std::uint32_t>(q.week_starts), q.year_starts};
    std::vector<std::string> targets;
    for (const auto &[name, wanted] : q.wanted)
        targets.push_back(name + '=' + wanted.written);

    asked.wanted = report::read_targets(targets, q.hours.has_value());
    if (q.hours) {
        asked.hours = report::business_hours::read(q.hours->written);
        asked.hours->read_holidays(file("holidays.csv", holidays_file(q)));
    }
    if (!q.team.empty())
        asked.team =
            report::read_roster(file("team.csv", roster_file(q)), report::metrics_known{}.counted_names());
    if (!explain.empty()) return made_of(l, asked, report::ranks_of_one());
    return report::test::on_ranks(1 + l.rows.size() / 3 % 3,
                                  [&](report::ranks &all) { return made_of(l, asked, all); });
}

printed print(const log &l) {
    printed p;
    try {
        const report::sheet s = report_on(l);
        p.groups = s.groups;
        for (const std::string &mark : s.group_marks)
            p.complete.push_back(mark.empty());
        const bool several = std::any_of(s.chapters.begin(), s.chapters.end(), [](const report::chapter &c) {
            return std::any_of(c.lines.begin(), c.lines.end(),
                               [](const report::line &one) { return one.currency != report::money::any; });
        });
        const auto take = [&](const report::chapter &c) {
            for (const report::line &line : c.lines) {
                printed_metric m;
                m.total = read(line.total, line, false);
                for (const report::figure &f : line.groups)
                    m.groups.push_back(read(f, line, true));
                const bool by_currency = several && !line.how.currency.empty();
                std::string name = line.how.name;
                if (line.how.step != 0) // by its number, whatever the profile calls it
                    name = line.metric->how.name + ": " + std::to_string(line.how.step);
                p.metrics[name + (by_currency ? " [" + line.how.currency + "]" : "")] = std::move(m);
            }
        };
        for (const report::chapter &c : s.chapters)
            take(c);
        if (!s.unfit.empty()) p.failure = s.unfit;
    } catch (const report::failure &why) {
        p.failure = why.what();
    }
    return p;
}

} // namespace oracle
