// SPDX-License-Identifier: MIT
#pragma once

/// A file for data that must survive a power cut before anybody is told that it has been taken. It consists
/// of groups; each is on the disk when `append` returns. Several messages go into one group, so that they
/// share one wait for the disk. `replace` puts one group in the place of all others, to keep the file short.
///
/// A group lies in a frame: "kpiJ", the length of the group (4 bytes, little-endian), a CRC-32C of length and
/// group, and the group. A power cut tears at most the last frame, because the one before was on the disk
/// before it was begun: nobody was told of it, and it is cut off. A bad frame followed by a whole one is not
/// torn but damaged, and the file is refused. POSIX.

#include "../plugin/kept_file.hpp"
#include "packed.hpp"
#include <kpi/snapshot/crc32c.hpp>

#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fleet {

class journal {
public:
    /// Reads the folder, which is made if it does not exist, and keeps others out of it. `each(group)` takes
    /// the groups in order, and returns whether it understands one. Returns what is wrong, or nothing.
    [[nodiscard]] std::string open(const std::string &folder, auto &&each) {
        if (mkdir(folder.c_str(), 0755) != 0 && errno != EEXIST) return folder + ": " + std::strerror(errno);
        folder_ = std::make_unique<plugin::opened_file>(folder, O_RDONLY | O_DIRECTORY);
        if ((*folder_)() < 0) return folder + ": " + std::strerror(errno);
        if (flock((*folder_)(), LOCK_EX | LOCK_NB) != 0)
            return folder + " is in use by another process: give each one its own folder";
        path_ = folder + "/journal";
        if (!reopen()) return path_ + ": " + std::strerror(errno);

        std::vector<std::byte> group;
        while (const std::optional<std::uint64_t> next = read_frame(size_, group)) {
            if (!each(bytes{group}))
                return path_ + " holds what this version does not understand, at byte " +
                       std::to_string(size_) + ": move the folder away";
            size_ = *next;
        }
        if (a_frame_follows(size_))
            return path_ + " is damaged at byte " + std::to_string(size_) +
                   ": restore the folder, or move it away";
        if (ftruncate((*file_)(), static_cast<off_t>(size_)) != 0 || fsync((*file_)()) != 0)
            return path_ + ": " + std::strerror(errno);
        return {};
    }

    /// Appends a group. False if the system refuses (errno says why); nothing is then known about the group.
    /// After a refused fsync nobody knows what is on the disk: all further groups are refused.
    [[nodiscard]] bool append(bytes group) {
        if (broken_) return errno = EIO, false;
        const std::vector<std::byte> frame = framed(group);
        if (!plugin::write_all((*file_)(), frame)) {
            const int why = errno;
            broken_ = ftruncate((*file_)(), static_cast<off_t>(size_)) != 0;
            return errno = why, false;
        }
        if (fdatasync((*file_)()) != 0) return broken_ = true, false;
        size_ += frame.size();
        return true;
    }

    /// Replaces all groups so far by this one, at once. False if the system refuses; everything is then as it
    /// was.
    [[nodiscard]] bool replace(bytes group) {
        if (broken_) return errno = EIO, false;
        const std::vector<std::byte> frame = framed(group);
        if (!plugin::replace_file(path_, frame, plugin::survives::power_cut)) return false;
        if (!reopen()) return broken_ = true, false;
        size_ = frame.size();
        return true;
    }

    /// Bytes in the file.
    [[nodiscard]] std::uint64_t size() const noexcept { return size_; }

private:
    static constexpr std::size_t header = 12;
    static constexpr std::array<char, 4> magic{'k', 'p', 'i', 'J'};

    [[nodiscard]] bool reopen() {
        file_ = std::make_unique<plugin::opened_file>(path_, O_RDWR | O_CREAT | O_APPEND);
        return (*file_)() >= 0;
    }
    [[nodiscard]] static std::uint32_t crc_of(bytes length, bytes group) {
        return kpi::snapshot::crc32c(group, kpi::snapshot::crc32c(length));
    }
    [[nodiscard]] static std::vector<std::byte> framed(bytes group) {
        packer length, frame;
        length.number<4>(group.size());
        frame.raw(std::as_bytes(std::span{magic})).raw(length.packed());
        frame.number<4>(crc_of(length.packed(), group)).raw(group);
        return frame.take();
    }
    [[nodiscard]] bool read_at(std::uint64_t offset, std::span<std::byte> into) const {
        while (!into.empty()) {
            const ssize_t n = pread((*file_)(), into.data(), into.size(), static_cast<off_t>(offset));
            if (n < 0 && errno == EINTR) continue;
            if (n <= 0) return false;
            into = into.subspan(static_cast<std::size_t>(n));
            offset += static_cast<std::uint64_t>(n);
        }
        return true;
    }
    [[nodiscard]] std::uint64_t file_size() const {
        struct stat about {};
        return fstat((*file_)(), &about) == 0 ? static_cast<std::uint64_t>(about.st_size) : 0;
    }
    /// Reads the frame at an offset, and returns where it ends; nothing if there is no whole frame.
    [[nodiscard]] std::optional<std::uint64_t> read_frame(std::uint64_t offset,
                                                          std::vector<std::byte> &group) const {
        std::array<std::byte, header> begin{};
        if (!read_at(offset, begin) || std::memcmp(begin.data(), magic.data(), magic.size()) != 0) return {};
        const bytes length = bytes{begin}.subspan(4, 4);
        unpacker told{bytes{begin}.subspan(4)};
        const std::uint64_t size = told.number<4>(), crc = told.number<4>();
        if (size > file_size() - offset - header) return {};
        group.resize(size);
        if (!read_at(offset + header, group) || crc_of(length, group) != crc) return {};
        return offset + header + size;
    }
    [[nodiscard]] bool a_frame_follows(std::uint64_t offset) const {
        std::vector<std::byte> rest(file_size() - offset), group;
        if (!read_at(offset, rest)) return false;
        const auto begins = [&](auto from) {
            return std::search(from, rest.end(), magic.begin(), magic.end(),
                               [](std::byte b, char c) { return b == static_cast<std::byte>(c); });
        };
        for (auto at = begins(rest.begin()); at != rest.end(); at = begins(at + 1))
            if (read_frame(offset + static_cast<std::uint64_t>(at - rest.begin()), group)) return true;
        return false;
    }

    std::unique_ptr<plugin::opened_file> folder_{}; ///< locked while it is open
    std::unique_ptr<plugin::opened_file> file_{};
    std::string path_{};
    std::uint64_t size_{};
    bool broken_{};
};

} // namespace fleet
