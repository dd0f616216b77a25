// SPDX-License-Identifier: MIT
#pragma once

/// A file with what one of several runs has read of a log: a head that says which part it is, blocks of
/// bytes, and an end, without which it is incomplete. Each is preceded by its length and a checksum. The file
/// appears under its name only once it is complete and on the disk: a run that breaks off leaves none.

#include <cstdint>
#include <cstdio>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace report {

struct part_head {
    std::uint32_t which{1}, of{1}; ///< from 1 on
    std::string run;               ///< the same in all parts of one run
};

struct close_file {
    void operator()(std::FILE *file) const { static_cast<void>(std::fclose(file)); }
};
using open_part = std::unique_ptr<std::FILE, close_file>;

class part_writer {
public:
    /// Throws a failure if nothing can be written there.
    part_writer(std::string path, const part_head &head);
    ~part_writer();
    part_writer(const part_writer &) = delete;
    part_writer &operator=(const part_writer &) = delete;

    /// Any thread may call this; a block is not empty.
    void add(std::string_view block);
    /// After the last block. `end` is the same in all parts, as long as they have read the same.
    void finish(std::string_view end);

private:
    void put(std::string_view bytes);
    [[noreturn]] void fail() const;

    std::string path_, unfinished_; ///< its name until then
    std::mutex busy_;
    open_part file_;
};

class part_reader {
public:
    /// Throws a failure if it is no part file, or one of another version.
    explicit part_reader(std::string path);

    [[nodiscard]] const std::string &path() const { return path_; }
    [[nodiscard]] const part_head &head() const { return head_; }
    /// The next block; nothing after the last one. Throws a failure if the file is damaged.
    [[nodiscard]] std::optional<std::string> next();
    /// Valid when there are no further blocks.
    [[nodiscard]] const std::string &end() const { return end_; }
    /// Whether another file has the same bytes.
    [[nodiscard]] bool is_copy_of(const part_reader &other) const;

private:
    [[nodiscard]] std::string take();
    [[noreturn]] void fail(const std::string &why) const;

    std::string path_;
    open_part file_;
    part_head head_;
    std::string end_;
    bool ended_{};
};

} // namespace report
