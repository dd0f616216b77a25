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
    old.record(5);
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
    old.record(6);
    flash.power_up(2); // and is not given up before the next save is whole
    CHECK_FALSE(before.save(flash, old));
    flash.power_up();
    CHECK(store<flash_type, old_board>{}.load(flash, back) == status::ok);
    CHECK(back.maximum() == 5);
}

TEST_CASE("a memory that cannot be read holds nothing, and a record's size is not believed") {
    flash_model<4, 64, 2> flash;
    CHECK(save_from<2>(flash, 1, 1) == 1);
    flash.off = true;
    CHECK(found<2>(flash) == 0);
    flash.power_up();
    for (auto &b : {9, 10, 11, 12}) // the length in the header of slot 0
        flash.cells[static_cast<std::size_t>(b)] = std::byte{0xff};
    CHECK(found<2>(flash) == 0);
    CHECK(flash.offences == 0);
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

TEST_CASE("empty is all zero bits: a store costs no image") {
    static const store<flash_model<4, 64, 2>, total>
        s; // static: of any other, what lies between members may be anything
    const std::array<unsigned char, sizeof s> zeros{};
    CHECK(std::memcmp(&s, zeros.data(), sizeof s) == 0);
}

} // namespace
} // namespace kpi::test
