// SPDX-License-Identifier: MIT
#pragma once

/// What a memory must offer to keep snapshots over a power cut (snapshot/store.hpp): a microcontroller's own
/// flash, a serial flash, an EEPROM, a file.
///
/// - `program_unit` bytes are programmed at a time, from an address that is a multiple of it, and only once
///   between two erases: memories with an error-correcting code allow no more.
/// - `erase_block` bytes, a multiple of it, are erased at a time. What they read as then does not matter.
/// - `erase` and `program` answer false if the memory says that they failed, as with a worn cell.
/// - `read` answers false if nothing is known of the contents, as when a bus did not answer. Contents that
///   are torn or worn have been read, even if the memory's own error correction gives them up: they may be
///   any bytes, because a snapshot has a checksum.
///
/// A power cut may leave anything at all in a unit or a block that was being written; what is written
/// elsewhere stays.

#include <concepts>
#include <cstddef>
#include <span>

namespace kpi::inline v1::snapshot {

template <class F>
concept flash = F::program_unit >
0 && F::erase_block % F::program_unit == 0 &&
    requires(F &f, std::size_t address, std::span<const std::byte, F::program_unit> unit,
             std::span<std::byte> into) {
    { f.erase(address) } -> std::same_as<bool>;         // the block that starts there
    { f.program(address, unit) } -> std::same_as<bool>; // one unit
    { f.read(address, into) } -> std::same_as<bool>;    // any bytes
};

} // namespace kpi::inline v1::snapshot
