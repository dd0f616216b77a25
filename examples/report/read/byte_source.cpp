// SPDX-License-Identifier: MIT
#include "read/byte_source.hpp"

#include "failure.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
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

    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) throw failure{path + ": is a directory, not a file"};
    std::FILE *file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) throw failure{path + ": cannot be opened: " + std::strerror(errno)};

    input opened{path, file_source({file, [](std::FILE *f) { std::fclose(f); }}, path), std::nullopt};
    std::error_code failed;
    if (std::filesystem::is_regular_file(path, failed))
        if (const auto size = std::filesystem::file_size(path, failed); !failed) opened.size = size;
    return opened;
}

spool::spool(const input &from)
    : name_{from.name}, file_{std::tmpfile(), [](std::FILE *f) {
                                  if (f != nullptr) std::fclose(f);
                              }} {
    std::vector<char> room(std::size_t{1} << 16);
    bool kept = file_ != nullptr;
    for (std::size_t got = 0; kept && (got = from.read(room.data(), room.size())) != 0;)
        kept = std::fwrite(room.data(), 1, got, file_.get()) == got;
    if (!kept || std::fflush(file_.get()) != 0)
        throw failure{name_ + ": has to be kept in a file to be read twice: " + std::strerror(errno)};
}

input spool::open() const {
    std::rewind(file_.get());
    return {name_, file_source(file_, name_), std::nullopt};
}

byte_source text_source(std::string text) {
    return [text = std::move(text), at = std::size_t{0}](char *into, std::size_t size) mutable {
        const std::size_t got = text.copy(into, size, at);
        at += got;
        return got;
    };
}

} // namespace report
