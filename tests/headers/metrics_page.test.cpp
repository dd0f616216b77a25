// SPDX-License-Identifier: MIT
// include/kpi/sales/METRICS.md against the headers, both ways and as text: every definition in sales/ has its
// row and its catalogue, every function of formula/ is named by a row, and every row names what exists. A
// complaint is one line. Each bites: the small pages and headers below show it.

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kpi::test {
namespace {

namespace fs = std::filesystem;

struct file {
    std::string path; ///< as a complaint names it
    std::string text;
};

using complaints = std::vector<std::string>;

std::string at(const file &f, std::size_t position, const std::string &what) {
    const auto line =
        1 + std::count(f.text.begin(), f.text.begin() + static_cast<std::ptrdiff_t>(position), '\n');
    return f.path + ":" + std::to_string(line) + ": " + what;
}

// --- C++ as text, at the offsets of the file

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }
bool is_space(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

/// The same text with blanks for comments, for preprocessor lines and for what stands between quotes, so that
/// what is left is structure.
std::string structure_of(std::string text) {
    const auto blank = [&](std::size_t from, std::size_t to) {
        for (; from < std::min(to, text.size()); ++from)
            if (text[from] != '\n') text[from] = ' ';
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool separates_digits = c == '\'' && i > 0 && is_word(text[i - 1]); // as in 7'889'400
        const std::size_t before = i == 0 ? std::string::npos : text.find_last_not_of(" \t", i - 1);
        const bool begins_line = before == std::string::npos || text[before] == '\n';
        std::size_t end = i; // one past what is blank
        if ((c == '#' && begins_line) || text.compare(i, 2, "//") == 0) {
            blank(i, end = std::min(text.find('\n', i), text.size()));
        } else if (text.compare(i, 2, "/*") == 0) {
            blank(i, end = std::min(text.find("*/", i + 2), text.size() - 2) + 2);
        } else if (c == '"' || (c == '\'' && !separates_digits)) {
            for (++end; end < text.size() && text[end] != c; ++end)
                if (text[end] == '\\') ++end;
            blank(i + 1, end);
            ++end; // the quote that closes
        }
        if (end > i) i = end - 1;
    }
    return text;
}

/// The character at i; past the end, none.
char char_at(std::string_view code, std::size_t i) { return i < code.size() ? code[i] : '\0'; }

std::size_t skip_space(std::string_view code, std::size_t i) {
    while (i < code.size() && is_space(code[i]))
        ++i;
    return i;
}

std::string word_at(std::string_view code, std::size_t i) {
    std::size_t end = i;
    while (end < code.size() && is_word(code[end]))
        ++end;
    return std::string{code.substr(i, end - i)};
}

/// The word that ends before i.
std::string word_before(std::string_view code, std::size_t i) {
    while (i > 0 && is_space(code[i - 1]))
        --i;
    std::size_t begin = i;
    while (begin > 0 && is_word(code[begin - 1]))
        --begin;
    return std::string{code.substr(begin, i - begin)};
}

/// Where the bracket that opens at i is closed; a `<` counts only if it is the one that opens, or inside of
/// one.
std::size_t closing(std::string_view code, std::size_t i) {
    const bool angles = code[i] == '<';
    std::size_t depth = 0;
    for (; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '(' || c == '{' || c == '[' || (angles && c == '<')) {
            if (angles && c != '<')
                i = closing(code, i);
            else
                ++depth;
        } else if (c == ')' || c == '}' || c == ']' || (angles && c == '>' && code[i - 1] != '-')) {
            if (--depth == 0) return i;
        }
    }
    return code.size();
}

bool has_word(std::string_view code, std::string_view word) {
    for (std::size_t i = code.find(word); i != std::string_view::npos; i = code.find(word, i + 1))
        if ((i == 0 || !is_word(code[i - 1])) && !is_word(char_at(code, i + word.size()))) return true;
    return false;
}

// --- What the headers hold

struct definition {
    std::string variable;
    std::string name; ///< empty where none can be read
    std::size_t position;
};

/// The text between the quotes after `.name =` in a definition's braces, or that of its first initialiser.
std::string name_in(const file &header, std::string_view code, std::size_t open, std::size_t close) {
    std::size_t quote = std::string_view::npos;
    for (std::size_t i = open + 1; i < close; ++i) {
        if (code[i] == '(' || code[i] == '{' || code[i] == '[') {
            i = closing(code, i);
        } else if (code.compare(i, 5, ".name") == 0 && !is_word(char_at(code, i + 5))) {
            const std::size_t equals = skip_space(code, i + 5);
            if (char_at(code, equals) == '=') quote = skip_space(code, equals + 1);
            break;
        }
    }
    if (quote == std::string_view::npos) quote = skip_space(code, open + 1);
    if (quote >= close || char_at(code, quote) != '"') return {};
    return header.text.substr(quote + 1, code.find('"', quote + 1) - quote - 1);
}

/// Every `..._metric<...> variable{...}`, also without the arguments, with `=`, or as `auto variable = ...`.
std::vector<definition> definitions_in(const file &header) {
    constexpr std::string_view suffix = "_metric";
    const std::string code = structure_of(header.text);
    std::vector<definition> found;
    for (std::size_t i = code.find(suffix); i != std::string::npos; i = code.find(suffix, i + 1)) {
        std::size_t end = i + suffix.size();
        if (is_word(char_at(code, end))) continue;
        std::size_t begin = i;
        while (begin > 0 && (is_word(code[begin - 1]) || code[begin - 1] == ':'))
            --begin;
        end = skip_space(code, end);
        if (char_at(code, end) == '<') end = skip_space(code, closing(code, end) + 1);
        std::string variable = word_at(code, end);
        std::size_t open = skip_space(code, end + variable.size());
        if (variable.empty()) {
            const std::size_t before = code.find_last_not_of(" \n\t", begin - 1);
            if (before != std::string::npos && code[before] == '=') variable = word_before(code, before);
        } else if (char_at(code, open) == '=') {
            open = skip_space(code, open + 1);
        }
        if (variable.empty() || char_at(code, open) != '{') continue;
        const std::size_t close = closing(code, open);
        if (skip_space(code, open + 1) == close) continue; // a member that is filled in elsewhere
        found.push_back({variable, name_in(header, code, open, close), end});
    }
    return found;
}

/// The variables that stand in some catalogue<...>.
std::set<std::string> catalogued_in(const file &header) {
    constexpr std::string_view word = "catalogue";
    const std::string code = structure_of(header.text);
    std::set<std::string> found;
    for (std::size_t i = code.find(word); i != std::string::npos; i = code.find(word, i + 1)) {
        const std::size_t open = skip_space(code, i + word.size());
        if ((i > 0 && is_word(code[i - 1])) || char_at(code, open) != '<') continue;
        const std::size_t close = closing(code, open);
        for (std::size_t comma = open; comma < close;) {
            comma = std::min(code.find(',', comma + 1), close);
            found.insert(word_before(code, comma));
        }
    }
    return found;
}

/// The function that a statement at namespace scope declares, if it does: a name before a parenthesis, in a
/// statement that is constexpr and assigns nothing.
std::string function_of(std::string statement) {
    for (std::size_t i = statement.find("[["); i != std::string::npos; i = statement.find("[["))
        statement.erase(i, closing(statement, i) + 1 - i);
    if (!has_word(statement, "constexpr") && !has_word(statement, "consteval")) return {};
    if (has_word(statement, "operator")) return {};
    for (std::size_t i = 0; i < statement.size(); ++i) {
        if (statement[i] == '=') return {};
        if (statement[i] == '<') i = closing(statement, i);
        if (i >= statement.size() || statement[i] != '(') continue;
        const std::string name = word_before(statement, i);
        if (name != "requires" && name != "decltype" && name != "noexcept" && name != "alignas") return name;
        i = closing(statement, i);
    }
    return {};
}

/// The public functions of a header, by name, with where each is first met: what lies in detail, in a class
/// or in a function is not public.
std::map<std::string, std::size_t> functions_in(const file &header) {
    const std::string code = structure_of(header.text);
    std::map<std::string, std::size_t> found;
    std::string statement;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '(') {
            const std::size_t close = closing(code, i);
            statement += code.substr(i, close + 1 - i);
            i = close;
        } else if (c == '{' || c == ';') {
            const bool is_namespace = has_word(statement, "namespace");
            if (!is_namespace)
                if (const std::string name = function_of(statement); !name.empty()) found.emplace(name, i);
            if (c == '{' && (!is_namespace || has_word(statement, "detail"))) i = closing(code, i);
            statement.clear();
        } else if (c == '}') {
            statement.clear();
        } else {
            statement += c;
        }
    }
    return found;
}

