// SPDX-License-Identifier: MIT
#include "failure.hpp"
#include "reports.hpp"
#include "sample_log.hpp"
#include "show/json.hpp"
#include "support/random.hpp"

#include <array>
#include <memory>
#include <sstream>

namespace threads_test {

// However many threads read a log, in slices of whatever size: no byte of the report is another one.

namespace {

using namespace report;
using namespace report::test;

std::string printed(std::vector<source> log, request asked, std::size_t threads, std::size_t slice) {
    asked.threads = threads, asked.slice = slice;
    std::ostringstream out;
    print_json(out, run(std::move(log), asked));
    return out.str();
}
std::vector<source> one(source only) {
    std::vector<source> log;
    log.push_back(std::move(only));
    return log;
}
source native(std::string log) { return source_of("log.csv", std::move(log), load_profile("native")); }

} // namespace

TEST_CASE("the built-in log, whatever it is asked by") {
    for (const char *by : {"", "rep", "channel", "month"}) {
        CAPTURE(by);
        request asked;
        asked.by = by;
        const std::string alone = printed(one(native(sample_log())), asked, 1, std::size_t{1} << 20);
        for (const std::size_t threads : {2u, 3u, 8u})
            CHECK(printed(one(native(sample_log())), asked, threads, 1000) == alone);
        asked.memory = 20'000; // rows go to a file
        CHECK(printed(one(native(sample_log())), asked, 3, 1000) == alone);
    }
}

TEST_CASE("keys, stages, rows without an id, several files and currencies") {
    constexpr const char *profile =
        R"({"stage": "stage", "rep": "who", "value": {"column": "amount", "optional": true},
            "currency": {"column": "currency", "optional": true},
            "events": [{"kind": {"column": "stage", "map": {"Won": "deal_won", "Lost": "deal_lost"}, "otherwise": null},
                        "deal": {"row": true}, "at": "day"},
                       {"kind": {"column": "call", "map": {"yes": "conversation", "no": "no_answer", "": null}},
                        "once_per": "leg", "at": "day"}]})";
    kpi::test::random random{7};
    const auto log = [&random] {
        const char *stages[] = {"Won", "Lost", "Open", "New"},
                   *reps[] = {"Ann", "Ben", "a long name of a rep", ""};
        std::string text = "stage,who,amount,currency,call,leg,day\n";
        const auto any = [&](const auto &of) { return std::string{of[random.below(4)]} + ','; };
        for (int i = 0; i < 2000; ++i)
            text += any(stages) + any(reps) + std::to_string(random.below(500)) + ',' +
                    (random.below(30) == 0 ? "no," : any(std::array{"EUR", "USD", "eur", ""})) +
                    (random.below(30) == 0 ? "perhaps," : any(std::array{"yes", "no", "", "yes"})) +
                    std::to_string(random.below(300)) + ",2024-01-" + std::to_string(10 + random.below(20)) +
                    '\n';
        return text;
    };
    const std::string a = log(), b = log();
    const auto files = [&] {
        std::vector<source> all;
        all.push_back(source_of("a.csv", a, read_profile(profile, "p.json")));
        all.push_back(source_of("b.csv", b, read_profile(profile, "p.json")));
        return all;
    };
    request asked;
    asked.by = "rep", asked.most_refused = {1, 1};
    const std::string alone = printed(files(), asked, 1, std::size_t{1} << 20);
    for (const std::size_t threads : {1u, 2u, 4u})
        CHECK(printed(files(), asked, threads, 100 * threads) == alone);
}

TEST_CASE("reasons for refusing rows stand in the order of the file") {
    std::string text = "at,kind\n";
    for (int i = 0; i < 500; ++i)
        text += "2024-01-01,wrong" + std::to_string(i % 50) + "\n2024-01-02,call\n";
    request asked;
    asked.most_refused = {1, 1};
    const std::string alone = printed(one(native(text)), asked, 1, std::size_t{1} << 20);
    for (int again = 0; again < 10; ++again)
        CHECK(printed(one(native(text)), asked, 4, 50) == alone);
}

TEST_CASE("the last day of a log is found by any number of threads") {
    const std::string text = "at,kind\n2024-01-01,call\n2024-03-01T10:00:00,call\n2024-02-01,call\n";
    const auto in = [](std::size_t threads) {
        request asked;
        asked.threads = threads;
        return asked;
    };
    for (const std::size_t threads : {1u, 2u, 3u})
        CHECK(last_day(one(native(text)), in(threads)) == last_day(one(native(text))));
    CHECK_FALSE(last_day(one(native("at,kind\n")), in(2)));
}

TEST_CASE("an error while reading ends the run, whichever thread meets it") {
    const auto log = [] {
        auto pieces = std::make_shared<int>(0);
        return one({{"log.csv",
                     [pieces](char *into, std::size_t size) -> std::size_t {
                         if (++*pieces > 200) throw failure{"log.csv: reading failed"};
                         const std::string_view next = *pieces == 1 ? "at,kind\n" : "2024-01-01,call\n";
                         return next.copy(into, size);
                     },
                     {}},
                    load_profile("native")});
    };
    for (const std::size_t threads : {1u, 2u, 4u}) {
        request asked;
        asked.threads = threads, asked.slice = 64;
        CHECK(failure_of([&] { static_cast<void>(run(log(), asked)); }) == "log.csv: reading failed");
    }
}

} // namespace threads_test
