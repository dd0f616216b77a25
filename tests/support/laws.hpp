// SPDX-License-Identifier: MIT
#pragma once

/// The law suite: what every state promises (accumulator/state.hpp), run over random streams. A state names
/// its law in `keeps`; the suite checks that law and prints the seed of a run that breaks it. A stream whose
/// split fills fewer than two parts proves nothing, and fails. Stories: support/story_laws.hpp.

#include "random.hpp"
#include <kpi/accumulator/state.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace kpi::test {

template <class S> using event_of = typename S::event;

/// Events one after the other, of any type: std::vector<bool> has no bool to point at.
template <class T> class stream_of {
public:
    void push_back(const T &e) {
        if (size_ == room_) {
            room_ = room_ == 0 ? 64 : 2 * room_;
            auto larger = std::make_unique<T[]>(room_);
            std::copy_n(events_.get(), size_, larger.get());
            events_ = std::move(larger);
        }
        events_[size_++] = e;
    }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    T &operator[](std::size_t i) { return events_[i]; }
    const T &operator[](std::size_t i) const { return events_[i]; }
    const T *begin() const { return events_.get(); }
    const T *end() const { return events_.get() + size_; }

private:
    std::unique_ptr<T[]> events_{};
    std::size_t size_{}, room_{};
};

template <class S> S of(std::span<const event_of<S>> events) {
    S s{};
    for (const auto &e : events)
        s.record(e);
    return s;
}

template <class S> S merged(S a, const S &b) {
    a += b;
    return a;
}

/// Empty is all zero bits: a board in .bss adds nothing to the image, and cleared memory is a state.
template <class S> bool empty_is_zero_bits() {
    alignas(S) unsigned char zeros[sizeof(S)]{};
    S cleared;
    std::memcpy(static_cast<void *>(&cleared), zeros, sizeof(S));
    return cleared == S{};
}

/// The integers that `fields` visits.
template <class S> std::vector<std::uint64_t> fields_of(const S &s) {
    std::vector<std::uint64_t> seen;
    visit_fields(s, [&](const auto &field) { seen.push_back(static_cast<std::uint64_t>(field)); });
    return seen;
}

/// `fields` reaches the whole state: what is read through it and written back into an empty state is equal.
template <class S> bool fields_are_the_state(const S &s) {
    const auto seen = fields_of(s);
    S copy{};
    std::size_t i = 0;
    visit_fields(
        copy, [&](auto &field) { field = static_cast<std::remove_reference_t<decltype(field)>>(seen[i++]); });
    return copy == s && i == seen.size();
}

struct law_options {
    int runs = 60;
    std::size_t events = 300;
};

/// `make(random&)` returns an event. `id(event)` is the id for a split "by id".
template <state S> void keeps_its_law(auto make, auto id, law_options options = {}) {
    static_assert(is_a_state<S>());
    using events = stream_of<event_of<S>>;
    CHECK(empty_is_zero_bits<S>());
    std::size_t filled_at_best = 0;
    for (int run = 0; run < options.runs; ++run) {
        const auto seed = static_cast<std::uint64_t>(run) * 7919 + 1;
        CAPTURE(seed);
        random r{seed};
        events stream;
        for (std::size_t n = r.pick<std::size_t>(options.events + 1); n > 0; --n)
            stream.push_back(make(r));
        const std::span<const event_of<S>> all = stream;
        const S whole = of<S>(all);

        REQUIRE(merged(whole, S{}) == whole); // identity, both ways
        REQUIRE(merged(S{}, whole) == whole);
        REQUIRE(fields_are_the_state(whole));
        S cleared = whole;
        cleared.reset();
        REQUIRE(cleared == S{});

        S in_batches{};
        for (std::size_t i = 0; i < all.size();) {
            const std::size_t n = std::min<std::size_t>(1 + r.pick<std::size_t>(70), all.size() - i);
            in_batches.record(all.subspan(i, n));
            i += n;
        }
        REQUIRE(in_batches == whole); // a batch is its events, one after the other

        events parts[3];
        for (std::size_t i = 0; const auto &e : stream)
            parts[S::keeps == law::in_order ? 3 * i++ / stream.size() // consecutive
                                            : static_cast<std::size_t>((id(e) * 2654435761u >> 7) % 3)]
                .push_back(e);
        const auto filled = std::count_if(std::begin(parts), std::end(parts),
                                          [](const events &part) { return !part.empty(); });
        filled_at_best = std::max(filled_at_best, static_cast<std::size_t>(filled));
        const S a = of<S>(parts[0]), b = of<S>(parts[1]), c = of<S>(parts[2]);
        if constexpr (S::keeps == law::by_product) {
            REQUIRE(merged(merged(a, b), c) == merged(a, merged(b, c)));
            REQUIRE(merged(merged(a, b), c) == merged(merged(c, b), a));
        } else if constexpr (S::keeps != law::within_a_bound) {
            REQUIRE(merged(merged(a, b), c) == whole); // split by id, or into consecutive parts
            REQUIRE(merged(a, merged(b, c)) == whole); // associativity
        }
        if constexpr (S::keeps == law::exact || S::keeps == law::by_id)
            REQUIRE(merged(merged(b, a), c) == whole); // commutativity
        if constexpr (S::keeps == law::exact) {
            const std::size_t cut = stream.empty() ? 0 : static_cast<std::size_t>(r.below(stream.size() + 1));
            REQUIRE(merged(of<S>(all.first(cut)), of<S>(all.subspan(cut))) == whole); // split anywhere
            events shuffled;
            for (const auto &e : stream)
                shuffled.push_back(e);
            r.shuffle(shuffled);
            REQUIRE(of<S>(shuffled) == whole); // any order
        }
    }
    CHECK_MESSAGE(filled_at_best >= 2, "no stream filled two parts: make more events, or more ids");
}

/// n equal events, recorded at once, are those n events; no event is no event.
template <state S> void takes_alike_events_at_once(auto make, law_options options = {}) {
    for (int run = 0; run < options.runs; ++run) {
        const auto seed = static_cast<std::uint64_t>(run) * 15485863 + 5;
        CAPTURE(seed);
        random r{seed};
        S at_once{}, one_by_one{};
        for (std::size_t n = r.pick<std::size_t>(options.events + 1); n > 0; --n) {
            const auto e = make(r);
            const auto times = r.pick<typename S::count_type>(4);
            at_once.record(e, times);
            for (typename S::count_type i = 0; i < times; ++i)
                one_by_one.record(e);
        }
        REQUIRE(at_once == one_by_one);
    }
}

/// Whatever was recorded can be taken back, in any order, until nothing is left.
template <state S> void takes_back_what_it_recorded(auto make, law_options options = {}) {
    static_assert(S::retractable);
    for (int run = 0; run < options.runs; ++run) {
        const auto seed = static_cast<std::uint64_t>(run) * 104729 + 3;
        CAPTURE(seed);
        random r{seed};
        stream_of<event_of<S>> kept, taken;
        for (std::size_t n = r.pick<std::size_t>(options.events + 1); n > 0; --n)
            (r.below(2) == 0 ? kept : taken).push_back(make(r));
        S s = of<S>(kept);
        for (const auto &e : taken)
            s.record(e);
        r.shuffle(taken);
        for (const auto &e : taken)
            REQUIRE(s.retract(e));
        REQUIRE(s == of<S>(kept));
    }
}

} // namespace kpi::test
