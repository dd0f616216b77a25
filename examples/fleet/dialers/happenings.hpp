// SPDX-License-Identifier: MIT
#pragma once

/// How often each thing happened to the dialers of a simulation.

#include <cstdint>
#include <cstdio>

namespace fleet {

struct happenings {
    std::uint64_t calls{}, unsaved{}, reports{}, repeated{}, power_cuts{}, flashes_lost{}, network_cuts{},
        updates{};
};

inline void show(const happenings &h) {
    const auto n = [](std::uint64_t x) { return static_cast<unsigned long long>(x); };
    std::printf(
        "%llu calls counted, %llu lost before a save; %llu reports, %llu of them repeated; %llu power cuts, "
        "%llu flashes lost, %llu network cuts, %llu updates\n",
        n(h.calls), n(h.unsaved), n(h.reports), n(h.repeated), n(h.power_cuts), n(h.flashes_lost),
        n(h.network_cuts), n(h.updates));
}

} // namespace fleet
