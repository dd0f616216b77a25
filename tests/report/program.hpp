// SPDX-License-Identifier: MIT
#pragma once

/// Runs the built kpi-report in a folder of its own, as a user would.

#include <doctest/doctest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace report::test {

struct outcome {
    int code{-1};
    std::string out, err;
};

class folder {
public:
    folder() {
        std::string path = (std::filesystem::temp_directory_path() / "kpi-report-XXXXXX").string();
        REQUIRE(mkdtemp(path.data()) != nullptr);
        path_ = path;
    }
    ~folder() { std::filesystem::remove_all(path_); }
    folder(const folder &) = delete;
    folder &operator=(const folder &) = delete;

    [[nodiscard]] std::string path() const { return path_.string(); }
    void write(const std::string &name, const std::string &text) const {
        std::ofstream{path_ / name, std::ios::binary} << text;
    }
    [[nodiscard]] std::string read(const std::string &name) const {
        std::ostringstream text;
        text << std::ifstream{path_ / name, std::ios::binary}.rdbuf();
        return text.str();
    }

    /// kpi-report with these arguments, as the shell reads them; `before` may set variables.
    [[nodiscard]] outcome run(const std::string &arguments, const std::string &input = {},
                              const std::string &before = {}) const {
        write(".input", input);
        const std::string command = "cd '" + path_.string() + "' && { " + before + " '" KPI_REPORT "' " +
                                    arguments + "; } <.input >.out 2>.err";
        const int status = std::system(command.c_str());
        return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(".out"), read(".err")};
    }

private:
    std::filesystem::path path_;
};

} // namespace report::test
