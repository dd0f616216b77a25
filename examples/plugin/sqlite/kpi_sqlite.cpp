// SPDX-License-Identifier: MIT
// A loadable extension of SQLite: aggregates and window functions over events and over snapshots. The README
// says what each function takes and returns.

#include "../sql/states.hpp"
#include <kpi/export/json.hpp>

#include <sqlite3ext.h>

#include <cstring>
#include <new>

SQLITE_EXTENSION_INIT1

namespace {

using namespace plugin::sql;
using plugin::figure;

/// The arguments of a call.
class arguments {
public:
    arguments(sqlite3_context *to, int size, sqlite3_value **all) noexcept
        : to_{to}, size_{size}, all_{all} {}

    [[nodiscard]] bool is_told(int i) const noexcept {
        return i < size_ && sqlite3_value_type(all_[i]) != SQLITE_NULL;
    }
    [[nodiscard]] bool is_text(int i) const noexcept { return sqlite3_value_type(all_[i]) == SQLITE_TEXT; }
    [[nodiscard]] std::string_view text(int i) const noexcept {
        const auto *const at =
            static_cast<const char *>(static_cast<const void *>(sqlite3_value_text(all_[i])));
        return at == nullptr ? std::string_view{}
                             : std::string_view{at, static_cast<std::size_t>(sqlite3_value_bytes(all_[i]))};
    }
    [[nodiscard]] std::span<const std::byte> bytes(int i) const noexcept {
        const auto *const at = static_cast<const std::byte *>(sqlite3_value_blob(all_[i]));
        return {at, at == nullptr ? 0 : static_cast<std::size_t>(sqlite3_value_bytes(all_[i]))};
    }
    [[nodiscard]] sqlite3_int64 integer(int i) const noexcept { return sqlite3_value_int64(all_[i]); }

    /// A whole number from 0 to the greatest that can be counted; otherwise the sentence.
    [[nodiscard]] bool number(int i, const char *name, std::uint32_t &into) const noexcept {
        const sqlite3_int64 n = integer(i);
        if (sqlite3_value_type(all_[i]) != SQLITE_INTEGER || n < 0 || n > 0xfffffffe)
            return fail("%s is a whole number from 0 to 4294967294", name);
        into = static_cast<std::uint32_t>(n);
        return true;
    }
    /// An enumerator by its name or number; otherwise the sentence.
    template <class Enum> [[nodiscard]] bool enumerator(int i, const char *name, Enum &into) const noexcept {
        const auto found = is_text(i) ? kpi::enumerator<Enum>(text(i)) : std::optional<Enum>{};
        const bool is_number = sqlite3_value_type(all_[i]) == SQLITE_INTEGER;
        if (found)
            into = *found;
        else if (is_number && integer(i) >= 0 && integer(i) < 64 &&
                 !kpi::name_of(static_cast<Enum>(integer(i))).empty())
            into = static_cast<Enum>(integer(i));
        else
            return fail("no %s is called '%s'", name, sqlite3_value_text(all_[i]));
        return true;
    }
    /// Reports an error, and returns false.
    template <class... Shown> bool fail(const char *sentence, Shown... shown) const noexcept {
        char *const whole = sqlite3_mprintf(sentence, shown...);
        if (whole == nullptr)
            sqlite3_result_error_nomem(to_);
        else
            sqlite3_result_error(to_, whole, -1);
        sqlite3_free(whole);
        return false;
    }
    [[nodiscard]] int size() const noexcept { return size_; }

private:
    sqlite3_context *to_;
    int size_;
    sqlite3_value **all_;
};

/// The state of a group, empty at first; null if there is no memory, which has then been reported.
template <class State> [[nodiscard]] State *state_of(sqlite3_context *context) noexcept {
    struct begun {
        State state;
        bool is_begun;
    };
    void *const at = sqlite3_aggregate_context(context, sizeof(begun));
    if (at == nullptr) {
        sqlite3_result_error_nomem(context);
        return nullptr;
    }
    begun *const b = static_cast<begun *>(at);
    if (!b->is_begun) new (at) begun{State{}, true};
    return &b->state;
}

template <class State> void answer_snapshot(sqlite3_context *context, const State &state) noexcept {
    std::byte bytes[room<State>];
    const auto written = encode(state, std::span<std::byte, room<State>>{bytes});
    sqlite3_result_blob64(context, written.data(), written.size(), SQLITE_TRANSIENT);
}

// ---- what is counted: each reads its arguments, and returns false if they are wrong

struct events {
    using state = boards;
    static constexpr int least = 1, most = 7;
    touch e{};

