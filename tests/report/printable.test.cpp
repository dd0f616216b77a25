// SPDX-License-Identifier: MIT
#include "show/printable.hpp"

#include <doctest/doctest.h>

namespace printable_test {

using report::printable;

TEST_CASE("text stays as it is, in any language") {
    CHECK(printable("Zoë Müller") == "Zoë Müller");
    CHECK(printable("東京 🙂") == "東京 🙂");
    CHECK(report::width("Zoë") == 3);
}

TEST_CASE("control characters and broken UTF-8 cannot reach the terminal") {
    CHECK(printable("\x1B[31mred\r\n") == "?[31mred??");
    CHECK(printable("a\x7F\xFF\xC3") == "a???");
    CHECK(printable("\xC2\x9B") == "??");           // a control character in two bytes
    CHECK(printable("\xC0\x80") == "??");           // longer than needed
    CHECK(printable("\xED\xA0\x80") == "???");      // half of a surrogate pair
    CHECK(printable("\xF4\x90\x80\x80") == "????"); // beyond Unicode
}

TEST_CASE("long text is cut at a character") {
    CHECK(printable("abcdefghij", 10) == "abcdefghij");
    CHECK(printable("abcdefghijk", 10) == "abcdefg...");
    CHECK(printable("äöüäöüäöüäö", 10) == "äöüäöüä...");
}

} // namespace printable_test
