// SPDX-License-Identifier: MIT
#include "inspect/date_guess.hpp"

#include "profile/fold.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace report {
namespace {

constexpr std::array<std::string_view, 18> days{
    "%d-%m-%Y", "%m-%d-%Y",  "%d/%m/%Y",  "%m/%d/%Y", "%d.%m.%Y", "%d/%m/%y",
    "%m/%d/%y", "%d.%m.%y",  "%d-%m-%y",  "%m-%d-%y", "%Y/%m/%d", "%Y.%m.%d",
    "%d %b %Y", "%d. %b %Y", "%b %d, %Y", "%d-%b-%Y", "%d-%b-%y", "%a, %d %b %Y"};
constexpr std::array<std::string_view, 12> times{
    "",        " %H:%M",     " %H:%M:%S", " %I:%M %p",    " %I:%M:%S %p", ", %I:%M %p", ", %I:%M:%S %p",
    ", %H:%M", ", %H:%M:%S", "T%H:%M:%S", " %H:%M:%S %z", " %I:%M%p"};

std::shared_ptr<const date_names> names_in(const month_language &language) {
    auto names = std::make_shared<date_names>();
    for (std::size_t i = 0; i < names->months.size(); ++i) {
        names->months[i].clear();
        for (std::string_view left = language.months[i]; !left.empty();) {
            const std::string_view name = left.substr(0, left.find('|'));
            names->months[i].push_back(in_lower_case(name));
            left.remove_prefix(std::min(name.size() + 1, left.size()));
        }
    }
    return names;
}

} // namespace

const std::vector<month_language> &month_languages() {
    static const std::vector<month_language> all{
        {"German",
         {"Januar|Jan|Jänner", "Februar|Feb", "März|Mär|Mrz", "April|Apr", "Mai", "Juni|Jun", "Juli|Jul",
          "August|Aug", "September|Sept|Sep", "Oktober|Okt", "November|Nov", "Dezember|Dez"}},
        {"French",
         {"janvier|janv|jan", "février|févr|fév", "mars", "avril|avr", "mai", "juin", "juillet|juil", "août",
          "septembre|sept", "octobre|oct", "novembre|nov", "décembre|déc"}},
        {"Spanish",
         {"enero|ene", "febrero|feb", "marzo|mar", "abril|abr", "mayo|may", "junio|jun", "julio|jul",
          "agosto|ago", "septiembre|sept|sep", "octubre|oct", "noviembre|nov", "diciembre|dic"}},
        {"Italian",
         {"gennaio|gen", "febbraio|feb", "marzo|mar", "aprile|apr", "maggio|mag", "giugno|giu", "luglio|lug",
          "agosto|ago", "settembre|set", "ottobre|ott", "novembre|nov", "dicembre|dic"}},
        {"Portuguese",
         {"janeiro|jan", "fevereiro|fev", "março|mar", "abril|abr", "maio|mai", "junho|jun", "julho|jul",
          "agosto|ago", "setembro|set", "outubro|out", "novembro|nov", "dezembro|dez"}},
        {"Dutch",
         {"januari|jan", "februari|feb", "maart|mrt", "april|apr", "mei", "juni|jun", "juli|jul",
          "augustus|aug", "september|sep", "oktober|okt", "november|nov", "december|dec"}}};
    return all;
}

date_guess::date_guess() {
    static const std::vector<candidate> all = [] {
        std::vector<candidate> ways;
        const auto add = [&](const std::string &format, const month_language *language) {
            date_setting how;
            if (language != nullptr) how.names = names_in(*language);
            ways.push_back({date_format{format, how}, {.format = format, .language = language, .miss = {}}});
        };
        add("iso", nullptr);
        for (const std::string_view day : days)
            for (const std::string_view time : times) {
                const std::string format = std::string{day} + std::string{time};
                add(format, nullptr);
                if (format.find("%b") != std::string::npos)
                    for (const month_language &each : month_languages())
                        add(format, &each);
            }
        return ways;
    }();
    left_ = all;
}

void date_guess::look_at(std::string_view cell, std::uint64_t line) {
    constexpr std::uint64_t enough = 20;
    ++cells_;
    for (candidate &each : left_) {
        if (each.reads.read(cell))
            ++each.told.fits;
        else if (each.told.miss_line == 0)
            each.told.miss_line = line, each.told.miss = cell;
    }
    if (cells_ == enough) std::erase_if(left_, [](const candidate &each) { return each.told.fits == 0; });
}

std::vector<date_way> date_guess::ways() const {
    std::vector<date_way> found;
    for (const candidate &each : left_)
        if (each.told.fits != 0 && each.told.fits * 10 >= cells_ * 9) found.push_back(each.told);
    std::stable_sort(found.begin(), found.end(),
                     [](const date_way &a, const date_way &b) { return a.fits > b.fits; });
    return found;
}

std::string swapped(const std::string &format) {
    const std::size_t day = format.find("%d"), month = format.find("%m");
    if (day == std::string::npos || month == std::string::npos) return {};
    std::string other = format;
    other[day + 1] = 'm', other[month + 1] = 'd';
    return other;
}

bool is_some_date(std::string_view cell) {
    date_guess guess;
    guess.look_at(cell, 1);
    return !guess.ways().empty();
}

} // namespace report
