// SPDX-License-Identifier: MIT
#pragma once

/// What the program asks of the system that it runs on, which each does in its own way: posix.cpp,
/// windows.cpp. Where something fails, errno says why.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <span>
#include <string>

namespace report::machine {

/// Before all else: what is read and written are bytes, and what cannot be written is told and ends nothing.
void begin();

/// Bytes of memory, of which others use some.
[[nodiscard]] std::uint64_t memory();
/// For memory that is a multiple of the larger pages, where the system has them: fewer faults.
void wish_for_large_pages(void *memory, std::size_t size);

/// A number that no other process has that runs now.
[[nodiscard]] unsigned long process();
/// A file as a user names it, in UTF-8.
[[nodiscard]] std::filesystem::path path_of(const std::string &name);
/// Where the program's own file lies.
[[nodiscard]] std::string folder_of_program();

/// Somebody looks on.
[[nodiscard]] bool is_terminal(std::FILE *file);
[[nodiscard]] bool shows_colours(std::FILE *terminal);
/// Characters in a line; 0 where it is no terminal.
[[nodiscard]] std::size_t width(std::FILE *terminal);

/// What was written into it is on the disk. False where that failed.
[[nodiscard]] bool reaches_disk(std::FILE *file);

/// Where the user wants files that do not last.
[[nodiscard]] std::string folder_of_passing_files();
/// A file without a name there: gone as soon as it is closed, however the program ends. -1 where there can be
/// none.
[[nodiscard]] int open_passing_file(const std::string &folder);
void close_passing_file(int file);
/// How many bytes went through, at least one where there is room; below 0 where it failed. From any thread.
[[nodiscard]] std::ptrdiff_t write_at(int file, std::uint64_t place, std::span<const char> bytes);
[[nodiscard]] std::ptrdiff_t read_at(int file, std::uint64_t place, std::span<char> into);

} // namespace report::machine