// --- What the page holds

struct row {
    std::size_t position;
    std::vector<std::string> names;    ///< of definitions
    std::vector<std::string> formulas; ///< with their namespace
};

std::string trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_space(text.back()))
        text.remove_suffix(1);
    return std::string{text};
}

std::vector<std::string> cells_of(std::string_view line) {
    std::vector<std::string> cells;
    std::string cell;
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[i] == '|' && line[i - 1] != '\\') {
            cells.push_back(trimmed(cell));
            cell.clear();
        } else {
            cell += line[i];
        }
    }
    return cells;
}

std::vector<std::string> backticked_in(std::string_view cell) {
    std::vector<std::string> found;
    for (std::size_t open = cell.find('`'); open != std::string_view::npos;) {
        const std::size_t close = cell.find('`', open + 1);
        if (close == std::string_view::npos) break;
        found.emplace_back(cell.substr(open + 1, close - open - 1));
        open = cell.find('`', close + 1);
    }
    return found;
}

/// The rows of the tables whose first column is "in code". A row must say why it has no formula, if it has
/// none, and must name a definition or a formula.
std::vector<row> rows_of(const file &page, complaints &found) {
    std::vector<row> rows;
    std::vector<std::string> heading; // of the table that the line is in
    for (std::size_t start = 0; start < page.text.size();) {
        const std::size_t end = std::min(page.text.find('\n', start), page.text.size());
        const std::size_t here = std::exchange(start, end + 1);
        const std::string line = page.text.substr(here, end - here);
        if (line.empty() || line.front() != '|') {
            heading.clear();
            continue;
        }
        const auto cells = cells_of(line);
        if (heading.empty()) {
            heading = cells;
            if (heading.empty()) heading.emplace_back();
            continue;
        }
        if (heading.front() != "in code" || line.find_first_not_of("|-: ") == std::string::npos) continue;

        const auto complain = [&](const std::string &what) { found.push_back(at(page, here, what)); };
        const auto formula = std::find(heading.begin(), heading.end(), "formula") - heading.begin();
        if (formula == std::ssize(heading)) {
            complain("the table has no column `formula`");
            continue;
        }
        if (cells.size() != heading.size()) {
            complain("the row has " + std::to_string(cells.size()) + " cells, its table " +
                     std::to_string(heading.size()) + " columns");
            continue;
        }
        const std::string &formula_cell = cells[static_cast<std::size_t>(formula)];
        row r{here, backticked_in(cells.front()), backticked_in(formula_cell)};
        if (r.names.empty() && r.formulas.empty())
            complain("the row names neither a definition nor a formula");
        else if (r.names.empty() && cells.front() != "-")
            complain("a row without a definition has \"-\" as its first cell, not \"" + cells.front() + "\"");
        else if (r.formulas.empty() && (!formula_cell.starts_with('-') || formula_cell.size() < 3))
            complain("a row without a formula says why: \"- (count)\"");
        rows.push_back(std::move(r));
    }
    return rows;
}

