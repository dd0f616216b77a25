// SPDX-License-Identifier: MIT

/// States that look up an id first: a board for each prospect, pairs, and the most frequent ones.

#include "support/contest.hpp"
#include "support/peers.hpp"
#include <kpi/accumulator/by_key.hpp>
#include <kpi/accumulator/top.hpp>
#include <kpi/story/between.hpp>

namespace bench {
namespace {

// One of 4,096 ids, the rep's here, as by_key needs it: sparse ids, each with a board.
inline constexpr kpi::dimension sparse{"sparse", [](const event &e) { return e.rep * 2654435761u; }};
using boards = kpi::by_key<sparse, 16384, board, 8>;
struct read_boards {
    answers operator()(const boards &b) const { return counts_of{}(b.total()); }
};
struct map_of_boards {
    static constexpr const char *name = "std_unordered_map";
    std::unordered_map<std::uint32_t, std::array<std::uint32_t, steps>> n;
    void take(events es) {
        for (const event &e : es)
            ++n[sparse(e)][static_cast<std::size_t>(e.kind)];
    }
    void clear() { n.clear(); }
    [[nodiscard]] answers answer() const {
        answers a(steps);
        for (const auto &[id, counts] : n)
            for (std::size_t k = 0; k < steps; ++k)
                a[k] += counts[k];
        return a;
    }
};

inline constexpr kpi::event_set<step> starts{step::sent}, stops{step::replied};
using replies = kpi::between<starts, stops, rep, 32768, kpi::live<reply_time>, kpi::around_the_clock, 8>;
struct read_replies {
    answers operator()(const replies &r) const {
        return {double(r.account().paired), double(r.account().unstarted)};
    }
};
struct map_of_starts {
    static constexpr const char *name = "std_unordered_map";
    std::unordered_map<std::uint16_t, std::uint32_t> open;
    std::vector<std::uint32_t> elapsed;
    double unstarted{};
    void take(events es) {
        for (const event &e : es)
            if (e.kind == step::sent) {
                open.try_emplace(e.rep, e.at.seconds);
            } else if (e.kind == step::replied) {
                if (const auto found = open.find(e.rep); found != open.end()) {
                    elapsed.push_back(e.at.seconds - found->second);
                    open.erase(found);
                } else {
                    unstarted += 1;
                }
            }
    }
    void clear() { *this = {}; }
    [[nodiscard]] answers answer() const { return {static_cast<double>(elapsed.size()), unstarted}; }
};

/// The most frequent of 4,096 ids, and of three million: an id is the rarer the more bits it has.
inline std::uint32_t few(const event &e) { return e.rep & (e.prospect % reps); }
inline std::uint32_t many(const event &e) { return e.prospect & (e.elapsed * 2654435761u >> 10); }
template <std::uint32_t (*Id)(const event &)> struct most_frequent {
    static constexpr const char *name = "kpi";
    kpi::top<16> t;
    void take(events es) {
        for (const event &e : es)
            t.record(Id(e));
    }
    void clear() { t.reset(); }
    [[nodiscard]] answers answer() const { return {double(t.total())}; }
};
/// Every id has a count of its own.
template <std::uint32_t (*Id)(const event &)> struct map_of_counts {
    static constexpr const char *name = "std_unordered_map";
    std::unordered_map<std::uint32_t, std::uint32_t> n;
    double total{};
    void take(events es) {
        for (const event &e : es)
            ++n[Id(e)];
        total += double(es.size());
    }
    void clear() { n.clear(); }
    [[nodiscard]] answers answer() const { return {total}; }
};

const bool registered = [] {
    contest<one_by_one<boards, read_boards>, reading, map_of_boards>("by_key", {from::memory});
    contest<at_once<boards, read_boards>, reading, map_of_boards>("by_key batch", {from::memory});
    contest<one_by_one<replies, read_replies>, reading, map_of_starts>("between", {from::memory});
    contest<at_once<replies, read_replies>, reading, map_of_starts>("between batch", {from::memory});
    contest<most_frequent<few>, reading, map_of_counts<few>>("top 16 of 4096", {from::memory});
    contest<most_frequent<many>, reading, map_of_counts<many>>("top 16 of many", {from::memory});
    return true;
}();

} // namespace
} // namespace bench
