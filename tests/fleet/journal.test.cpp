// SPDX-License-Identifier: MIT
#include "../../examples/fleet/journal.hpp"

#include "temporary_folder.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using fleet::bytes, fleet::journal, fleet::temporary_folder;

bytes as_bytes(const std::string &text) { return std::as_bytes(std::span{text}); }

struct read_back {
    std::string wrong;
    std::vector<std::string> groups{};

    explicit read_back(const std::string &folder) {
        journal j;
        wrong = j.open(folder, [&](bytes group) {
            groups.emplace_back(reinterpret_cast<const char *>(group.data()), group.size());
            return true;
        });
    }
};

std::string three_groups(const temporary_folder &f) {
    journal j;
    REQUIRE(j.open(f.path, [](bytes) { return true; }).empty());
    for (const char *group : {"first", "", "the third"})
        REQUIRE(j.append(as_bytes(group)));
    return f.content();
}

TEST_CASE("what was appended is read again, in order") {
    const temporary_folder f;
    CHECK(read_back{f.path}.groups.empty());
    static_cast<void>(three_groups(f));
    const read_back r{f.path};
    CHECK(r.wrong.empty());
    CHECK(r.groups == std::vector<std::string>{"first", "", "the third"});
}

TEST_CASE("wherever a power cut tears the last group, the ones before it are there, and writing goes on") {
    const temporary_folder f;
    const std::string whole = three_groups(f);
    const std::size_t last = whole.size() - 12 - std::string{"the third"}.size();
    for (std::size_t cut = last; cut < whole.size(); ++cut)
        for (const std::string &tail :
             {std::string{}, std::string(whole.size() - cut, '\0'), std::string(40, 'k')}) {
            f.put(whole.substr(0, cut) + tail);
            CHECK(read_back{f.path}.groups.size() == 2);
            {
                journal j;
                REQUIRE(j.open(f.path, [](bytes) { return true; }).empty());
                REQUIRE(j.append(as_bytes("after")));
            }
            CHECK(read_back{f.path}.groups == std::vector<std::string>{"first", "", "after"});
        }
}

TEST_CASE("a bit that is wrong before a whole group is damage, and refused") {
    const temporary_folder f;
    const std::string whole = three_groups(f);
    const std::size_t last = whole.size() - 12 - std::string{"the third"}.size();
    for (std::size_t bit = 0; bit < last * 8; ++bit) {
        std::string damaged = whole;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << bit % 8));
        f.put(damaged);
        const read_back r{f.path};
        CHECK(r.wrong.find("is damaged at byte") != std::string::npos);
        CHECK(f.content() == damaged);
    }
}

TEST_CASE("one group takes the place of all") {
    const temporary_folder f;
    static_cast<void>(three_groups(f));
    {
        journal j;
        REQUIRE(j.open(f.path, [](bytes) { return true; }).empty());
        REQUIRE(j.replace(as_bytes("all")));
        REQUIRE(j.append(as_bytes("more")));
        CHECK(j.size() == f.content().size());
    }
    CHECK(read_back{f.path}.groups == std::vector<std::string>{"all", "more"});
}

TEST_CASE("a folder has one owner") {
    const temporary_folder f;
    journal j;
    REQUIRE(j.open(f.path, [](bytes) { return true; }).empty());
    CHECK(read_back{f.path}.wrong == f.path + " is in use by another process: give each one its own folder");
}

TEST_CASE("what is not understood is refused with its place") {
    const temporary_folder f;
    static_cast<void>(three_groups(f));
    journal j;
    CHECK(j.open(f.path, [](bytes group) { return !group.empty(); }) ==
          f.file() + " holds what this version does not understand, at byte 17: move the folder away");
}

} // namespace
