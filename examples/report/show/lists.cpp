// SPDX-License-Identifier: MIT
#include "show/lists.hpp"

#include "profile/kind_list.hpp"
#include "profile/profile.hpp"
#include "show/paragraph.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>
#include <string>

namespace report {

void print_kinds(std::ostream &out) {
    std::size_t longest = 0;
    for (const told_kind &each : all_kinds())
        longest = std::max(longest, each.name.size());
    std::string_view group;
    for (const told_kind &each : all_kinds()) {
        if (each.group != group) out << (group.empty() ? "" : "\n") << (group = each.group) << '\n';
        out << "  " << each.name << std::string(longest - each.name.size() + 2, ' ') << each.meaning << '\n';
    }
}

void print_profiles(std::ostream &out) {
    for (const built_in_profile &each : built_in_profiles()) {
        out << each.name << '\n';
        print_paragraph(out, "", nlohmann::json::parse(each.json).at("about").get<std::string>());
    }
}

} // namespace report
