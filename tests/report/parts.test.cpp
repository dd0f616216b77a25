// SPDX-License-Identifier: MIT
// A log that several runs have read, each a part of it: merged, the report is what one run prints.
#include "failure.hpp"
#include "logs.hpp"
#include "profile/saved_rows.hpp"
#include "program.hpp"
#include "reports.hpp"
#include "sample_log.hpp"
#include "show/json.hpp"
#include "support/random.hpp"
#include "support/sanitized.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace parts_test {
namespace {

using namespace report;
using namespace report::test;

std::string printed(std::vector<source> log, const request &asked) {
    std::ostringstream out;
    print_json(out, run(std::move(log), asked));
    return out.str();
}
/// Saves so many parts in a folder. Answers their paths.
std::vector<std::string> saved(const folder &here, const log_of_files &log, request asked,
                               std::uint32_t parts) {
    std::vector<std::string> paths;
    for (std::uint32_t which = 1; which <= parts; ++which) {
        asked.part = part_of_run{which, parts};
        paths.push_back(here.path() + "/part" + std::to_string(which) + "of" + std::to_string(parts));
        save_part(log(), asked, paths.back());
    }
    return paths;
}
std::string merged(const log_of_files &log, request asked, std::vector<std::string> parts) {
    asked.merged = std::move(parts);
    return printed(log(), asked);
}
void expect_alike(const log_of_files &log, request asked) {
    const folder here;
    asked.most_refused = {1, 1};
    const std::string alone = printed(log(), asked);
    for (const std::uint32_t parts : {1u, 3u, 7u}) {
        if (kpi::test::is_sanitized && parts != 3) continue;
        CAPTURE(parts);
        asked.slice = 3000, asked.threads = parts % 2 + 1;
        std::vector<std::string> paths = saved(here, log, asked, parts);
        CHECK(merged(log, asked, paths) == alone);
        std::reverse(paths.begin(), paths.end());
        paths.push_back(paths.front()); // a task that was done twice
        asked.threads = 3;
        CHECK(merged(log, asked, paths) == alone);
    }
}

} // namespace

TEST_CASE("the built-in log, whatever it is asked by") {
    for (const char *what : {"rep", "source,month"}) {
        CAPTURE(std::string{what});
        expect_alike(native(sample_log()), by(what));
    }
    request asked = by("rep");
    asked.to_act_on = true;
    expect_alike(native(sample_log()), asked);
}

TEST_CASE("keys, stages, dimensions of one's own, rows without an id, refused rows, quotes, several files") {
    expect_alike(two_files_of_everything(), by("rep,segment"));
}

TEST_CASE("files that are smaller than there are parts, and days that are counted from a first one") {
    expect_alike(native("at,kind\n"), {});
    const std::string few = "at,kind,campaign,prospect\n2024-01-01,call,a,p\n2024-02-10,call,b,q\n2024-03-"
                            "10T10:00:00Z,abandoned,b,q\n";
    const folder here;
    here.write("log.csv", few);
    for (const std::string asked : {"--by campaign,30d", "--window 20d --by campaign", "--format html",
                                    "--explain calls", "--explain calls --by campaign,30d"}) {
        CAPTURE(asked);
        const outcome alone =
            here.run("log.csv " + asked); // a page is made of two, or says that it is not built
        for (int part = 1; part <= 3; ++part)
            CHECK(here.run("log.csv " + asked + " --partial " + std::to_string(part) + "/3 --save p" +
                           std::to_string(part))
                      .code == 0);
        const outcome all = here.run("log.csv " + asked + " --merge p1 p2 p3");
        CHECK(all.code == alone.code);
        CHECK(all.err == alone.err);
        CHECK(all.out == alone.out);
    }
}

TEST_CASE("what is only about figures may be decided at the end") {
    const folder here;
    for (const char *const part : {"1", "2"})
        CHECK(here.run(std::string{"--partial "} + part + "/2 --save p" + part).code == 0);
    for (const std::string asked : {"--by rep --window 30d", "--by month --format json",
                                    "--compare rep:Ada=Finn", "--target win_rate=25% --all"})
        CHECK(here.run(asked + " --merge p1 p2").out == here.run(asked).out);
    CHECK(here.run("--to-act-on --merge p1 p2").err ==
          "kpi-report: p1: was saved by another run: it has \"the profile native " +
              std::to_string(load_profile("native").text_hash) +
              " of built-in log of an invented team\", and this one has \"the option --to-act-on\"\n");
}

