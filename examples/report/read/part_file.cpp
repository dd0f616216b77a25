// SPDX-License-Identifier: MIT
#include "read/part_file.hpp"

#include "failure.hpp"
#include "machine/machine.hpp"
#include "read/coded.hpp"
#include <kpi/snapshot/crc32c.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <span>
#include <system_error>
#include <utility>

namespace report {
namespace {

/// The number in it changes with the format of this file or of profile/saved_rows.
constexpr std::string_view magic = "kpi-report part 1\n";
constexpr std::uint32_t longest = std::uint32_t{1} << 30;

std::uint32_t checksum(std::string_view bytes) {
    return kpi::snapshot::crc32c(std::as_bytes(std::span{bytes.data(), bytes.size()}));
}

} // namespace

part_writer::part_writer(std::string path, const part_head &head)
    : path_{std::move(path)}, unfinished_{path_ + '.' + std::to_string(machine::process()) + ".unfinished"},
      file_{std::fopen(unfinished_.c_str(), "wb")} {
    if (!file_) fail();
    if (std::fwrite(magic.data(), 1, magic.size(), file_.get()) != magic.size()) fail();
    coded_writer coded;
    coded.put(head.which), coded.put(head.of), coded.put_text(head.run);
    put(coded.bytes());
}

part_writer::~part_writer() {
    if (unfinished_.empty()) return;
    file_.reset(); // some systems cannot remove an open file
    static_cast<void>(std::remove(unfinished_.c_str()));
}

void part_writer::fail() const { throw failure{path_ + ": cannot be written: " + std::strerror(errno)}; }

void part_writer::put(std::string_view bytes) {
    coded_writer before;
    before.put_fixed(static_cast<std::uint32_t>(bytes.size())), before.put_fixed(checksum(bytes));
    const auto write = [this](std::string_view piece) {
        if (std::fwrite(piece.data(), 1, piece.size(), file_.get()) != piece.size()) fail();
    };
    write(before.bytes()), write(bytes);
}

void part_writer::add(std::string_view block) {
    const std::lock_guard alone{busy_};
    put(block);
}

void part_writer::finish(std::string_view end) {
    put({}), put(end);
    if (!machine::reaches_disk(file_.get())) fail();
    file_.reset(); // and some cannot rename one
    std::error_code failed;
    std::filesystem::rename(machine::path_of(unfinished_), machine::path_of(path_), failed);
    if (failed) throw failure{path_ + ": cannot be written: " + failed.message()};
    unfinished_.clear();
}

part_reader::part_reader(std::string path) : path_{std::move(path)}, file_{std::fopen(path_.c_str(), "rb")} {
    if (!file_) fail(std::string{"cannot be opened: "} + std::strerror(errno));
    std::string begin(magic.size(), '\0');
    begin.resize(std::fread(begin.data(), 1, begin.size(), file_.get()));
    if (begin != magic) {
        const std::size_t number = magic.find_last_of(' ') + 1;
        fail(begin.substr(0, number) == magic.substr(0, number)
                 ? "was saved by another version of kpi-report: save all parts again"
                 : "is no part that kpi-report --partial has saved");
    }
    const std::string head = take();
    coded_reader coded{head};
    head_.which = static_cast<std::uint32_t>(coded.get()), head_.of = static_cast<std::uint32_t>(coded.get());
    head_.run = coded.get_text();
    if (!coded.is_at_end() || head_.which == 0 || head_.which > head_.of) fail("is damaged");
}

void part_reader::fail(const std::string &why) const { throw failure{path_ + ": " + why}; }

std::string part_reader::take() {
    const auto read = [this](std::size_t size) {
        std::string bytes(size, '\0');
        if (std::fread(bytes.data(), 1, size, file_.get()) != size) fail("ends too early: it is not whole");
        return bytes;
    };
    const std::string before = read(2 * sizeof(std::uint32_t));
    coded_reader coded{before};
    const std::uint32_t size = coded.get_fixed(), sum = coded.get_fixed();
    if (size > longest) fail("is damaged");
    std::string bytes = read(size);
    if (checksum(bytes) != sum) fail("is damaged");
    return bytes;
}

std::optional<std::string> part_reader::next() {
    if (ended_) return std::nullopt;
    std::string block = take();
    if (!block.empty()) return block;
    end_ = take(), ended_ = true;
    if (std::fgetc(file_.get()) != EOF) fail("goes on behind its end");
    return std::nullopt;
}

bool part_reader::is_copy_of(const part_reader &other) const {
    const open_part a{std::fopen(path_.c_str(), "rb")}, b{std::fopen(other.path_.c_str(), "rb")};
    std::array<char, 1 << 16> in_a{}, in_b{};
    for (std::size_t got = 1; a && b && got != 0;) {
        got = std::fread(in_a.data(), 1, in_a.size(), a.get());
        if (std::fread(in_b.data(), 1, in_b.size(), b.get()) != got) return false;
        if (!std::equal(in_a.begin(), in_a.begin() + static_cast<std::ptrdiff_t>(got), in_b.begin()))
            return false;
    }
    return a && b;
}

} // namespace report
