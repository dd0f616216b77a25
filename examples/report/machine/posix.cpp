// SPDX-License-Identifier: MIT
#include "machine/machine.hpp"

#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>
#include <system_error>

namespace report::machine {
namespace {

/// Repeats the call if a signal interrupts it.
std::ptrdiff_t whole(auto &&call) {
    for (;;)
        if (const auto done = call(); done >= 0 || errno != EINTR) return done;
}

} // namespace

void begin() { std::signal(SIGXFSZ, SIG_IGN); } // a file that may not grow

std::uint64_t memory() {
    return static_cast<std::uint64_t>(sysconf(_SC_PHYS_PAGES)) *
           static_cast<std::uint64_t>(sysconf(_SC_PAGE_SIZE));
}

void wish_for_large_pages([[maybe_unused]] void *memory, [[maybe_unused]] std::size_t size) {
#ifdef MADV_HUGEPAGE
    ::madvise(memory, size, MADV_HUGEPAGE); // if this fails, it does not matter
#endif
}

unsigned long process() { return static_cast<unsigned long>(getpid()); }

std::filesystem::path path_of(const std::string &name) { return name; }

std::string folder_of_program() {
    std::error_code none;
    return std::filesystem::read_symlink("/proc/self/exe", none).parent_path().string();
}

bool is_terminal(std::FILE *file) { return isatty(fileno(file)) == 1; }

bool shows_colours(std::FILE *terminal) {
    const char *const kind = std::getenv("TERM");
    return is_terminal(terminal) && kind != nullptr && *kind != '\0' && std::string_view{kind} != "dumb";
}

std::size_t width(std::FILE *terminal) {
    winsize window{};
    return ioctl(fileno(terminal), TIOCGWINSZ, &window) == 0 ? window.ws_col : 0;
}

bool reaches_disk(std::FILE *file) { return std::fflush(file) == 0 && fsync(fileno(file)) == 0; }

std::string folder_of_temporary_files() {
    const char *const chosen = std::getenv("TMPDIR");
    return chosen != nullptr && *chosen != '\0' ? chosen : "/tmp";
}

int open_temporary_file(const std::string &folder) {
    std::string path = folder + "/kpi-report-XXXXXX";
    const int file = ::mkstemp(path.data());
    if (file != -1) ::unlink(path.c_str());
    return file;
}

void close_temporary_file(int file) { ::close(file); }

std::ptrdiff_t write_at(int file, std::uint64_t place, std::span<const char> bytes) {
    return whole([&] { return ::pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(place)); });
}

std::ptrdiff_t read_at(int file, std::uint64_t place, std::span<char> into) {
    return whole([&] { return ::pread(file, into.data(), into.size(), static_cast<off_t>(place)); });
}

} // namespace report::machine
