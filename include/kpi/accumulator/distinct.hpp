// SPDX-License-Identifier: MIT
#pragma once

/// How many different ids have been seen, of whatever size and however sparse: prospects reached, customers
/// served. Up to `Capacity` of them are kept one by one and counted; from there on an UltraLogLog of
/// 2^Precision bytes, in the same memory, estimates them with a relative standard error of 0.761 /
/// sqrt(2^Precision): 1.2 % for the default of 768 ids and 12 bits in 4,104 bytes. The change depends on the
/// set of ids alone, and so does every bit of the state. Empty: 0. Law: exact. Cost of record: a hash and one
/// byte; while ids are kept, a hash and two or three slots, at most all; at the change, all slots, and as
/// many bytes of stack.

#include <kpi/accumulator/detail/ordered_table.hpp>
#include <kpi/accumulator/detail/ultraloglog.hpp>
#include <kpi/accumulator/state.hpp>
#include <kpi/core/cardinality.hpp>
#include <kpi/core/hash.hpp>

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <type_traits>

namespace kpi::inline v1 {

template <std::uint32_t Capacity = 768, unsigned Precision = 12, std::unsigned_integral Id = std::uint32_t>
class distinct {
    static_assert(Capacity > 0, "distinct: at least one id");
    static_assert(Precision >= 4 && Precision <= 16, "distinct: a precision of 4 to 16 bits");

    using key_type = std::conditional_t<(sizeof(Id) <= 4), std::uint32_t, std::uint64_t>;
    using set = detail::ordered_table<key_type,
                                      std::bit_ceil(std::size_t{Capacity} + (std::size_t{Capacity} + 2) / 3)>;
    static constexpr std::size_t registers = std::size_t{1} << Precision;

public:
    using event = Id;
    using count_type = std::uint32_t;
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = false;

    /// One event of an id.
    constexpr void record(event id) noexcept {
        if (sketched_ != 0)
            detail::ultraloglog::add<Precision>(sketch(), hash(id));
        else
            keep(id);
    }
    /// n events of an id, which are as good as one.
    constexpr void record(event id, count_type n) noexcept {
        if (n != 0) record(id);
    }
    /// A batch: equal to recording each event.
    constexpr void record(std::span<const event> ids) noexcept {
        for (; !ids.empty() && sketched_ == 0; ids = ids.subspan(1))
            keep(ids.front());
        for (const event id : ids)
            detail::ultraloglog::add<Precision>(sketch(), hash(id));
    }
    bool retract(event) = delete; ///< an id may have come many times: nothing here tells how often

    /// How many different ids. Counting costs nothing, estimating goes over all registers. That there are
    /// more than Capacity is known by then, so no estimate is below, and the first ones are a third of a
    /// standard error too high on average.
    template <binary_real Real = double> [[nodiscard]] constexpr cardinality value() const noexcept {
        if (sketched_ == 0) return cardinality{ids_};
        const std::uint64_t n = detail::ultraloglog::estimate<Real, Precision>(sketch());
        return cardinality{n > Capacity ? n : Capacity + std::uint64_t{1}, registers};
    }
    /// The same without any floating point, as long as they are counted; nullopt from there on.
    [[nodiscard]] constexpr std::optional<std::uint32_t> counted() const noexcept {
        return sketched_ == 0 ? std::optional{ids_} : std::nullopt;
    }

    constexpr distinct &operator+=(const distinct &other) noexcept {
        if (other.sketched_ == 0) {
            other.for_each([this](event id) { record(id); });
        } else {
            if (sketched_ == 0) estimate_from_here_on();
            for (std::size_t i = 0; i < registers; ++i)
                bytes_[i] = detail::ultraloglog::joined(bytes_[i], other.bytes_[i]);
        }
        return *this;
    }
    friend constexpr bool operator==(const distinct &, const distinct &) = default;
    constexpr void reset() noexcept {
        bytes_.fill(0);
        ids_ = 0;
        zero_ = sketched_ = 0;
    }

    constexpr void fields(auto &&visit) noexcept { each(*this, visit); }
    constexpr void fields(auto &&visit) const noexcept { each(*this, visit); }
    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept { say(Capacity), say(Precision), say(sizeof(Id)); }

private:
    // An offset, because mix(0) is 0, and such a hash would tell of a very large set.
    static constexpr std::uint64_t hash(event id) noexcept {
        return mix(std::uint64_t{id} + 0x9e3779b97f4a7c15u);
    }

    [[nodiscard]] constexpr auto sketch() noexcept { return std::span{bytes_}.template first<registers>(); }
    [[nodiscard]] constexpr auto sketch() const noexcept {
        return std::span{bytes_}.template first<registers>();
    }
    [[nodiscard]] constexpr auto table() noexcept { return std::span{bytes_}.template first<set::size>(); }
    [[nodiscard]] constexpr auto table() const noexcept {
        return std::span{bytes_}.template first<set::size>();
    }

    constexpr void keep(event id) noexcept {
        const auto key = mix(key_type{id});
        const std::size_t slot = set::find(table(), key); // for id 0, whose key is 0, an empty one
        if (set::at(table(), slot) == key && (key != 0 || zero_ != 0)) return;
        if (ids_ >= Capacity) {
            estimate_from_here_on();
            record(id);
            return;
        }
        ++ids_;
        if (key != 0)
            set::insert(table(), slot, key);
        else
            zero_ = 1;
    }
    constexpr void for_each(auto &&f) const noexcept {
        for (std::size_t slot = 0; slot < set::size / sizeof(key_type); ++slot)
            if (const auto key = set::at(table(), slot); key != 0) f(static_cast<event>(unmix(key)));
        if (zero_ != 0) f(event{0});
    }
    constexpr void estimate_from_here_on() noexcept {
        const distinct kept = *this;
        reset();
        sketched_ = 1;
        kept.for_each([this](event id) { record(id); });
    }
    static constexpr void each(auto &self, auto &&visit) noexcept {
        for (auto &byte : self.bytes_)
            visit(byte);
        visit(self.ids_), visit(self.zero_), visit(self.sketched_);
    }

    alignas(key_type) std::array<std::uint8_t, (set::size > registers ? set::size : registers)> bytes_{};
    std::uint32_t ids_{};      ///< how many are kept
    std::uint16_t zero_{};     ///< id 0 is one of them
    std::uint16_t sketched_{}; ///< they no longer are
};

} // namespace kpi::inline v1
