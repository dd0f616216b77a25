// SPDX-License-Identifier: MIT
#include "read/byte_source.hpp"

#include "failure.hpp"
#include "machine/machine.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <span>
#include <system_error>
#include <vector>

namespace report {
namespace {

byte_source file_source(std::shared_ptr<std::FILE> file, std::string name) {
    return [file = std::move(file), name = std::move(name)](char *into, std::size_t size) {
        const std::size_t got = std::fread(into, 1, size, file.get());
        if (got < size && std::ferror(file.get()) != 0)
            throw failure{name + ": reading failed: " + std::strerror(errno)};
        return got;
    };
}

} // namespace

input open_input(const std::string &path) {
    if (path == "-")
        return {"standard input", file_source({stdin, [](std::FILE *) {}}, "standard input"), std::nullopt};

    const std::filesystem::path place = machine::path_of(path);
    std::error_code ignored;
    if (std::filesystem::is_directory(place, ignored)) throw failure{path + ": is a directory, not a file"};
    std::FILE *file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) throw failure{path + ": cannot be opened: " + std::strerror(errno)};

    input opened{path, file_source({file, [](std::FILE *f) { std::fclose(f); }}, path), std::nullopt};
    std::error_code failed;
    if (std::filesystem::is_regular_file(place, failed))
        if (const auto size = std::filesystem::file_size(place, failed); !failed) opened.size = size;
    return opened;
}

spool::spool(const input &from)
    : name_{from.name}, file_{std::make_shared<unnamed_file>(name_ +
                                                             ": has to be kept to be read a second time")} {
    std::vector<char> room(std::size_t{1} << 16);
    while (const std::size_t got = from.read(room.data(), room.size()))
        file_->append(std::span{room}.first(got));
}

input spool::open() const {
    return {name_,
            [file = file_, at = std::uint64_t{}](char *into, std::size_t size) mutable {
                const auto got = std::min<std::uint64_t>(size, file->size() - at);
                file->read(at, {into, static_cast<std::size_t>(got)});
                at += got;
                return static_cast<std::size_t>(got);
            },
            std::nullopt};
}

peeked peek(byte_source from, std::size_t most) {
    std::string first(most, '\0');
    std::size_t size = 0;
    while (size < most) {
        const std::size_t got = from(first.data() + size, most - size);
        if (got == 0) break;
        size += got;
    }
    first.resize(size);
    return {first, continued(first, std::move(from))};
}

byte_source continued(std::string text, byte_source then) {
    return [text = std::move(text), then = std::move(then), at = std::size_t{}](char *into,
                                                                                std::size_t room) mutable {
        if (at == text.size()) return then ? then(into, room) : std::size_t{};
        const std::size_t got = text.copy(into, room, at);
        at += got;
        return got;
    };
}

byte_source text_source(std::string text) { return continued(std::move(text), {}); }

} // namespace report
