// SPDX-License-Identifier: MIT
#include "manual.hpp"

#include "failure.hpp"
#include "figures/metrics_known.hpp"
#include "options.hpp"
#include "profile/grouped_by.hpp"
#include "profile/profile.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <ostream>
#include <string_view>
#include <vector>

namespace report {
namespace {

struct told_option {
    std::vector<std::string> names; ///< with their dashes
    std::string value;              ///< NAME, FILE or the like; empty for a flag
    std::string meaning;
    std::string words; ///< that can be its value, separated by blanks

    [[nodiscard]] bool takes_file() const { return value.find("FILE") != std::string::npos; }
};

std::string in_one_line(const auto &texts) {
    std::string line;
    for (const auto &text : texts)
        line += (line.empty() ? "" : " ") + std::string{text};
    return line;
}

/// The words that can be an option's value, as far as kpi-report knows them without a log.
std::string words_for(std::string_view option) {
    if (option == "--format") return "text html json csv openmetrics";
    if (option == "--by") return in_one_line(dimension_names());
    if (option == "--benchmarks") return "openview frontspin frontspin-bant";
    if (option == "--columns" || option == "--explain") return in_one_line(metrics_known{}.names());
    if (option == "--print-completion") return "bash zsh fish";
    if (option != "--profile" && option != "--print-profile") return {};
    std::vector<std::string_view> names;
    for (const built_in_profile &profile : built_in_profiles())
        names.push_back(profile.name);
    return in_one_line(names);
}

std::vector<told_option> options_of(const CLI::App &app) {
    std::vector<told_option> all;
    for (const CLI::Option *const each : app.get_options()) {
        if (each->get_positional()) continue;
        told_option one;
        for (const std::string &name : each->get_snames())
            one.names.push_back('-' + name);
        for (const std::string &name : each->get_lnames())
            one.names.push_back("--" + name);
        one.value = each->get_expected_min() == 0 ? "" : each->get_type_name();
        one.meaning = each->get_description();
        one.words = words_for(one.names.back());
        all.push_back(std::move(one));
    }
    return all;
}

/// Escapes text for roff: dashes stay dashes, and no line is taken for a request.
std::string roff(std::string_view text) {
    std::string safe;
    bool begins = true;
    for (const char c : text) {
        if (begins && (c == '.' || c == '\'')) safe += "\\&";
        if (c == '\\')
            safe += "\\e";
        else if (c == '-')
            safe += "\\-";
        else
            safe += c;
        begins = c == '\n';
    }
    return safe;
}

std::vector<std::string> paragraphs_of(std::string_view text) {
    std::vector<std::string> all;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find("\n\n"), text.size());
        all.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 2, text.size()));
    }
    return all;
}

/// Quotes text in single quotes for a shell.
std::string in_quotes(std::string_view text) {
    std::string safe{"'"};
    for (const char c : text)
        c == '\'' ? safe += "'\\''" : safe += c;
    return safe + '\'';
}

void print_bash(std::ostream &out, const std::vector<told_option> &all) {
    out << "# Completion of kpi-report for bash.\n"
           "_kpi_report() {\n"
           "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}\n"
           "    COMPREPLY=()\n"
           "    case $before in\n";
    std::vector<std::string> names;
    for (const told_option &one : all) {
        names.insert(names.end(), one.names.begin(), one.names.end());
        if (one.value.empty()) continue;
        out << "    " << one.names.back() << ")\n";
        if (!one.words.empty())
            out << "        mapfile -t COMPREPLY < <(compgen -W " << in_quotes(one.words)
                << " -- \"$word\")\n";
        if (one.takes_file())
            out << "        mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- \"$word\")\n";
        out << "        return ;;\n";
    }
    out << "    esac\n"
           "    if [[ $word == -* ]]; then\n"
           "        mapfile -t COMPREPLY < <(compgen -W "
        << in_quotes(in_one_line(names))
        << " -- \"$word\")\n"
           "    else\n"
           "        mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n"
           "    fi\n"
           "}\n"
           "complete -o filenames -F _kpi_report kpi-report\n";
}

void print_zsh(std::ostream &out, const std::vector<told_option> &all) {
    const auto without = [](std::string text, std::string_view marks) {
        std::erase_if(text, [&](char c) { return marks.find(c) != std::string_view::npos; });
        return text;
    };
    out << "#compdef kpi-report\n"
           "_arguments \\\n";
    for (const told_option &one : all)
        for (const std::string &name : one.names) {
            std::string spec = "*" + name + '[' + without(one.meaning, "[]") + ']';
            if (!one.value.empty()) {
                spec += ':' + without(one.value, ":") + ':';
                if (!one.words.empty() && one.takes_file())
                    spec += "{_alternative \"words:word:(" + one.words + ")\" \"files:file:_files\"}";
                else
                    spec += !one.words.empty() ? '(' + one.words + ')' : one.takes_file() ? "_files" : " ";
            }
            out << "    " << in_quotes(spec) << " \\\n";
        }
    out << "    '*:file:_files'\n";
}

void print_fish(std::ostream &out, const std::vector<told_option> &all) {
    for (const told_option &one : all) {
        out << "complete -c kpi-report";
        for (const std::string &name : one.names)
            out << (name.starts_with("--") ? " -l " : " -s ") << name.substr(name.find_first_not_of('-'));
        if (!one.value.empty()) out << (one.takes_file() ? " -r" : " -x");
        if (!one.words.empty()) out << " -a " << in_quotes(one.words);
        out << " -d " << in_quotes(one.meaning) << '\n';
    }
}

} // namespace

void print_manual(std::ostream &out, const CLI::App &app) {
    out << ".TH KPI\\-REPORT 1 \"\" \"" << roff(version_text()) << "\" \"User Commands\"\n"
        << ".SH NAME\nkpi\\-report \\- the scorecard of a sales log, or of a CRM's or dialer's export\n"
        << ".SH SYNOPSIS\n.B kpi\\-report\n[\\fIOPTION\\fR]... [\\fIFILE\\fR]\n"
        << ".SH DESCRIPTION\n"
        << roff(app.get_description()) << '\n';
    for (const CLI::Option *const each : app.get_options())
        if (each->get_positional())
            out << ".PP\n\\fI" << roff(each->get_type_name()) << "\\fR: " << roff(each->get_description())
                << '\n';
    out << ".SH OPTIONS\n";
    for (const told_option &one : options_of(app)) {
        out << ".TP\n";
        for (const std::string &name : one.names)
            out << (name == one.names.front() ? "" : ", ") << "\\fB" << roff(name) << "\\fR";
        if (!one.value.empty()) out << " \\fI" << roff(one.value) << "\\fR";
        out << '\n' << roff(one.meaning) << '\n';
    }
    out << ".SH NOTES\n";
    for (const std::string &paragraph : paragraphs_of(app.get_footer()))
        if (constexpr std::string_view title{"Examples:\n"}; paragraph.starts_with(title))
            out << ".SH EXAMPLES\n.nf\n" << roff(paragraph.substr(title.size())) << "\n.fi\n.SH ERRORS\n";
        else
            out << roff(paragraph) << "\n.PP\n";
}

void print_completion(std::ostream &out, const CLI::App &app, const std::string &shell) {
    const std::vector<told_option> all = options_of(app);
    if (shell == "bash") return print_bash(out, all);
    if (shell == "zsh") return print_zsh(out, all);
    if (shell == "fish") return print_fish(out, all);
    throw failure{"--print-completion " + shell + ": bash, zsh or fish is wanted here"};
}

} // namespace report
