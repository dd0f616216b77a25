// SPDX-License-Identifier: MIT
#include "log_files.hpp"

#include "asked.hpp"
#include "failure.hpp"
#include "profile/fitting.hpp"
#include "sample_log.hpp"
#include "show/terminal.hpp"

#include <utility>

namespace report {

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
    if (!all_.empty()) return;
    if (!o.profile.empty() && o.profile != "native")
        throw failure{"--profile " + o.profile + ": a file is wanted with it"};
    all_.push_back({{}, "native", load_profile("native", zone)});
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
/// From its beginning, though that was looked at.
input log_files::standard_input() { return begun_ ? *std::exchange(begun_, std::nullopt) : open_input("-"); }
/// The built-in profile of which the file has the headings.
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
