// SPDX-License-Identifier: MIT
#pragma once

/// How one integer of a state lies in a snapshot, in as few bytes as it needs:
///
///     n zeros       00, and n - 1 as below; a run goes on from one integer of the state to the next,
///                   whatever their widths, as far as there are zeros
///     8 bits        itself
///     more bits     seven bits a byte, the lowest first, with 80 in every byte but the last
///     signed ones   0, -1, 1, -2, ... as 0, 1, 2, 3, ...
///
/// There is one way to write a state, and a reader takes no other. A field is at most half as large again as
/// in memory.

#include <kpi/snapshot/format.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <type_traits>

namespace kpi::inline v1::snapshot::detail {

/// The type a field is computed in: 32 bits if they suffice, because most do and firmware has no more.
template <std::integral I> using word = std::conditional_t<(sizeof(I) <= 4), std::uint32_t, std::uint64_t>;

template <std::integral I> [[nodiscard]] constexpr word<I> folded(I x) noexcept {
    if constexpr (std::signed_integral<I>) {
        const auto n = static_cast<word<I>>(static_cast<word<I>>(x) << 1);
        return x < 0 ? ~n : n;
    } else {
        return x;
    }
}
template <std::integral I> [[nodiscard]] constexpr I unfolded(word<I> n) noexcept {
    if constexpr (std::signed_integral<I>)
        return static_cast<I>((n >> 1) ^ (0u - (n & 1u)));
    else
        return static_cast<I>(n);
}
/// The greatest number that a field of type I is folded to.
template <std::integral I>
inline constexpr word<I> greatest = (std::numeric_limits<std::make_unsigned_t<I>>::max)();
template <> inline constexpr word<bool> greatest<bool> = 1;

/// A visitor of fields that writes them. What does not fit is left out, and `finish` says so.
class writer {
public:
    constexpr explicit writer(std::span<std::byte> into) noexcept : into_{into} {}

    template <std::integral I> constexpr void operator()(const I &field) noexcept {
        if (field == I{}) {
            ++zeros_;
            return;
        }
        end_run();
        if constexpr (sizeof(I) == 1)
            put(static_cast<std::byte>(folded(field)));
        else
            put_number(folded(field));
    }
    /// How many bytes were written; nullopt if they did not fit.
    [[nodiscard]] constexpr std::optional<std::size_t> finish() noexcept {
        end_run();
        return fits_ ? std::optional{size_} : std::nullopt;
    }

private:
    constexpr void end_run() noexcept {
        if (zeros_ == 0) return;
        put(std::byte{0});
        put_number(zeros_ - 1);
        zeros_ = 0;
    }
    template <std::unsigned_integral Word> constexpr void put_number(Word n) noexcept {
        for (; n >= 0x80u; n >>= 7)
            put(static_cast<std::byte>(n & 0x7fu) | std::byte{0x80});
        put(static_cast<std::byte>(n));
    }
    constexpr void put(std::byte b) noexcept {
        if (size_ < into_.size())
            into_[size_++] = b;
        else
            fits_ = false;
    }

    std::span<std::byte> into_;
    std::size_t size_{};
    std::uint32_t zeros_{};
    bool fits_{true};
};

enum class purpose : bool { check, assign };

/// A visitor of fields that reads them: to check all, and then to assign them.
class reader {
public:
    constexpr reader() noexcept = default;
    constexpr reader(bytes from, purpose p) noexcept : from_{from}, purpose_{p} {}

    template <std::integral I> constexpr void operator()(I &field) noexcept {
        word<I> n{};
        if (zeros_ != 0) {
            --zeros_;
        } else {
            const std::uint32_t first = take();
            if (first == 0)
                begin_run();
            else
                n = sizeof(I) == 1 ? first : number<word<I>>(first);
        }
        if (n > greatest<I>) refuse(status::value_out_of_range);
        if (purpose_ == purpose::assign) field = unfolded<I>(n);
    }
    /// Passes over n fields of a word that is not held; `octets` if they have 8 bits each, and not more.
    constexpr void skip(std::uint32_t n, bool octets) noexcept {
        while (n != 0 && status_ == status::ok) {
            if (zeros_ != 0) {
                const std::uint32_t some = zeros_ < n ? zeros_ : n;
                zeros_ -= some, n -= some;
                continue;
            }
            const std::uint32_t first = take();
            if (first == 0)
                begin_run();
            else if (!octets)
                static_cast<void>(number<std::uint64_t>(first));
            --n;
        }
    }
    /// Notes what is wrong; the first answer stays.
    constexpr void refuse(status why) noexcept {
        if (status_ == status::ok) status_ = why;
    }
    [[nodiscard]] constexpr status so_far() const noexcept { return status_; }
    /// What is wrong; ok if these were the fields of the state, and all of them.
    [[nodiscard]] constexpr status finish() noexcept {
        if (zeros_ != 0 || at_ != from_.size()) refuse(status::malformed);
        return status_;
    }

private:
    [[nodiscard]] constexpr std::uint32_t take() noexcept {
        if (at_ < from_.size()) return std::to_integer<std::uint32_t>(from_[at_++]);
        refuse(status::malformed);
        return 0;
    }
    constexpr void begin_run() noexcept {
        if (at_ == end_of_run_) refuse(status::malformed); // two runs where one would do
        zeros_ = number<std::uint32_t>(take());
        end_of_run_ = at_ + 1; // as `take` will see it
    }
    template <std::unsigned_integral Word> [[nodiscard]] constexpr Word number(std::uint32_t b) noexcept {
        Word n = b & 0x7fu;
        unsigned shift = 7;
        for (; b >= 0x80u && shift < std::numeric_limits<Word>::digits; shift += 7) {
            b = take();
            const Word part = b & 0x7fu, put = static_cast<Word>(part << shift);
            if (put >> shift != part) refuse(status::value_out_of_range);
            n |= put;
            if (b == 0) refuse(status::malformed); // a byte that says nothing
        }
        if (b >= 0x80u) refuse(status::value_out_of_range);
        return n;
    }

    bytes from_{};
    std::size_t at_{};
    std::size_t end_of_run_{};
    std::uint32_t zeros_{};
    status status_{};
    purpose purpose_{};
};

} // namespace kpi::inline v1::snapshot::detail
