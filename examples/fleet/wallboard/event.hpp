// SPDX-License-Identifier: MIT
#pragma once

/// An event as the wallboard counts it, and its bytes in the journal.

#include "../packed.hpp"
#include <kpi/core/told.hpp>
#include <kpi/sales/activity.hpp>
#include <kpi/time/instant.hpp>

#include <cstdint>

namespace fleet::wallboard {

struct event {
    kpi::instant at{}; ///< civil time where the board hangs
    kpi::sales::activity kind{};
    kpi::sales::medium channel{};
    std::uint16_t rep{};
    std::uint64_t lead{}; ///< a hash of its id; 0 without one
    kpi::maybe<std::uint32_t> value{};
    kpi::maybe<std::uint32_t> elapsed{};
};

/// So many equal events.
struct row {
    event what{};
    std::uint32_t count{1};
};

inline void pack(packer &p, const row &r) {
    const event &e = r.what;
    const auto number = [&](const kpi::maybe<std::uint32_t> &m) {
        p.number<4>(m.has_value() ? std::uint64_t{*m} : 0xffffffffu);
    };
    p.number<8>(static_cast<std::uint64_t>(e.at.seconds));
    p.number<1>(static_cast<std::uint64_t>(e.kind)).number<1>(static_cast<std::uint64_t>(e.channel));
    p.number<2>(e.rep).number<8>(e.lead).number<4>(r.count);
    number(e.value), number(e.elapsed);
}
[[nodiscard]] inline row unpack_row(unpacker &u) {
    const auto number = [&](kpi::maybe<std::uint32_t> &into) {
        const auto n = static_cast<std::uint32_t>(u.number<4>());
        if (n != 0xffffffffu) into = n;
    };
    row r;
    r.what.at.seconds = static_cast<std::int64_t>(u.number<8>());
    r.what.kind = static_cast<kpi::sales::activity>(u.number<1>());
    r.what.channel = static_cast<kpi::sales::medium>(u.number<1>());
    r.what.rep = static_cast<std::uint16_t>(u.number<2>());
    r.what.lead = u.number<8>();
    r.count = static_cast<std::uint32_t>(u.number<4>());
    number(r.what.value), number(r.what.elapsed);
    return r;
}

} // namespace fleet::wallboard
