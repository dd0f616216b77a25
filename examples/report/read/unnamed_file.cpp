// SPDX-License-Identifier: MIT
#include "read/unnamed_file.hpp"

#include "failure.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace report {

unnamed_file::unnamed_file(std::string why) : why_{std::move(why)}, folder_{"/tmp"} {
    if (const char *const chosen = std::getenv("TMPDIR"); chosen != nullptr && *chosen != '\0')
        folder_ = chosen;
    std::string path = folder_ + "/kpi-report-XXXXXX";
    file_ = ::mkstemp(path.data());
    if (file_ == -1) fail(std::strerror(errno));
    ::unlink(path.c_str());
}

unnamed_file::~unnamed_file() { ::close(file_); }

void unnamed_file::append(std::span<const char> bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) fail(written == 0 ? "nothing more is written" : std::strerror(errno));
        bytes = bytes.subspan(static_cast<std::size_t>(written));
        size_ += static_cast<std::uint64_t>(written);
    }
}

void unnamed_file::read(std::uint64_t from, std::span<char> into) const {
    while (!into.empty()) {
        const auto got = ::pread(file_, into.data(), into.size(), static_cast<off_t>(from));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) fail(got == 0 ? "the file is shorter than it was written" : std::strerror(errno));
        into = into.subspan(static_cast<std::size_t>(got));
        from += static_cast<std::uint64_t>(got);
    }
}

void unnamed_file::fail(const std::string &what) const {
    throw failure{why_ + ", in a file in " + folder_ + ": " + what};
}

} // namespace report
