// SPDX-License-Identifier: MIT
#pragma once

/// The law of stories, in order, and their other promises (story/story.hpp), over random streams of one case:
/// a stream that is cut into consecutive parts, with the story carried on across the cut, also through its
/// `fields`, tells the same; only what was told is taken back; a kind that the story does not look at changes
/// nothing; an empty story can replace an idle one.

#include "laws.hpp"
#include <kpi/story/moment.hpp>
#include <kpi/story/story.hpp>
#include <kpi/time/period.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace kpi::test {

/// Everything that a story told and took back, in order; of any types.
class told_log {
public:
    template <class Fact> void tell(const Fact &f, std::uint32_t n = 1) {
        for (; n > 0; --n) {
            entries_.push_back(entry::of(f, false));
            left_.push_back(entries_.back());
        }
    }
    template <class Fact> void take_back(const Fact &f) {
        entries_.push_back(entry::of(f, true));
        const auto was = std::find(left_.rbegin(), left_.rend(), entry::of(f, false));
        if (was == left_.rend())
            ++never_told;
        else
            left_.erase(std::next(was).base());
    }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    [[nodiscard]] bool took_back() const {
        return std::any_of(entries_.begin(), entries_.end(), [](const entry &e) { return e.back; });
    }
    /// What is left of a type, in the order in which it was told.
    template <class Fact> [[nodiscard]] std::vector<Fact> left() const {
        std::vector<Fact> facts;
        for (const entry &e : left_)
            if (e.equal == &equals<Fact>) facts.push_back(*static_cast<const Fact *>(e.fact.get()));
        return facts;
    }
    friend bool operator==(const told_log &, const told_log &) = default;

    std::uint32_t never_told{};

private:
    template <class Fact> static bool equals(const void *a, const void *b) {
        return *static_cast<const Fact *>(a) == *static_cast<const Fact *>(b);
    }
    struct entry {
        std::shared_ptr<const void> fact;
        bool (*equal)(const void *, const void *);
        bool back;
        template <class Fact> static entry of(const Fact &f, bool back) {
            return {std::make_shared<const Fact>(f), &equals<Fact>, back};
        }
        friend bool operator==(const entry &a, const entry &b) {
            return a.equal == b.equal && a.back == b.back && a.equal(a.fact.get(), b.fact.get());
        }
    };
    std::vector<entry> entries_, left_;
};

/// The same story, carried over by its fields.
template <class S> S carried(const S &s) {
    const auto seen = fields_of(s);
    S copy{};
    std::size_t i = 0;
    visit_fields(
        copy, [&](auto &field) { field = static_cast<std::remove_reference_t<decltype(field)>>(seen[i++]); });
    return copy;
}

/// `make(random&)` returns an event; the events of a stream are put in the order of their times.
template <class S> void story_keeps_its_law(auto make, law_options options = {.runs = 60, .events = 40}) {
    static_assert(is_a_story<S>());
    CHECK(empty_is_zero_bits<S>());
    CHECK(S{}.idle());
    std::size_t told = 0, taken_back = 0, longest = 0;
    for (int run = 0; run < options.runs; ++run) {
        const auto seed = static_cast<std::uint64_t>(run) * 7919 + 1;
        CAPTURE(seed);
        random r{seed};
        std::vector<event_of<S>> stream;
        for (std::size_t n = r.pick<std::size_t>(options.events + 1); n > 0; --n)
            stream.push_back(make(r));
        std::stable_sort(stream.begin(), stream.end(), [](const auto &a, const auto &b) {
            return moment_at(a.at).before(moment_at(b.at));
        });
        longest = std::max(longest, stream.size());
        const std::size_t cut = r.pick<std::size_t>(stream.size() + 1);
        const instant now{stream.empty() ? 0 : to_instant(stream.back().at).seconds + 1000};

        told_log whole, cut_through, renewed;
        S story{}, second{}, fresh{};
        for (std::size_t i = 0; i < stream.size(); ++i) {
            if (i == cut) second = carried(second);
            if (fresh.idle()) fresh = S{};
            const S before = story;
            const std::size_t told_before = whole.size();
            story.record(stream[i], whole);
            second.record(stream[i], cut_through);
            fresh.record(stream[i], renewed);
            if (!S::concerns.contains(kind(stream[i])))
                REQUIRE((story == before && whole.size() == told_before));
            REQUIRE(carried(story) == story);
            if constexpr (requires {
                              S::truths;
                          }) { // all of them are told, whatever `changed_since` looks at
                const auto left = whole.left<typename S::fact>();
                for (std::size_t t = 0; t < S::truths; ++t)
                    if (const auto truth = story.truth(t))
                        REQUIRE(std::find(left.begin(), left.end(), *truth) != left.end());
            }
        }
        const S ended = story;
        story.end(now, whole), second.end(now, cut_through), fresh.end(now, renewed);
        REQUIRE(cut_through == whole); // cut anywhere
        REQUIRE(renewed == whole);     // an idle story is as good as an empty one
        REQUIRE(whole.never_told == 0);
        if (!S::takes_back) REQUIRE(!whole.took_back());
        S cleared = ended;
        cleared.reset();
        REQUIRE(cleared == S{});
        told += whole.size(), taken_back += whole.took_back();
    }
    CHECK_MESSAGE(longest >= 2, "no stream has two parts: make more events");
    CHECK_MESSAGE(told > 0, "the story told nothing in any stream");
    CHECK_MESSAGE((taken_back > 0) == S::takes_back, "no fact was ever taken back");
}

} // namespace kpi::test