// --- Both ways

struct tree {
    file page;
    std::vector<file> sales;
    std::vector<file> formula;
    std::vector<file> statistics; ///< rows may name these functions, and need not
};

complaints check(const tree &t) {
    complaints found;
    const std::vector<row> rows = rows_of(t.page, found);

    std::set<std::string> catalogued;
    for (const file &header : t.sales)
        catalogued.merge(catalogued_in(header));

    std::map<std::string, std::size_t> row_of; // name to the row's position
    for (const row &r : rows)
        for (const std::string &name : r.names)
            if (!row_of.emplace(name, r.position).second)
                found.push_back(at(t.page, r.position, "`" + name + "` has a row already"));

    std::map<std::string, std::string> defined; // name to where
    for (const file &header : t.sales)
        for (const definition &d : definitions_in(header)) {
            const auto complain = [&](const std::string &what) {
                found.push_back(at(header, d.position, what));
            };
            if (d.name.empty()) {
                complain("the metric " + d.variable + " says no `.name = \"...\"`");
                continue;
            }
            if (const auto [first, is_new] = defined.emplace(d.name, header.path); !is_new)
                complain("a metric called " + d.name + " is defined in " + first->second + " already");
            if (d.variable != d.name) complain("the metric " + d.variable + " is called " + d.name);
            if (!row_of.contains(d.name)) complain(d.name + " has no row in " + t.page.path);
            if (!catalogued.contains(d.variable)) complain(d.variable + " is in no catalogue<...> of sales/");
        }
    for (const auto &[name, position] : row_of)
        if (!defined.contains(name))
            found.push_back(at(t.page, position, "`" + name + "` has no definition in sales/"));

    std::set<std::string> named;
    std::set<std::string> functions;
    for (const row &r : rows)
        named.insert(r.formulas.begin(), r.formulas.end());
    for (const file &header : t.formula)
        for (const auto &[name, position] : functions_in(header)) {
            functions.insert("formula::" + name);
            if (!named.contains("formula::" + name))
                found.push_back(
                    at(header, position, "formula::" + name + " is named by no row of " + t.page.path));
        }
    for (const file &header : t.statistics)
        for (const auto &[name, position] : functions_in(header))
            functions.insert("statistics::" + name);
    for (const row &r : rows)
        for (const std::string &formula : r.formulas)
            if (!functions.contains(formula))
                found.push_back(at(t.page, r.position, "`" + formula + "` does not exist"));
    return found;
}

