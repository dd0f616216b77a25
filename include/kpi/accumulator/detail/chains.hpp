// SPDX-License-Identifier: MIT
#pragma once

/// Chains of entries that share one array. Each entry knows the next of its chain, so an entry goes in or
/// out, and a whole chain moves to another, in a few steps, wherever they lie. `trailing` remembers its
/// events in them. Empty is all zero bits.

#include <array>
#include <cstddef>
#include <cstdint>

namespace kpi::inline v1::detail {

template <class Entry, std::size_t Capacity> class chains {
    static_assert(Capacity > 0 && Capacity < 0xffffffff);
    using place = std::uint32_t; ///< from 1 on; 0: none

    struct link {
        Entry entry{};
        place next{};
        friend constexpr bool operator==(const link &, const link &) = default;
    };

public:
    struct chain {
        place first{}, last{};
        std::uint32_t size{};
        friend constexpr bool operator==(const chain &, const chain &) = default;
    };

    [[nodiscard]] constexpr bool full() const noexcept { return free_ == 0 && used_ == Capacity; }

    /// Puts an entry into a chain. There must be room.
    constexpr void push(chain &to, const Entry &entry) noexcept {
        place at = free_;
        if (at != 0)
            free_ = links_[at - 1].next;
        else
            at = ++used_;
        links_[at - 1] = link{entry, to.first};
        if (to.size == 0) to.last = at;
        to.first = at;
        ++to.size;
    }
    /// Takes an entry out; it stays readable until the next goes in. The chain must not be empty.
    constexpr const Entry &pop(chain &from) noexcept {
        const place at = from.first;
        link &taken = links_[at - 1];
        from.first = taken.next;
        --from.size;
        taken.next = free_;
        free_ = at;
        return taken.entry;
    }
    /// Moves all of one chain to another. The one is then empty.
    constexpr void move(chain &from, chain &to) noexcept {
        if (from.size != 0) {
            if (to.size == 0)
                to.last = from.last;
            else
                links_[from.last - 1].next = to.first;
            to.first = from.first;
            to.size += from.size;
        }
        from = chain{};
    }
    constexpr void for_each(const chain &c, auto &&f) const {
        place at = c.first;
        for (std::uint32_t n = c.size; n > 0; --n) {
            f(links_[at - 1].entry);
            at = links_[at - 1].next;
        }
    }
    friend constexpr bool operator==(const chains &, const chains &) = default;
    /// Forgets all entries; whoever has chains must forget them too.
    constexpr void reset() noexcept {
        links_.fill({});
        free_ = used_ = 0;
    }

private:
    std::array<link, Capacity> links_{};
    place free_{};
    place used_{}; ///< how many have ever been in a chain
};

} // namespace kpi::inline v1::detail
