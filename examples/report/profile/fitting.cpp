// SPDX-License-Identifier: MIT
#include "profile/fitting.hpp"

#include "failure.hpp"
#include "profile/mapper.hpp"
#include "profile/profile.hpp"
#include "read/csv_reader.hpp"
#include "read/decode.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace report {
namespace {

const std::vector<plan> &built_in_plans() {
    static const std::vector<plan> plans = [] {
        std::vector<plan> all;
        for (const built_in_profile &each : built_in_profiles())
            all.push_back(read_profile(each.json, std::string{each.name}));
        return all;
    }();
    return plans;
}

std::string listed(const std::vector<std::string> &headings) {
    std::string text;
    for (const std::string &each : headings)
        text += (text.empty() ? "" : ", ") + ('"' + each + '"');
    return text;
}

fit fit_of(const plan &p, std::span<const std::string_view> headings) {
    fit how{.profile = p.name, .missing = {}};
    std::set<std::string> asked_for;
    for (const column &c : p.columns) {
        if (c.optional || !asked_for.insert(c.name).second) continue;
        const bool there = std::any_of(headings.begin(), headings.end(),
                                       [&c](std::string_view heading) { return c.is_called(heading); });
        if (there)
            ++how.found;
        else
            how.missing.push_back(c.name);
    }
    const auto known = [&p](std::string_view heading) {
        return std::any_of(p.columns.begin(), p.columns.end(),
                           [heading](const column &c) { return c.is_called(heading); });
    };
    how.refuses_others = p.known_columns_only && !std::all_of(headings.begin(), headings.end(), known);
    return how;
}

void sort_best_first(std::vector<fit> &fits) {
    std::stable_sort(fits.begin(), fits.end(), [](const fit &a, const fit &b) {
        if (a.whole() != b.whole()) return a.whole();
        const std::size_t of_a = a.found + a.missing.size(), of_b = b.found + b.missing.size();
        return a.found * of_b > b.found * of_a; // the greater share
    });
}

/// Tries the first row, cut as the plan has it; nothing if there is none.
std::optional<fit> fit_of_text(const plan &p, const std::string &beginning, const std::string &file) {
    csv_reader reader{text_source(beginning), file, p.text};
    csv_row row;
    if (!reader.next(row) || !row.fault.empty()) return std::nullopt;
    return fit_of(p, row.fields);
}

/// Without a heading the first rows decide: they have as many cells as are needed, and all can be read.
bool rows_fit(const plan &p, const std::string &beginning, const std::string &file) {
    constexpr std::size_t enough = 20;
    known_names known{p.dimensions()};
    mapper mapped{p, {}, known};
    csv_reader reader{text_source(beginning), file, p.text};
    csv_row row;
    mapped_row made;
    std::size_t rows = 0;
    for (; rows < enough && reader.next(row); ++rows)
        if (!p.width || mapped.map(row, made)) return false;
    return rows != 0;
}

} // namespace

std::vector<fit> fits_of(std::span<const std::string_view> headings) {
    std::vector<fit> fits;
    for (const plan &p : built_in_plans())
        if (p.header) fits.push_back(fit_of(p, headings));
    sort_best_first(fits);
    return fits;
}

std::string better_fit(std::span<const std::string_view> headings, std::string_view than) {
    const fit best = fits_of(headings).front();
    if (best.profile == than || best.found <= best.missing.size()) return {};
    return "; the built-in profile " + std::string{best.profile} +
           (best.whole() ? " fits" : " fits best, and misses " + listed(best.missing));
}

std::vector<std::string_view> profiles_that_fit(const std::string &beginning, const std::string &file) {
    std::vector<std::string_view> whole;
    for (const plan &p : built_in_plans())
        if (const auto how = p.header ? fit_of_text(p, beginning, file) : std::nullopt; how && how->whole())
            whole.push_back(p.name);
    if (whole.empty())
        for (const plan &p : built_in_plans())
            if (!p.header && rows_fit(p, beginning, file)) whole.push_back(p.name);
    return whole;
}

std::string profile_that_fits(const std::string &beginning, const std::string &file) {
    const std::vector<std::string_view> whole = profiles_that_fit(beginning, file);
    if (whole.size() == 1) return std::string{whole.front()};
    if (!whole.empty())
        throw failure{file + ": several built-in profiles fit, " + listed({whole.begin(), whole.end()}) +
                      ": --profile says which it is"};
    std::vector<fit> fits;
    for (const plan &p : built_in_plans())
        if (auto how = p.header ? fit_of_text(p, beginning, file) : std::nullopt)
            fits.push_back(std::move(*how));
    if (fits.empty()) return "native"; // it says what is wrong with an empty file
    const auto native =
        std::find_if(fits.begin(), fits.end(), [](const fit &f) { return f.profile == "native"; });
    if (native != fits.end() && native->found != 0) return "native";
    sort_best_first(fits);
    const fit &best = fits.front();
    throw failure{file + ": no built-in profile fits its first row" +
                  (best.found > best.missing.size()
                       ? "; the nearest, " + std::string{best.profile} + ", misses " + listed(best.missing)
                       : "") +
                  ": try kpi-report --inspect " + file};
}

std::string beginning_of(input from) {
    return peek(decoded(std::move(from.read), from.name, encoding::utf_8), first_look).first;
}

} // namespace report
