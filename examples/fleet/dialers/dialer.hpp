// SPDX-License-Identifier: MIT
#pragma once

/// A dialer, as its firmware would be: it counts calls, keeps the counters in flash, and only then reports
/// them, so that no report ever tells more than a restart finds again. Counters is what this version of the
/// firmware counts; a newer version takes over what an older one has left in the flash.

#include "report.hpp"
#include "sum_of_dialers.hpp"
#include "torn_flash.hpp"
#include <kpi/snapshot/store.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fleet {

/// What the previous firmware counted.
using old_board = kpi::scorecard<firmware::call, kpi::sales::calls, kpi::sales::pick_up_rate,
                                 kpi::sales::conversation_rate>;
using old_counters = kpi::beside<kpi::by<firmware::line, firmware::lines, old_board>, firmware::hourly>;

template <class Counters> class dialer {
    /// All versions keep the same slots.
    using store = kpi::snapshot::store<torn_flash, Counters, torn_flash::slots, torn_flash::erase_block>;

public:
    /// Starts with what the flash holds, or in a new epoch, whose number nobody has used before.
    dialer(torn_flash &flash, std::uint64_t unused_epoch) : flash_{flash} {
        const auto snapshot = kept_.newest(flash_);
        epoch_ = read_epoch();
        if (epoch_ != 0 && !snapshot.empty() && load(snapshot)) return;
        if (epoch_ != 0 && snapshot.empty()) return; // nothing has been saved yet
        // Counters of a forgotten epoch must not come back in another one.
        for (std::size_t slot = 0; slot < torn_flash::slots; ++slot)
            static_cast<void>(flash_.erase(slot * torn_flash::erase_block));
        write_epoch(epoch_ = unused_epoch);
    }

    void record(const firmware::call &c) { counted_.record(c); }
    /// False if the power failed.
    [[nodiscard]] bool save() { return kept_.save(flash_, counted_); }

    /// What was last saved. The number of calls serves as the sequence, because it grows with each call.
    [[nodiscard]] std::vector<std::byte> report_bytes() const {
        std::array<std::byte, kpi::snapshot::encoded_size_bound<Counters>> room;
        return packed(report{key(), kpi::snapshot::encode(counted_, room)});
    }
    [[nodiscard]] report_key key() const { return {epoch_, sequence()}; }

private:
    static constexpr std::size_t epoch_address = torn_flash::slots * torn_flash::erase_block;

    [[nodiscard]] bool load(bytes snapshot) {
        if constexpr (requires { kpi::snapshot::migrate(snapshot, counted_); })
            return kpi::snapshot::migrate(snapshot, counted_).answer == kpi::snapshot::status::ok;
        else
            return kpi::snapshot::decode(snapshot, counted_) == kpi::snapshot::status::ok;
    }
    [[nodiscard]] std::uint32_t sequence() const {
        if constexpr (requires { (*counted_).template of<firmware::hourly>(); })
            return (*counted_).template of<firmware::hourly>().seen();
        else
            return counted_.template of<firmware::hourly>().seen();
    }
    /// The number is stored beside its CRC; if they are not whole, it is 0.
    [[nodiscard]] std::uint64_t read_epoch() const {
        std::array<std::byte, 12> there{};
        flash_.read(epoch_address, there);
        unpacker u{there};
        const std::uint64_t epoch = u.number<8>();
        return u.number<4>() == kpi::snapshot::crc32c(bytes{there}.first(8)) ? epoch : 0;
    }
    void write_epoch(std::uint64_t epoch) {
        packer p;
        p.number<8>(epoch);
        p.number<4>(kpi::snapshot::crc32c(p.packed())).number<4>(0);
        static_cast<void>(flash_.erase(epoch_address));
        for (std::size_t at = 0; at < 16; at += 8)
            static_cast<void>(flash_.program(epoch_address + at, p.packed().subspan(at).template first<8>()));
    }

    torn_flash &flash_;
    store kept_{};
    Counters counted_{};
    std::uint64_t epoch_{};
};

} // namespace fleet
