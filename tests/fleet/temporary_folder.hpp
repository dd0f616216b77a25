// SPDX-License-Identifier: MIT
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace fleet {

/// A folder for a journal, gone at the end of its scope.
struct temporary_folder {
    std::string path = [] {
        std::string name = std::filesystem::temp_directory_path() / "kpi-journal-XXXXXX";
        return std::string{mkdtemp(name.data())};
    }();
    temporary_folder() = default;
    temporary_folder(const temporary_folder &) = delete;
    temporary_folder &operator=(const temporary_folder &) = delete;
    ~temporary_folder() { std::filesystem::remove_all(path); }

    [[nodiscard]] std::string file() const { return path + "/journal"; }
    [[nodiscard]] std::string content() const {
        std::ifstream in{file(), std::ios::binary};
        return {std::istreambuf_iterator<char>{in}, {}};
    }
    void put(const std::string &content) const { std::ofstream{file(), std::ios::binary} << content; }
};

} // namespace fleet
