// SPDX-License-Identifier: MIT
#include "snapshot/flash_model.hpp"
#include "snapshot/states.hpp"
#include <kpi/accumulator/total.hpp>
#include <kpi/snapshot/migrate.hpp>
#include <kpi/snapshot/store.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <vector>

namespace kpi::test {
namespace {

using snapshot::status;
using snapshot::store;

/// A total that takes nine bytes in a snapshot, so that a slot is filled.
constexpr std::uint64_t much = std::uint64_t{0xffffffff} << 24;
total holding(std::uint32_t n) {
    total t;
    t.record(0xffffffff, 1u << 24), t.record(n);
    return t;
}

/// What a start finds: the number that was saved; 0 where there is none.
template <std::size_t Slots> std::uint64_t found(auto &flash) {
    store<std::remove_reference_t<decltype(flash)>, total, Slots> s;
    total t;
    return s.load(flash, t) == status::ok ? t.value().n - much : 0;
}

/// Saves numbers from `next` on until the power fails, or up to `last`; answers the last one that was said to
/// be safe.
template <std::size_t Slots> std::uint64_t save_from(auto &flash, std::uint64_t next, std::uint64_t last) {
    store<std::remove_reference_t<decltype(flash)>, total, Slots> s;
    std::uint64_t safe = next - 1;
    for (; next <= last && s.save(flash, holding(static_cast<std::uint32_t>(next))); ++next)
        safe = next;
    return safe;
}

/// Every way to tear a unit or a block: after each byte, and bits by chance.
template <class Flash> std::vector<tear> tears(std::size_t by_chance) {
    std::vector<tear> all;
    for (std::size_t n = 0; n <= Flash::program_unit; ++n)
        all.push_back({n, 0});
    all.push_back({Flash::erase_block / 2, 0});
    all.push_back({Flash::erase_block, 0});
    for (std::uint64_t seed = 1; seed <= by_chance; ++seed)
        all.push_back({0, seed});
    return all;
}

struct verdict {
    std::uint64_t cuts{};
    std::uint64_t lost{};     ///< a snapshot that was said to be safe is gone
    std::uint64_t offences{}; ///< see flash_model
    std::uint64_t stuck{};    ///< no save succeeded afterwards
};

/// Cuts the power during each step of four saves in each way, and then again during each step of the save
/// that follows.
template <std::size_t Slots, class Flash> verdict cut_everywhere(std::size_t by_chance, bool twice) {
    constexpr std::uint64_t saves = 4;
    verdict v;
    Flash prepared;
    save_from<Slots>(prepared, 1, saves);
    const std::uint64_t steps = prepared.steps;
    for (std::uint64_t at = 0; at < steps; ++at)
        for (const tear &t : tears<Flash>(by_chance)) {
            Flash flash;
            flash.power_up(at, t);
            const std::uint64_t safe = save_from<Slots>(flash, 1, saves);
            flash.power_up();
            const std::uint64_t now = found<Slots>(flash);
            ++v.cuts;
            if (now != safe && now != safe + 1) ++v.lost;

            for (std::uint64_t again = 0; twice && again < steps / saves; ++again)
                for (const tear &second : {tear{}, tear{1, 0}, tear{0, 99}, t}) {
                    Flash later = flash;
                    later.power_up(again, second);
                    const std::uint64_t safe_later = save_from<Slots>(later, now + 1, now + 1);
                    later.power_up();
                    const std::uint64_t then = found<Slots>(later);
                    ++v.cuts;
                    if (then != safe_later && then != safe_later + 1) ++v.lost;
                }
            if (save_from<Slots>(flash, now + 1, now + 1) != now + 1 || found<Slots>(flash) != now + 1)
                ++v.stuck;
            v.offences += flash.offences;
        }
    return v;
}

template <std::size_t Slots, class Flash> void nothing_safe_is_lost(std::size_t by_chance, bool twice) {
    const verdict v = cut_everywhere<Slots, Flash>(by_chance, twice);
    CAPTURE(v.cuts);
    CHECK(v.cuts > 500);
    CHECK(v.lost == 0);
    CHECK(v.stuck == 0);
    CHECK(v.offences == 0);
}

TEST_CASE("a power cut at any step loses at most the save that it cut") {
    nothing_safe_is_lost<2, flash_model<4, 64, 2>>(24, true); // as a Cortex-M0's
    nothing_safe_is_lost<2, flash_model<8, 64, 2>>(24, true);
    nothing_safe_is_lost<3, flash_model<16, 64, 3>>(24, true);
    nothing_safe_is_lost<3, flash_model<4, 32, 6>>(8, true);    // two blocks a slot
    nothing_safe_is_lost<2, flash_model<1, 64, 2>>(250, false); // an EEPROM
    nothing_safe_is_lost<2, flash_model<64, 64, 2>>(64, true);  // a page that is written at once
}

/// What the store would be with one slot: both are the same blocks.
template <class Flash> struct one_slot : Flash {
    static constexpr std::size_t slot = 64;
    bool erase(std::size_t a) { return Flash::erase(a % slot); }
    bool program(std::size_t a, std::span<const std::byte, Flash::program_unit> data) {
        return Flash::program(a % slot, data);
    }
    bool read(std::size_t a, std::span<std::byte> into) { return Flash::read(a % slot, into); }
};
TEST_CASE("a store of one slot would lose what was safe, and this test would see it") {
    CHECK(cut_everywhere<2, one_slot<flash_model<8, 64, 2>>>(8, false).lost > 10);
}

TEST_CASE("an empty flash, and one full of something else, hold no snapshot") {
    flash_model<4, 64, 2> flash;
    store<flash_model<4, 64, 2>, total> s;
    total t = holding(7);
    CHECK(s.load(flash, t) == status::absent);
    CHECK(t == holding(7));
    flash.cells.fill(std::byte{});
    CHECK(s.load(flash, t) == status::absent);
    CHECK(s.save(flash, holding(9)));
    CHECK(s.load(flash, t) == status::ok);
    CHECK(t == holding(9));
    CHECK(flash.offences == 0);
}

TEST_CASE("wear is spread over the slots") {
    flash_model<4, 64, 5> flash;
    CHECK(save_from<5>(flash, 1, 1000) == 1000);
    for (const std::uint32_t n : flash.erased)
        CHECK(n == 200);
    CHECK(found<5>(flash) == 1000);
    CHECK(flash.offences == 0);
}

TEST_CASE("a worn block is passed over, and the last snapshot is not given up for it") {
    for (const bool mute : {false, true})
        for (std::size_t bad = 0; bad < 3; ++bad) {
            CAPTURE(mute);
            CAPTURE(bad);
            flash_model<4, 64, 3> flash;
            (mute ? flash.worn_mutely : flash.worn)[bad] = true;
            for (std::uint64_t n = 1; n <= 9; ++n) {
                REQUIRE(save_from<3>(flash, n, n) == n); // a new start each time
                REQUIRE(found<3>(flash) == n);
            }
        }
    flash_model<4, 64, 2> flash;
    CHECK(save_from<2>(flash, 1, 3) == 3);
    const std::size_t other = flash.erased[0] > flash.erased[1] ? 1 : 0;
    flash.worn[other] = true;
    CHECK(save_from<2>(flash, 4, 4) == 3); // it says that it could not
    CHECK(found<2>(flash) == 3);
    flash.worn = {true, true};
    flash.cells.fill(std::byte{});
    CHECK(save_from<2>(flash, 1, 1) == 0);
}

/// A record as it lies in flash.
template <class Flash>
void put_record(Flash &flash, std::size_t address, std::uint32_t sequence, const auto &s) {
    using State = std::remove_cvref_t<decltype(s)>;
    std::array<std::byte, 4 + snapshot::encoded_size_bound<State> + 4> record{};
    const std::span<std::byte> all{record};
    snapshot::detail::write_number<4>(all, sequence);
    const std::size_t end = 4 + snapshot::encode(s, all.subspan(4)).size();
    snapshot::detail::write_number<4>(all.subspan(end), snapshot::crc32c(all.first(end)));
    std::copy_n(record.begin(), end + 4, flash.cells.begin() + static_cast<std::ptrdiff_t>(address));
}

TEST_CASE("sequence numbers wrap") {
    for (const std::uint32_t start : {0xfffffffdu, 0xffffffffu, 0u, 0x7ffffffeu, 0x80000000u}) {
        CAPTURE(start);
        flash_model<4, 64, 3> flash;
        put_record(flash, 64, start, holding(100));
        put_record(flash, 0, start - 1, holding(99));
        REQUIRE(found<3>(flash) == 100);
        for (std::uint64_t n = 101; n <= 108; ++n) {
            REQUIRE(save_from<3>(flash, n, n) == n);
            REQUIRE(found<3>(flash) == n);
        }
    }
}

TEST_CASE("after an update the snapshot of the old board is there, and said to be of another schema") {
    using old_board = extrema<>;
    using flash_type = flash_model<4, 64, 2>;
    flash_type flash;
    old_board old;
    old.record(5u);
    put_record(flash, 0, 7, old);
    store<flash_type, total> s;
    total t;
    CHECK(s.load(flash, t) == status::other_schema);
    CHECK(s.save(flash, holding(1)));
    CHECK(s.load(flash, t) == status::ok);
    // A step back: what the old program saved before is newer to it than what the new one did.
    store<flash_type, old_board> before;
    old_board back;
    CHECK(before.load(flash, back) == status::ok);
    CHECK(back == old);
    old.record(6u);
    flash.power_up(2); // and is not given up before the next save is whole
    CHECK_FALSE(before.save(flash, old));
    flash.power_up();
    CHECK(store<flash_type, old_board>{}.load(flash, back) == status::ok);
    CHECK(back.maximum() == 5);
}

TEST_CASE("a record's size is not believed") {
    flash_model<4, 64, 2> flash;
    CHECK(save_from<2>(flash, 1, 1) == 1);
    for (auto &b : {9, 10, 11, 12}) // the length in the header of slot 0
        flash.cells[static_cast<std::size_t>(b)] = std::byte{0xff};
    CHECK(found<2>(flash) == 0);
    CHECK(flash.offences == 0);
}

/// Fails each read of a start in turn: what was safe is not taken for nothing, nor for what is older, and
/// is there at the next start.
template <std::size_t Slots> void a_failed_read_is_no_empty_slot(const auto &flash, std::uint64_t safe) {
    using flash_type = std::remove_cvref_t<decltype(flash)>;
    auto counted = flash;
    counted.power_up();
    REQUIRE(found<Slots>(counted) == safe);
    for (std::uint64_t n = 0; n < counted.reads; ++n) {
        CAPTURE(n);
        auto once = flash;
        once.power_up();
        once.read_fails_at = n;
        store<flash_type, total, Slots> s;
        total t = holding(7);
        REQUIRE(s.load(once, t) == status::read_failed);
        REQUIRE(t == holding(7));
        REQUIRE_FALSE(s.save(once, holding(8)));
        REQUIRE(once.steps == 0); // nothing was erased on the strength of it
        const status again = s.load(once, t);
        REQUIRE(again == (safe == 0 ? status::absent : status::ok));
        REQUIRE((safe == 0 || t.value().n - much == safe));
        REQUIRE(s.save(once, holding(static_cast<std::uint32_t>(safe) + 1)));
        REQUIRE(found<Slots>(once) == safe + 1);
        REQUIRE(once.offences == 0);

        auto unasked = flash; // the same of a program that never loads
        unasked.power_up();
        unasked.read_fails_at = n;
        store<flash_type, total, Slots> other;
        const std::uint64_t next = safe + 1;
        if (!other.save(unasked, holding(static_cast<std::uint32_t>(next)))) {
            auto then = unasked; // where it erased, it was the reading back that failed
            then.power_up();
            const std::uint64_t there = found<Slots>(then);
            REQUIRE((there == safe || (unasked.steps != 0 && there == next)));
            REQUIRE(other.save(unasked, holding(static_cast<std::uint32_t>(next))));
        }
        REQUIRE(found<Slots>(unasked) == next);
    }
}

TEST_CASE("a read that fails at the start is an error of its own, and nothing is erased for it") {
    flash_model<4, 64, 2> two;
    a_failed_read_is_no_empty_slot<2>(two, 0);
    for (std::uint64_t n = 1; n <= 5; ++n) {
        save_from<2>(two, n, n);
        a_failed_read_is_no_empty_slot<2>(two, n);
    }
    flash_model<8, 64, 4> four;
    for (std::uint64_t n = 1; n <= 9; ++n) {
        save_from<4>(four, n, n);
        a_failed_read_is_no_empty_slot<4>(four, n);
    }
}

TEST_CASE("nor after a power cut") {
    using flash_type = flash_model<8, 64, 3>;
    flash_type prepared;
    save_from<3>(prepared, 1, 4);
    for (std::uint64_t at = 0; at < prepared.steps; ++at)
        for (const tear &t : tears<flash_type>(4)) {
            flash_type flash;
            flash.power_up(at, t);
            const std::uint64_t safe = save_from<3>(flash, 1, 4);
            flash.power_up();
            const std::uint64_t now = found<3>(flash);
            REQUIRE((now == safe || now == safe + 1));
            a_failed_read_is_no_empty_slot<3>(flash, now);
        }
}

TEST_CASE("a save whose reading back fails has not been given up, and the last one is still there") {
    flash_model<4, 64, 2> flash;
    REQUIRE(save_from<2>(flash, 1, 3) == 3);
    flash.power_up();
    store<flash_model<4, 64, 2>, total> s;
    total t;
    REQUIRE(s.load(flash, t) == status::ok);
    flash.read_fails_at = flash.reads;
    CHECK_FALSE(s.save(flash, holding(4)));
    flash.power_up();
    const std::uint64_t now = found<2>(flash);
    CHECK((now == 3 || now == 4));
    CHECK(s.save(flash, holding(5)));
    CHECK(found<2>(flash) == 5);
}

TEST_CASE("what can never be read again is given up where the program says so") {
    using flash_type = flash_model<4, 64, 3>;
    using snapshot::unreadable;
    for (std::size_t dead = 0; dead < 3; ++dead) {
        CAPTURE(dead);
        flash_type flash;
        REQUIRE(save_from<3>(flash, 1, 6) == 6); // slots hold 4, 5 and 6
        flash.unreadable[dead] = true;
        const std::uint64_t newest_left = dead == 2 ? 5 : 6;
        store<flash_type, total, 3> s;
        total t;
        CHECK(s.load(flash, t) == status::read_failed);
        CHECK(s.newest(flash).empty());
        CHECK_FALSE(s.save(flash, holding(7)));
        CHECK(s.load(flash, t, unreadable::given_up) == status::ok);
        CHECK(t == holding(static_cast<std::uint32_t>(newest_left)));
        CHECK_FALSE(s.newest(flash, unreadable::given_up).empty());
        for (std::uint32_t n = 7; n <= 12; ++n) {
            REQUIRE(s.save(flash, holding(n), unreadable::given_up));
            REQUIRE(s.load(flash, t, unreadable::given_up) == status::ok);
            REQUIRE(t == holding(n));
        }
        flash.unreadable[dead] = false; // it comes back, and is not taken for the newest
        CHECK(found<3>(flash) == 12);
        CHECK(flash.offences == 0);
    }
    flash_type off;
    REQUIRE(save_from<3>(off, 1, 3) == 3);
    off.off = true;
    total t;
    CHECK(store<flash_type, total, 3>{}.load(off, t) == status::read_failed);
    CHECK(store<flash_type, total, 3>{}.load(off, t, unreadable::given_up) == status::absent);
}

TEST_CASE("a board is kept with all that it counts") {
    using flash_type = flash_model<8, 512, 4>;
    flash_type flash;
    random r{5};
    const auto counted = any_state<by_street>(r, 500);
    store<flash_type, by_street> s;
    static_assert(decltype(s)::slot_size == 1024 && decltype(s)::flash_size == 2048);
    CHECK(s.save(flash, counted));
    by_street back;
    CHECK(store<flash_type, by_street>{}.load(flash, back) == status::ok);
    CHECK(back == counted);
    CHECK(flash.offences == 0);
}

TEST_CASE("after an update the board takes what the old one kept") {
    using flash_type = flash_model<8, 512, 4>;
    using old_board = scorecard<visit, opened_rate>;
    using new_board = snapshot::migrated<scorecard<visit, slams_per_sale, opened_rate>>;
    flash_type flash;
    random r{5};
    const auto counted = any_state<old_board>(r, 500);
    store<flash_type, new_board> s;
    CHECK(s.newest(flash).empty());
    CHECK(store<flash_type, old_board>{}.save(flash, counted));
    new_board now;
    CHECK(s.load(flash, now) == status::other_schema);
    CHECK(snapshot::migrate(s.newest(flash), now) == snapshot::migration{status::ok, 1, 0});
    CHECK(*now.get<opened_rate>() == counted.get<opened_rate>());
    CHECK(s.save(flash, now));
    new_board back;
    CHECK(store<flash_type, new_board>{}.load(flash, back) == status::ok);
    CHECK(back == now);
    CHECK(back.absent<slams_per_sale>()); // over a restart, too
    CHECK(flash.offences == 0);
}

TEST_CASE(
    "a board that outgrows a slot finds what the old one kept, if the slot's size was said from the start") {
    using old_board = kpi::live<opened_rate, visit>;
    using new_board = snapshot::migrated<scorecard<visit, slams_per_sale, opened_rate>>;
    constexpr std::size_t slot = 128; // of blocks of 64: one would do for the old board
    using flash_type = flash_model<4, 64, 2 * slot / 64>;
    static_assert(store<flash_type, old_board>::slot_size < store<flash_type, new_board>::slot_size);
    static_assert(store<flash_type, old_board, 2, slot>::slot_size == slot);
    flash_type flash;
    store<flash_type, old_board, 2, slot> before;
    random r{5};
    for (const std::size_t events : {100u, 200u, 300u}) {
        const auto counted = any_state<old_board>(r, events);
        CHECK(before.save(flash, counted));
        store<flash_type, new_board, 2, slot> s;
        new_board now;
        CHECK(s.load(flash, now) == status::other_schema);
        CHECK(snapshot::migrate(s.newest(flash), now).answer == status::ok);
        CHECK(*now.get<opened_rate>() == counted.value());
    }
}

TEST_CASE("empty is all zero bits: a store costs no image") {
    static const store<flash_model<4, 64, 2>, total>
        s; // static: of any other, what lies between members may be anything
    const std::array<unsigned char, sizeof s> zeros{};
    CHECK(std::memcmp(&s, zeros.data(), sizeof s) == 0);
}

} // namespace
} // namespace kpi::test
