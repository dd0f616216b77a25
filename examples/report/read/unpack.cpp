// SPDX-License-Identifier: MIT
#include "read/unpack.hpp"

#include "failure.hpp"

#define ZLIB_CONST // its input is never changed
#include <zlib.h>
#include <zstd.h>

#include <memory>
#include <new>
#include <vector>

namespace report {
namespace {

constexpr std::string_view gzip = "\x1F\x8B";
constexpr std::string_view zstd = "\x28\xB5\x2F\xFD";

/// Packed bytes as they come, a piece at a time.
class packed_bytes {
public:
    packed_bytes(byte_source from, std::string name) : from_{std::move(from)}, name_{std::move(name)} {}

    /// The bytes that are left, or the next ones; empty at the end.
    std::string_view look() {
        if (left_.empty()) left_ = {piece_.data(), from_(piece_.data(), piece_.size())};
        return left_;
    }
    void take(std::size_t size) { left_.remove_prefix(size); }
    [[noreturn]] void fail(const char *why) const { throw failure{name_ + ": cannot be unpacked: " + why}; }

private:
    byte_source from_;
    std::string name_;
    std::vector<char> piece_ = std::vector<char>(std::size_t{1} << 16);
    std::string_view left_;
};

class gzip_text {
public:
    gzip_text(byte_source from, std::string name) : packed_{std::move(from), std::move(name)} {
        constexpr int any_window_of_gzip = 16 + MAX_WBITS;
        if (inflateInit2(&state_, any_window_of_gzip) != Z_OK) throw std::bad_alloc{};
    }
    ~gzip_text() { inflateEnd(&state_); }
    gzip_text(const gzip_text &) = delete;
    gzip_text &operator=(const gzip_text &) = delete;

    std::size_t read(char *into, std::size_t size) {
        state_.next_out = reinterpret_cast<Bytef *>(into);
        state_.avail_out = static_cast<uInt>(size);
        while (state_.avail_out == size) {
            const std::string_view bytes = packed_.look();
            if (bytes.empty()) {
                if (inside_) packed_.fail("it ends too early");
                return 0;
            }
            inside_ = true;
            state_.next_in = reinterpret_cast<const Bytef *>(bytes.data());
            state_.avail_in = static_cast<uInt>(bytes.size());
            const int told = inflate(&state_, Z_NO_FLUSH);
            packed_.take(bytes.size() - state_.avail_in);
            if (told == Z_STREAM_END) {
                inside_ = false;
                inflateReset(&state_);
            } else if (told != Z_OK && told != Z_BUF_ERROR) {
                packed_.fail("it is damaged");
            }
        }
        return size - state_.avail_out;
    }

private:
    packed_bytes packed_;
    z_stream state_{};
    bool inside_{}; ///< a member has not ended
};

class zstd_text {
public:
    zstd_text(byte_source from, std::string name) : packed_{std::move(from), std::move(name)} {
        if (!state_) throw std::bad_alloc{};
    }

    std::size_t read(char *into, std::size_t size) {
        ZSTD_outBuffer out{into, size, 0};
        while (out.pos == 0) {
            const std::string_view bytes = packed_.look();
            ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
            const std::size_t told = ZSTD_decompressStream(state_.get(), &out, &in);
            if (ZSTD_isError(told) != 0) packed_.fail("it is damaged");
            packed_.take(in.pos);
            if (bytes.empty() && out.pos == 0) {
                if (inside_) packed_.fail("it ends too early");
                return 0;
            }
            inside_ = told != 0;
        }
        return out.pos;
    }

private:
    struct release {
        void operator()(ZSTD_DStream *state) const { ZSTD_freeDStream(state); }
    };
    packed_bytes packed_;
    std::unique_ptr<ZSTD_DStream, release> state_{ZSTD_createDStream()};
    bool inside_{}; ///< a frame has not ended
};

template <class Text> byte_source source_of(byte_source from, const std::string &name) {
    return [text = std::make_shared<Text>(std::move(from), name)](char *into, std::size_t size) {
        return text->read(into, size);
    };
}

} // namespace

bool is_packed(std::string_view first_bytes) {
    return first_bytes.starts_with(gzip) || first_bytes.starts_with(zstd);
}

byte_source unpacked(byte_source from, std::string_view first_bytes, const std::string &name) {
    return first_bytes.starts_with(gzip) ? source_of<gzip_text>(std::move(from), name)
                                         : source_of<zstd_text>(std::move(from), name);
}

} // namespace report
