// SPDX-License-Identifier: MIT
#pragma once

/// Bytes by parts: each part is written at its end, and read as a whole. They lie in blocks of memory. Once
/// the memory that they may take is used up, all go to one file, where a part is found by its extents. So the
/// amount of memory does not change what is read; it may only change the sequence of a part's records.
///
/// One thread adds, while others may read and forget parts to which it does not.

#include "read/unnamed_file.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <span>
#include <vector>

namespace report {

class part_store {
    struct block {
        static constexpr std::size_t room = 1024 - sizeof(block *) - sizeof(std::uint32_t);
        block *next;
        std::uint32_t used; ///< bytes of it; all blocks but a part's last are full
        std::array<char, room> bytes;
    };
    static_assert(sizeof(block) == 1024);

public:
    static constexpr std::uint64_t no_limit = ~std::uint64_t{};

    /// Uses at most so many bytes of memory, but at least some blocks.
    explicit part_store(std::uint64_t most = no_limit);
    part_store(const part_store &) = delete;
    part_store &operator=(const part_store &) = delete;

    /// Makes so many more parts. Returns the number of the first.
    [[nodiscard]] std::size_t make_parts(std::size_t count);

    /// Adds at the part's end: `write(char *)` puts at most `Longest` bytes there and returns their end.
    template <std::size_t Longest> void add(std::size_t number, auto &&write) {
        static_assert(Longest <= block::room);
        part &p = parts_[number];
        if (p.used + Longest > block::room) grow(p);
        char *const from = p.last->bytes.data();
        p.used = static_cast<std::uint32_t>(write(from + p.used) - from);
    }
    /// Calls f(bytes) for all bytes of a part, in pieces that never cut what was written at once.
    void for_each_piece(std::size_t number, auto &&f) {
        const std::shared_lock stays{moving_};
        std::vector<char> room;
        for (const extent &e : in_file_[number])
            f(read(e, room));
        const part &p = parts_[number];
        for (const block *b = p.first; b != nullptr; b = b->next)
            f(std::span<const char>{b->bytes}.first(b == p.last ? p.used : b->used));
    }
    void forget(std::size_t number);
    /// The most bytes of memory that were in use at once, since all went to the file.
    [[nodiscard]] std::uint64_t memory() const { return blocks_ * sizeof(block); }

private:
    struct part {
        block *first{}, *last{};
        std::uint32_t used{block::room}; ///< of the last block; without one, nothing has room
    };
    struct extent {
        std::uint64_t from;
        std::size_t size;
    };
    struct slab;
    struct free_slab {
        void operator()(slab *) const;
    };

    void grow(part &p);
    [[nodiscard]] block *fresh_block();
    [[nodiscard]] block *unused_block();
    void write_out();
    [[nodiscard]] std::span<const char> read(const extent &e, std::vector<char> &room) const;

    std::uint64_t most_blocks_;
    std::vector<part> parts_;
    std::vector<std::unique_ptr<slab, free_slab>> slabs_;
    std::uint64_t blocks_{}; ///< of the slabs: how many were ever in use
    block *free_{};          ///< the blocks among them that are in use no more

    std::optional<unnamed_file> file_;
    std::vector<std::vector<extent>> in_file_; ///< by part
    std::vector<char> piece_;                  ///< that is being written

    std::shared_mutex moving_; ///< exclusive: everything in memory goes to the file
    std::mutex taking_;        ///< a block that is not in use, or giving some back
};

} // namespace report
