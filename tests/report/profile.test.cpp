// SPDX-License-Identifier: MIT
#include "profile/profile.hpp"

#include "reports.hpp"

namespace profile_test {
namespace {

using namespace report;
using test::failure_of;

std::string refusal_of(std::string_view json) {
    return failure_of([&] { static_cast<void>(read_profile(json, "p.json")); });
}
bool refused(std::string_view json, std::string_view place, std::string_view why) {
    const std::string text = refusal_of(json);
    CAPTURE(json);
    CAPTURE(text);
    return text.starts_with("p.json: " + std::string{place} + ": ") && text.find(why) != std::string::npos;
}
/// A profile of this event alone.
std::string event_of(std::string_view members) {
    return R"({"events": [{"kind": "deal_won")" + std::string{members} + "}]}";
}

} // namespace

TEST_CASE("the built-in profiles are valid, and known by name") {
    CHECK(built_in_profiles().size() == 18);
    for (const built_in_profile &profile : built_in_profiles()) {
        CAPTURE(profile.name);
        CHECK(load_profile(std::string{profile.name}).name == profile.name);
    }
    const std::string wrong = failure_of([] { static_cast<void>(load_profile("mavne")); });
    CHECK(wrong == "mavne: is no built-in profile and no path of a file, did you mean \"maven\"?");
    CHECK(failure_of([] { static_cast<void>(load_profile("./nowhere.json")); }).find("cannot be opened") !=
          std::string::npos);
}

TEST_CASE("an unknown key, kind or channel is refused with its place and the nearest names") {
    CHECK(refused(R"({"evnts": []})", "/", R"(unknown key "evnts", did you mean "events"?)"));
    CHECK(refused(R"({"events": [{"kind": "deal_won"}, {"knd": "deal_won"}]})", "/events/1",
                  R"(unknown key "knd", did you mean "kind"?)"));
    CHECK(refused(R"({"events": [{"kind": "deal_wom"}]})", "/events/0/kind",
                  R"("deal_wom" is no kind of event, did you mean "deal_won")"));
    CHECK(refused(R"({"events": [{"kind": {"column": "s", "map": {"W": "deal_won", "L": "lost"}}}]})",
                  "/events/0/kind/map/L", "is no kind of event"));
    CHECK(refused(R"({"events": [{"kind": {"column": "s", "maps": {}}}]})", "/events/0/kind",
                  R"(did you mean "map"?)"));
    CHECK(refused(event_of(R"(, "channel": {"constant": "phnoe"})"), "/events/0/channel/constant",
                  R"(did you mean "phone")"));
    CHECK(refused(event_of(R"(, "elapsed": {"form": "a", "to": "b"})"), "/events/0/elapsed",
                  R"(unknown key "form", did you mean "from"?)"));
}

TEST_CASE("a word of a kind's name is near it; where none is near, the list of kinds is named") {
    CHECK(refused(R"({"events": [{"kind": "lost"}]})", "/events/0/kind", R"(did you mean "deal_lost"?)"));
    CHECK(refused(R"({"events": [{"kind": "handshake"}]})", "/events/0/kind",
                  "is no kind of event; kpi-report --list-kinds has them all"));
}

TEST_CASE("keys that begin with // are comments, wherever keys are") {
    CHECK(refusal_of(R"({"//": "mine", "// why": [1], "rep": {"column": "a", "//": ""},
                         "events": [{"//": 1, "kind": "call"}]})")
              .empty());
    CHECK(refused(R"({"/": "", "events": []})", "/", "unknown key"));
}

TEST_CASE("what is missing or of the wrong kind is refused with its place") {
    CHECK(refused("[]", "/", "an object is wanted"));
    CHECK(refused("{}", "/", "\"events\" is missing"));
    CHECK(refused(R"({"events": []})", "/events", "at least one event"));
    CHECK(refused(R"({"events": {"kind": "deal_won"}})", "/events", "a list"));
    CHECK(refused(R"({"events": [{}]})", "/events/0", "\"kind\" is missing"));
    CHECK(refused(R"({"header": "yes", "events": []})", "/header", "true or false"));
    CHECK(refused(R"({"separator": ";;", "events": []})", "/separator", "one character"));
    CHECK(refused(R"({"separator": "\"", "events": []})", "/separator", "one character"));
    CHECK(refused(R"({"separator": "auto", "header": false, "events": []})", "/separator",
                  "looks at the header"));
    CHECK(refused(R"({"width": 3, "events": []})", "/width", "the header says"));
    CHECK(refused(R"({"utc_offset": "2", "events": []})", "/utc_offset", "+02:00"));
    CHECK(refused(event_of(R"(, "value": {"column": "v", "decimals": 10})"), "/events/0/value/decimals",
                  "0 to 9"));
    CHECK(refused(event_of(R"(, "value": 0)"), "/events/0/value", "from 1 to"));
    CHECK(refused(event_of(R"(, "value": -1)"), "/events/0/value", "a column is wanted"));
    CHECK(refused(event_of(R"(, "value": {"optional": true})"), "/events/0/value", "\"column\" is missing"));
    CHECK(refused(event_of(R"(, "when": {"column": "a"})"), "/events/0/when", "one of \"is\", \"is_not\""));
    CHECK(refused(
        event_of(R"(, "when": [{"column": "a", "is": "x"}, {"column": "a", "is": "x", "is_not": "y"}])"),
        "/events/0/when/1", "one of"));
    CHECK(refused(event_of(R"(, "count": "n", "once_per": "k")"), "/events/0", "do not go together"));
}

