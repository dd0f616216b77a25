// SPDX-License-Identifier: MIT
#include "profile/kind_list.hpp"

#include <kpi/core/enumerators.hpp>

#include <algorithm>

namespace report {
namespace {

/// The text after a mark, without blanks around it; nothing if the mark is missing.
std::string_view behind(std::string_view text, std::string_view mark) {
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + mark.size());
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    return text;
}

} // namespace

const std::vector<told_kind> &all_kinds() {
    static const std::vector<told_kind> told = [] {
        std::vector<told_kind> all;
        std::string_view left = behind(text_of_vocabulary(), "enum class activity : std::uint8_t {");
        left = left.substr(0, left.find("};"));
        std::string_view group;
        while (!left.empty()) {
            const std::string_view line = left.substr(0, left.find('\n'));
            left.remove_prefix(std::min(line.size() + 1, left.size()));
            const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
            const std::string_view name = line.substr(begin, line.find(',') - begin);
            if (const auto kind = kpi::enumerator<activity>(name))
                all.push_back({*kind, group, name, behind(line, "///<")});
            else if (line.substr(begin).starts_with("// "))
                group = behind(line, "// ");
        }
        return all;
    }();
    return told;
}

} // namespace report
