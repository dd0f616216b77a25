// SPDX-License-Identifier: MIT
#pragma once

/// Snapshots in files, each of which is replaced at once: whoever opens one, even after a crash, finds the
/// old bytes or the new ones and never a mixture. POSIX.

#include <kpi/snapshot/codec.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <span>
#include <string>

namespace plugin {

/// What the new bytes survive. Surviving a power cut means waiting for the disk, which can take tens of
/// milliseconds.
enum class survives : std::uint8_t { crash, power_cut };

/// An open file, closed at the end of its scope.
class opened_file {
public:
    opened_file(const std::string &path, int how) noexcept
        : file_{open(path.c_str(), how | O_CLOEXEC, 0644)} {}
    opened_file(const opened_file &) = delete;
    opened_file &operator=(const opened_file &) = delete;
    ~opened_file() {
        if (file_ >= 0) close(file_);
    }

    [[nodiscard]] int operator()() const noexcept { return file_; }

private:
    int file_;
};

/// Writes all the bytes. False if the system refuses (errno says why).
[[nodiscard]] inline bool write_all(int file, std::span<const std::byte> bytes) noexcept {
    while (!bytes.empty()) {
        const ssize_t n = write(file, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(n));
    }
    return true;
}

/// Puts these bytes into a file: first into another file beside it, which then takes its name. False if the
/// system refuses (errno says why); the file is then as it was.
[[nodiscard]] inline bool replace_file(const std::string &path, std::span<const std::byte> bytes,
                                       survives s) {
    const std::string beside = path + ".new";
    {
        const opened_file file{beside, O_WRONLY | O_CREAT | O_TRUNC};
        if (file() < 0 || !write_all(file(), bytes)) return false;
        if (s == survives::power_cut && fsync(file()) != 0) return false;
    }
    if (std::rename(beside.c_str(), path.c_str()) != 0) return false;
    if (s == survives::crash) return true;
    const std::size_t name = path.rfind('/') + 1; // npos + 1 is 0
    const opened_file folder{name == 0 ? "." : path.substr(0, name), O_RDONLY | O_DIRECTORY};
    return folder() >= 0 && fsync(folder()) == 0;
}

/// Saves a state as its snapshot.
template <kpi::state State> [[nodiscard]] bool save(const std::string &path, const State &state, survives s) {
    std::array<std::byte, kpi::snapshot::encoded_size_bound<State>> room;
    return replace_file(path, kpi::snapshot::encode(state, room), s);
}

/// Reads a state. Unless the result is `ok`, the state is as it was: `absent` if there is no such file,
/// `read_failed` if it cannot be read (errno says why), otherwise what is wrong with its bytes.
template <kpi::state State> [[nodiscard]] kpi::snapshot::status load(const std::string &path, State &into) {
    using kpi::snapshot::status;
    const opened_file file{path, O_RDONLY};
    if (file() < 0) return errno == ENOENT ? status::absent : status::read_failed;
    std::array<std::byte, kpi::snapshot::encoded_size_bound<State> + 1> room; // one byte more than any has
    std::size_t size = 0;
    while (size < room.size()) {
        const ssize_t n = read(file(), room.data() + size, room.size() - size);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return status::read_failed;
        if (n == 0) break;
        size += static_cast<std::size_t>(n);
    }
    return kpi::snapshot::decode(std::span<const std::byte>{room}.first(size), into);
}

} // namespace plugin
