// SPDX-License-Identifier: MIT
#pragma once

/// How many different ids have been seen, of any size and however sparse: prospects reached, customers
/// served. Up to `Capacity` ids are kept one by one and counted; from there on an UltraLogLog of 2^Precision
/// bytes, in the same memory, estimates their number with a relative standard error of 0.761 /
/// sqrt(2^Precision), up to all ids that exist: 1.2 % for the default of 768 ids and 12 bits in 4,104 bytes.
/// The switch depends on the set of ids alone, and so does every bit of the state. Empty: 0. Law: exact. Cost
/// of record: a hash and one byte; while ids are kept, a hash and two or three slots, at most all; at the
/// switch, all slots, and as many bytes of stack.

#include <kpi/accumulator/detail/cut_by.hpp>
#include <kpi/accumulator/detail/find_rare.hpp>
#include <kpi/accumulator/detail/ordered_table.hpp>
#include <kpi/accumulator/detail/ultraloglog.hpp>
#include <kpi/accumulator/state.hpp>
#include <kpi/core/cardinality.hpp>
#include <kpi/core/hash.hpp>
#include <kpi/core/saturating.hpp>

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
    /// A greater size means a sketch whose registers have met so much that few ids are news: about 25 ids for
    /// each register, and one in eight is news.
    static constexpr std::uint32_t warm = Capacity > 6 * registers ? Capacity : 6 * registers;

public:
    using event = Id;
    using count_type = std::uint32_t;
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = false;
    static constexpr unsigned precision = Precision; ///< log2 of the number of registers
    static constexpr bool of_ids = true;             ///< only their bits matter

    /// One event of an id.
    constexpr void record(event id) noexcept {
        if (size_ > warm) [[likely]] {
            if (const news told{hash(id)}; told.are_old(bytes_[told.of])) return;
        } else if (sizeof(std::size_t) > 4 && sketched_ != 0)
            return tell(news{hash(id)});
        take(id);
    }
    /// n events of an id, which are as good as one.
    constexpr void record(event id, std::integral auto n) noexcept {
        if (to_count<count_type>(n) != 0) record(id);
    }
    /// One event of an id, or none, without a branch on that (except on small machines) until the id is news.
    constexpr void record_if(bool happened, event id) noexcept {
        if (sizeof(std::size_t) <= 4 && !happened) return;
        if (size_ > warm) [[likely]]
            if (const news told{hash(id), happened}; told.are_old(bytes_[told.of])) return;
        take_if(happened, id);
    }
    /// A batch: equal to recording each event.
    constexpr void record(std::span<const event> ids) noexcept {
        if constexpr (sizeof(std::size_t) > 4) record_sifted(ids); // elsewhere the buffer is too much stack
        for (const event id : ids)
            record(id);
    }
    /// The least that a hash must have behind its leading `precision` bits for its id to be news; 0 if many
    /// ids can be. For callers with ids in batches who can look at their hashes (mix_leading) at once.
    [[nodiscard]] constexpr key_type news_from() noexcept {
        if (size_ <= warm) return 0;
        const auto eighths = static_cast<std::uint8_t>(size_ >> (Precision - 3));
        if (poorest_.eighths != eighths) {
            std::uint8_t least = 255;
            for (const std::uint8_t r : sketch())
                least = r < least ? r : least;
            poorest_ = {static_cast<std::uint8_t>(least >> 2), eighths};
        }
        if (poorest_.greatest < 5) return 0;          // a quarter of the ids or more
        const unsigned ones = poorest_.greatest - 3u; // bytes from elsewhere can hold anything
        return ones < 8 * sizeof(key_type) ? ~(~key_type{0} >> ones) : ~key_type{0};
    }
    template <detail::id_cut_by<event> X>
    void record(X, auto...) = delete; ///< the id would be cut: name the type of yours, as std::uint64_t
    template <detail::id_cut_by<event> X> void record_if(bool, X) = delete; ///< as of record
    bool retract(event) = delete; ///< an id may have come many times: nothing here tells how often

    /// How many different ids there are. Counting costs nothing, an estimate reads all registers. No estimate
    /// is below Capacity, so the first ones are a third of a standard error too high on average.
    template <binary_real Real = double> [[nodiscard]] constexpr cardinality value() const noexcept {
        if (sketched_ == 0) return cardinality{size_};
        const std::uint64_t n =
            detail::ultraloglog::estimate<Real, Precision, 8 * sizeof(key_type)>(sketch());
        return cardinality{n > Capacity ? n : Capacity + std::uint64_t{1}, registers};
    }
    /// The same without any floating point while ids are counted; nullopt once they are estimated.
    [[nodiscard]] constexpr std::optional<std::uint32_t> counted() const noexcept {
        return sketched_ == 0 ? std::optional{std::uint32_t{size_}} : std::nullopt;
    }

    constexpr distinct &operator+=(const distinct &other) noexcept {
        if (other.sketched_ == 0) {
            other.for_each([this](event id) { take(id); });
        } else {
            if (sketched_ == 0) estimate_from_here_on();
            size_ = 0;
            for (std::size_t i = 0; i < registers; ++i) {
                bytes_[i] = detail::ultraloglog::joined(bytes_[i], other.bytes_[i]);
                size_ += static_cast<std::uint32_t>(bytes_[i] >> 2);
            }
        }
        return *this;
    }
    friend constexpr bool operator==(const distinct &, const distinct &) = default;
    constexpr void reset() noexcept {
        bytes_.fill(0);
        size_ = 0;
        zero_ = sketched_ = 0;
        poorest_ = {};
    }

    static constexpr void fields(auto &self, auto &&visit) noexcept {
        if constexpr (!std::is_const_v<std::remove_reference_t<decltype(self)>>)
            self.poorest_ = {}; // the visitor may write fields that contradict it
        for (auto &byte : self.bytes_)
            visit(byte);
        visit(self.size_), visit(self.zero_), visit(self.sketched_);
    }
    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept { say(Capacity), say(Precision), say(sizeof(Id)); }