std::string text_of(const fs::path &path) {
    std::ostringstream text;
    text << std::ifstream{path}.rdbuf();
    return text.str();
}

std::vector<file> headers_in(const std::string &folder) {
    const fs::path root{KPI_ROOT};
    std::vector<file> headers;
    for (const auto &entry : fs::recursive_directory_iterator{root / "include" / "kpi" / folder})
        if (entry.path().extension() == ".hpp")
            headers.push_back(
                {entry.path().lexically_relative(root).generic_string(), text_of(entry.path())});
    std::ranges::sort(headers, {}, &file::path);
    return headers;
}

// --- Small pages and headers

const std::string heading = R"(## 4. Outreach

| in code | metric | formula |
|---|---|---|
)";
const std::string row_of_won = "| `won` | won | - (count) |\n";
const std::string won = "inline constexpr count_metric<activity> won{.name = \"won\", .of = {deal_won}};\n";
const std::string catalogue_of_won = "inline constexpr catalogue<won> deals{};\n";
const std::string f = "constexpr int f() { return 1; }\n";

/// What is said of one page, one header of metrics and one of formulas: nothing, or a line a complaint.
std::string about(const std::string &page, const std::string &sales, const std::string &formula = {}) {
    std::string said;
    for (const auto &complaint :
         check({{"METRICS.md", page}, {{"sales/a.hpp", sales}}, {{"formula/a.hpp", formula}}, {}}))
        said += (said.empty() ? "" : "\n") + complaint;
    return said;
}

