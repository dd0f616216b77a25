// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include <kpi/export/escape.hpp>

namespace {

using kpi::text_writer;
using kpi::test::expect;

constexpr bool becomes(void (*put)(text_writer &, std::string_view), std::string_view text,
                       std::string_view expected) {
    char room[64]{};
    text_writer out{room};
    put(out, text);
    return out.result().text == expected;
}
constexpr void json(text_writer &out, std::string_view text) { kpi::put_json_escaped(out, text); }
constexpr void csv(text_writer &out, std::string_view text) { kpi::put_csv_field(out, text); }
constexpr void open_metrics(text_writer &out, std::string_view text) {
    kpi::put_open_metrics_escaped(out, text);
}

constexpr bool json_strings() {
    expect(becomes(json, "", ""));
    expect(becomes(json, "plain/text", "plain/text"));
    expect(becomes(json, "a\"b\\c", "a\\\"b\\\\c"));
    expect(becomes(json, "\n\t\x1f", "\\u000a\\u0009\\u001f"));
    expect(becomes(json, std::string_view{"\0x", 2}, "\\u0000x"));
    expect(becomes(json, "K\xc3\xb6ln \xe2\x82\xac \xf0\x9f\x93\x9e",
                   "K\xc3\xb6ln \xe2\x82\xac \xf0\x9f\x93\x9e"));
    return true;
}
static_assert(json_strings());

constexpr bool csv_fields() {
    expect(becomes(csv, "", ""));
    expect(becomes(csv, "plain", "plain"));
    expect(becomes(csv, "a,b", "\"a,b\""));
    expect(becomes(csv, "a\"b", "\"a\"\"b\""));
    expect(becomes(csv, "a\r\nb", "\"a\r\nb\""));
    expect(becomes(csv, " a", "\" a\""));
    expect(becomes(csv, "a ", "\"a \""));
    char room[16]{};
    text_writer out{room};
    kpi::put_csv_field(out, "a,b;c", ';');
    expect(out.result().text == "\"a,b;c\"");
    return true;
}
static_assert(csv_fields());

constexpr bool open_metrics_labels() {
    expect(becomes(open_metrics, "plain", "plain"));
    expect(becomes(open_metrics, "a\"b\\c\nd\te", "a\\\"b\\\\c\\nd\te"));
    return true;
}
static_assert(open_metrics_labels());

constexpr bool what_is_no_utf_8_is_replaced_byte_by_byte() {
    expect(becomes(json,
                   "a\xff"
                   "b",
                   "a\xef\xbf\xbd"
                   "b"));
    expect(becomes(csv, "\xc3", "\xef\xbf\xbd"));                                 // cut off
    expect(becomes(csv, "\xc3(", "\xef\xbf\xbd("));                               // no second byte
    expect(becomes(csv, "\xc0\xaf", "\xef\xbf\xbd\xef\xbf\xbd"));                 // overlong
    expect(becomes(csv, "\xe0\x80\xaf", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd")); // overlong
    expect(becomes(csv, "\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd")); // a surrogate
    expect(becomes(csv, "\xf4\x90\x80\x80",
                   "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd")); // past the last
    expect(becomes(csv, "\xed\x9f\xbf\xf4\x8f\xbf\xbf", "\xed\x9f\xbf\xf4\x8f\xbf\xbf"));
    expect(becomes(csv, "\xe0\xa0\x80\xf0\x90\x80\x80", "\xe0\xa0\x80\xf0\x90\x80\x80"));
    expect(becomes(csv, "\xf0\x90\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"));
    return true;
}
static_assert(what_is_no_utf_8_is_replaced_byte_by_byte());

} // namespace

TEST_CASE("JSON strings") { CHECK(json_strings()); }
TEST_CASE("CSV fields") { CHECK(csv_fields()); }
TEST_CASE("OpenMetrics labels") { CHECK(open_metrics_labels()); }
TEST_CASE("what is no UTF-8 is replaced, byte by byte") {
    CHECK(what_is_no_utf_8_is_replaced_byte_by_byte());
}
