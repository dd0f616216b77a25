// SPDX-License-Identifier: MIT
#include "read/csv_marks.hpp"

#include "support/random.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string_view>
#include <utility>

namespace csv_marks_test {

TEST_CASE("separators, what stops a row, and blanks are found byte by byte") {
    const std::string_view letters = ",;\t\r\n\"\v\f\x01\x0E !#-x\x7F\x80\x8A\xA2\xAC\xFF";
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        CAPTURE(seed);
        kpi::test::random random{seed};
        std::array<char, report::csv_marker::width> text{};
        for (char &c : text)
            c = seed < 250 ? letters[random.pick<std::size_t>(letters.size())]
                           : static_cast<char>(random.below(256));
        for (const auto &[separator, quoted] :
             {std::pair{',', true}, {';', true}, {'\t', false}, {'|', false}}) {
            report::csv_marks expected;
            for (std::size_t i = 0; i < text.size(); ++i) {
                const auto c = static_cast<unsigned char>(text[i]);
                if (text[i] == separator)
                    expected.separators |= std::uint64_t{1} << i;
                else if ((quoted && c == '"') || c <= '\r')
                    expected.stops |= std::uint64_t{1} << i;
                else if (c == ' ')
                    expected.blanks |= std::uint64_t{1} << i;
            }
            const report::csv_marks found = report::csv_marker{separator, quoted}.in(text.data());
            REQUIRE(found.separators == expected.separators);
            REQUIRE(found.stops == expected.stops);
            REQUIRE(found.blanks == expected.blanks);
        }
    }
}

} // namespace csv_marks_test
