// SPDX-License-Identifier: MIT
// The extension of SQLite, called from C++: its states are those of the library, and no blob whatever can
// harm it.

#include "sql/states.hpp"
#include "support/random.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <bit>
#include <cstring>
#include <string>
#include <vector>

namespace kpi::test {
namespace {

using namespace plugin::sql;
using blob = std::vector<std::byte>;

class database {
public:
    database() {
        REQUIRE(sqlite3_open(":memory:", &db_) == SQLITE_OK);
        REQUIRE(sqlite3_db_config(db_, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr) == SQLITE_OK);
        char *why = nullptr;
        const int answer = sqlite3_load_extension(db_, KPI_EXTENSION, nullptr, &why);
        INFO(why);
        REQUIRE(answer == SQLITE_OK);
    }
    database(const database &) = delete;
    database &operator=(const database &) = delete;
    ~database() { sqlite3_close(db_); }

    sqlite3 *operator()() const { return db_; }

private:
    sqlite3 *db_{};
};

class statement {
public:
    statement(const database &db, const char *sql) {
        REQUIRE(sqlite3_prepare_v2(db(), sql, -1, &s_, nullptr) == SQLITE_OK);
    }
    statement(const statement &) = delete;
    statement &operator=(const statement &) = delete;
    ~statement() { sqlite3_finalize(s_); }

