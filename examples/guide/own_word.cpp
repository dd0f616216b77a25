// SPDX-License-Identifier: MIT
#include <kpi/export/ostream.hpp>
#include <kpi/kpi.hpp>

#include <iostream>

enum class till : std::uint8_t { sold, returned };
struct receipt {
    till kind;
    std::uint32_t cents; // a piece
    std::uint32_t pieces;
};

// The word: no event carries its sum, so what is added up is a product.
struct turnover_of {
    kpi::event_set<till> of{};                       // which kinds it looks at
    template <class Event> using state = kpi::total; // what it remembers: any state of accumulator/

    constexpr void record(kpi::total &sum, const auto &e, std::integral auto... times) const noexcept {
        if (of.contains(e.kind)) sum.record(std::uint64_t{e.cents} * e.pieces, times...);
    }
    [[nodiscard]] constexpr bool retract(kpi::total &sum, const auto &e) const noexcept {
        return !of.contains(e.kind) || sum.retract(std::uint64_t{e.cents} * e.pieces);
    }
};

// A metric over two of them: it names its words, and makes a value of what they remember.
struct return_share_metric {
    using event = receipt;
    std::string_view name{"return_share"}, unit{"%"}, help{"Money given back of money taken."};

    static constexpr std::array<turnover_of, 2> observes() { return {{{till::returned}, {till::sold}}}; }
    static constexpr kpi::proportion<std::uint64_t> value(const kpi::total &back, const kpi::total &taken) {
        return {back.value().n, taken.value().n};
    }
};
inline constexpr return_share_metric return_share;

int main() {
    kpi::live<return_share> shop;
    shop.record({till::sold, 1'250, 4});
    shop.record({till::sold, 5'000, 1}, 3);
    shop.record({till::returned, 1'250, 2});
    std::cout << shop.value() << '\n';
}
