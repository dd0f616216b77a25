// SPDX-License-Identifier: MIT
#include "read/unnamed_file.hpp"

#include "failure.hpp"
#include "machine/machine.hpp"

#include <cerrno>
#include <cstring>
#include <utility>

namespace report {

unnamed_file::unnamed_file(std::string why)
    : why_{std::move(why)}, folder_{machine::folder_of_temporary_files()}, file_{machine::open_temporary_file(
                                                                               folder_)} {
    if (file_ == -1) fail(std::strerror(errno));
}

unnamed_file::~unnamed_file() { machine::close_temporary_file(file_); }

void unnamed_file::append(std::span<const char> bytes) {
    while (!bytes.empty()) {
        const auto written = machine::write_at(file_, size_, bytes);
        if (written <= 0) fail(written == 0 ? "nothing more is written" : std::strerror(errno));
        bytes = bytes.subspan(static_cast<std::size_t>(written));
        size_ += static_cast<std::uint64_t>(written);
    }
}

void unnamed_file::read(std::uint64_t from, std::span<char> into) const {
    while (!into.empty()) {
        const auto got = machine::read_at(file_, from, into);
        if (got <= 0) fail(got == 0 ? "the file is shorter than it was written" : std::strerror(errno));
        into = into.subspan(static_cast<std::size_t>(got));
        from += static_cast<std::uint64_t>(got);
    }
}

void unnamed_file::fail(const std::string &what) const {
    throw failure{why_ + ", in a file in " + folder_ + ": " + what};
}

} // namespace report
