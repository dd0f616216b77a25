// SPDX-License-Identifier: MIT
#pragma once

/// The bytes of a board whose metrics are chosen at run time. This does with words known at run time what
/// snapshot/schema.hpp and snapshot/codec.hpp do with a type.

#include "chosen_board.hpp"
#include <kpi/accumulator/tally.hpp>
#include <kpi/scorecard/partly_told.hpp>
#include <kpi/snapshot/crc32c.hpp>
#include <kpi/snapshot/detail/field.hpp>

#include <optional>

inline std::string_view kpi_board::vocabulary() const noexcept {
    const kpi_vocabulary *const own = definition_->vocabulary;
    return own != nullptr ? std::string_view{own->name} : plugin::encoding::type_name<plugin::activity>();
}
inline std::string_view kpi_board::kind_name(std::size_t kind) const noexcept {
    const kpi_vocabulary *const own = definition_->vocabulary;
    return own != nullptr ? std::string_view{own->kinds[kind]}
                          : kpi::name_of(static_cast<plugin::activity>(kind));
}
inline void kpi_board::say_kinds(plugin::description &say, std::uint64_t kinds) const noexcept {
    say.kinds(vocabulary(), kinds, false, [&](std::size_t kind) { say(kind_name(kind)); });
}

/// What basic_scorecard and its parts say about themselves (snapshot/schema.hpp).
inline std::uint64_t kpi_board::schema() const noexcept {
    using plugin::encoding::type_name;
    using tally = kpi::tally<plugin::activity, kpi::event_set{plugin::activity::conversation}>;
    plugin::description around, all;
    around("words"), around(vocabulary()), around(0);
    const auto say_tally = [&](std::uint64_t kinds) {
        all.group(type_name<tally>(), [&] { say_kinds(all, kinds), all(sizeof(std::uint32_t)); });
    };
    all.group(type_name<plugin::alone<kpi::sales::calls>>(), [&] {
        for (const plugin::part &p : *this) {
            if (!p.what->counts) {
                p.what->describe(all);
                continue;
            }
            if (p.what->passes != nullptr) p.what->describe(all);
            if (p.kinds == 0)
                all.group("nothing", [] {});
            else if (!p.what->may_lack)
                say_tally(p.kinds);
            else // described by its fields: one run of unsigned integers of 4 bytes
                all.group(type_name<kpi::partly_told<tally>>(),
                          [&] { all(2 * sizeof(std::uint32_t)), all(p.counters()); });
        }
    });
    constexpr std::uint64_t upper = 0xffffffff00000000u;
    return (all.hash() & upper) | (around.hash() & ~upper);
}

/// The constant bytes of a snapshot, written somewhere or compared with others.
struct kpi_board::constants {
    std::byte *to{};
    std::span<const std::byte> expected{};
    std::size_t size{};
    bool as_expected{true};

    void octet(std::uint64_t x) noexcept {
        const auto b = static_cast<std::byte>(x & 0xffu);
        if (to != nullptr) to[size] = b;
        if (size >= expected.size() || expected[size] != b) as_expected = false;
        ++size;
    }
    void fixed(std::uint64_t x, std::size_t octets) noexcept {
        for (; octets > 0; --octets, x >>= 8)
            octet(x);
    }
    void number(std::uint64_t x) noexcept {
        for (; x >= 0x80u; x >>= 7)
            octet((x & 0x7fu) | 0x80u);
        octet(x);
    }
};

inline void kpi_board::describe(constants &out) const noexcept {
    namespace encoding = plugin::encoding;
    out.fixed(schema_, 8);
    std::size_t words = 0;
    for (const plugin::part &p : *this)
        words += p.what->counts ? p.counters() : 1;
    out.number(words);
    const auto counter = [&](std::uint64_t condition, const auto &what) {
        plugin::description d;
        d(condition), d(what);
        out.fixed(encoding::word_id(d, encoding::form::one_field), 4);
    };
    for (const plugin::part &p : *this) {
        if (!p.what->counts) {
            out.fixed(p.what->id, 4);
            if (encoding::form_of(p.what->id) != encoding::form::runs) continue;
            const encoding::field_runs &runs = *p.what->runs;
            for (std::size_t i = 0; i < runs.size; ++i)
                out.number(std::uint64_t{runs.all[i].fields} << 2 | std::uint64_t{i + 1 < runs.size} << 1 |
                           std::uint64_t{runs.all[i].bytes});
            continue;
        }
        for (std::uint64_t left = p.kinds; left != 0; left &= left - 1) {
            plugin::description kind;
            say_kinds(kind, left & (~left + 1));
            counter(p.what->condition, kind.hash());
        }
        if (p.what->may_lack) counter(p.what->condition, "untold");
    }
}

inline std::size_t kpi_board::encoded_bound() const noexcept {
    constants out;
    describe(out);
    std::size_t fields = 0;
    for (const plugin::part &p : *this)
        fields += p.size();
    return kpi::snapshot::overhead + out.size + fields / 2 * 3 + 3;
}

inline std::size_t kpi_board::encode(std::span<std::byte> into) const noexcept {
    using namespace kpi::snapshot;
    constants counted;
    describe(counted);
    const std::size_t around = overhead + counted.size;
    if (into.size() < around) return 0;
    constants written{into.data() + header_size};
    describe(written);
    plugin::encoding::writer fields{into.subspan(header_size + written.size, into.size() - around)};
    for (const plugin::part &p : *this)
        if (!p.what->counts)
            p.what->write(at(p), fields);
        else
            for (std::size_t i = 0; i < p.counters(); ++i)
                fields(counters(p)[i]);
    const std::optional<std::size_t> length = fields.finish();
    if (!length) return 0;
    const std::size_t size = around + *length;
    for (std::size_t i = 0; i < magic.size(); ++i)
        into[i] = magic[i];
    into[4] = std::byte{format_version};
    plugin::encoding::write_number<4>(into.subspan(5), size - overhead);
    plugin::encoding::write_number<4>(into.subspan(size - 4), crc32c(into.first(size - 4)));
    return size;
}

inline kpi::snapshot::status kpi_board::decode(std::span<const std::byte> from) noexcept {
    using namespace kpi::snapshot;
    if (const status s = plugin::encoding::check_whole(from); s != status::ok) return s;
    constants own{.expected = from.subspan(header_size, from.size() - overhead)};
    describe(own);
    if (!own.as_expected) return status::other_schema;
    const auto fields = own.expected.subspan(own.size);
    for (const auto purpose : {plugin::encoding::purpose::check, plugin::encoding::purpose::assign}) {
        plugin::encoding::reader reader{fields, purpose};
        for (const plugin::part &p : *this)
            if (!p.what->counts)
                p.what->read(at(p), reader);
            else
                for (std::size_t i = 0; i < p.counters(); ++i)
                    reader(counters(p)[i]);
        if (const status s = reader.finish(); s != status::ok) return s;
    }
    return status::ok;
}