TEST_CASE("dates are checked when the profile is read") {
    CHECK(refused(R"({"dates": "%d/%m", "events": []})", "/dates", "needs a year"));
    CHECK(refused(event_of(R"(, "at": {"column": "d", "format": "dd-mm-yyyy"})"), "/events/0/at/format",
                  "needs a year"));
    CHECK(refusal_of(event_of(R"(, "at": {"column": "d", "format": "%d-%m-%Y"})")).empty());
}

TEST_CASE("without a header, columns are numbers, and there are as many as the profile says") {
    CHECK(refused(R"({"header": false, "rep": "agent", "events": []})", "/rep", "by its number"));
    CHECK(refused(R"({"header": false, "width": 18, "rep": 19, "events": []})", "/rep", "only 18 columns"));
    CHECK(refusal_of(R"({"header": false, "width": 18, "rep": 18, "events": [{"kind": "call"}]})").empty());
}

TEST_CASE("no JSON, and a key that stands twice, are refused with their place") {
    CHECK(refusal_of("{\n  \"events\": [,]\n}")
              .starts_with("p.json: is no JSON: parse error at line 2, column 14"));
    CHECK(refusal_of(R"({"rep": "a", "rep": "b", "events": []})") ==
          "p.json: the key \"rep\" stands twice in one object");
    CHECK(refusal_of(R"({"rep": {"column": "a"}, "lead": {"column": "b"}, "events": [{"kind": "call"}]})")
              .empty());
    CHECK(refusal_of(R"({"width": 1e999})").starts_with("p.json: is no JSON: number overflow"));
    CHECK_FALSE(refusal_of("").empty());
    CHECK_FALSE(refusal_of("{\"about\": \"\xFF\"}").empty());
}

TEST_CASE("what a profile can tell is known before a row is read") {
    const plan fixed = read_profile(
        R"({"events": [{"kind": "call"}, {"kind": {"column": "s", "map": {"W": "deal_won", "X": null}, "otherwise": "deal_lost"}}]})",
        "p");
    CHECK(fixed.possible() == kpi::event_set{activity::call, activity::deal_won, activity::deal_lost});
    CHECK_FALSE(fixed.open_ended());
    const plan open = load_profile("native");
    CHECK(open.possible().bits == kpi::enumerator_bits<activity>());
    CHECK(open.open_ended());
}

TEST_CASE("what a profile says of dialects, numbers, dates and keys is refused where it makes no sense") {
    CHECK(refused(R"({"quoting": "single", "events": []})", "/quoting", R"(one of "doubled", "none")"));
    CHECK(refused(R"({"escape": "^", "events": []})", "/escape", R"(a backslash is wanted here, "\\")"));
    CHECK(refused(R"({"skip_lines": 1001, "events": []})", "/skip_lines", "0 to 1000"));
    CHECK(refused(R"({"empty": "", "events": []})", "/empty", "empty anyhow"));
    CHECK(refused(R"({"thousands": "_", "events": []})", "/thousands", "one of"));
    CHECK(
        refused(R"({"thousands": ".", "decimal": ".", "events": []})", "/thousands", "is the decimal point"));
    CHECK(refused(R"({"zone": "Europe/Berlim", "events": []})", "/zone", R"(did you mean "Europe/Berlin")"));
    CHECK(refused(R"({"zone": "UTC", "utc_offset": "+02:00", "events": []})", "/zone", "says already"));
    CHECK(refused(R"({"dates": ["iso", "%d"], "events": []})", "/dates", "needs a year"));
    CHECK(refused(R"({"dates": [], "events": []})", "/dates", "at least one"));
    CHECK(refused(R"({"month_names": ["a"], "events": []})", "/month_names", "a list of 12"));
    CHECK(refused(event_of(R"(, "at": {"date": "d"})"), "/events/0/at", "\"time\" is missing"));
    CHECK(refused(event_of(R"(, "at": {"date": {"column": "d", "format": "%Y-%m-%d %H"}, "time": "t"})"),
                  "/events/0/at/date", "tells the time"));
    CHECK(refused(event_of(R"(, "at": {"date": "d", "time": {"column": "t", "format": "%d"}})"),
                  "/events/0/at/time/format", "more than that"));
    CHECK(refused(event_of(R"(, "last_per": "k")"), "/events/0/last_per", "needs dates"));
    CHECK(refused(event_of(R"(, "highest_per": "k")"), "/events/0/highest_per", "needs \"value\""));
    CHECK(refused(event_of(R"(, "once_per": "k", "last_per": "k", "at": "d")"), "/events/0", "by one key"));
    CHECK(refused(event_of(R"(, "elapsed": {"column": "t", "in": "weeks"})"), "/events/0/elapsed/in",
                  "one of"));
    CHECK(refused(event_of(R"(, "units": {"column": "t", "in": "minutes"})"), "/events/0/units",
                  "unknown key"));
    CHECK(refused(event_of(R"(, "value": {"column": "v", "multiples": {"k": 1024}})"),
                  "/events/0/value/multiples/k", "power of ten"));
}

} // namespace profile_test
