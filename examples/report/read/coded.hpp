// SPDX-License-Identifier: MIT
#pragma once

/// Numbers and texts as bytes, the same on every machine: small numbers take one byte (LEB128), a text is
/// preceded by its length. The input may be forged: whatever it is, reading stays within it, and says so.

#include "failure.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace report {

class coded_writer {
public:
    void put(std::uint64_t n) {
        for (; n >= 0x80; n >>= 7)
            bytes_ += static_cast<char>(n | 0x80);
        bytes_ += static_cast<char>(n);
    }
    /// Small negative numbers take one byte, too.
    void put_signed(std::int64_t n) {
        const auto bits = static_cast<std::uint64_t>(n);
        put(n < 0 ? ~(bits << 1) : bits << 1);
    }
    void put_fixed(std::uint32_t n) { put_bytes(n, sizeof n); }
    void put_fixed(std::uint64_t n) { put_bytes(n, sizeof n); }
    void put_text(std::string_view text) {
        put(text.size());
        bytes_ += text;
    }
    [[nodiscard]] const std::string &bytes() const { return bytes_; }

private:
    void put_bytes(std::uint64_t n, std::size_t count) {
        for (; count > 0; --count, n >>= 8)
            bytes_ += static_cast<char>(n & 0xff);
    }
    std::string bytes_;
};

class coded_reader {
public:
    /// The bytes must stay.
    explicit coded_reader(std::string_view bytes) : left_{bytes} {}

    [[nodiscard]] std::uint64_t get() {
        std::uint64_t n = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::uint64_t byte = next();
            n |= (byte & 0x7f) << shift;
            if (byte < 0x80) return n;
        }
        refuse();
    }
    [[nodiscard]] std::int64_t get_signed() {
        const std::uint64_t bits = get();
        return static_cast<std::int64_t>((bits & 1) != 0 ? ~(bits >> 1) : bits >> 1);
    }
    [[nodiscard]] std::uint32_t get_fixed() { return static_cast<std::uint32_t>(get_bytes(4)); }
    [[nodiscard]] std::uint64_t get_fixed_64() { return get_bytes(8); }
    [[nodiscard]] std::string_view get_text() {
        const std::uint64_t size = get();
        if (size > left_.size()) refuse();
        const std::string_view text = left_.substr(0, static_cast<std::size_t>(size));
        left_.remove_prefix(text.size());
        return text;
    }
    /// A number below `limit`.
    [[nodiscard]] std::uint64_t get_below(std::uint64_t limit) {
        const std::uint64_t n = get();
        if (n >= limit) refuse();
        return n;
    }
    [[nodiscard]] bool is_at_end() const { return left_.empty(); }
    [[noreturn]] static void refuse() { throw failure{"what was saved of the log is damaged"}; }

private:
    [[nodiscard]] std::uint64_t next() {
        if (left_.empty()) refuse();
        const auto byte = static_cast<unsigned char>(left_.front());
        left_.remove_prefix(1);
        return byte;
    }
    [[nodiscard]] std::uint64_t get_bytes(unsigned count) {
        std::uint64_t n = 0;
        for (unsigned i = 0; i < count; ++i)
            n |= next() << 8 * i;
        return n;
    }
    std::string_view left_;
};

} // namespace report
