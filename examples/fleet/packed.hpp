// SPDX-License-Identifier: MIT
#pragma once

/// Numbers and texts as bytes, little-endian, and back: for journals and messages.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fleet {

using bytes = std::span<const std::byte>;

class packer {
public:
    template <std::size_t Octets> packer &number(std::uint64_t n) {
        static_assert(Octets <= 8);
        for (std::size_t i = 0; i < Octets; ++i, n >>= 8)
            packed_.push_back(static_cast<std::byte>(n & 0xffu));
        return *this;
    }
    packer &raw(bytes b) {
        packed_.insert(packed_.end(), b.begin(), b.end());
        return *this;
    }
    /// Bytes preceded by their number.
    packer &block(bytes b) { return number<4>(b.size()).raw(b); }
    packer &text(std::string_view t) { return block(std::as_bytes(std::span{t})); }

    [[nodiscard]] bytes packed() const noexcept { return packed_; }
    [[nodiscard]] std::vector<std::byte> &&take() noexcept { return std::move(packed_); }

private:
    std::vector<std::byte> packed_{};
};

/// Reads what a packer wrote. Past the end everything is 0 or empty, and `whole()` is false.
class unpacker {
public:
    explicit unpacker(bytes packed) noexcept : left_{packed} {}

    template <std::size_t Octets> [[nodiscard]] std::uint64_t number() noexcept {
        const bytes b = raw(Octets);
        std::uint64_t n = 0;
        for (std::size_t i = b.size(); i-- > 0;)
            n = n << 8 | std::to_integer<std::uint64_t>(b[i]);
        return n;
    }
    [[nodiscard]] bytes raw(std::size_t n) noexcept {
        if (n > left_.size()) return whole_ = false, left_ = {}, bytes{};
        const bytes b = left_.first(n);
        left_ = left_.subspan(n);
        return b;
    }
    [[nodiscard]] bytes block() noexcept { return raw(static_cast<std::size_t>(number<4>())); }
    [[nodiscard]] std::string text() {
        const bytes b = block();
        return {reinterpret_cast<const char *>(b.data()), b.size()};
    }

    /// What has not been read yet.
    [[nodiscard]] bytes left() const noexcept { return left_; }
    [[nodiscard]] bool whole() const noexcept { return whole_; }
    /// Whether everything was there, and nothing more.
    [[nodiscard]] bool finished() const noexcept { return whole_ && left_.empty(); }

private:
    bytes left_;
    bool whole_{true};
};

} // namespace fleet
