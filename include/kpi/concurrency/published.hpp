// SPDX-License-Identifier: MIT
#pragma once

/// A state that one context writes and others read whole: an interrupt that counts and a main loop that
/// reports, a main loop that counts and an interrupt that reports, a thread and any others. It keeps two
/// copies in words that are loaded and stored atomically; a number says which copy is valid and how often
/// they were written. The writer fills the other copy and then changes the number; a reader that finds it
/// changed when it is done reads again. (The pattern is Linux's seqcount_latch; the order of loads and stores
/// is H.-J. Boehm's, "Can seqlocks get along with programming language memory models?", MSPC 2012.) It needs
/// loads and stores of 32 bits and no other atomic operation, so it works on a Cortex-M0.
///
/// - The one writer, a thread or an interrupt, calls `publish`, and never waits.
/// - A reader that the writer can interrupt, or that runs beside it, calls `read` or `try_read`, which
///   reads again whenever it is overtaken.
/// - A reader that can interrupt the writer calls the same, and gets a whole state at the first attempt.
///
/// Nobody locks, so nobody hangs. But a writer that publishes faster than a reader reads keeps it reading,
/// which `try_read` bounds: publish once a batch. While empty, it holds an empty state and is all zero bits.

#include <kpi/accumulator/state.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

namespace kpi::inline v1 {

namespace detail {

/// A word that is loaded and stored atomically, by the compiler's own builtins: <atomic> alone would take a
/// quarter of kpi.hpp's compile time.
class atomic_word {
public:
    atomic_word() = default;
    atomic_word(const atomic_word &) = delete;
    atomic_word &operator=(const atomic_word &) = delete;

    [[gnu::always_inline]] void store(std::uint32_t to, int order) noexcept {
        __atomic_store_n(&word_, to, order);
    }
    [[nodiscard, gnu::always_inline]] std::uint32_t load(int order) const noexcept {
        return __atomic_load_n(&word_, order);
    }

private:
    std::uint32_t word_{};
};

/// An object as words that may be read while they are written; the user finds out whether a read was whole.
template <class T> class shared_words {
    static constexpr std::size_t whole = sizeof(T) / 4, rest = sizeof(T) % 4;
    static constexpr std::size_t aligned = alignof(T) < 4 ? alignof(T) : 4; // at least, for each of its words

public:
    void store(const T &from) noexcept {
        const auto *const bytes = reinterpret_cast<const unsigned char *>(&from);
        for (std::size_t i = 0; i < whole; ++i)
            words_[i].store(packed<4>(bytes + 4 * i), __ATOMIC_RELAXED);
        if constexpr (rest != 0) words_[whole].store(packed<rest>(bytes + 4 * whole), __ATOMIC_RELAXED);
    }
    void load(T &into) const noexcept {
        auto *const bytes = reinterpret_cast<unsigned char *>(&into);
        for (std::size_t i = 0; i < whole; ++i)
            unpack<4>(words_[i].load(__ATOMIC_RELAXED), bytes + 4 * i);
        if constexpr (rest != 0) unpack<rest>(words_[whole].load(__ATOMIC_RELAXED), bytes + 4 * whole);
    }

private:
    template <std::size_t N> static std::uint32_t packed(const unsigned char *from) noexcept {
        std::uint32_t word = 0;
        __builtin_memcpy(&word, __builtin_assume_aligned(from, aligned), N);
        return word;
    }
    template <std::size_t N> static void unpack(std::uint32_t word, unsigned char *into) noexcept {
        __builtin_memcpy(__builtin_assume_aligned(into, aligned), &word, N);
    }

    std::array<atomic_word, whole + (rest != 0)> words_{};
};

} // namespace detail

template <state T> class published {
public:
    /// For the writer: from here on readers get this state.
    void publish(const T &from) noexcept {
        // Nobody else stores the number, so this loads the writer's own last store.
        const std::uint32_t now = published_.load(__ATOMIC_RELAXED);
        // The copy that is written now was valid under the number now - 1. A reader that still reads it under
        // that number and meets a word of this state has, by its fence and this one, met the store of `now`
        // too, and finds the number changed.
        __atomic_thread_fence(__ATOMIC_RELEASE);
        copies_[(now + 1) % 2].store(from);
        // A reader that loads this number meets all words of the copy.
        published_.store(now + 1, __ATOMIC_RELEASE);
    }

    /// A whole state, or nothing if the writer overtook each of so many attempts. Bounded.
    [[nodiscard]] std::optional<T> try_read(unsigned attempts = 1) const noexcept {
        std::optional<T> whole{std::in_place};
        for (; attempts > 0; --attempts)
            if (attempt(*whole)) return whole;
        return std::nullopt;
    }
    /// A whole state.
    [[nodiscard]] T read() const noexcept {
        T whole{};
        while (!attempt(whole)) {
        }
        return whole;
    }
    /// How often something was published, modulo 2^32: it tells you whether to read again.
    [[nodiscard]] std::uint32_t version() const noexcept { return published_.load(__ATOMIC_ACQUIRE); }

private:
    [[nodiscard]] bool attempt(T &into) const noexcept {
        // Pairs with the writer's last store: the words loaded from here on are those of this number, or
        // later ones.
        const std::uint32_t before = published_.load(__ATOMIC_ACQUIRE);
        copies_[before % 2].load(into);
        // Pairs with the writer's fence: if any of the words was a later one, the load below no longer
        // answers `before`. The fence also keeps that load behind those of the words.
        __atomic_thread_fence(__ATOMIC_ACQUIRE);
        return published_.load(__ATOMIC_RELAXED) == before;
    }

    std::array<detail::shared_words<T>, 2> copies_{};
    detail::atomic_word published_{};
};

} // namespace kpi::inline v1
