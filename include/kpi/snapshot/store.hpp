// SPDX-License-Identifier: MIT
#pragma once

/// Keeps a state in flash, safe against a power cut at any step of a save: at most that save is lost. N slots
/// of whole erase blocks are written in turn, so that wear is spread, and the slot of the newest whole
/// snapshot is never touched: the newest of this state, or of any other while there is none of this one. A
/// record is a sequence number, the snapshot, and a CRC-32C of both, which is programmed last; a slot whose
/// CRC does not match holds nothing. The store trusts nothing that the last run left in RAM. Every record is
/// read back, and a slot that cannot hold it is passed over. A slot that cannot be read is not taken for an
/// empty one: it may hold the newest snapshot, and is left alone. Sequence numbers may wrap.
///
/// A board that grows may outgrow its slots. A firmware with longer slots would look for the snapshots of an
/// older one in other places, and might take an older snapshot for the newest. So if your product is ever
/// updated, say once and for all how long a slot is: SlotSize, with room for boards to come.

#include <kpi/snapshot/codec.hpp>
#include <kpi/snapshot/flash.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace kpi::inline v1::snapshot {

/// What becomes of slots that cannot be read. Slots that are given up are erased at the next save: for a
/// memory that has failed at every start.
enum class unreadable : bool { kept, given_up };

