// SPDX-License-Identifier: MIT
// The worked examples of METRICS.md, section 8, and those that ask for hours, from files to figures: by the
// ids that VECTORS.tsv gives them.
#include "program.hpp"

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <numeric>
#include <string>
#include <vector>

namespace roster_vectors_test {
namespace {

using namespace report::test;
using nlohmann::json;

/// What the program says of a log of a single day and a roster, both in files.
class reported {
public:
    reported(const std::string &log, const std::string &team, const std::string &arguments = {}) {
        const folder here;
        here.write("log.csv", log);
        here.write("team.csv", team);
        const outcome ran = here.run("log.csv --team team.csv --format json " + arguments);
        CAPTURE(ran.err);
        REQUIRE(ran.code == 0);
        told_ = json::parse(ran.out);
    }
    /// The exact fraction, reduced, and "absent" where there is no value, or no line.
    [[nodiscard]] std::string operator()(const std::string &name, const json &group = nullptr) const {
        const json *const m = find(name, group);
        if (m == nullptr || m->at("value").is_null()) return "absent";
        const auto above = m->at("numerator").get<std::int64_t>(),
                   below = m->at("denominator").get<std::int64_t>();
        const std::int64_t shared = std::gcd(above, below);
        return std::to_string(above / shared) + '/' + std::to_string(below / shared);
    }
    [[nodiscard]] const json *find(const std::string &name, const json &group = nullptr) const {
        for (const json &m : told_.at("metrics"))
            if (m.at("name") == name && m.at("group") == group) return &m;
        return nullptr;
    }
    /// Whether more than a quarter of the reps are below.
    [[nodiscard]] bool is_unused(const std::string &name) const {
        return find(name)->at("unused_capacity") == 1.0;
    }

private:
    json told_;
};

std::string rep(std::size_t i) { return std::string(1, static_cast<char>('A' + i)); }

/// Each rep's bookings; 0 is no row of theirs.
std::string bookings(const std::vector<int> &amounts) {
    std::string log = "at,kind,rep,value\n2024-01-01,deal_lost,,\n";
    for (std::size_t i = 0; i < amounts.size(); ++i)
        if (amounts[i] != 0) log += "2024-01-01,deal_won," + rep(i) + ',' + std::to_string(amounts[i]) + '\n';
    return log;
}
/// Each rep's quota; nothing for those without.
std::string quotas(const std::vector<std::string> &all) {
    std::string team = "rep,quota,quota_unit\n";
    for (std::size_t i = 0; i < all.size(); ++i)
        team += rep(i) + ',' + all[i] + (all[i].empty() ? "," : ",revenue_won") + '\n';
    return team;
}
std::string of_reps(std::size_t n) { return quotas(std::vector<std::string>(n)); }

const std::vector<int> first_team{156, 132, 96, 84, 72};
const std::vector<std::string> same_quota(5, "120");
const std::string attainment = "quota_attainment_of_revenue_won",
                  at_quota = "share_of_reps_at_quota_of_revenue_won",
                  capacity = "capacity_check_of_revenue_won";

} // namespace

TEST_CASE("T1 T2 T5 quota attainment, of a rep and pooled, and none for a quota of 0") {
    const reported one{bookings({90, 50}), quotas({"120", "0"}), "--by rep"};
    CHECK(one(attainment, "A") == "3/4");
    CHECK(one(attainment, "B") == "absent");
    CHECK(one(attainment) == "3/4");
    CHECK(reported{bookings({90, 30}), quotas({"100", "60"})}(attainment) == "3/4");
    CHECK(reported{bookings({90, 30, 500}), quotas({"100", "60", ""})}(attainment) == "3/4");
}

TEST_CASE("T3 T4 T6 T7 T10 T16 T19 a team of five with equal quotas") {
    const reported said{bookings(first_team), quotas(same_quota), "--top 2"};
    CHECK(said(at_quota) == "2/5");
    CHECK(said(attainment) == "9/10"); // equal quotas: their capacity, and so its utilisation
    CHECK(said(attainment + "_without_top_2") == "7/10");
    CHECK(said("top_2_share_of_revenue_won") == "8/15");
    CHECK(said("gini_of_revenue_won") == "4/25");
    CHECK(said(capacity) == "3/5");
    CHECK(said.is_unused(capacity));
}

TEST_CASE("T17 T18 exactly a quarter of the reps below is used capacity, and the limit itself is not below") {
    const reported one{bookings({119, 120, 121, 500}), quotas(std::vector<std::string>(4, "120"))};
    CHECK(one(capacity) == "1/4");
    CHECK_FALSE(one.is_unused(capacity));

    std::string log = "at,kind,rep,count\n";
    for (std::size_t i = 0; const int won : {18'000, 20'000, 25'000, 30'000}) {
        log += "2024-01-01,deal_won," + rep(i) + ',' + std::to_string(won) + '\n';
        log += "2024-01-01,deal_lost," + rep(i++) + ',' + std::to_string(100'000 - won) + '\n';
    }
    const reported rates{log, of_reps(4), "--target win_rate=20%"};
    CHECK(rates("capacity_check_of_win_rate") == "1/4");
    CHECK_FALSE(rates.is_unused("capacity_check_of_win_rate"));
    CHECK(rates("share_of_reps_at_target_of_win_rate") == "3/4");
}

TEST_CASE("T8 T9 T11 T12 T13 T14 T15 skew, with the reps who brought nothing") {
    CHECK(reported{bookings(first_team), of_reps(5), "--top 9"}("top_9_share_of_revenue_won") == "1/1");
    CHECK(reported{bookings({0, 0, 0}), of_reps(3)}("top_1_share_of_revenue_won") == "absent");
    const auto gini = [](const std::vector<int> &amounts) {
        return reported{bookings(amounts), of_reps(amounts.size())}("gini_of_revenue_won");
    };
    CHECK(gini({1, 2, 3, 4}) == "1/4");
    CHECK(gini({0, 0, 0, 10}) == "3/4");
    CHECK(gini({5, 5, 5}) == "0/1");
    CHECK(gini({7}) == "0/1");
    CHECK(gini({0, 0}) == "absent");
}

TEST_CASE("X1 X3 dials per hour and occupancy, by the hours that a rep is logged in") {
    const reported dials{"at,kind,rep,count\n2024-01-01,call,A,240\n", "rep,hours\nA,6\n"};
    CHECK(dials.find("dials_per_hour")->at("value") == 40.0);
    const reported talk{"at,kind,rep,elapsed\n2024-01-01,conversation,A,9000\n", "rep,hours\nA,6\n",
                        "--given wrap_up_seconds=3600"};
    CHECK(talk("occupancy") == "7/12");
    const reported by_role{
        "at,kind,rep,elapsed\n2024-01-01,conversation,A,12600\n2024-01-01,conversation,B,3600\n",
        "rep,role,hours\nA,sdr,6\nB,ae,2\n", "--given wrap_up_seconds=0 --by role"};
    CHECK(by_role("occupancy", "sdr") == "7/12");
    CHECK(by_role("occupancy", "ae") == "1/2");
}

} // namespace roster_vectors_test
