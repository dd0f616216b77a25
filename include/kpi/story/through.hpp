// SPDX-License-Identifier: MIT
#pragma once

/// Sends events through the stories of their cases, and records what these tell in a state: N cases at most
/// at a time, in sets of `Ways`. It records told facts, retracts facts taken back, and passes over facts of a
/// type that the state does not take. If there is no room for an event's case, the event is counted, never
/// guessed at: seen = heard + alone + full + others. Law: by id (all events of one id reach one part, in
/// order), as long as no set was full. All zero bits when empty. Cost of record: one hash, at most `Ways`
/// comparisons, the story, and the state inside for each fact.
///
///     through<sales::deal_story, sales::deal, 1024, by<sales::rep, 64, board>> deals;
///     deals.record(event);
///     deals.told();         // what has been told so far
///     deals.as_of(now);     // with what is still open then

#include <kpi/accumulator/dimension.hpp>
#include <kpi/accumulator/state.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/core/told.hpp>
#include <kpi/story/case_account.hpp>
#include <kpi/story/detail/open_cases.hpp>
#include <kpi/story/moment.hpp>
#include <kpi/story/story.hpp>

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

namespace kpi::inline v1 {

template <class Story, const auto &Dimension, std::size_t N, state A, std::size_t Ways = 4> class through {
    static_assert(is_a_story<Story>());
    static_assert(Ways > 0 && N % Ways == 0 && std::has_single_bit(N / Ways),
                  "through: N is Ways times a power of two");
    static_assert(
        requires(const typename Story::event &e) { Dimension(e); },
        "through: the event lacks the id of its case");
    static_assert(A::retractable || !Story::takes_back,
                  "through: this story takes back facts, and the state cannot retract: leave out its metrics "
                  "that cannot (extrema, distinct, latest)");
    static_assert(takes_a_fact<A, Story>, "through: the state takes none of the facts that this story tells");

public:
    using event = typename Story::event;
    using count_type = std::uint32_t;
    using story_type = Story; ///< the story of each case

private:
    using key_type = typename key_of<Dimension, event>::type;
    using cases = detail::open_cases<key_type, Story, N, Ways>;

public:
    static constexpr law keeps = weaker(law::by_id, A::keeps);
    static constexpr bool retractable = false;
    static constexpr bool tells_stories = true;

    constexpr void record(const event &e) noexcept { record(e, 1); }
    /// Records n events that are alike: n rows of one case, or n cases if they name none.
    constexpr void record(const event &e, std::integral auto times) noexcept {
        const auto n = to_count<count_type>(times);
        if (n == 0) return;
        if (!Story::concerns.contains(kind(e))) {
            count_in(account_.others, n);
        } else if (has_id(e)) {
            hear(e, n, Dimension(e), cases::set_of(Dimension(e)));
        } else {
            for (count_type i = 0; i < n; ++i) {
                Story alone{};
                give(alone, e, 1);
            }
            count_in(account_.alone, n);
        }
    }
    /// Records a batch: the same as recording each event. It fetches the sets of a few events before it looks
    /// at the first of them.
    constexpr void record(std::span<const event> events) noexcept {
        constexpr std::size_t block = 16;
        for (std::size_t some = 0; !events.empty(); events = events.subspan(some)) {
            some = events.size() < block ? events.size() : block;
            if (!std::is_constant_evaluated())
                for (const event &e : events.first(some))
                    if (has_id(e)) cases_.fetch(cases::set_of(Dimension(e)));
            for (const event &e : events.first(some))
                record(e);
        }
    }

    /// What has been told so far, and not taken back.
    [[nodiscard]] constexpr const A &told() const noexcept { return told_; }
    /// The same, plus what the end would tell now: the cases that are still open, and their ages. The cases
    /// themselves go on. Cost: N ends.
    [[nodiscard]] constexpr A as_of(time_point auto now) const noexcept {
        A all = told_;
        recording<A, Story::takes_back> sink{all};
        cases_.for_each([&](key_type, const Story &s, std::uint32_t) {
            Story ended = s;
            ended.end(now, sink);
        });
        return all;
    }
    /// What became of every event.
    [[nodiscard]] constexpr const case_account &account() const noexcept { return account_; }
    /// How many cases have a place. Cost: N look-ups.
    [[nodiscard]] constexpr std::uint32_t open() const noexcept {
        std::uint32_t n = 0;
        cases_.for_each([&](key_type, const Story &, std::uint32_t) { ++n; });
        return n;
    }
    /// Calls f(id, story) for each case that has a place.
    constexpr void for_each_open(auto &&f) const {
        cases_.for_each([&](key_type key, const Story &s, std::uint32_t) { f(key, s); });
    }
    /// Drops the cases that began before a time, to make room. What they told stays. They are counted.
    constexpr void give_up_before(time_point auto t) noexcept requires requires(const Story s) { s.since(); }
    {
        cases_.close_where([&](const Story &s) { return moment_at(s.since()).before(moment_at(t)); },
                           [this] { count_in(account_.given_up); });
    }

    constexpr through &operator+=(const through &other) noexcept {
        told_ += other.told_;
        account_ += other.account_;
        other.cases_.for_each([this](key_type key, const Story &s, std::uint32_t) {
            const std::size_t set = cases::set_of(key);
            if (cases_.find(set, key) != N)
                count_in(account_.split);
            else if (!cases_.open(set, key, s))
                count_in(account_.given_up);
        });
        return *this;
    }
    friend constexpr bool operator==(const through &, const through &) = default;
    constexpr void reset() noexcept { *this = through{}; }

    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit_fields(self.cases_, visit);
        visit_fields(self.told_, visit);
        visit_fields(self.account_, visit);
    }
    constexpr void walk(auto &&visit, const auto &...labels) const { told_.walk(visit, labels...); }
    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept {
        say(Dimension.name), say(N), say(Ways), say(sizeof(key_type));
        say(std::type_identity<Story>{}), say(std::type_identity<A>{});
    }

private:
    static constexpr void count_in(std::uint32_t &count, std::uint32_t n = 1) noexcept {
        count = saturating_add(count, n);
    }
    /// Whether an event names its case.
    static constexpr bool has_id(const event &e) noexcept {
        if constexpr (std::is_member_object_pointer_v<decltype(Dimension.key)>)
            return kpi::told(e.*Dimension.key);
        else
            return kpi::told(Dimension.key(e));
    }
    constexpr void give(Story &story, const event &e, count_type n) noexcept {
        recording<A, Story::takes_back> sink{told_};
        if constexpr (requires { story.record(e, sink, n); })
            story.record(e, sink, n);
        else
            for (; n > 0; --n)
                story.record(e, sink);
        account_.untaken = saturating_add(account_.untaken, sink.untaken);
    }
    constexpr void hear(const event &e, count_type n, key_type key, std::size_t set) noexcept {
        std::size_t i = cases_.find(set, key);
        if (i == N) {
            if (!cases_.open(set, key, Story{})) {
                count_in(account_.full, n);
                return;
            }
            i = cases_.find(set, key);
        }
        give(cases_[i], e, n);
        count_in(account_.heard, n);
        if (cases_[i].idle()) cases_.close(i);
    }

    cases cases_{};
    A told_{};
    case_account account_{};
};

} // namespace kpi::inline v1