private:
    [[nodiscard]] constexpr auto sketch() noexcept { return std::span{bytes_}.template first<registers>(); }
    [[nodiscard]] constexpr auto sketch() const noexcept {
        return std::span{bytes_}.template first<registers>();
    }
    [[nodiscard]] constexpr auto table() noexcept { return std::span{bytes_}.template first<set::size>(); }
    [[nodiscard]] constexpr auto table() const noexcept {
        return std::span{bytes_}.template first<set::size>();
    }

    /// Remembers the least that a register has met, from when the size was so many eighths of the number of
    /// registers, modulo 256: it only grows. It is no field, and all are equal.
    struct poorest {
        std::uint8_t greatest{}, eighths{};
        friend constexpr bool operator==(poorest, poorest) noexcept { return true; }
    };

    using news = detail::ultraloglog::news<Precision, key_type>;

    static constexpr key_type hash(event id) noexcept {
        key_type h{id};
        if constexpr (sizeof h == 4)
            mix_leading(h);
        else
            h = mix(h);
        return h;
    }
    /// Takes any id, news or not. A function of its own, because few ids are news.
    [[gnu::noinline]] constexpr void take(event id) noexcept {
        if (sketched_ == 0) return keep(mix(key_type{id}));
        tell(news{hash(id)});
    }
    [[gnu::noinline]] constexpr void take_if(bool happened, event id) noexcept {
        if (happened) take(id);
    }
    constexpr void tell(news n) noexcept { size_ += n.tell(bytes_[n.of]); }
    /// Records ids in blocks, as long as few can be news: the others are not looked up.
    constexpr void record_sifted(std::span<const event> &ids) noexcept {
        while (const key_type bar = ids.empty() ? 0 : news_from()) {
            std::uint8_t found[detail::searched_at_once + 7];
            const auto searched = detail::find_rare<Precision>(ids, bar, found, hash);
            for (std::size_t i = 0; i < searched.found; ++i)
                record(ids[found[i]]);
            ids = ids.subspan(searched.searched);
        }
    }
    constexpr void keep(key_type key) noexcept {
        const std::size_t slot = set::find(table(), key); // for id 0, whose key is 0, an empty one
        if (set::at(table(), slot) == key && (key != 0 || zero_ != 0)) return;
        if (size_ >= Capacity) {
            estimate_from_here_on();
            return take(static_cast<event>(unmix(key)));
        }
        ++size_;
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
        kept.for_each([this](event id) { take(id); });
    }

    alignas(key_type) std::array<std::uint8_t, (set::size > registers ? set::size : registers)> bytes_{};
    std::uint32_t size_{};    ///< how many ids are kept; for a sketch, the sum of its greatest values
    std::uint8_t zero_{};     ///< whether id 0 is one of them
    std::uint8_t sketched_{}; ///< whether ids are no longer kept
    poorest poorest_{};
};

} // namespace kpi::inline v1
