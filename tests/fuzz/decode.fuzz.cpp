// SPDX-License-Identifier: MIT
// Any bytes, read as a snapshot of one state after the other: as they are, and in a frame that is right,
// which gets them to the fields. What is refused leaves the state alone; what is taken is what encode writes,
// and can be merged and read without undefined behaviour, however senseless it is.

#include "snapshot/frames.hpp"
#include "snapshot/states.hpp"
#include <kpi/snapshot/codec.hpp>
#include <kpi/snapshot/migrate.hpp>

#include <cstdlib>

namespace kpi::test {
namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

/// Every figure that needs no more than a time, a number or a rank.
template <class Board> void read_board(const Board &board) {
    Board::metrics::for_each([&]<const auto & M>() {
        const instant now{1'700'000'000};
        const auto seen = [](const auto &value) {
            if constexpr (requires { value.per(1000); }) static_cast<void>(value.per(1000));
            if constexpr (
                requires { value.value(); } && !requires { *value; }) // an optional may be empty
                static_cast<void>(value.value());
        };
        const auto read_with = [&]<class... Given>(Given... given) {
            if constexpr (Board::template readable<M, Given...>) {
                seen(board.template get<M>(given...));
                board.template figures<M>([&](const auto &, const auto &value) { seen(value); }, given...);
            }
        };
        read_with(), read_with(now), read_with(7u), read_with(1, 2);
    });
}

template <class State> void read(const State &s) {
    if constexpr (requires { typename State::metrics; })
        read_board(s);
    else if constexpr (requires { s.value(); })
        static_cast<void>(s.value());
    if constexpr (requires { s.median(); })
        static_cast<void>(s.median()), static_cast<void>(s.quantile(9, 10));
    if constexpr (requires { s.entries(); }) static_cast<void>(s.entries().size());
    if constexpr (requires { s.total(); }) static_cast<void>(s.total());
    if constexpr (requires { s.get(instant{}); }) static_cast<void>(s.get(instant{}));
    if constexpr (requires { s.walk([](const auto &, const auto &...) {}); })
        s.walk([](const auto &inner, const auto &...) {
            if constexpr (requires { typename std::remove_cvref_t<decltype(inner)>::metrics; })
                read_board(inner);
        });
}

/// The same bytes for boards that may have changed: what decode takes is taken alike, and what it refuses is
/// refused, or of other words and taken whole.
template <class State> void migrating(std::span<const std::byte> bytes, const State &before) {
    static snapshot::migrated<State> target, was;
    static State strict;
    byte_list old(snapshot::encoded_size_bound<State>);
    require(snapshot::migrate(snapshot::encode(before, old), target).answer == snapshot::status::ok);
    was = target, strict = before;
    const bool taken = snapshot::decode(bytes, strict) == snapshot::status::ok;
    const snapshot::migration m = snapshot::migrate(bytes, target);
    require(!taken || (m == snapshot::migration{snapshot::status::ok, 0, 0} && *target == strict));
    require(m.answer == snapshot::status::ok || target == was);
    target.walk([](const auto &inner, const auto &...) { read_board(*inner); });
}

template <class State> void one(std::span<const std::byte> bytes) {
    static State before, target, sum; // not on the stack
    random r{3};
    before.reset(), sum.reset();
    for (int i = 0; i < 20; ++i)
        if constexpr (requires { typename State::event; }) before.record(any_event<typename State::event>(r));
    if constexpr (snapshot::detail::all_words<State> != 0) migrating(bytes, before);
    target = before;
    if (snapshot::decode(bytes, target) != snapshot::status::ok) {
        require(target == before);
        return;
    }
    byte_list again(snapshot::encoded_size_bound<State>);
    const auto written = snapshot::encode(target, again);
    require(std::equal(written.begin(), written.end(), bytes.begin(), bytes.end()));
    require(snapshot::merge_from(bytes, before, sum) == snapshot::status::ok);
    require(sum == target);
    read(target), read(before);
    if constexpr (requires { typename State::event; }) target.record(any_event<typename State::event>(r));
}

} // namespace
} // namespace kpi::test

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    using namespace kpi::test;
    if (size < 1) return 0;
    const std::span<const std::byte> bytes{reinterpret_cast<const std::byte *>(data), size};
    const auto chosen = std::to_integer<unsigned>(bytes[0]) % 64;
    const auto rest = bytes.subspan(1);
    unsigned i = 0;
    for_each_state([&]<class State>(std::string_view) {
        if (i++ != chosen) return;
        one<State>(rest);
        one<State>(framed<State>({rest.begin(), rest.end()}));
        // The words, too: behind the surroundings that are right.
        const std::span<const std::byte> around{kpi::snapshot::detail::described<State>};
        one<State>(framed(around.first(4), {rest.begin(), rest.end()}));
    });
    return 0;
}
