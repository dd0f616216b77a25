// SPDX-License-Identifier: MIT
#include "story/part_store.hpp"

#include "machine/machine.hpp"

#include <algorithm>
#include <new>

namespace report {
namespace {

constexpr std::size_t slab_bytes = std::size_t{2} << 20; // a large page on most machines
constexpr std::size_t longest_piece = std::size_t{1} << 20;

} // namespace

/// Memory that the blocks are cut from.
struct part_store::slab {
    static constexpr std::size_t count = slab_bytes / sizeof(block);
    std::array<block, count> blocks;
};

void part_store::free_slab::operator()(slab *s) const { ::operator delete (s, std::align_val_t{slab_bytes}); }

part_store::part_store(std::uint64_t most) : most_blocks_{std::max<std::uint64_t>(most / sizeof(block), 4)} {}

std::size_t part_store::make_parts(std::size_t count) {
    const std::size_t first = parts_.size();
    parts_.resize(first + count);
    in_file_.resize(first + count);
    return first;
}

void part_store::forget(std::size_t number) {
    const std::shared_lock stays{moving_};
    part &p = parts_[number];
    if (p.last != nullptr) {
        const std::lock_guard alone{taking_};
        p.last->next = free_, free_ = p.first;
    }
    p = part{};
    in_file_[number] = {};
}

void part_store::grow(part &p) {
    block *const fresh = fresh_block(); // the part may have gone to the file
    fresh->next = nullptr;
    if (p.last != nullptr)
        p.last->used = p.used, p.last->next = fresh;
    else
        p.first = fresh;
    p.last = fresh, p.used = 0;
}

part_store::block *part_store::fresh_block() {
    block *found = unused_block();
    if (found == nullptr) {
        write_out();
        found = unused_block();
    }
    return found;
}

/// Null if there is none left.
part_store::block *part_store::unused_block() {
    const std::lock_guard alone{taking_};
    if (free_ == nullptr && blocks_ == most_blocks_) return nullptr;
    if (free_ != nullptr) {
        block *const found = free_;
        free_ = found->next;
        return found;
    }
    const auto in_slab = static_cast<std::size_t>(blocks_ % slab::count);
    const auto which = static_cast<std::size_t>(blocks_ / slab::count);
    if (which == slabs_.size()) {
        void *const memory = ::operator new (slab_bytes, std::align_val_t{slab_bytes});
        machine::wish_for_large_pages(memory, slab_bytes); // one page fault, not five hundred
        slabs_.emplace_back(::new (memory) slab);
    }
    ++blocks_;
    return &slabs_[which]->blocks[in_slab];
}

/// Writes out everything in memory.
void part_store::write_out() {
    const std::lock_guard alone{moving_};
    if (!file_) file_.emplace("rows that are more than --memory have to be kept");
    piece_.clear();
    for (std::size_t number = 0; number < parts_.size(); ++number) {
        part &p = parts_[number];
        if (p.last == nullptr) continue;
        p.last->used = p.used;
        std::size_t begin = piece_.size();
        const auto end_extent = [&] {
            in_file_[number].push_back({file_->size() + begin, piece_.size() - begin});
        };
        for (const block *b = p.first; b != nullptr; b = b->next) {
            piece_.insert(piece_.end(), b->bytes.begin(), b->bytes.begin() + b->used);
            if (piece_.size() < longest_piece) continue;
            end_extent();
            file_->append(piece_);
            piece_.clear(), begin = 0;
        }
        if (piece_.size() != begin) end_extent();
        p = part{};
    }
    file_->append(piece_);
    blocks_ = 0, free_ = nullptr;
}

std::span<const char> part_store::read(const extent &e, std::vector<char> &room) const {
    room.resize(e.size);
    file_->read(e.from, room);
    return room;
}

} // namespace report
