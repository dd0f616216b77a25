// SPDX-License-Identifier: MIT
#include "show/open_metrics.hpp"

#include "figures/held_against.hpp"
#include "show/spoken.hpp"
#include <kpi/export/decimal.hpp>
#include <kpi/export/detail/open_metrics_name.hpp>
#include <kpi/export/escape.hpp>
#include <kpi/export/writer.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <deque>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace report {
namespace {

/// The text that the library writes, whatever its length.
std::string text_of(auto &&write) {
    kpi::text_writer counted{{}};
    write(counted);
    std::string text(counted.size(), '\0');
    kpi::text_writer out{text};
    write(out);
    return text;
}
std::string escaped(std::string_view text) {
    return text_of([&](kpi::text_writer &out) { kpi::put_open_metrics_escaped(out, text); });
}
/// A double quote must be escaped here, but not in the older text format.
std::string help_of(const line &l) {
    std::string text = l.how.help.empty() ? title_of(l.how) : std::string{l.how.help};
    std::replace(text.begin(), text.end(), '"', '\'');
    return escaped(text);
}

/// Different groups have different labels, even if characters in them are replaced.
std::vector<std::string> labels_of(const sheet &s) {
    std::vector<std::string> all;
    std::set<std::string> taken;
    for (const std::string &group : s.groups) {
        const std::string name = escaped(group);
        std::string mine = name;
        for (int n = 2; !taken.insert(mine).second; ++n)
            mine = name + " (" + std::to_string(n) + ')';
        all.push_back("by=\"" + escaped(s.by) + "\",group=\"" + mine + '"');
    }
    return all;
}
std::string labels_of(const line &l, std::string_view part) {
    std::string all;
    if (!part.empty()) all = "part=\"" + escaped(part) + '"';
    if (!l.how.currency.empty()) all += (all.empty() ? "currency=\"" : ",currency=\"") + l.how.currency + '"';
    return all;
}
std::string joined(const std::string &a, const std::string &b) {
    return a.empty() || b.empty() ? a + b : a + ',' + b;
}

/// The range of a figure in the unit that it is shown in.
std::optional<std::pair<double, double>> range_of(const figure &f, const telling &how) {
    if (!f.has_value()) return std::nullopt;
    const auto low = number_beside(f, "median_low"), high = number_beside(f, "median_high");
    if (low && high) return std::pair{*low, *high};
    if (!f.interval || still_open(f) != 0) return std::nullopt;
    return std::pair{f.interval->first * how.scale, f.interval->second * how.scale};
}
std::string number_text(double number) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.9g", number);
    return text.data();
}

struct family {
    std::string name, help, unit, samples;
    std::string_view metric; ///< whose values, numerators or denominators it holds

    void put(const std::string &labels, const std::string &value) {
        samples += name + (labels.empty() ? "" : '{' + labels + '}') + ' ' + value + '\n';
    }
};

class exposition {
public:
    explicit exposition(const sheet &s) : groups_{labels_of(s)} {}

    /// A line of a metric, or of a part of it.
    void add(const line &l, std::string_view metric, std::string_view part) {
        namespace names = kpi::detail;
        names::base_unit unit = names::base_unit_of(l.how.unit);
        const kpi::decimal_style how = names::in_base_unit({.unit = l.how.unit, .scale = l.how.scale}, unit);
        const std::string ending = text_of([&](auto &out) { names::put_ending(out, metric, unit.name); });
        const std::string help = help_of(l), own = labels_of(l, part);
        family &values = family_of(metric, ending, unit.name, help);
        const auto put = [&](const figure &f, const std::string &labels) {
            if (f.saturated)
                saturated_.put(joined("figure=\"" + std::string{metric} + '"', labels), "1");
            else if (f.has_value())
                values.put(labels, text_of([&](auto &out) { kpi::write_decimal(out, f.exact, how); }));
        };
        const auto put_all = [&](auto &&put_one) {
            put_one(l.total, own);
            for (std::size_t g = 0; g < l.groups.size(); ++g)
                put_one(l.groups[g], joined(groups_[g], own));
        };
        put_all(put);
        put_all([&](const figure &f, const std::string &labels) {
            const auto range = range_of(f, l.how);
            if (!range) return;
            const auto put_end = [&](std::string_view which, double end, std::string_view what) {
                family_of(metric,
                          std::string{which} + (unit.name.empty() ? "" : "_") + std::string{unit.name},
                          unit.name, std::string{what} + help)
                    .put(labels, number_text(end * unit.times / unit.over));
            };
            put_end("_low", range->first, "Lower end of the range: ");
            put_end("_high", range->second, "Upper end of the range: ");
        });
        if (!l.how.is_share() && l.how.kind != "ratio") return;
        family &above = family_of(metric, "_numerator", {}, "Numerator: " + help);
        family &below = family_of(metric, "_denominator", {}, "Denominator: " + help);
        put_all([&](const figure &f, const std::string &labels) {
            if (!f.has_value() || f.rounded) return;
            above.put(labels, (f.exact.negative ? "-" : "") + std::to_string(f.exact.numerator));
            below.put(labels, std::to_string(f.exact.denominator));
        });
    }
    void print(std::ostream &out) const {
        for (const family &each : families_)
            print(out, each);
        print(out, saturated_);
        out << "# EOF\n";
    }

private:
    static void print(std::ostream &out, const family &one) {
        if (one.samples.empty()) return;
        out << "# HELP " << one.name << ' ' << one.help << "\n# TYPE " << one.name << " gauge\n";
        if (!one.unit.empty()) out << "# UNIT " << one.name << ' ' << one.unit << '\n';
        out << one.samples;
    }
    /// The samples of a family are kept together. A name that a family of another metric has becomes another
    /// one here.
    family &family_of(std::string_view metric, const std::string &ending, std::string_view unit,
                      std::string help) {
        std::string stem = "kpi_" + text_of([&](auto &out) { kpi::detail::put_family(out, {}, metric); });
        for (;; stem += "_other") {
            const std::string name = stem + ending;
            const auto found = std::find_if(families_.begin(), families_.end(),
                                            [&](const family &each) { return each.name == name; });
            if (found != families_.end() && found->metric == metric) return *found;
            if (found != families_.end() || name == saturated_.name) continue;
            families_.push_back({name, std::move(help), std::string{unit}, {}, metric});
            return families_.back();
        }
    }

    std::vector<std::string> groups_;
    std::deque<family> families_; ///< a deque, so that they never move
    family saturated_{"kpi_saturated",
                      "1 for a figure that has no value because a count in it is at its limit.",
                      {},
                      {},
                      {}};
};

} // namespace

void print_open_metrics(std::ostream &out, const sheet &s) {
    constexpr std::string_view of_a_part{": "};
    exposition all{s};
    for (const chapter &c : s.chapters)
        for (const line &l : c.lines) {
            const std::string_view name = l.how.name;
            const std::size_t end = std::min(name.find(of_a_part), name.size());
            all.add(l, name.substr(0, end), name.substr(std::min(end + of_a_part.size(), name.size())));
        }
    for (const line &l : s.stages.lines)
        all.add(l, "now_in_stage", l.how.name);
    all.print(out);
}

} // namespace report
