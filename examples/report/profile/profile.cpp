// SPDX-License-Identifier: MIT
#include "profile/profile.hpp"

#include "failure.hpp"
#include "profile/nearest.hpp"
#include "profile/profile_node.hpp"
#include "profile/profile_reader.hpp"
#include "profile/text_hash.hpp"
#include "read/byte_source.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <vector>

namespace report {
namespace {

using nlohmann::json;

/// The library would keep the last of two equal keys without a word.
json parse(std::string_view text, const std::string &name) {
    std::vector<std::set<std::string>> open;
    const auto watch = [&](int, json::parse_event_t what, json &value) {
        if (what == json::parse_event_t::object_start) open.emplace_back();
        if (what == json::parse_event_t::object_end) open.pop_back();
        if (what == json::parse_event_t::key && !open.back().insert(value.get<std::string>()).second)
            throw failure{name + ": the key \"" + value.get<std::string>() + "\" stands twice in one object"};
        return true;
    };
    try {
        return json::parse(text, watch);
    } catch (const json::exception &error) { // a syntax error, or a number that no double holds
        const std::string what =
            error.what(); // "[json.exception.parse_error.101] parse error at line 3, ..."
        throw failure{name + ": is no JSON: " + what.substr(std::min(what.find("] ") + 2, what.size()))};
    }
}

std::string read_whole(const std::string &path) {
    constexpr std::size_t most = std::size_t{1} << 20;
    const input file = open_input(path);
    std::string text(most + 1, '\0');
    std::size_t size = 0;
    while (const std::size_t got = file.read(text.data() + size, text.size() - size))
        size += got;
    if (size > most) throw failure{path + ": is longer than 1 MiB, which no profile is"};
    text.resize(size);
    return text;
}

} // namespace

plan load_profile(const std::string &name_or_path, const std::optional<zone> &lives) {
    std::vector<std::string_view> names;
    for (const auto &[name, json] : built_in_profiles()) {
        if (name == name_or_path) return read_profile(json, name_or_path, lives);
        names.push_back(name);
    }
    if (name_or_path.find_first_of("./\\") == std::string::npos)
        throw failure{name_or_path + ": is no built-in profile and no path of a file" +
                      suggestion(name_or_path, names)};
    return read_profile(read_whole(name_or_path), name_or_path, lives);
}

plan read_profile(std::string_view json, const std::string &name, const std::optional<zone> &lives) {
    const auto root = parse(json, name);
    plan described = read_plan({root, {}, name}, name, lives);
    described.text_hash = text_hash(json);
    return described;
}

} // namespace report