    bool read(const arguments &given) noexcept {
        if (!given.enumerator(0, "kind", e.kind)) return false;
        const auto number = [&given](int i, const char *name, kpi::maybe<std::uint32_t> &into) {
            std::uint32_t n = 0;
            if (!given.is_told(i)) return true;
            if (!given.number(i, name, n)) return false;
            into = n;
            return true;
        };
        return number(1, "elapsed", e.elapsed) && number(2, "value", e.value) &&
               number(3, "units", e.units) && number(4, "touches", e.touches) &&
               number(5, "score", e.score) &&
               (!given.is_told(6) || given.enumerator(6, "channel", e.channel));
    }
    void record(state &s) const noexcept { s.record(e); }
    bool retract(state &s) const noexcept { return s.retract(e); }
};
struct an_id {
    using state = ids;
    static constexpr int least = 1, most = 1;
    std::uint64_t id{};

    bool read(const arguments &given) noexcept {
        id = given.is_text(0) ? id_of(given.text(0)) : static_cast<std::uint64_t>(given.integer(0));
        return true;
    }
    void record(state &s) const noexcept { s.record(id); }
};
struct a_number {
    using state = numbers;
    static constexpr int least = 1, most = 1;
    std::uint32_t n{};

    bool read(const arguments &given) noexcept { return given.number(0, "what is distributed", n); }
    void record(state &s) const noexcept { s.record(n); }
    bool retract(state &s) const noexcept { return s.retract(n); }
};
/// A number, and which quantile is wanted.
struct ranked_numbers {
    numbers all{};
    std::uint32_t part{}, whole{};
};
struct a_ranked_number {
    using state = ranked_numbers;
    static constexpr int least = 3, most = 3;
    std::uint32_t n{}, part{}, whole{};

