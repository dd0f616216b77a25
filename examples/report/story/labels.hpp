// SPDX-License-Identifier: MIT
#pragma once

/// The names on a row (its rep, channel, product, source and so on), all of them as one number that rows with
/// the same names share. A case's record keeps that number. It tells the row's group, whatever the groups are
/// made by, and which of two rows comes first if nothing else decides.

#include "profile/combinations.hpp"
#include "profile/event.hpp"
#include "profile/grouped_by.hpp"
#include "profile/known_names.hpp"
#include "profile/numbering.hpp"
#include <kpi/sales/case_of.hpp>

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

namespace report {

struct row_labels {
    medium channel{};
    medium travels{};        ///< its channel: what the row says, else what its kind implies
    std::uint8_t band{};     ///< of no row: the band of a deal's cycle, by its story
    std::uint16_t post{};    ///< which post its rep had then; for a row without a date, the last
    std::uint32_t further{}; ///< in the user's own dimensions
    std::uint64_t row{};     ///< event::row
    std::array<std::uint32_t, named_parts.size()> names{}; ///< by their numbers

    friend bool operator==(const row_labels &, const row_labels &) = default;
};

[[nodiscard]] inline row_labels labels_on(const event &e, const rep_posts &posts = {}) {
    constexpr std::int64_t at_last = std::numeric_limits<std::int64_t>::max();
    const std::uint16_t post = posts.at(e.rep, e.dated ? e.at.seconds : at_last);
    row_labels said{e.channel, sales::channel_of(e), {}, post, e.further, e.row, {}};
    for (std::size_t part = 0; part < named_parts.size(); ++part)
        said.names[part] = e.*named_parts[part].member;
    return said;
}

struct hash_of_labels {
    std::size_t operator()(const row_labels &said) const {
        std::uint64_t h = std::uint64_t{said.further} << 24 | static_cast<std::uint64_t>(said.band) << 16 |
                          static_cast<std::uint64_t>(said.channel) << 8 |
                          static_cast<std::uint64_t>(said.travels);
        h ^= (said.row << 16 | said.post) * 0x9E3779B97F4A7C15u;
        for (const std::uint32_t name : said.names)
            h = (h + name) * 0x9E3779B97F4A7C15u;
        return static_cast<std::size_t>(h ^ h >> 32); // the leading bits are the best ones
    }
};

class labels : public numbering<row_labels, hash_of_labels> {
public:
    /// The bit of a number that stands for several labels, one for each dimension; the other bits are their
    /// place in `together`.
    static constexpr std::uint32_t put_together = std::uint32_t{1} << 31;

    explicit labels(const known_names &texts) : texts_{texts} {}

    combinations together; ///< of labels
    combinations groups;   ///< of numbers of groups

    /// What a row names in a dimension; 0 is nobody.
    [[nodiscard]] std::uint32_t name_in(const dimension &by, const row_labels &row) const {
        switch (by.how) {
        case dimension::told_by::part:
            return row.names[by.which];
        case dimension::told_by::channel:
            return static_cast<std::uint32_t>(row.travels);
        case dimension::told_by::own:
            return texts_.further[row.further][by.which];
        case dimension::told_by::cycle:
            break;
        }
        return row.band;
    }
    /// The name of a group.
    [[nodiscard]] std::string_view name_of(const dimension &by, std::uint32_t group) const {
        return by.name_of(group, texts_);
    }
    /// The group of a row.
    [[nodiscard]] std::uint32_t group_in(const dimension &by, const row_labels &row) const {
        const std::uint32_t name = name_in(by, row);
        return by.reps ? by.reps->of(name, row.post) : name;
    }
    /// The names on an event.
    [[nodiscard]] row_labels on(const event &e) const { return labels_on(e, texts_.posts); }
    /// Whether a row is in this group of a dimension; no row says how long deals took.
    [[nodiscard]] bool any_in(const dimension &by, std::uint32_t group) const {
        bool any = by.how == dimension::told_by::cycle;
        for (std::size_t i = 0; i < size() && !any; ++i)
            any = group_in(by, (*this)[i]) == group;
        return any;
    }
    /// The channel that a row names.
    [[nodiscard]] medium channel(std::uint32_t number) const { return of_row(number).channel; }
    /// The rep that a row names.
    [[nodiscard]] std::uint32_t rep(std::uint32_t number) const { return of_row(number).names[rep_part]; }
    /// Which row it is, if each has a number of its own.
    [[nodiscard]] std::uint64_t row(std::uint32_t number) const { return of_row(number).row; }
    /// For each number, its place in the order of their texts: no file and no row decides it. Labels that
    /// name the same share one place.
    [[nodiscard]] std::vector<std::uint32_t> places() const;

private:
    [[nodiscard]] const row_labels &of_row(std::uint32_t number) const {
        return (*this)[(number & put_together) != 0 ? together[number & ~put_together].front() : number];
    }

    const known_names &texts_;
};

/// The labels that one thread meets: mostly labels that it met before.
class labels_at_hand {
public:
    explicit labels_at_hand(labels &all) : all_{all} {}

    [[nodiscard]] std::uint32_t number_of(const row_labels &said) {
        met &recent = recent_[hash_of_labels{}(said) >> (8 * sizeof(std::size_t) - recent_bits)];
        if (recent.number == none || recent.said != said) recent = {said, all_.number_of(said)};
        return recent.number;
    }

private:
    static constexpr std::uint32_t none = ~std::uint32_t{};
    struct met {
        row_labels said{};
        std::uint32_t number{none};
    };

    labels::at_hand all_;
    static constexpr unsigned recent_bits = 10;
    std::array<met, std::size_t{1} << recent_bits> recent_{}; ///< each stays until another comes
};

} // namespace report
