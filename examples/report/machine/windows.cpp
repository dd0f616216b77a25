// SPDX-License-Identifier: MIT
#include "machine/machine.hpp"

#include <fcntl.h>
#include <io.h>
#include <share.h>
#include <windows.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace report::machine {
namespace {

HANDLE of(int file) { return reinterpret_cast<HANDLE>(_get_osfhandle(file)); }
HANDLE of(std::FILE *file) { return of(_fileno(file)); }

/// Calls move(number of bytes, number that went through, their place in the file).
std::ptrdiff_t moved(std::uint64_t place, std::size_t size, auto &&move) {
    constexpr std::size_t most = std::size_t{1} << 30;
    OVERLAPPED there{};
    there.Offset = static_cast<DWORD>(place & 0xFFFFFFFFu);
    there.OffsetHigh = static_cast<DWORD>(place >> 32);
    DWORD done = 0;
    if (move(static_cast<DWORD>(std::min(size, most)), &done, &there))
        return static_cast<std::ptrdiff_t>(done);
    const DWORD why = GetLastError();
    if (why == ERROR_HANDLE_EOF) return 0;
    errno = why == ERROR_DISK_FULL || why == ERROR_HANDLE_DISK_FULL ? ENOSPC : EIO;
    return -1;
}

} // namespace

void begin() {
    for (std::FILE *const file : {stdin, stdout, stderr})
        _setmode(_fileno(file), _O_BINARY);
    SetConsoleOutputCP(CP_UTF8);
}

std::uint64_t memory() {
    MEMORYSTATUSEX state{};
    state.dwLength = sizeof state;
    return GlobalMemoryStatusEx(&state) ? state.ullTotalPhys : std::uint64_t{1} << 30;
}

void wish_for_large_pages(void *, std::size_t) {} // they need a privilege that users lack

unsigned long process() { return GetCurrentProcessId(); }

std::filesystem::path path_of(const std::string &name) { return std::u8string{name.begin(), name.end()}; }

std::string folder_of_program() {
    std::array<char, 32'768> path{}; // the longest possible path
    GetModuleFileNameA(nullptr, path.data(), static_cast<DWORD>(path.size()));
    const std::string name{path.data()};
    return name.substr(0, name.find_last_of('\\'));
}

bool is_terminal(std::FILE *file) {
    DWORD mode = 0;
    return GetConsoleMode(of(file), &mode) != 0;
}

bool shows_colours(std::FILE *terminal) {
    DWORD mode = 0;
    return GetConsoleMode(of(terminal), &mode) != 0 &&
           SetConsoleMode(of(terminal), mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING) != 0;
}

std::size_t width(std::FILE *terminal) {
    CONSOLE_SCREEN_BUFFER_INFO screen{};
    if (!GetConsoleScreenBufferInfo(of(terminal), &screen)) return 0;
    return static_cast<std::size_t>(screen.srWindow.Right - screen.srWindow.Left + 1);
}

bool reaches_disk(std::FILE *file) { return std::fflush(file) == 0 && _commit(_fileno(file)) == 0; }

std::string folder_of_temporary_files() {
    std::array<char, MAX_PATH + 1> path{};
    GetTempPathA(static_cast<DWORD>(path.size()), path.data());
    return path.data();
}

int open_temporary_file(const std::string &folder) {
    std::array<char, MAX_PATH> path{};
    if (GetTempFileNameA(folder.c_str(), "kpi", 0, path.data()) == 0) {
        errno = ENOENT;
        return -1;
    }
    return _sopen(path.data(), _O_RDWR | _O_BINARY | _O_TEMPORARY, _SH_DENYRW);
}

void close_temporary_file(int file) { _close(file); }

std::ptrdiff_t write_at(int file, std::uint64_t place, std::span<const char> bytes) {
    return moved(place, bytes.size(), [&](DWORD size, DWORD *done, OVERLAPPED *there) {
        return WriteFile(of(file), bytes.data(), size, done, there);
    });
}

std::ptrdiff_t read_at(int file, std::uint64_t place, std::span<char> into) {
    return moved(place, into.size(), [&](DWORD size, DWORD *done, OVERLAPPED *there) {
        return ReadFile(of(file), into.data(), size, done, there);
    });
}

} // namespace report::machine