TEST_CASE("a page that names what there is gets no complaint") {
    CHECK(about(heading + row_of_won, won + catalogue_of_won) == "");
    CHECK(about(heading + "| `won` | won | `formula::f` |\n| - | f again | `formula::f` (formula only) |\n",
                won + catalogue_of_won, f) == "");
}

TEST_CASE("a metric has its row") {
    CHECK(about(heading, won + catalogue_of_won) == "sales/a.hpp:1: won has no row in METRICS.md");
}

TEST_CASE("a metric is in a catalogue") {
    CHECK(about(heading + row_of_won, "\n" + won) == "sales/a.hpp:2: won is in no catalogue<...> of sales/");
    CHECK(about(heading + row_of_won, won + "inline constexpr catalogue<won_again, bewon> deals{};\n") ==
          "sales/a.hpp:1: won is in no catalogue<...> of sales/");
}

TEST_CASE("a row names what exists") {
    CHECK(about(heading + row_of_won, "") == "METRICS.md:5: `won` has no definition in sales/");
    CHECK(about(heading + row_of_won, "// " + won) == "METRICS.md:5: `won` has no definition in sales/");
    CHECK(about(heading + "| `won` | won | `formula::g` |\n", won + catalogue_of_won) ==
          "METRICS.md:5: `formula::g` does not exist");
    CHECK(about(heading + "| `won` | won | `g` |\n", won + catalogue_of_won) ==
          "METRICS.md:5: `g` does not exist");
}

TEST_CASE("a row names a definition or a formula") {
    CHECK(about(heading + "| - | won | - (count) |\n", "") ==
          "METRICS.md:5: the row names neither a definition nor a formula");
    CHECK(about(heading + "| won | won | `formula::f` |\n", "", f) ==
          "METRICS.md:5: a row without a definition has \"-\" as its first cell, not \"won\"");
}

TEST_CASE("a row that has no formula says why") {
    for (const std::string cell : {"-", "", "count"}) {
        CAPTURE(cell);
        CHECK(about(heading + "| `won` | won | " + cell + " |\n", won + catalogue_of_won) ==
              "METRICS.md:5: a row without a formula says why: \"- (count)\"");
    }
}

TEST_CASE("a formula is named by a row") {
    CHECK(about(heading, "", "\n" + f) == "formula/a.hpp:2: formula::f is named by no row of METRICS.md");
}

TEST_CASE("a name stands once") {
    CHECK(about(heading + row_of_won + row_of_won, won + catalogue_of_won) ==
          "METRICS.md:6: `won` has a row already");
    CHECK(about(heading + "| `won`, `won` | won | - (count) |\n", won + catalogue_of_won) ==
          "METRICS.md:5: `won` has a row already");
    CHECK(about(heading + row_of_won, won + won + catalogue_of_won) ==
          "sales/a.hpp:2: a metric called won is defined in sales/a.hpp already");
}

TEST_CASE("a metric is called as its variable is") {
    CHECK(about(heading + "| `win` | won | - (count) |\n",
                "inline constexpr count_metric<activity> won{.name = \"win\"};\n" + catalogue_of_won) ==
          "sales/a.hpp:1: the metric won is called win");
    CHECK(about(heading, "inline constexpr count_metric<activity> won{.name = x, .unit = \"won\"};\n") ==
          "sales/a.hpp:1: the metric won says no `.name = \"...\"`");
}

TEST_CASE("a table of metrics is whole") {
    CHECK(about(heading + "| `won` | won |\n" + row_of_won, won + catalogue_of_won) ==
          "METRICS.md:5: the row has 2 cells, its table 3 columns");
    CHECK(about("| in code | metric |\n|---|---|\n| `won` | won |\n", "") ==
          "METRICS.md:3: the table has no column `formula`");
    // Other tables and the text between them are for readers.
    CHECK(about("`won`\n\n| name | formula |\n|---|---|\n| `won` | `f` |\n\n" + heading, "") == "");
}

