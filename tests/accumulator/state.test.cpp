// SPDX-License-Identifier: MIT
#include <kpi/accumulator/state.hpp>

#include <doctest/doctest.h>

namespace kpi::test {

/// The least that a state has.
template <class Self> struct least {
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = false;
    unsigned n{};

    constexpr Self &operator+=(const Self &other) noexcept {
        return n += other.n, static_cast<Self &>(*this);
    }
    friend constexpr bool operator==(const Self &a, const Self &b) noexcept { return a.n == b.n; }
    static constexpr void fields(auto &self, auto &&visit) noexcept { visit(self.n); }
    constexpr void reset() noexcept { n = 0; }
};
struct complete : least<complete> {};
static_assert(state<complete>);

// Each of these lacks one thing.
struct without_a_law : least<without_a_law> {
    static constexpr void *keeps = nullptr;
};
struct with_a_destructor : least<with_a_destructor> {
    ~with_a_destructor() {}
};
struct without_a_reset : least<without_a_reset> {
    void reset() = delete;
};
struct merging_elsewhere : least<merging_elsewhere> {
    complete &operator+=(const merging_elsewhere &);
};
struct without_a_walk : least<without_a_walk> {
    static constexpr void fields(const without_a_walk &self, auto &&visit) noexcept { visit(self.n); }
    static void fields(without_a_walk &, auto &&) = delete;
};
struct without_a_constant_walk : least<without_a_constant_walk> {
    static constexpr void fields(without_a_constant_walk &self, auto &&visit) noexcept { visit(self.n); }
};
struct without_a_beginning : least<without_a_beginning> {
    explicit without_a_beginning(int);
};
static_assert(!state<int> && !state<without_a_law> && !state<with_a_destructor>);
static_assert(!state<without_a_reset> && !state<merging_elsewhere> && !state<without_a_walk>);
static_assert(!state<without_a_constant_walk> && !state<without_a_beginning>);

TEST_CASE("what is made of two states keeps the weaker law") {
    constexpr law strongest_first[]{law::exact, law::in_order, law::by_id, law::within_a_bound,
                                    law::by_product};
    for (int a = 0; a < 5; ++a)
        for (int b = 0; b < 5; ++b)
            CHECK(weaker(strongest_first[a], strongest_first[b]) == strongest_first[a > b ? a : b]);
}

} // namespace kpi::test