    bool read(const arguments &given) noexcept {
        return given.number(0, "what is distributed", n) && given.number(1, "the part", part) &&
               given.number(2, "the whole", whole) &&
               ((part <= whole && whole != 0) || given.fail("a quantile is a part of a whole, as 95, 100"));
    }
    void record(state &s) const noexcept { s.all.record(n), s.part = part, s.whole = whole; }
    bool retract(state &s) const noexcept { return s.all.retract(n); }
};

/// A row joins its group. A row whose first argument is null counts nowhere.
template <class Counted> void step(sqlite3_context *context, int size, sqlite3_value **values) noexcept {
    const arguments given{context, size, values};
    Counted row;
    if (size < Counted::least || size > Counted::most)
        given.fail("one argument to %d: kind, elapsed, value, units, touches, score, channel", Counted::most);
    else if (auto *const state = state_of<typename Counted::state>(context);
             state != nullptr && given.is_told(0))
        if (row.read(given)) row.record(*state);
}
/// A row leaves the window.
template <class Counted> void inverse(sqlite3_context *context, int size, sqlite3_value **values) noexcept {
    const arguments given{context, size, values};
    Counted row;
    auto *const state = state_of<typename Counted::state>(context);
    if (state == nullptr || !given.is_told(0) || !row.read(given)) return;
    if (!row.retract(*state)) given.fail("a counter is full: nothing can be taken back");
}

template <class State> void snapshot(sqlite3_context *context) noexcept {
    if (const State *const state = state_of<State>(context)) answer_snapshot(context, *state);
}
void how_many(sqlite3_context *context) noexcept {
    if (const ids *const state = state_of<ids>(context))
        sqlite3_result_int64(context, static_cast<sqlite3_int64>(state->value().n));
}
void answer_quantile(sqlite3_context *context, const numbers &all, std::uint64_t part,
                     std::uint64_t whole) noexcept {
    if (const auto value = all.quantile(part, whole).exact().value<double>())
        sqlite3_result_double(context, *value);
}
void ranked(sqlite3_context *context) noexcept {
    if (const auto *const s = state_of<ranked_numbers>(context))
        if (s->whole != 0) answer_quantile(context, s->all, s->part, s->whole);
}

// ---- snapshots are added

/// The sum of a group: its memory is as large as the first snapshot requires.
template <class State> struct sum {
    bool is_begun;
    holds which;
    State state;
};
void merge_step(sqlite3_context *context, int size, sqlite3_value **values) noexcept {
    const arguments given{context, size, values};
    if (!given.is_told(0)) return;
    const auto bytes = given.bytes(0);
    const holds which = what_holds(bytes);
    with_state(which, [&]<class State>(std::type_identity<State>) {
        State one{};
        if (const status s = decode(bytes, one); s != status::ok) {
            given.fail("kpi_merge: %s", sentence(s));
            return;
        }
        void *at = sqlite3_aggregate_context(context, 0);
        if (at == nullptr) at = sqlite3_aggregate_context(context, sizeof(sum<State>));
        if (at == nullptr) return sqlite3_result_error_nomem(context);
        // They all begin alike.
        if (!static_cast<const sum<boards> *>(at)->is_begun) new (at) sum<State>{true, which, State{}};
        if (static_cast<const sum<boards> *>(at)->which != which)
            given.fail("kpi_merge: boards, ids and numbers cannot be added to each other");
        else
            static_cast<sum<State> *>(at)->state += one;
    });
}
void merge_final(sqlite3_context *context) noexcept {
    const void *const at = sqlite3_aggregate_context(context, 0);
    if (at == nullptr || !static_cast<const sum<boards> *>(at)->is_begun) return; // null: nothing was added
    with_state(static_cast<const sum<boards> *>(at)->which, [&]<class State>(std::type_identity<State>) {
        answer_snapshot(context, static_cast<const sum<State> *>(at)->state);
    });
}

// ---- what is read

/// The board in the first argument; false, and the sentence, if there is none.
bool board_of(const arguments &given, boards &into) noexcept {
    const status s = decode(given.bytes(0), into);
    return s == status::ok || given.fail("%s", sentence(s));
}
/// A metric's figure: kpi_value(state, 'win_rate'), kpi_value(state, 'dials_per_hour', 7200).
bool figure_of(const arguments &given, figure &into) noexcept {
    boards state;
    if (given.size() < 2 || !given.is_text(1)) return given.fail("the name of a metric is needed");
    if (!board_of(given, state)) return false;
    const std::string_view name = given.text(1);
    std::uint64_t figures[1]{};
    for (int i = 2; i < given.size(); ++i) {
        std::uint32_t n = 0;
        if (i > 2) return given.fail("one more figure is given, at most");
        if (!given.number(i, "what is given", n)) return false;
        figures[0] = n;
    }
    switch (read(state, name, std::span{figures}.first(static_cast<std::size_t>(given.size() - 2)), into)) {
    case answer::ok:
        return true;
    case answer::given:
        return given.fail("%.*s is read with another number of figures that are given",
                          static_cast<int>(name.size()), name.data());
    default:
        return given.fail("no metric is called '%.*s'", static_cast<int>(name.size()), name.data());
    }
}

void value(sqlite3_context *context, int size, sqlite3_value **values) noexcept {
    const arguments given{context, size, values};
    if (!given.is_told(0)) return;
    const auto bytes = given.bytes(0);
    figure f;
    switch (what_holds(bytes)) {
    case holds::of_boards:
        if (!figure_of(given, f)) return;
        if (const auto x = f.exact.value<double>()) sqlite3_result_double(context, *x);
        break;
    case holds::of_ids: {
        ids all;
        if (const status s = decode(bytes, all); s != status::ok)
            given.fail("%s", sentence(s));
        else
            sqlite3_result_int64(context, static_cast<sqlite3_int64>(all.value().n));
        break;
    }
    case holds::of_numbers: {
        numbers all;
        std::uint32_t part = 0, whole = 0;
        if (size != 3)
            given.fail("a quantile is read as kpi_value(numbers, 95, 100)");
        else if (const status s = decode(bytes, all); s != status::ok)
            given.fail("%s", sentence(s));
        else if (given.number(1, "the part", part) && given.number(2, "the whole", whole))
            answer_quantile(context, all, part, whole);
    }
    }
}
/// One number of a figure: null if the figure lacks it.
template <auto Part> void part_of(sqlite3_context *context, int size, sqlite3_value **values) noexcept {
    const arguments given{context, size, values};
    figure f;
    if (given.is_told(0) && figure_of(given, f) && f.exact.has_value()) Part(context, f);
}
constexpr auto numerator = [](sqlite3_context *to, const figure &f) {
    const auto n = static_cast<sqlite3_int64>(f.exact.numerator);
    sqlite3_result_int64(to, f.exact.negative ? -n : n);
};
constexpr auto denominator = [](sqlite3_context *to, const figure &f) {
    sqlite3_result_int64(to, static_cast<sqlite3_int64>(f.exact.denominator));
};
constexpr auto low = [](sqlite3_context *to, const figure &f) {
    if (f.interval) sqlite3_result_double(to, f.interval->low);
};
constexpr auto high = [](sqlite3_context *to, const figure &f) {
    if (f.interval) sqlite3_result_double(to, f.interval->high);
};

void json(sqlite3_context *context, int size, sqlite3_value **values) noexcept {
    const arguments given{context, size, values};
    boards state;
    if (!given.is_told(0) || !board_of(given, state)) return;
    const std::size_t length = kpi::to_json({}, state).size;
    auto *const text = static_cast<char *>(sqlite3_malloc64(length));
    if (text == nullptr) return sqlite3_result_error_nomem(context);
    static_cast<void>(kpi::to_json({text, length}, state));
    sqlite3_result_text64(context, text, length, sqlite3_free, SQLITE_UTF8);
}

// ---- the names

constexpr int how = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
constexpr int any_number = -1;

template <class Counted>
int add_window(sqlite3 *to, const char *name, int size, void (*final)(sqlite3_context *)) noexcept {
    return sqlite3_create_window_function(to, name, size, how, nullptr, step<Counted>, final, final,
                                          inverse<Counted>, nullptr);
}
int add(sqlite3 *to, const char *name, int size, void (*scalar)(sqlite3_context *, int, sqlite3_value **),
        void (*step)(sqlite3_context *, int, sqlite3_value **) = nullptr,
        void (*final)(sqlite3_context *) = nullptr) noexcept {
    return sqlite3_create_function_v2(to, name, size, how, nullptr, scalar, step, final, nullptr);
}

} // namespace

extern "C" __attribute__((visibility("default"))) int sqlite3_kpi_init(sqlite3 *to, char **,
                                                                       const sqlite3_api_routines *api) {
    SQLITE_EXTENSION_INIT2(api);
    for (const int answer : {
             add_window<events>(to, "kpi_board", any_number, snapshot<boards>),
             add_window<a_number>(to, "kpi_numbers", 1, snapshot<numbers>),
             add_window<a_ranked_number>(to, "kpi_quantile", 3, ranked),
             add(to, "kpi_ids", 1, nullptr, step<an_id>, snapshot<ids>),
             add(to, "kpi_distinct", 1, nullptr, step<an_id>, how_many),
             add(to, "kpi_merge", 1, nullptr, merge_step, merge_final),
             add(to, "kpi_value", any_number, value),
             add(to, "kpi_numerator", any_number, part_of<numerator>),
             add(to, "kpi_denominator", any_number, part_of<denominator>),
             add(to, "kpi_low", any_number, part_of<low>),
             add(to, "kpi_high", any_number, part_of<high>),
             add(to, "kpi_json", 1, json),
         })
        if (answer != SQLITE_OK) return answer;
    return SQLITE_OK;
}