TEST_CASE("definitions are found in whatever form they are written") {
    for (
        const std::string form : {
            R"(inline constexpr count_metric<activity>
                    won{
                        .name = "won",
                        .of = {a, b},
                    };)",
            R"(inline constexpr derived_metric<touch, f<(1 > 2)>, rate> won{.help = "a } \" b", .name = "won"};)",
            R"(inline constexpr kpi::a_metric<[](auto x) { return x > 1; }> won = {.of = {.name = "no"}, .name="won"};)",
            R"(inline constexpr auto won = count_metric<touch>{.name = "won"};)",
            R"(inline constexpr auto won = kpi::count_metric{.name = "won"};)",
            R"(inline constexpr count_metric won{"won", {a}};)",
            R"(inline constexpr count_metric<touch, /* not {this} */ always> won{.name = // nor {that
                    "won"};)",
            R"(#define NO {
                inline constexpr int n = 7'889'400 + '{';
                count_metric<touch> won{.name = "won"};)",
        }) {
        CAPTURE(form);
        CHECK(about(heading + row_of_won, form + "\n" + catalogue_of_won) == "");
    }
}

TEST_CASE("a kind of metric, its use and a mention are no definitions") {
    CHECK(about(heading, R"(template <class E> struct count_metric { std::string_view name; };
                            constexpr int f(count_metric<touch> m) { return m.n; }
                            count_metric<touch> filled_in_elsewhere{};
                            // count_metric<touch> won{.name = "won"})") == "");
}

TEST_CASE("catalogues are found in whatever form they are written") {
    for (const std::string form :
         {"inline constexpr catalogue<\n    other, won> deals{};",
          "inline constexpr auto d = kpi::catalogue <won>{};",
          "inline constexpr auto d = a | catalogue<sales::won, // last\n    other>{};"}) {
        CAPTURE(form);
        CHECK(about(heading + row_of_won, won + form) == "");
    }
}

TEST_CASE("public functions are found in whatever form they are written") {
    for (const std::string form : {
             "template <class T, int N = (3 > 2)> [[nodiscard]] constexpr ratio<T> f(T x = {}) noexcept { "
             "g(); }",
             "template <class T> requires (sizeof(T) > 1) constexpr auto f(T) -> decltype(T{}) { return {}; "
             "}",
             "namespace kpi::inline v1::formula { constexpr decltype(auto) f(int); }",
             "struct s { constexpr int g() { return 1; } }; constexpr int f() { return s{}.g(); }",
         }) {
        CAPTURE(form);
        CHECK(about("", "", form) == "formula/a.hpp:1: formula::f is named by no row of METRICS.md");
    }
}

TEST_CASE("what is not for callers needs no row") {
    CHECK(about("", "", R"(namespace detail { constexpr int f() { return 1; } }
                           namespace formula::detail { constexpr int f(); }
                           struct s { friend constexpr int f(s) { return 1; } };
                           template <class T> s(T) -> s<T>;
                           inline constexpr int n = f(1);
                           constexpr bool operator==(s, s) { return f(1); }
                           // constexpr int f();)") == "");
}

TEST_CASE("METRICS.md and the headers name the same metrics and formulas") {
    const std::string page = "include/kpi/sales/METRICS.md";
    const tree t{{page, text_of(fs::path{KPI_ROOT} / page)},
                 headers_in("sales"),
                 headers_in("formula"),
                 headers_in("statistics")};
    complaints unused;
    REQUIRE(rows_of(t.page, unused).size() > 100);
    for (const std::string &complaint : check(t))
        FAIL_CHECK(complaint);
}

} // namespace
} // namespace kpi::test