/// SlotSize: bytes of a slot, whole erase blocks; 0 means as few as hold a snapshot of this state.
template <flash Flash, state State, std::size_t Slots = 2, std::size_t SlotSize = 0> class store {
    static_assert(Slots >= 2, "store: while one slot is written, another one must hold the last snapshot");

    static constexpr std::size_t unit = Flash::program_unit, block = Flash::erase_block;
    static constexpr std::size_t up_to(std::size_t n, std::size_t step) noexcept {
        return (n + step - 1) / step * step;
    }
    static constexpr std::size_t behind_sequence = 4,
                                 longest = behind_sequence + encoded_size_bound<State> + 4,
                                 least = up_to(up_to(longest, unit), block);
    static_assert(SlotSize % block == 0 && (SlotSize == 0 || SlotSize >= least),
                  "store: SlotSize is a multiple of the erase block, and holds a snapshot of this state");

public:
    /// Bytes of flash that a slot takes.
    static constexpr std::size_t slot_size = SlotSize == 0 ? least : SlotSize;
    static constexpr std::size_t flash_size = Slots * slot_size; ///< bytes of flash that all slots take

    /// Reads the newest whole snapshot of this state. Unless it answers `ok`, the state is as it was:
    /// `absent` if there is nothing whole, `read_failed` if a slot cannot be read, so that nobody knows which
    /// one is the newest (load again), else what is wrong with the newest one (`other_schema` after an
    /// update). Cost: reads all slots.
    [[nodiscard]] constexpr status load(Flash &flash, State &into, unreadable u = unreadable::kept) noexcept {
        const std::span<const std::byte> snapshot = newest(flash, u);
        if (!snapshot.empty()) return decode(snapshot, into);
        return newest_ != 0 || (u == unreadable::kept && in_doubt()) ? status::read_failed : status::absent;
    }
    /// The bytes of that snapshot, valid until the store is used again; none if there is nothing whole, or if
    /// a slot cannot be read.
    /// After an update of the board, `migrate(kept.newest(flash), into)` reads them. A snapshot longer than
    /// any of this state is not found.
    [[nodiscard]] constexpr std::span<const std::byte> newest(Flash &flash,
                                                              unreadable u = unreadable::kept) noexcept {
        look(flash);
        looked_ = true;
        if (newest_ == 0 || (u == unreadable::kept && in_doubt())) return {};
        return whole(flash, newest_ - 1);
    }

    /// Saves a state. False if no slot but that of the last snapshot could hold it; that snapshot is still
    /// there. Also false, with nothing erased, if the last `load` could not read a slot. Cost: erases one
    /// slot and programs the snapshot, as long as no slot is worn.
    [[nodiscard]] constexpr bool save(Flash &flash, const State &from,
                                      unreadable u = unreadable::kept) noexcept {
        if (!looked_) {
            look(flash);
            looked_ = !in_doubt();
        }
        if (in_doubt()) {
            if (u == unreadable::kept) return false;
            look(flash);
            for (std::size_t slot = 0; slot < Slots; ++slot)
                if (unread_[slot]) static_cast<void>(erase(flash, slot)); // or it could come back as newer
            unread_ = {};
        }
        const std::size_t next = newest_ % Slots, free = newest_ == 0 ? Slots : Slots - 1;
        for (std::size_t tried = 0; tried < free; ++tried) {
            const std::size_t slot = (next + tried) % Slots;
            if (!write(flash, slot, from)) continue;
            newest_ = slot + 1;
            return true;
        }
        return false;
    }

private:
    /// Whether a was given out after b. Right for all that exist: they are less than 2^31 apart.
    static constexpr bool after(std::uint32_t a, std::uint32_t b) noexcept {
        return a != b && a - b < 0x80000000u;
    }
    [[nodiscard]] constexpr std::uint32_t sequence() const noexcept {
        return static_cast<std::uint32_t>(detail::read_number<4>(buffer_));
    }

    /// Whether there was a slot that could not be read.
    [[nodiscard]] constexpr bool in_doubt() const noexcept {
        for (const bool failed : unread_)
            if (failed) return true;
        return false;
    }

    /// The snapshot of a slot, in the buffer; nothing if it is not whole, or cannot be read.
    [[nodiscard]] constexpr std::span<const std::byte> whole(Flash &flash, std::size_t slot) noexcept {
        const std::span<std::byte> buffer{buffer_};
        if (!read(flash, slot, behind_sequence + header_size)) return {};
        const auto size = stated_size(buffer.subspan(behind_sequence));
        if (!size || *size > encoded_size_bound<State>) return {};
        const auto end = behind_sequence + static_cast<std::size_t>(*size);
        if (!read(flash, slot, end + 4)) return {};
        if (crc32c(buffer.first(end)) != detail::read_number<4>(buffer.subspan(end))) return {};
        return buffer.subspan(behind_sequence, end - behind_sequence);
    }
    [[nodiscard]] constexpr bool read(Flash &flash, std::size_t slot, std::size_t n) noexcept {
        unread_[slot] = !flash.read(slot * slot_size, std::span{buffer_}.first(n));
        return !unread_[slot];
    }
    [[nodiscard]] constexpr bool erase(Flash &flash, std::size_t slot) noexcept {
        for (std::size_t at = 0; at < slot_size; at += block)
            if (!flash.erase(slot * slot_size + at)) return false;
        return true;
    }
    /// Finds the newest whole snapshot: of this state, or else of any.
    constexpr void look(Flash &flash) noexcept {
        newest_ = 0;
        bool ours = false, any = false;
        std::uint32_t of_newest = 0;
        for (std::size_t slot = 0; slot < Slots; ++slot) {
            const auto snapshot = whole(flash, slot);
            if (snapshot.empty()) continue;
            const std::uint32_t s = sequence();
            if (!any || after(s, sequence_)) sequence_ = s;
            any = true;
            const bool is_ours = detail::check_frame(snapshot, detail::opening_of<State>) == status::ok;
            if (newest_ != 0 && (is_ours == ours ? !after(s, of_newest) : ours)) continue;
            newest_ = slot + 1;
            of_newest = s;
            ours = is_ours;
        }
    }
    [[nodiscard]] constexpr bool write(Flash &flash, std::size_t slot, const State &from) noexcept {
        const std::span<std::byte> buffer{buffer_};
        const auto snapshot = encode(from, buffer.subspan(behind_sequence, encoded_size_bound<State>));
        const std::size_t end = behind_sequence + snapshot.size();
        detail::write_number<4>(buffer, ++sequence_); // each try has its own
        detail::write_number<4>(buffer.subspan(end), crc32c(buffer.first(end)));

        if (!erase(flash, slot)) return false;
        const std::size_t length = up_to(end + 4, unit);
        for (std::size_t at = 0; at < length; at += unit)
            if (!flash.program(slot * slot_size + at, buffer.subspan(at).template first<unit>()))
                return false;
        std::array<std::byte, unit> there{};
        for (std::size_t at = 0; at < length; at += unit) {
            const auto meant = buffer.subspan(at, unit);
            if (!flash.read(slot * slot_size + at, there)) return false;
            for (std::size_t i = 0; i < unit; ++i)
                if (there[i] != meant[i]) return false;
        }
        return true;
    }

    std::size_t newest_{};     ///< 1 + the slot that `load` reads; 0: there is none
    std::uint32_t sequence_{}; ///< the last one given out
    bool looked_{};
    std::array<bool, Slots> unread_{}; ///< slots whose contents nobody knows
    std::array<std::byte, up_to(longest, unit)> buffer_{};
};

} // namespace kpi::inline v1::snapshot
