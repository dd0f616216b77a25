// SPDX-License-Identifier: MIT
#include "show/terminal.hpp"

#include "machine/machine.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace report {
namespace {

using clock = std::chrono::steady_clock;
constexpr auto patience = std::chrono::milliseconds{500}, pause = std::chrono::milliseconds{200};

std::string_view environment(const char *name) {
    const char *value = std::getenv(name);
    return value == nullptr ? std::string_view{} : std::string_view{value};
}

struct progress {
    byte_source read;
    std::optional<std::uint64_t> size;
    std::uint64_t done{};
    clock::time_point next{clock::now() + patience};
    bool shown{};

    std::size_t operator()(char *into, std::size_t most) {
        const std::size_t got = read(into, most);
        done += got;
        if (got == 0 && shown) {
            std::fputs("\r\x1B[K", stderr);
        } else if (got != 0 && clock::now() >= next) {
            const auto megabytes = static_cast<double>(done) / 1e6;
            if (size && *size >= done)
                std::fprintf(stderr, "\r\x1B[K%.0f MB read, %d %%", megabytes,
                             static_cast<int>(static_cast<double>(done) / static_cast<double>(*size) * 100));
            else
                std::fprintf(stderr, "\r\x1B[K%.0f MB read", megabytes);
            shown = true;
            next = clock::now() + pause;
        }
        return got;
    }
};

} // namespace

bool wants_colour() { return environment("NO_COLOR").empty() && machine::shows_colours(stdout); }

std::size_t width_of_page() {
    constexpr std::size_t least = 40, usual = 100, most = 250;
    const std::string_view said = environment("COLUMNS");
    std::size_t wide = 0;
    std::from_chars(said.data(), said.data() + said.size(), wide);
    if (wide == 0) wide = machine::width(stdout);
    return wide == 0 ? usual : std::clamp(wide, least, most);
}

input with_progress(input log) {
    if (machine::is_terminal(stderr)) log.read = progress{std::move(log.read), log.size};
    return log;
}

} // namespace report
