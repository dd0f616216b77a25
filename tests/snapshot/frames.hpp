// SPDX-License-Identifier: MIT
#pragma once

/// Snapshots as nobody writes them: any bytes in a frame that is right.

#include <kpi/snapshot/format.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
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
inline byte_list framed(std::uint64_t schema, const byte_list &fields) {
    byte_list all(snapshot::header_size + fields.size() + 4);
    std::copy(fields.begin(), fields.end(), all.begin() + static_cast<std::ptrdiff_t>(snapshot::header_size));
    static_cast<void>(snapshot::detail::put_frame(all, schema, fields.size()));
    return all;
}
/// The same with a CRC that fits whatever the bytes say.
inline byte_list sealed(byte_list snapshot) {
    const std::span<std::byte> all{snapshot};
    snapshot::detail::write_number<4>(all.last(4), snapshot::crc32c(all.first(all.size() - 4)));
    return snapshot;
}

} // namespace kpi::test
