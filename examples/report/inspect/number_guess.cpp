// SPDX-License-Identifier: MIT
#include "inspect/number_guess.hpp"

#include "profile/amount.hpp"

#include <algorithm>

namespace report {
namespace {

struct style {
    char point;
    std::string_view thousands;
};
/// The plainest first.
constexpr std::array<style, 8> all_styles{
    {{'.', ""}, {'.', ","}, {'.', "'"}, {'.', " "}, {',', ""}, {',', "."}, {',', " "}, {',', "'"}}};

} // namespace

void number_guess::look_at(std::string_view cell, std::uint64_t line) {
    constexpr unsigned most_decimals = 4;
    ++cells_;
    const amount_text amount = taken_apart(cell);
    bool any = false;
    for (std::size_t i = 0; i < all_styles.size(); ++i) {
        const number_style how{.point = all_styles[i].point, .thousands = all_styles[i].thousands};
        const number read = read_number(amount.digits, most_decimals, how, any_amount);
        if (!read.fault.empty()) continue;
        ++fits_[i], any = true;
        if (i == 0) {
            const std::int64_t whole = read.value / 10'000;
            least_ = cells_ == 1 ? whole : std::min(least_, whole);
            greatest_ = std::max(greatest_, whole);
        }
    }
    if (!any) return;
    if (!amount.mark.empty()) ++marks_[std::string{amount.mark}];
    has_decimals_ |= amount.digits.find_first_of(".,") != std::string_view::npos;
    if (!of_two_readings_.empty()) return;
    if (number both = read_number(amount.digits, most_decimals, {.told = false}, any_amount);
        !both.readings.empty())
        of_two_readings_ = std::string{cell} + " is " + both.readings, line_of_two_readings_ = line;
}

std::vector<number_way> number_guess::ways() const {
    std::vector<number_way> found;
    for (std::size_t i = 0; i < all_styles.size(); ++i)
        if (fits_[i] != 0 && fits_[i] * 10 >= cells_ * 9)
            found.push_back({all_styles[i].point, all_styles[i].thousands, fits_[i]});
    std::stable_sort(found.begin(), found.end(),
                     [](const number_way &a, const number_way &b) { return a.fits > b.fits; });
    return found;
}

} // namespace report
