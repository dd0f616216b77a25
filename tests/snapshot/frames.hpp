// SPDX-License-Identifier: MIT
#pragma once

/// Snapshots as nobody writes them: any bytes in a frame that is right.

#include <kpi/snapshot/format.hpp>
#include <kpi/snapshot/schema.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace kpi::test {

using byte_list = std::vector<std::byte>;

inline byte_list bytes_of(std::initializer_list<unsigned> values) {
    byte_list bytes;
    for (const unsigned v : values)
        bytes.push_back(static_cast<std::byte>(v));
    return bytes;
}
/// A snapshot with a CRC that fits whatever its bytes say.
inline byte_list sealed(byte_list snapshot) {
    const std::span<std::byte> all{snapshot};
    snapshot::detail::write_number<4>(all.last(4), snapshot::crc32c(all.first(all.size() - 4)));
    return snapshot;
}

/// A frame around a description of a state, and what stands where its fields should.
inline byte_list framed(std::span<const std::byte> described, const byte_list &fields) {
    byte_list all = bytes_of({0x89, 'k', 'p', 'i', 1, 0, 0, 0, 0});
    snapshot::detail::write_number<4>(std::span{all}.subspan(5), described.size() + fields.size());
    all.insert(all.end(), described.begin(), described.end());
    all.insert(all.end(), fields.begin(), fields.end());
    all.resize(all.size() + 4);
    return sealed(all);
}
template <class State> byte_list framed(const byte_list &fields) {
    return framed(snapshot::detail::described<State>, fields);
}
/// Where the fields of a snapshot begin.
template <class State>
inline constexpr std::size_t fields_begin = snapshot::header_size + snapshot::detail::described<State>.size();

} // namespace kpi::test
