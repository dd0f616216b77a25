// SPDX-License-Identifier: MIT
#pragma once

/// The names on a row (its rep, channel, location, product, source, grade), all of them as one number: rows
/// that name the same share it. A case's record keeps that number; it answers in which group the row is,
/// whatever the groups are made by, and which of two rows comes first where nothing else tells.

#include "profile/event.hpp"
#include "profile/names.hpp"
#include <kpi/sales/case_of.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace report {

struct row_labels {
    medium channel{};
    medium travels{}; ///< by which channel: what the row says, else what its kind implies
    std::array<std::uint32_t, named_parts.size()> names{}; ///< by their numbers

    friend bool operator==(const row_labels &, const row_labels &) = default;
};

class labels {
public:
    [[nodiscard]] std::uint32_t number_of(const event &e) {
        row_labels said{e.channel, sales::channel_of(e), {}};
        for (std::size_t part = 0; part < named_parts.size(); ++part)
            said.names[part] = e.*named_parts[part].member;
        std::uint32_t &recent = recent_[hash{}(said) >> (64 - recent_bits)];
        if (recent < all_.size() && all_[recent] == said) return recent;
        const auto [known, fresh] = numbers_.try_emplace(said, static_cast<std::uint32_t>(all_.size()));
        if (fresh) all_.push_back(said);
        return recent = known->second;
    }
    [[nodiscard]] std::size_t size() const { return all_.size(); }
    [[nodiscard]] const row_labels &operator[](std::uint32_t number) const { return all_[number]; }

    /// By number, the place of each in the order of their texts: no file and no row decides it. Those that
    /// name the same share one.
    [[nodiscard]] std::vector<std::uint32_t> places(std::span<const names, named_parts.size()> texts) const;

private:
    struct hash {
        std::size_t operator()(const row_labels &said) const {
            std::uint64_t h =
                static_cast<std::uint64_t>(said.channel) << 8 | static_cast<std::uint64_t>(said.travels);
            for (const std::uint32_t name : said.names)
                h = (h + name) * 0x9E3779B97F4A7C15u;
            return h ^ h >> 32; // the leading bits are the best ones
        }
    };

    std::unordered_map<row_labels, std::uint32_t, hash> numbers_;
    std::vector<row_labels> all_;
    static constexpr unsigned recent_bits = 10;
    std::array<std::uint32_t, std::size_t{1} << recent_bits> recent_{}; ///< numbers, each until another comes
};

} // namespace report
