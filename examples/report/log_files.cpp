// SPDX-License-Identifier: MIT
#include "log_files.hpp"

#include "asked.hpp"
#include "failure.hpp"
#include "profile/fitting.hpp"
#include "sample_log.hpp"
#include "show/terminal.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace report {
namespace {

/// The file of a row is a dimension, if it is asked for and no profile has a dimension of that name.
constexpr std::string_view by_file = "file";
bool is_asked_by_file(const options &o) {
    const std::string name{by_file};
    const bool is_chosen = std::any_of(o.where.begin(), o.where.end(), [&](const std::string &where) {
        return where.starts_with(name + '=');
    });
    return is_chosen || o.compare.starts_with(name + ':') ||
           (',' + o.by + ',').find(',' + name + ',') != std::string::npos;
}
void name_file(plan &of, const std::string &path) {
    const name_rule named{path.empty() ? "built-in log" : path, {}};
    of.common.own.try_emplace(std::string{by_file}, named);
    for (event_rule &event : of.events)
        event.own.try_emplace(std::string{by_file}, named);
}

} // namespace

log_files::log_files(const options &o) {
    const auto zone = zone_of(o);
    const auto add = [&](const std::string &profile, const std::string &path) {
        for (const named &other : all_)
            if (other.path == path && other.profile == profile)
                throw failure{path + ": is named twice, and every row would count twice"};
        all_.push_back({path, profile, load_profile(profile, zone)});
        if (path == "-" && std::exchange(reads_standard_input_, true))
            throw failure{"-: standard input can be named only once"};
    };
    if (!o.file.empty()) add(o.profile.empty() ? profile_of(o.file) : o.profile, o.file);
    for (const std::string &read : o.reads) {
        const auto sign = read.find('=');
        if (sign == std::string::npos || sign == 0 || sign + 1 == read.size())
            throw failure{"--read " + read + ": a profile and a file are wanted here, as maven=deals.csv"};
        add(read.substr(0, sign), read.substr(sign + 1));
    }
    if (all_.empty()) read_built_in(o);
    if (is_asked_by_file(o))
        for (named &each : all_)
            name_file(each.by_plan, each.path);
}

void log_files::read_built_in(const options &o) {
    if (!o.profile.empty() && o.profile != "native")
        throw failure{"--profile " + o.profile + ": a file is wanted with it"};
    all_.push_back({{}, "native", load_profile("native", zone_of(o))});
}

std::vector<source> log_files::open(bool again) {
    std::vector<source> opened;
    for (const named &file : all_)
        opened.push_back({with_progress(open(file.path, again)), file.by_plan});
    return opened;
}

input log_files::open(const std::string &path, bool again) {
    if (path.empty()) return {"built-in log of an invented team", text_source(sample_log()), {}};
    if (path != "-") return open_input(path);
    if (again && !kept_) kept_.emplace(standard_input());
    return kept_ ? kept_->open() : standard_input();
}
/// From its beginning, although that has been looked at.
input log_files::standard_input() { return begun_ ? *std::exchange(begun_, std::nullopt) : open_input("-"); }
/// The built-in profile whose headings the file has.
std::string log_files::profile_of(const std::string &path) {
    input from = open_input(path);
    const std::string name = from.name;
    std::string beginning;
    if (path == "-") {
        peeked both = peek(std::move(from.read), first_look);
        begun_ = input{name, std::move(both.whole), {}};
        beginning = beginning_of({name, text_source(std::move(both.first)), {}});
    } else {
        beginning = beginning_of(std::move(from));
    }
    std::string profile = profile_that_fits(beginning, name);
    if (profile != "native")
        notes_.push_back("Read by the built-in profile " + profile + ", which fits " + name +
                         "; --profile names another");
    return profile;
}

} // namespace report
