// SPDX-License-Identifier: MIT
#pragma once

/// Everything that the wall has counted, and its bytes in the journal: a group of batches, or all of it.

#include "boards.hpp"
#include "known_keys.hpp"
#include "read_rows.hpp"
#include <kpi/snapshot/codec.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace fleet::wallboard {

struct wall_state {
    std::unique_ptr<reps> by_rep{std::make_unique<reps>()};
    std::unique_ptr<responses> response{std::make_unique<responses>()};
    std::vector<std::string> names{}; ///< of rep 0, 1, ...
    std::uint64_t taken{}, refused{}; ///< rows
    kpi::instant latest{};            ///< of all events

    void count(const std::vector<row> &rows, const batch_answer &answer) {
        for (const row &r : rows) {
            by_rep->record(r.what, r.count);
            if (r.what.lead != 0) response->record(r.what);
            if (r.what.at.seconds > latest.seconds) latest = r.what.at;
        }
        taken += answer.taken, refused += answer.refused;
    }
};

/// A batch of rows, as it goes into a group.
struct batch_of_rows {
    std::string key{};
    batch_answer answer{};
    std::vector<row> rows{};
};

enum class group_kind : std::uint8_t { batches = 1, everything = 2 };

inline void pack_names(packer &p, std::span<const std::string> names) {
    p.number<4>(names.size());
    for (const std::string &name : names)
        p.text(name);
}
/// Batches, preceded by the names that are new in them.
inline void pack_batches(packer &p, std::span<const std::string> new_names, const auto &batches) {
    p.number<1>(static_cast<std::uint64_t>(group_kind::batches));
    pack_names(p, new_names);
    for (const batch_of_rows &b : batches) {
        p.text(b.key);
        pack(p, b.answer);
        for (const row &r : b.rows)
            pack(p, r);
    }
}
inline void pack_everything(packer &p, const wall_state &s, const known_keys &keys) {
    p.number<1>(static_cast<std::uint64_t>(group_kind::everything));
    pack_names(p, s.names);
    p.number<8>(s.taken).number<8>(s.refused).number<8>(static_cast<std::uint64_t>(s.latest.seconds));
    const auto state = [&]<class State>(const State &of) {
        std::vector<std::byte> room(kpi::snapshot::encoded_size_bound<State>);
        p.block(kpi::snapshot::encode(of, room));
    };
    state(*s.by_rep), state(*s.response);
    keys.pack(p);
}

/// Adds a group of the journal. False if it is not understood.
[[nodiscard]] inline bool read_group(bytes group, wall_state &s, known_keys &keys) {
    unpacker u{group};
    const auto kind = static_cast<group_kind>(u.number<1>());
    if (kind == group_kind::everything) s = {}, keys = {};
    for (std::uint64_t n = u.number<4>(); n > 0 && u.whole(); --n)
        s.names.push_back(u.text());
    if (kind == group_kind::everything) {
        s.taken = u.number<8>(), s.refused = u.number<8>();
        s.latest.seconds = static_cast<std::int64_t>(u.number<8>());
        using kpi::snapshot::decode, kpi::snapshot::status;
        return decode(u.block(), *s.by_rep) == status::ok && decode(u.block(), *s.response) == status::ok &&
               keys.unpack(u) && u.finished();
    }
    while (kind == group_kind::batches && u.whole() && !u.left().empty()) {
        const std::string key = u.text();
        const batch_answer answer = unpack_answer(u);
        std::vector<row> rows;
        for (std::uint64_t n = answer.taken; n > 0 && u.whole(); --n)
            rows.push_back(unpack_row(u));
        s.count(rows, answer);
        keys.insert(key, answer);
    }
    return kind == group_kind::batches && u.finished();
}

} // namespace fleet::wallboard