    sqlite3_stmt *operator()() const { return s_; }
    void bind(int i, const blob &b) const {
        REQUIRE(sqlite3_bind_blob64(s_, i, b.data(), b.size(), SQLITE_TRANSIENT) == SQLITE_OK);
    }
    [[nodiscard]] int step() const { return sqlite3_step(s_); }
    [[nodiscard]] blob bytes(int column = 0) const {
        const auto *const at = static_cast<const std::byte *>(sqlite3_column_blob(s_, column));
        return {at, at + sqlite3_column_bytes(s_, column)};
    }
    void reset() const { sqlite3_reset(s_); }

private:
    sqlite3_stmt *s_{};
};

activity some_kind(random &next) {
    const auto kinds = static_cast<std::uint64_t>(std::popcount(enumerator_bits<activity>()));
    return next.pick<activity>(kinds);
}

template <class State> blob bytes_of(const State &state) {
    blob all(room<State>);
    all.resize(plugin::sql::encode(state, std::span<std::byte, room<State>>{all}).size());
    return all;
}

TEST_CASE("kpi_board answers the library's own bytes, of a group and of every window") {
    const database db;
    sqlite3_exec(
        db(), "create table e(n integer primary key, kind, elapsed, value, units, touches, score, channel)",
        nullptr, nullptr, nullptr);
    random next{1};
    std::vector<touch> all;
    {
        const statement insert{db, "insert into e values(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"};
        for (int n = 0; n < 1500; ++n) {
            touch e{.kind = some_kind(next), .channel = next.pick<sales::medium>(7)};
            sqlite3_bind_int(insert(), 1, n);
            sqlite3_bind_int(insert(), 2, static_cast<int>(e.kind));
            sqlite3_bind_int(insert(), 8, static_cast<int>(e.channel));
            int column = 3;
            for (maybe<std::uint32_t> *const number :
                 {&e.elapsed, &e.value, &e.units, &e.touches, &e.score}) {
                const auto x = next.pick<std::uint32_t>(4) * 100'000;
                if (x == 0) {
                    sqlite3_bind_null(insert(), column++);
                    continue;
                }
                *number = x;
                sqlite3_bind_int64(insert(), column++, x);
            }
            REQUIRE(insert.step() == SQLITE_DONE);
            insert.reset();
            all.push_back(e);
        }
    }
    boards whole;
    for (const touch &e : all)
        whole.record(e);
    const statement group{db,
                          "select kpi_board(kind, elapsed, value, units, touches, score, channel) from e"};
    REQUIRE(group.step() == SQLITE_ROW);
    CHECK(group.bytes() == bytes_of(whole));
    CHECK(group.bytes() == [&] {
        blob of_a_board(snapshot::encoded_size_bound<board>);
        of_a_board.resize(snapshot::encode(*whole, of_a_board).size());
        return of_a_board;
    }());

    const statement window{db, "select kpi_board(kind, elapsed, value, units, touches, score, channel) "
                               "over (order by n rows between 40 preceding and 7 following) from e"};
    for (std::size_t n = 0; n < all.size(); ++n) {
        REQUIRE(window.step() == SQLITE_ROW);
        boards moved;
        for (std::size_t i = n < 40 ? 0 : n - 40; i < all.size() && i <= n + 7; ++i)
            moved.record(all[i]);
        REQUIRE(window.bytes() == bytes_of(moved));
    }
    CHECK(window.step() == SQLITE_DONE);
}

TEST_CASE("no blob crashes a function: it is refused with a sentence, or is a snapshot") {
    const database db;
    boards some;
    ids different;
    numbers sizes;
    random next{2};
    for (int i = 0; i < 2000; ++i) {
        some.record({.kind = some_kind(next), .value = next.pick<std::uint32_t>(1000)});
        different.record(next());
        sizes.record(next.pick<std::uint32_t>(100'000));
    }
    boards of_a_dialer;
    blob few(1000);
    few.resize(snapshot::encode(scorecard<touch, sales::win_rate>{}, few).size());
    REQUIRE(decode(few, of_a_dialer) == status::ok);
    const blob whole[]{bytes_of(some), bytes_of(different), bytes_of(sizes), few, bytes_of(of_a_dialer)};

    const statement calls[]{{db, "select kpi_merge(?1)"},
                            {db, "select kpi_merge(b) from (select ?1 as b union all select ?2)"},
                            {db, "select kpi_value(?1, 'win_rate'), kpi_low(?1, 'net_promoter_score')"},
                            {db, "select kpi_value(?1, 95, 100)"},
                            {db, "select kpi_json(?1)"}};
    std::size_t taken = 0, refused = 0;
    const auto try_all = [&](const blob &b) {
        for (const statement &call : calls) {
            call.bind(1, b);
            if (sqlite3_bind_parameter_count(call()) == 2) call.bind(2, whole[next.pick<std::size_t>(5)]);
            const int answer = call.step();
            REQUIRE((answer == SQLITE_ROW || answer == SQLITE_ERROR));
            if (answer == SQLITE_ERROR) REQUIRE(std::strlen(sqlite3_errmsg(db())) > 10);
            ++(answer == SQLITE_ROW ? taken : refused);
            call.reset();
        }
    };
    for (const blob &b : whole) {
        for (std::size_t size = 0; size < b.size(); size += 1 + size / 20)
            try_all({b.begin(), b.begin() + static_cast<std::ptrdiff_t>(size)});
        for (int i = 0; i < 300; ++i) {
            blob damaged = b;
            damaged[next.pick<std::size_t>(b.size())] ^= next.pick<std::byte>(256);
            try_all(damaged);
        }
        // The checksum fits, as of someone who means harm.
        for (int i = 0; i < 1000; ++i) {
            blob forged = b;
            if (next.below(4) == 0) forged.resize(20 + next.pick<std::size_t>(b.size()));
            for (auto n = next.below(4); n > 0; --n)
                forged[9 + next.pick<std::size_t>(forged.size() - 9)] = next.pick<std::byte>(256);
            const std::size_t body = forged.size() - 4;
            snapshot::detail::write_number<4>(std::span{forged}.subspan(5), body - 9);
            snapshot::detail::write_number<4>(std::span{forged}.subspan(body),
                                              snapshot::crc32c(std::span{forged}.first(body)));
            try_all(forged);
        }
    }
    for (int i = 0; i < 500; ++i) {
        blob noise(next.pick<std::size_t>(100));
        for (std::byte &b : noise)
            b = next.pick<std::byte>(256);
        try_all(noise);
    }
    CHECK(taken > 1000);
    CHECK(refused > 1000);
}

} // namespace
} // namespace kpi::test
