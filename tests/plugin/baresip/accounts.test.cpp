// SPDX-License-Identifier: MIT
// The folder of the accounts: what a crash and a power cut leave in it.

#include "baresip/accounts.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace kpi::test {
namespace {

using namespace plugin::phone;
namespace fs = std::filesystem;

struct a_folder {
    fs::path path = [] {
        std::string name = (fs::temp_directory_path() / "kpi-accounts.XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        return fs::path{name} / "kpi";
    }();
    a_folder() = default;
    a_folder(const a_folder &) = delete;
    a_folder &operator=(const a_folder &) = delete;
    ~a_folder() { fs::remove_all(path.parent_path()); }

    [[nodiscard]] std::string text_of(const char *name) const {
        std::ifstream file{path / name};
        return {std::istreambuf_iterator<char>{file}, {}};
    }
    void cut(const char *name) const { fs::resize_file(path / name, 40); }
};

void call(accounts &all, const char *name, const ending &end) {
    auto &a = all.of(name);
    a.made.begin();
    all.changed(a);
    a.made.end(event_of(end, {}));
    all.changed(a);
}
constexpr ending busy{.answer = 486}, talk{.talked = 60000};

TEST_CASE("accounts: a crash loses nothing, and an account keeps its number") {
    const a_folder folder;
    {
        accounts all;
        REQUIRE(all.open(folder.path).empty());
        call(all, "sip:ben@example.com", busy);
        call(all, "sip:ana@example.com", talk);
        all.of("sip:ana@example.com").made.begin();
        all.changed(all.of("sip:ana@example.com"));
    } // nothing was settled
    accounts all;
    REQUIRE(all.open(folder.path).empty());
    CHECK(all.table() == "account                          calls  conversations  abandoned  talk time\n"
                         "sip:ben@example.com                  1              0          0        0 s\n"
                         "sip:ana@example.com                  2              1          0       60 s\n");
    CHECK(all.settle());
    const std::string text = folder.text_of("metrics.prom");
    CHECK(text.find("kpi_account_info{account=\"1\",aor=\"sip:ana@example.com\"} 1\n") != text.npos);
    CHECK(text.find("kpi_calls{account=\"1\"} 2\n") != text.npos);
    CHECK(text.ends_with("# EOF\n"));
}

TEST_CASE("accounts: what a power cut damaged is read as it was when it was settled") {
    const a_folder folder;
    {
        accounts all;
        REQUIRE(all.open(folder.path).empty());
        call(all, "sip:ana@example.com", busy);
        CHECK(all.settle());
        call(all, "sip:ana@example.com", busy);
    }
    accounts all;
    REQUIRE(all.open(folder.path).empty());
    CHECK(all.of("sip:ana@example.com").made.now().get<sales::calls>().n == 2);

    folder.cut("0.kpi");
    accounts after;
    REQUIRE(after.open(folder.path).empty());
    CHECK(after.of("sip:ana@example.com").made.now().get<sales::calls>().n == 1);

    folder.cut("0.kpi~");
    CHECK(accounts{}.open(folder.path) ==
          (folder.path / "0.kpi").string() + " is damaged (cut): move the folder away");
}

TEST_CASE("accounts: what could not be written is told, and tried again") {
    const a_folder folder;
    CHECK(accounts{}.open(folder.path / "deeper") ==
          (folder.path / "deeper").string() + ": No such file or directory");
    accounts all;
    REQUIRE(all.open(folder.path).empty());
    fs::remove_all(folder.path);
    call(all, "sip:ana@example.com", busy);
    CHECK_FALSE(all.settle());

    fs::create_directory(folder.path);
    CHECK(all.settle());
    accounts after;
    REQUIRE(after.open(folder.path).empty());
    CHECK(after.of("sip:ana@example.com").made.now().get<sales::calls>().n == 1);
}

TEST_CASE("accounts: a name can be any text") {
    const a_folder folder;
    accounts all;
    REQUIRE(all.open(folder.path).empty());
    call(all, "sip:\"a\\b\"@example.com", busy);
    CHECK(all.settle());
    CHECK(folder.text_of("metrics.prom").find("aor=\"sip:\\\"a\\\\b\\\"@example.com\"} 1\n") !=
          std::string::npos);
}

} // namespace
} // namespace kpi::test
