// SPDX-License-Identifier: MIT
// 20,000 interrupts, each at another moment. First the interrupt writes and main reads, then main writes and
// the interrupt reads, and between them lies: a published state, the same words without any care, and a
// published state whose reader forgets to look at the number again. A state is whole where all its words are
// equal. The first may never be torn; the other two must be, or this test sees nothing.

#include "cortex_m.hpp"
#include "semihosting.hpp"
#include <kpi/concurrency/published.hpp>

#include <array>
#include <atomic>

namespace {

constexpr std::uint32_t interrupts = 20'000;

struct uniform {
    static constexpr kpi::law keeps = kpi::law::exact;
    static constexpr bool retractable = false;
    std::array<std::uint32_t, 6> words{};

    uniform() = default;
    explicit uniform(std::uint32_t n) { words.fill(n); }
    [[nodiscard]] bool whole() const {
        for (const auto w : words)
            if (w != words[0]) return false;
        return true;
    }
    uniform &operator+=(const uniform &) { return *this; }
    friend bool operator==(const uniform &, const uniform &) = default;
    void reset() {}
    static void fields(auto &self, auto &&visit) { visit(self.words[0]); }
};

/// The words as they are.
struct naive {
    std::array<volatile std::uint32_t, 6> words{};
    void publish(const uniform &u) {
        for (std::size_t i = 0; i < words.size(); ++i)
            words[i] = u.words[i];
    }
    [[nodiscard]] uniform read() const {
        uniform u;
        for (std::size_t i = 0; i < words.size(); ++i)
            u.words[i] = words[i];
        return u;
    }
};

/// As `published`, but for one copy, and a reader that does not look again.
struct hasty {
    std::atomic<std::uint32_t> number{};
    naive copy;
    void publish(const uniform &u) {
        number.store(number.load(std::memory_order_relaxed) + 1, std::memory_order_release);
        copy.publish(u);
        number.store(number.load(std::memory_order_relaxed) + 1, std::memory_order_release);
    }
    [[nodiscard]] uniform read() const {
        while ((number.load(std::memory_order_acquire) & 1u) != 0) {
        }
        return copy.read();
    }
};

kpi::published<uniform> shown;
naive bare;
hasty careless;
volatile std::uint32_t fired;
volatile bool interrupt_writes = true;

struct tally {
    std::uint32_t reads{}, torn{}, torn_bare{}, torn_careless{}, without_answer{}, backwards{}, last{};
};
tally seen_by_main, seen_by_interrupt;

[[gnu::noinline]] void write(std::uint32_t n) {
    const uniform u{n};
    shown.publish(u);
    bare.publish(u);
    careless.publish(u);
}
[[gnu::noinline]] void read(tally &seen, bool interrupted_writer) {
    ++seen.reads;
    const auto u = interrupted_writer ? shown.try_read(1) : std::optional{shown.read()};
    if (!u) {
        ++seen.without_answer;
    } else {
        seen.torn += u->whole() ? 0u : 1u;
        seen.backwards += u->words[0] < seen.last ? 1u : 0u;
        seen.last = u->words[0];
    }
    seen.torn_bare += bare.read().whole() ? 0u : 1u;
    // Who interrupts a writer in the middle would wait for ever: that is why it has no such reader.
    if (!interrupted_writer) seen.torn_careless += careless.read().whole() ? 0u : 1u;
}

void say(std::string_view who, const tally &seen) {
    using firmware::say;
    say(who), say(": "), say(seen.reads), say(" reads, torn "), say(seen.torn), say(", without care "),
        say(seen.torn_bare);
    say(", without a second look "), say(seen.torn_careless), say(", without answer "),
        say(seen.without_answer);
    say(", backwards "), say(seen.backwards), say('\n');
}

} // namespace

extern "C" void on_systick() {
    fired = fired + 1;
    if (interrupt_writes) {
        write(2 * fired);
        write(2 * fired + 1); // twice, so that a reader of either copy is overtaken
    } else {
        read(seen_by_interrupt, true);
    }
    firmware::systick::restart(1500 + fired * 37u % 997u); // over every phase of main
}

int run() {
    firmware::systick::start(1500);
    while (fired < interrupts)
        read(seen_by_main, false);
    firmware::systick::stop();

    interrupt_writes = false;
    fired = 0;
    firmware::systick::start(1500);
    for (std::uint32_t n = 2 * interrupts; fired < interrupts;)
        write(++n);
    firmware::systick::stop();

    say("main reads", seen_by_main);
    say("the interrupt reads", seen_by_interrupt);
    const auto sound = [](const tally &t) {
        return t.torn == 0 && t.backwards == 0 && t.without_answer == 0;
    };
    const bool can_see =
        seen_by_main.torn_bare > 10 && seen_by_main.torn_careless > 10 && seen_by_interrupt.torn_bare > 10;
    return sound(seen_by_main) && sound(seen_by_interrupt) && can_see ? 0 : 1;
}
