// SPDX-License-Identifier: MIT
#include "read/unnamed_file.hpp"

#include "program.hpp"
#include "reports.hpp"

#include <sys/resource.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <string>

namespace unnamed_file_test {
namespace {

using namespace report;
using namespace report::test;

std::string read(const unnamed_file &file, std::uint64_t from, std::size_t size) {
    std::string text(size, '?');
    file.read(from, text);
    return text;
}

/// TMPDIR for as long as this lives.
class temporary_folder {
public:
    explicit temporary_folder(const std::string &path) {
        if (const char *const had = std::getenv("TMPDIR")) had_ = had;
        setenv("TMPDIR", path.c_str(), 1);
    }
    ~temporary_folder() { had_ ? setenv("TMPDIR", had_->c_str(), 1) : unsetenv("TMPDIR"); }
    temporary_folder(const temporary_folder &) = delete;
    temporary_folder &operator=(const temporary_folder &) = delete;

private:
    std::optional<std::string> had_;
};

/// As a disk that is full: no file may be longer than this.
class longest_file {
public:
    explicit longest_file(rlim_t bytes) : signalled_{std::signal(SIGXFSZ, SIG_IGN)} {
        REQUIRE(getrlimit(RLIMIT_FSIZE, &had_) == 0);
        const rlimit now{bytes, had_.rlim_max};
        REQUIRE(setrlimit(RLIMIT_FSIZE, &now) == 0);
    }
    ~longest_file() { setrlimit(RLIMIT_FSIZE, &had_), std::signal(SIGXFSZ, signalled_); }
    longest_file(const longest_file &) = delete;
    longest_file &operator=(const longest_file &) = delete;

private:
    void (*signalled_)(int);
    rlimit had_{};
};

} // namespace

TEST_CASE("what was appended can be read from anywhere, as often as one likes") {
    unnamed_file file{"x"};
    file.append(std::string{"one"}), file.append(std::string{}), file.append(std::string{"two"});
    CHECK(file.size() == 6);
    CHECK(read(file, 0, 6) == "onetwo");
    CHECK(read(file, 2, 2) == "et");
    file.append(std::string{"three"});
    CHECK(read(file, 4, 7) == "wothree");
}

TEST_CASE("no folder shows it, not even while it is in use") {
    const folder here;
    const temporary_folder chosen{here.path()};
    unnamed_file file{"x"};
    file.append(std::string(100'000, 'x'));
    CHECK(std::filesystem::is_empty(here.path()));
}

TEST_CASE("a folder that is not there is a failure") {
    const temporary_folder chosen{"/no/such/folder"};
    CHECK(failure_of([] { unnamed_file file{"rows have to be kept"}; }) ==
          "rows have to be kept, in a file in /no/such/folder: No such file or directory");
}

TEST_CASE("a file that cannot grow is a failure, with what fits of it or not") {
    const folder here;
    const temporary_folder chosen{here.path()};
    unnamed_file file{"rows have to be kept"};
    const longest_file limit{10};
    file.append(std::string(8, 'x'));
    CHECK(failure_of([&] { file.append(std::string(8, 'y')); }) ==
          "rows have to be kept, in a file in " + here.path() + ": File too large");
}

TEST_CASE("a file that is shorter than it was is a failure, not an end") {
    unnamed_file file{"rows have to be kept"};
    file.append(std::string{"one"});
    CHECK(failure_of([&] {
              static_cast<void>(read(file, 1, 3));
          }).ends_with("the file is shorter than it was written"));
}

TEST_CASE("what can be read once alone is read again from such a file") {
    const auto all_of = [](const input &from) {
        std::string text;
        std::array<char, 7> some{};
        while (const std::size_t got = from.read(some.data(), some.size()))
            text.append(some.data(), got);
        return text;
    };
    const std::string text = "a text, longer than what is read of it at once";
    const spool kept{{"pipe", text_source(text), {}}};
    CHECK(all_of(kept.open()) == text);
    CHECK(all_of(kept.open()) == text);
    CHECK(kept.open().name == "pipe");

    const longest_file limit{10};
    CHECK(failure_of([&] {
              spool{{"pipe", text_source(text), {}}};
          }).starts_with("pipe: has to be kept to be read a second time, in a file in "));
}

} // namespace unnamed_file_test
