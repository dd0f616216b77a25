// SPDX-License-Identifier: MIT
#pragma once

/// What every header keeps to, as functions from a header's text to complaints, each with its file and line:
/// the order of the layers, the standard headers that a bare-metal toolchain has, one definition for the
/// whole program, one idea a file. `check` is all of them; tests/headers/rules.test.cpp runs it over
/// include/.

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kpi::test {

/// A line at namespace scope starts in the first column: .clang-format sees to that.
struct header {
    std::string path; ///< as it is included: kpi/core/fraction.hpp
    std::vector<std::string> lines;

    header(std::string path_, std::string_view text) : path{std::move(path_)} {
        for (std::size_t start = 0; start < text.size();) {
            const std::size_t end = std::min(text.find('\n', start), text.size());
            lines.emplace_back(text.substr(start, end - start));
            start = end + 1;
        }
    }
};

using complaints = std::vector<std::string>;

// A header includes its own layer and those of the rows above it; those of one row do not know each other.
inline constexpr std::array layers{
    std::array<std::string_view, 3>{"core"},
    std::array<std::string_view, 3>{"formula", "statistics", "time"},
    std::array<std::string_view, 3>{"accumulator"},
    std::array<std::string_view, 3>{"scorecard"},
    std::array<std::string_view, 3>{"story"},
    std::array<std::string_view, 3>{"sales"},
    std::array<std::string_view, 3>{"snapshot", "concurrency"},
    std::array<std::string_view, 3>{"export"},
};

// The rest of the standard library needs a heap, exceptions, a locale, a clock or a second to parse.
inline const std::set<std::string_view> allowed_std{
    "array",   "atomic",      "bit",    "climits",     "cmath",   "compare",  "concepts",
    "cstddef", "cstdint",     "limits", "numbers",     "numeric", "optional", "ratio",
    "span",    "string_view", "tuple",  "type_traits", "utility", "version",
};

/// The one header for those who print, and what it includes for them.
inline constexpr std::string_view hosted = "kpi/export/ostream.hpp";
inline const std::set<std::string_view> hosted_std{"format", "ostream"};

inline constexpr std::size_t longest_header = 220;
/// Which header reaches which: all of one folder, or else all but the folders that are reached otherwise.
struct umbrella {
    std::string_view header, folder;
};
inline constexpr std::array umbrellas{umbrella{"kpi/kpi.hpp", ""},
                                      umbrella{"kpi/statistics.hpp", "statistics"}};
inline constexpr std::string_view of_no_umbrella = "export";

namespace detail {

inline std::string at(const header &h, std::size_t line, std::string_view what) {
    return "include/" + h.path + ":" + std::to_string(line) + ": " + std::string{what};
}

/// "core" of kpi/core/fraction.hpp; empty for those beside the folders.
inline std::string_view layer_of(std::string_view path) {
    const std::size_t from = path.find('/') + 1, to = path.find('/', from);
    return to == std::string_view::npos ? std::string_view{} : path.substr(from, to - from);
}

inline int rank_of(std::string_view layer) {
    for (std::size_t r = 0; r < layers.size(); ++r)
        if (!layer.empty() && std::ranges::find(layers[r], layer) != layers[r].end())
            return static_cast<int>(r);
    return -1;
}

inline bool is_umbrella(std::string_view path) {
    return std::ranges::any_of(umbrellas, [&](const umbrella &each) { return each.header == path; });
}

/// What an #include names, or nothing where the line is none.
inline std::string_view included(std::string_view line) {
    if (!line.starts_with('#')) return {};
    line.remove_prefix(std::min(line.find_first_not_of("# \t"), line.size()));
    if (!line.starts_with("include")) return {};
    const std::size_t open = line.find_first_of("<\"");
    const std::size_t close = line.find_first_of(">\"", open + 1);
    return close == std::string_view::npos ? line : line.substr(open + 1, close - open - 1);
}

/// The line behind `template <...>` and attributes.
inline std::string_view declaration(std::string_view line) {
    const auto trim = [&] { line.remove_prefix(std::min(line.find_first_not_of(' '), line.size())); };
    while (line.starts_with("template") || line.starts_with("[[")) {
        const bool attribute = line.starts_with("[[");
        const char open = attribute ? '[' : '<', close = attribute ? ']' : '>';
        int depth = 0;
        std::size_t i = std::min(line.find(open), line.size());
        for (; i < line.size(); ++i) {
            depth += line[i] == open ? 1 : line[i] == close ? -1 : 0;
            if (depth == 0) break;
        }
        line.remove_prefix(std::min(i + 1, line.size()));
        trim();
    }
    return line;
}

} // namespace detail

inline void check_frame(const header &h, complaints &out) {
    using detail::at;
    if (h.lines.empty() || h.lines[0] != "// SPDX-License-Identifier: MIT")
        out.push_back(at(h, 1, "the first line is not `// SPDX-License-Identifier: MIT`"));
    if (h.lines.size() < 2 || h.lines[1] != "#pragma once")
        out.push_back(at(h, 2, "the second line is not `#pragma once`"));
    if (std::ranges::none_of(h.lines, [](std::string_view l) { return l.starts_with("///"); }))
        out.push_back(at(h, 3, "no `///` paragraph says what it is for"));
    if (h.lines.size() > longest_header)
        out.push_back(at(h, h.lines.size(),
                         "longer than " + std::to_string(longest_header) + " lines: is it one idea?"));
}

inline void check_includes(const header &h, complaints &out) {
    const std::string_view own = detail::layer_of(h.path);
    const int own_rank = detail::rank_of(own);
    if (!own.empty() && own_rank < 0)
        out.push_back(detail::at(
            h, 1, "the folder " + std::string{own} + " is no layer: tests/headers/rules.hpp lists them"));

    for (std::size_t i = 0; i < h.lines.size(); ++i) {
        const std::string_view name = detail::included(h.lines[i]);
        const auto complain = [&](std::string_view why) {
            out.push_back(detail::at(h, i + 1, std::string{name} + " is included: " + std::string{why}));
        };
        if (name.empty()) continue;
        if (!name.starts_with("kpi/")) {
            if (h.lines[i].find('"') != std::string::npos)
                complain("own headers are included as <kpi/layer/name.hpp>");
            else if (!allowed_std.contains(name) && !(h.path == hosted && hosted_std.contains(name)))
                complain("a bare-metal toolchain may not have it, or it costs too much: see allowed_std");
            continue;
        }
        const std::string_view other = detail::layer_of(name);
        const int other_rank = detail::rank_of(other);
        if (detail::is_umbrella(name))
            complain("a header includes what it uses");
        else if (detail::is_umbrella(h.path) && other == of_no_umbrella)
            complain("export/ is for those who ask for it");
        else if (!detail::is_umbrella(h.path) && own != other && other_rank >= own_rank && !other.empty())
            complain("the layer " + std::string{own} + " does not know " + std::string{other});
    }
}

/// A constant at namespace scope without `inline` is another object in each unit, and a metric or a state
/// named by it another type.
inline void check_definitions(const header &h, complaints &out) {
    for (std::size_t i = 0; i < h.lines.size(); ++i) {
        const std::string_view line = detail::declaration(h.lines[i]);
        if (line.starts_with("namespace {") || line.starts_with("static "))
            out.push_back(detail::at(h, i + 1, "internal linkage: another entity in each unit"));
        if (!line.starts_with("constexpr ") && !line.starts_with("const ") && !line.starts_with("constinit "))
            continue;
        const std::size_t mark = line.find_first_of("=({;");
        if (mark != std::string_view::npos && line[mark] != '(' && line.find("operator") > mark)
            out.push_back(detail::at(h, i + 1, "a constant at namespace scope is not `inline`"));
    }
}

/// windows.h and Arduino.h define min and max as macros with two arguments, which take any `max(`.
inline void check_macros(const header &h, complaints &out) {
    for (std::size_t i = 0; i < h.lines.size(); ++i) {
        const std::string_view code = std::string_view{h.lines[i]}.substr(0, h.lines[i].find("//"));
        for (const std::string_view call : {"min(", "max("}) {
            const std::size_t found = code.find(call);
            if (found == std::string_view::npos) continue;
            const bool whole_word =
                found == 0 || (code[found - 1] != '_' && std::isalnum(code[found - 1]) == 0);
            if (whole_word)
                out.push_back(
                    detail::at(h, i + 1, "a macro may take it: write (std::numeric_limits<T>::max)()"));
        }
    }
}

/// Every header but those of export/ is reached from the one that is its folder's, or from kpi.hpp.
inline void check_reached(const std::vector<header> &headers, const umbrella &from, complaints &out) {
    std::map<std::string_view, const header *> by_path;
    for (const header &h : headers)
        by_path.emplace(h.path, &h);
    std::set<std::string_view> reached;
    std::vector<std::string_view> open{from.header};
    while (!open.empty()) {
        const std::string_view path = open.back();
        open.pop_back();
        const auto found = by_path.find(path);
        if (found == by_path.end() || !reached.insert(found->first).second) continue;
        for (const std::string &line : found->second->lines)
            open.push_back(detail::included(line));
    }
    const auto is_its = [&](const header &h) {
        const std::string_view layer = detail::layer_of(h.path);
        if (!from.folder.empty()) return layer == from.folder;
        return layer != of_no_umbrella && std::ranges::none_of(umbrellas, [&](const umbrella &other) {
                   return h.path == other.header || (!other.folder.empty() && other.folder == layer);
               });
    };
    for (const header &h : headers)
        if (!reached.contains(h.path) && is_its(h))
            out.push_back(detail::at(h, 1, std::string{from.header} + " does not reach it"));
}

inline complaints check(const std::vector<header> &headers) {
    complaints out;
    for (const header &h : headers) {
        check_frame(h, out);
        check_includes(h, out);
        check_definitions(h, out);
        check_macros(h, out);
    }
    for (const umbrella &each : umbrellas)
        check_reached(headers, each, out);
    return out;
}

} // namespace kpi::test
