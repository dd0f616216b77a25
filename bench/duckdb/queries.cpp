// SPDX-License-Identifier: MIT

/// The queries of bench/duckdb/run, by kpi. With a file name: writes the events there as CSV. Without: prints
/// the times (seconds, the least of five) and the answers as JSON.

#include "../support/everything.hpp"

#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

namespace {

using namespace bench;

constexpr std::size_t rows = 10'000'000, minutes = 41'668;

template <class S> struct timed {
    std::unique_ptr<S> state;
    double seconds;
};
/// Everything, as one batch, into an empty state.
template <class S> timed<S> count(const auto &...batch) {
    timed<S> best{std::make_unique<S>(), 1e9};
    for (int run = 0; run < 5; ++run) {
        auto s = std::make_unique<S>();
        const auto start = std::chrono::steady_clock::now();
        static_cast<void>(s->record(batch...));
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        if (took.count() < best.seconds) best = {std::move(s), took.count()};
    }
    return best;
}

/// The lower limit for anybody who keeps rows: every byte of them is read.
struct reading {
    std::uint64_t a{}, b{};
    void record(events es) {
        for (const event &e : es) {
            std::uint64_t words[2];
            std::memcpy(words, &e, sizeof words);
            a ^= words[0], b ^= words[1];
        }
        __asm__ volatile("" : : "r"(a), "r"(b));
    }
};

void put_counts(const char *name, double seconds, std::size_t n, auto board_of) {
    std::printf("\"%s\": {\"seconds\": %g, \"counts\": [", name, seconds);
    for (std::size_t i = 0; i < n; ++i) {
        const char *separator = i == 0 ? "" : ",";
        const board *const b = board_of(i);
        const board counts = b ? *b : board{};
        kpi::visit_fields(counts, [&](auto of_kind) {
            std::printf("%s%u", separator, static_cast<unsigned>(of_kind));
            separator = ",";
        });
    }
    std::puts("]},");
}

void write_csv(const char *path, events es) {
    std::FILE *const out = std::fopen(path, "wb");
    if (!out) std::perror(path), std::exit(1);
    std::string text = "second,rep,kind,prospect,elapsed\n";
    const auto put = [&](std::uint32_t n, char after) {
        char digits[10];
        text.append(digits, std::to_chars(digits, digits + sizeof digits, n).ptr);
        text += after;
    };
    for (const event &e : es) {
        put(e.at.seconds, ','), put(e.rep, ','), put(static_cast<std::uint32_t>(e.kind), ',');
        put(e.prospect, ','), put(e.elapsed, '\n');
        if (text.size() > 1'000'000 || &e == &es.back()) {
            if (std::fwrite(text.data(), 1, text.size(), out) != text.size()) std::perror(path), std::exit(1);
            text.clear();
        }
    }
    if (std::fclose(out) != 0) std::perror(path), std::exit(1);
}

} // namespace

int main(int argc, char **argv) {
    const events es = data::get().all().first(rows);
    if (argc > 1) return write_csv(argv[1], es), 0;

    std::printf("{\"reading\": {\"seconds\": %g},\n", count<reading>(es).seconds);
    const auto of_rows = count<by_rep>(es);
    put_counts("rep and kind", of_rows.seconds, reps, [&](std::size_t i) { return &(*of_rows.state)[i]; });

    std::vector<std::uint16_t> rep_column;
    std::vector<step> kind_column;
    for (const event &e : es)
        rep_column.push_back(e.rep), kind_column.push_back(e.kind);
    const auto of_columns = count<by_rep>(rep_column, kind_column);
    put_counts("rep and kind, by columns", of_columns.seconds, reps,
               [&](std::size_t i) { return &(*of_columns.state)[i]; });

    using window = kpi::over<kpi::minutes<1>, minutes, board>;
    const auto of_minutes = count<window>(es);
    put_counts("minute and kind", of_minutes.seconds, minutes - 1,
               [&](std::size_t i) { return of_minutes.state->ago(minutes - 2 - i, es.back().at); });

    using times = kpi::scorecard<event, reply_time>;
    const auto of_times = count<times>(es);
    std::printf("\"quantiles\": {\"seconds\": %g, \"values\": [", of_times.seconds);
    for (const unsigned percent : {50u, 95u, 99u}) {
        const auto q = of_times.state->get<reply_time>(percent, 100u);
        std::printf("%s%.1f", percent == 50 ? "" : ",", (double(q.low) + double(q.high)) / 2);
    }
    std::puts("]},");

    const auto of_prospects = count<kpi::scorecard<event, reach>>(es);
    std::printf("\"distinct\": {\"seconds\": %g, \"values\": [%.0f]}\n}\n", of_prospects.seconds,
                static_cast<double>(of_prospects.state->get<reach>().n));
}
