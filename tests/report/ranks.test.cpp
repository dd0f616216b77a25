// SPDX-License-Identifier: MIT
// A report that several ranks make together, here as threads: it is what one prints, byte for byte. The
// oracle's logs are read by ranks, too.
#include "ranks.hpp"

#include "failure.hpp"
#include "logs.hpp"
#include "ranks_of_threads.hpp"
#include "reports.hpp"
#include "sample_log.hpp"
#include "show/json.hpp"

#include <cstddef>
#include <cstdint>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace ranks_test {
namespace {

using namespace report;
using namespace report::test;

std::string printed(const log_of_files &log, request asked, ranks &all = ranks_of_one()) {
    asked.among = &all;
    if (!asked.as_of && asked.window) asked.as_of = last_day(log(), asked);
    find_first_days(log, asked);
    const sheet made = run(log(), asked);
    std::ostringstream out;
    if (all.is_first()) print_json(out, made);
    return out.str();
}
std::string printed_by(std::size_t count, const log_of_files &log, const request &asked) {
    return on_ranks(count, [&](ranks &all) { return printed(log, asked, all); });
}
void expect_alike(const log_of_files &log, request asked, std::vector<std::size_t> counts = {3}) {
    asked.most_refused = {1, 1};
    const std::string alone = printed(log, asked);
    for (const std::size_t count : counts) {
        CAPTURE(count);
        asked.slice = 3000, asked.threads = 2 - count % 2;
        CHECK(printed_by(count, log, asked) == alone);
    }
}

} // namespace

TEST_CASE("the built-in log, whatever it is asked by") {
    for (const char *what : {"", "source,month", "cycle_band", "rep,4w"}) {
        CAPTURE(std::string{what});
        expect_alike(native(sample_log()), by(what));
    }
    expect_alike(native(sample_log()), by("rep"), {2, 7});
}

TEST_CASE("a window, what is looked at, and a roster") {
    request asked = by("rep");
    asked.window = std::int64_t{30} * 86'400;
    expect_alike(native(sample_log()), asked);
    asked.where = {"source=referral"};
    expect_alike(native(sample_log()), asked);
    asked.team = read_roster({"team.csv", text_source(sample_roster()), {}}, metrics_known{}.counted_names());
    for (const char *what : {"team", "role,month"}) {
        CAPTURE(std::string{what});
        request other = asked;
        other.by = what, other.window = {}, other.where = {};
        expect_alike(native(sample_log()), other);
    }
}

TEST_CASE("keys, stages, dimensions of one's own, rows without an id, refused rows, quotes, several files") {
    for (const char *what : {"rep,segment", "currency"}) {
        CAPTURE(std::string{what});
        expect_alike(two_files_of_everything(), by(what));
    }
}

TEST_CASE("fewer rows than ranks, and none at all") {
    expect_alike(native("at,kind,lead,rep\n2024-01-01,first_impression,1,Ann\n"), by("rep"), {7});
    expect_alike(native("at,kind\n"), {}, {7});
}

TEST_CASE("what fails on one rank fails on all, with its message") {
    request asked = by("rep");
    asked.where = {"rep=Zoe"};
    const std::string why = failure_of([&] { static_cast<void>(printed(native(sample_log()), asked)); });
    for (const std::size_t count : {2u, 7u})
        CHECK(failure_of([&] { static_cast<void>(printed_by(count, native(sample_log()), asked)); }) == why);

    // a file that is not the same on each machine
    const log_of_files log = native(sample_log()), other = native(sample_log() + "2024-03-31,call\n");
    CHECK(failure_of([&] {
              static_cast<void>(
                  on_ranks(4, [&](ranks &all) { return printed(all.rank() == 2 ? other : log, {}, all); }));
          }) ==
          "rank 2 has read other files than rank 0: a file is not the same on all machines, or was changed "
          "meanwhile");

    // a file that breaks off, and a machine without memory
    const auto breaks = [&](std::size_t rank, auto error) {
        return on_ranks(4, [&, rank](ranks &all) {
            const log_of_files broken = [&] {
                std::vector<source> files = log();
                if (all.rank() == rank)
                    files.front().log.read = [error](char *, std::size_t) -> std::size_t { throw error; };
                return files;
            };
            return printed(broken, {}, all);
        });
    };
    for (const std::size_t rank : {0u, 3u}) {
        CHECK_THROWS_WITH_AS(static_cast<void>(breaks(rank, failure{"log.csv: is gone"})), "log.csv: is gone",
                             failure_of_all);
        CHECK_THROWS_WITH_AS(static_cast<void>(breaks(rank, std::runtime_error{"no memory"})), "no memory",
                             stop_of_all);
    }
}

} // namespace ranks_test
