// SPDX-License-Identifier: MIT
#include "profile/date_parts.hpp"

#include <algorithm>

namespace report {

bool read_clock(date_text &in, date_parts &p) {
    if (!in.number(p.hour, 2, 2) || !in.take(':') || !in.number(p.minute, 2, 2)) return false;
    return !in.take(':') || (in.number(p.second, 2, 2) && in.fraction());
}

bool read_iso(date_text &in, date_parts &p) {
    if (!in.number(p.year, 4, 4) || !in.take('-') || !in.number(p.month, 2, 2) || !in.take('-') ||
        !in.number(p.day, 2, 2))
        return false;
    if (in.at_end()) return true;
    if (!in.take('T') && !in.take(' ')) return false;
    if (!read_clock(in, p)) return false;
    return in.at_end() || (in.zone(p.offset) && in.at_end());
}

bool read_by_pattern(std::string_view pattern, date_text &in, date_parts &p, const date_names &names) {
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '%') {
            if (!in.take(pattern[i])) return false;
            continue;
        }
        switch (pattern[++i]) {
        case 'Y':
            if (!in.number(p.year, 4, 4)) return false;
            break;
        case 'y':
            if (!in.number(p.year, 2, 2)) return false;
            p.year += p.year < 69 ? 2000 : 1900;
            break;
        case 'm':
            if (!in.number(p.month, 1, 2)) return false;
            break;
        case 'b':
        case 'B':
            if (!in.name(p.month, names.months)) return false;
            ++p.month;
            break;
        case 'a':
        case 'A':
            if (!in.name(p.weekday, names.days)) return false;
            break;
        case 'f': {
            int digit = 0;
            if (!in.number(digit, 1, 1)) return false;
            while (in.number(digit, 1, 1)) {
            }
            break;
        }
        case 'd':
            if (!in.number(p.day, 1, 2)) return false;
            break;
        case 'H':
        case 'I':
            if (!in.number(p.hour, 1, 2)) return false;
            break;
        case 'M':
            if (!in.number(p.minute, 2, 2)) return false;
            break;
        case 'S':
            if (!in.number(p.second, 2, 2)) return false;
            break;
        case 'p':
            if (!in.half_of_day(p.afternoon)) return false;
            break;
        case 'z':
            if (!in.zone(p.offset)) return false;
            break;
        case 'Z':
            if (!in.letters(p.zone)) return false;
            break;
        default:
            if (!in.take('%')) return false;
        }
    }
    return in.at_end();
}

std::string objection_to(std::string_view pattern, bool time_alone) {
    std::string told;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '%') continue;
        const char c = ++i < pattern.size() ? pattern[i] : ' ';
        if (std::string_view{"YymbBdaAHIMSfpzZ%"}.find(c) == std::string_view::npos)
            return "\"%" + std::string{c == ' ' ? "" : std::string(1, c)} +
                   "\" is none of %Y %y %m %b %B %d %a %A %H %I %M %S %f %p %z %Z %%";
        if (c != '%' && told.find(c) != std::string::npos) return std::string{"has %"} + c + " twice";
        told += c;
    }
    const auto has = [&](char c) { return told.find(c) != std::string::npos; };
    const auto how_many = [&](std::string_view of) { return std::count_if(of.begin(), of.end(), has); };
    if (!time_alone && (how_many("Yy") != 1 || how_many("mbB") != 1 || !has('d')))
        return "needs a year (%Y or %y), a month (%m, %b or %B) and a day (%d), once each";
    if (time_alone && how_many("YymbBdaAzZ") != 0) return "is of a time of day alone, and has more than that";
    if (how_many("aA") == 2) return "has both %a and %A";
    if (how_many("zZ") == 2) return "has both %z and %Z";
    if (how_many("HI") == 2) return "has both %H and %I";
    if (has('I') != has('p')) return "needs %I and %p together";
    if (how_many("HI") == 0 && (time_alone || how_many("MSfzZ") != 0))
        return time_alone ? "needs %H, or %I with %p" : "has a part of a time without %H or %I";
    if (has('S') && !has('M')) return "has %S without %M";
    return has('f') && !has('S') ? "has %f without %S" : "";
}

} // namespace report
