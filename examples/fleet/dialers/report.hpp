// SPDX-License-Identifier: MIT
#pragma once

/// What a dialer sends: everything that it has counted so far, never only what is new. So a report that comes
/// twice, late or not at all does no harm: the newest replaces the others. The topic names the dialer.
///
///     kpi/dialers/<name>/report   epoch (8 bytes), sequence (4), snapshot behind its length (4), CRC-32C of
///                                 all this (4); little-endian
///     kpi/dialers/<name>/online   "1", or "0" by the last will
///     kpi/kept/<name>             the collector's answer, once it is on its disk: epoch, sequence
///     kpi/fleet                   the sum of all dialers, as JSON
///
/// An epoch is the life of one set of counters: it begins when a dialer starts and finds no counters in its
/// flash. Later epochs do not continue it, so a dialer's sum is the sum of its epochs. Within an epoch a
/// later report has a greater sequence.

#include "../packed.hpp"
#include <kpi/snapshot/crc32c.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fleet {

struct report_key {
    std::uint64_t epoch{};
    std::uint32_t sequence{};

    friend bool operator==(const report_key &, const report_key &) = default;
};
struct report {
    report_key key{};
    bytes snapshot{};
};

[[nodiscard]] inline std::vector<std::byte> packed(const report_key &key) {
    return packer{}.number<8>(key.epoch).number<4>(key.sequence).take();
}
[[nodiscard]] inline std::vector<std::byte> packed(const report &r) {
    packer p;
    p.number<8>(r.key.epoch).number<4>(r.key.sequence).block(r.snapshot);
    p.number<4>(kpi::snapshot::crc32c(p.packed()));
    return p.take();
}

[[nodiscard]] inline std::optional<report_key> read_key(bytes b) {
    unpacker u{b};
    const report_key key{u.number<8>(), static_cast<std::uint32_t>(u.number<4>())};
    return u.finished() ? std::optional{key} : std::nullopt;
}
/// The result refers to the bytes.
[[nodiscard]] inline std::optional<report> read_report(bytes b) {
    unpacker u{b};
    report r;
    r.key.epoch = u.number<8>();
    r.key.sequence = static_cast<std::uint32_t>(u.number<4>());
    r.snapshot = u.block();
    if (!u.whole()) return std::nullopt;
    const std::uint32_t crc = kpi::snapshot::crc32c(b.first(b.size() - u.left().size()));
    return u.number<4>() == crc && u.finished() ? std::optional{r} : std::nullopt;
}

inline constexpr std::string_view topics_of_dialers = "kpi/dialers/", topics_kept = "kpi/kept/",
                                  topic_of_fleet = "kpi/fleet";

/// The parts of "kpi/dialers/<name>/<leaf>".
struct dialer_topic {
    std::string_view name{}, leaf{};
};
[[nodiscard]] inline std::optional<dialer_topic> read_topic(std::string_view topic) {
    if (!topic.starts_with(topics_of_dialers)) return std::nullopt;
    topic.remove_prefix(topics_of_dialers.size());
    const std::size_t slash = topic.find('/');
    if (slash == 0 || slash == std::string_view::npos) return std::nullopt;
    return dialer_topic{topic.substr(0, slash), topic.substr(slash + 1)};
}
[[nodiscard]] inline std::string topic_of(std::string_view dialer, std::string_view leaf) {
    return std::string{topics_of_dialers}.append(dialer).append("/").append(leaf);
}

} // namespace fleet
