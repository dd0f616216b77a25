// SPDX-License-Identifier: MIT
#pragma once

/// What the program asks of its operating system, which each system does in its own way: posix.cpp,
/// windows.cpp. If something fails, errno says why.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <span>
#include <string>

namespace report::machine {

/// Call this first: it makes input and output binary, and a failed write an error that ends nothing.
void begin();

/// The machine's memory in bytes, some of which others use.
[[nodiscard]] std::uint64_t memory();
/// For memory that is a multiple of large pages, if the system has them: fewer page faults.
void wish_for_large_pages(void *memory, std::size_t size);

/// A number that no other running process has.
[[nodiscard]] unsigned long process();
/// The path of a file as a user names it, in UTF-8.
[[nodiscard]] std::filesystem::path path_of(const std::string &name);
/// The folder of the program's own file.
[[nodiscard]] std::string folder_of_program();

/// Whether somebody is watching the output.
[[nodiscard]] bool is_terminal(std::FILE *file);
[[nodiscard]] bool shows_colours(std::FILE *terminal);
/// Characters in a line; 0 if it is no terminal.
[[nodiscard]] std::size_t width(std::FILE *terminal);

/// Makes sure that everything written to the file is on the disk. False if that failed.
[[nodiscard]] bool reaches_disk(std::FILE *file);

/// The folder in which the user wants temporary files.
[[nodiscard]] std::string folder_of_temporary_files();
/// Opens a file without a name there: it is gone as soon as it is closed, however the program ends. -1 if
/// that is impossible.
[[nodiscard]] int open_temporary_file(const std::string &folder);
void close_temporary_file(int file);
/// How many bytes were moved, at least one if there is room; negative if it failed. Any thread may call it.
[[nodiscard]] std::ptrdiff_t write_at(int file, std::uint64_t place, std::span<const char> bytes);
[[nodiscard]] std::ptrdiff_t read_at(int file, std::uint64_t place, std::span<char> into);

} // namespace report::machine
