// SPDX-License-Identifier: MIT
#pragma once

/// Holds the facts of one case until it ends: a fact that is told is held, and let go if it is taken back.
/// Only at the end is the owner of the case known, and the facts go on. Facts of other types are ignored.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <tuple>
#include <type_traits>
#include <vector>

namespace report {

template <class Fact> struct held_fact {
    Fact what;
    std::uint64_t n; ///< times over
    std::size_t row; ///< of the case, when it was told
};

template <class... Facts> class held_facts {
    template <class Fact> static constexpr bool holds = (std::is_same_v<Fact, Facts> || ...);
    template <class Fact> using list = std::vector<held_fact<Fact>>;

public:
    std::uint64_t times{1}; ///< how many cases this one stands for
    std::size_t row{};      ///< the row that is being told
    bool patient{};         ///< changes need not be told: what is true at the end is (kpi/story/changes.hpp)
    [[nodiscard]] bool is_patient() const { return patient; }

    template <class Fact> void tell(const Fact &f, std::uint64_t n = 1) {
        if constexpr (holds<Fact>) of<Fact>().push_back({f, n * times, row});
    }
    /// Takes back the one told last, if several are equal.
    template <class Fact> void take_back(const Fact &f) {
        if constexpr (holds<Fact>) {
            list<Fact> &all = of<Fact>();
            const auto found =
                std::find_if(all.rbegin(), all.rend(), [&](const auto &held) { return held.what == f; });
            if (found != all.rend()) all.erase(std::next(found).base());
        }
    }
    template <class Fact> [[nodiscard]] list<Fact> &of() { return std::get<list<Fact>>(all_); }
    void for_each(auto &&f) { (std::for_each(of<Facts>().begin(), of<Facts>().end(), f), ...); }
    void clear() {
        (of<Facts>().clear(), ...);
        times = 1, row = 0;
    }

private:
    std::tuple<list<Facts>...> all_;
};

} // namespace report