TEST_CASE("parts that do not make up one log are refused, and nothing is shown") {
    const folder here;
    const log_of_files log = native(sample_log());
    request asked;
    asked.slice = 3000;
    const std::vector<std::string> parts = saved(here, log, asked, 3);
    const auto why = [&](std::vector<std::string> paths, const request &wanted, const log_of_files &of) {
        std::string text = failure_of([&] { static_cast<void>(merged(of, wanted, std::move(paths))); });
        for (std::size_t at; (at = text.find(here.path() + '/')) != std::string::npos;)
            text.erase(at, here.path().size() + 1);
        return text;
    };
    CHECK(why({parts[0], parts[2]}, asked, log) == "--merge: part 2 of 3 is missing");
    const std::vector<std::string> two = saved(here, log, asked, 2);
    CHECK(why({parts[0], two[1]}, asked, log) ==
          "--merge: part1of3 is part 1 of 3, and part2of2 is part 2 of 2, which is not the same");
    CHECK(why({here.path() + "/none"}, asked, log) == "none: cannot be opened: No such file or directory");
    here.write("text", "at,kind\n");
    CHECK(why({here.path() + "/text"}, asked, log) == "text: is no part that kpi-report --partial has saved");
    here.write("old", "kpi-report part 0\n");
    CHECK(why({here.path() + "/old"}, asked, log) ==
          "old: was saved by another version of kpi-report: save all parts again");
    request ids = asked;
    ids.to_act_on = true;
    CHECK(
        why(parts, ids, log).starts_with("part1of3: was saved by another run: it has \"the profile native"));

    const std::vector<std::string> of_changed =
        saved(here, native(sample_log() + "2024-03-31,call\n"), asked, 3);
    const folder there;
    const std::vector<std::string> unchanged = saved(there, log, asked, 3);
    CHECK(why({unchanged[0], of_changed[1], of_changed[2]}, asked, log).find("a file was changed") !=
          std::string::npos);
}

TEST_CASE("every damaged byte of a part is noticed, and so is every end that comes too early") {
    const folder here;
    const log_of_files log =
        native("at,kind,rep\n2024-01-01,call,Ann\n2024-01-02,email_sent,Ben\nbad,call,\n");
    const std::vector<std::string> parts = saved(here, log, {}, 1);
    const std::string whole = here.read("part1of1");
    const auto is_refused = [&](const std::string &bytes) {
        here.write("part1of1", bytes);
        try {
            static_cast<void>(merged(log, {}, parts));
        } catch (const failure &) {
            return true;
        }
        return false;
    };
    CHECK_FALSE(is_refused(whole));
    for (std::size_t at = 0; at < whole.size(); ++at) {
        CAPTURE(at);
        std::string wrong = whole;
        wrong[at] = static_cast<char>(wrong[at] ^ 0x10);
        CHECK(is_refused(wrong));
        CHECK(is_refused(whole.substr(0, at)));
    }
    CHECK(is_refused(whole + '\0'));
}

TEST_CASE("a forged block is refused wherever it lies, and read no further than it goes") {
    known_names known;
    row_saver saver{known};
    mapped_row row;
    made_event &made = row.events.emplace_back();
    made.what.kind = activity::deal_won, made.what.dated = true, made.what.at = {1'700'000'000};
    made.what.deal = 7, made.what.lead = 7, made.what.rep = known.of_parts[rep_part].number_of("Ann");
    made.key = 5, made.n = 3, row.fingerprint = 9;
    saver.put(row);
    saver.refuse(4, {"a reason", "a text"});
    const std::string block = saver.block({});
    const auto load = [](const std::string &bytes) {
        known_names mine;
        row_loader loader{mine};
        coded_reader from{bytes};
        static_cast<void>(row_loader::load_slice(from));
        std::size_t rows = 0;
        static_cast<void>(loader.load(from, [&](const mapped_row &) { ++rows; }));
        return rows;
    };
    CHECK(load(block) == 1);
    kpi::test::random random{3};
    for (std::size_t size = 0; size < block.size(); ++size)
        CHECK_THROWS_AS(load(block.substr(0, size)), failure);
    for (int i = 0; i < 20'000; ++i) {
        std::string forged = block;
        for (std::uint64_t n = 1 + random.below(3); n > 0; --n)
            forged[random.below(static_cast<std::uint32_t>(forged.size()))] =
                static_cast<char>(random.below(256));
        try {
            static_cast<void>(load(forged));
        } catch (const failure &) {
        }
    }
}

TEST_CASE("options of parts are said what is wrong with") {
    const folder here;
    const auto says = [&](const std::string &options, std::string_view what) {
        const outcome ran = here.run(options);
        CAPTURE(ran.err);
        CHECK(ran.code == 2);
        CHECK(ran.err.find(what) != std::string::npos);
    };
    for (const char *const wrong : {"3", "0/3", "4/3", "a/b", "1/", "/2", "1/2x", "1/2/3"})
        says(std::string{"--save p --partial "} + wrong, "a part and how many there are");
    says("--partial 1/2", "--save FILE is wanted");
    says("--save p", "--partial PART/PARTS is wanted");
    says("--partial 1/2 --save p --merge q", "saves nothing");
    says("- --partial 1/2 --save p", "standard input is read by one");
    says("--partial 1/2 --save no/such/folder/p", "cannot be written");
    CHECK(here.run("--partial 1/1 --save p").out == "");
    CHECK(here.run("--merge p --format csv").out == here.run("--format csv").out);
}

} // namespace parts_test
