// SPDX-License-Identifier: MIT

/// A board for each rep: 4,096 of them, with keys that are checked.

#include "support/contest.hpp"
#include "support/fetched_peers.hpp"
#include "support/peers.hpp"
#include <kpi/accumulator/by.hpp>

namespace bench {
namespace {

/// The answers of all: how many there are of each kind and rep, as a sum that tells places apart.
template <class Cell> answers weighted(Cell &&cell) {
    answers a;
    for (std::size_t k = 0; k < steps; ++k) {
        double sum = 0;
        for (std::size_t r = 0; r < reps; ++r)
            sum += static_cast<double>(cell(r, k)) * static_cast<double>(r + 1);
        a.push_back(sum);
    }
    return a;
}

template <std::size_t Reps> using by_rep = kpi::by<rep, Reps, board>;
struct read_reps {
    answers operator()(const by_rep<reps> &s) const {
        std::vector<answers> all;
        for (std::size_t r = 0; r < reps; ++r)
            all.push_back(counts_of{}(s[r]));
        return weighted([&](std::size_t r, std::size_t k) { return all[r][k]; });
    }
};

/// By hand: a table that trusts rep and kind.
struct table_by_hand {
    static constexpr const char *name = "table_by_hand";
    std::array<std::array<std::uint32_t, steps>, reps> n{};
    void take(events es) {
        for (const event &e : es)
            ++n[e.rep][static_cast<std::size_t>(e.kind)];
    }
    void clear() { n = {}; }
    [[nodiscard]] answers answer() const {
        return weighted([&](std::size_t r, std::size_t k) { return n[r][k]; });
    }
};

struct unordered_map_of_arrays {
    static constexpr const char *name = "std_unordered_map";
    std::unordered_map<std::uint16_t, std::array<std::uint32_t, steps>> n;
    void take(events es) {
        for (const event &e : es)
            ++n[e.rep][static_cast<std::size_t>(e.kind)];
    }
    void clear() { n.clear(); }
    [[nodiscard]] answers answer() const {
        return weighted([&](std::size_t r, std::size_t k) {
            const auto found = n.find(static_cast<std::uint16_t>(r));
            return found == n.end() ? 0 : found->second[k];
        });
    }
};

/// The same events as the columns of a table.
struct columns {
    std::vector<std::uint16_t> of_reps;
    std::vector<step> of_kinds;
    static const columns &get() {
        static const columns made = [] {
            columns c;
            for (const event &e : data::get().all())
                c.of_reps.push_back(e.rep), c.of_kinds.push_back(e.kind);
            return c;
        }();
        return made;
    }
    /// Calls f with the columns of some events.
    static void of(events es, auto &&f) {
        const auto first = static_cast<std::size_t>(es.data() - data::get().all().data());
        f(std::span{get().of_reps}.subspan(first, es.size()),
          std::span{get().of_kinds}.subspan(first, es.size()));
    }
};
struct kpi_columns : one_by_one<by_rep<reps>, read_reps> {
    void take(events es) {
        columns::of(es, [this](auto... column) { static_cast<void>(s.record(column...)); });
    }
};
struct read_columns : reading {
    void take(events es) {
        columns::of(es, [this](auto... column) { (reading::take(std::as_bytes(column)), ...); });
    }
};
struct table_of_columns : table_by_hand {
    void take(events es) {
        columns::of(es, [this](auto of_reps, auto of_kinds) {
            for (std::size_t i = 0; i < of_reps.size(); ++i)
                ++n[of_reps[i]][static_cast<std::size_t>(of_kinds[i])];
        });
    }
};
#ifdef KPI_BENCH_BOOST
struct boost_of_columns : boost_rep_kind {
    void take(events es) {
        columns::of(es, [this](auto of_reps, auto of_kinds) {
            for (std::size_t i = 0; i < of_reps.size(); ++i)
                h(static_cast<int>(of_reps[i]), static_cast<int>(of_kinds[i]));
        });
    }
};
#endif

const bool registered = [] {
    contest<one_by_one<by_rep<reps>, read_reps>, reading, table_by_hand,
            unordered_map_of_arrays PEERS(boost_rep_kind) ETL_PEER(etl_rep_kind)>("by rep",
                                                                                  {from::l2, from::memory});
    contest<at_once<by_rep<reps>, read_reps>, reading PEERS(boost_rep_kind) ETL_PEER(etl_rep_kind)>(
        "by rep batch", {from::l2, from::memory});
    contest<kpi_columns, read_columns, table_of_columns PEERS(boost_of_columns)>("by rep, columns",
                                                                                 {from::l2, from::memory});
    return true;
}();

} // namespace
} // namespace bench
