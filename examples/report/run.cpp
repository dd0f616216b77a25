// SPDX-License-Identifier: MIT
#include "run.hpp"

#include "failure.hpp"
#include "profile/mapper.hpp"
#include "read/csv_reader.hpp"
#include "figures/ledger.hpp"

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <utility>

namespace report {

namespace {

/// Reads every row of a log; f(fault or nothing, row, what it makes).
void read_rows(input log, const plan &by_plan, mapper &mapped, auto &&f) {
    csv_reader reader{std::move(log.read), log.name, by_plan.separator};
    csv_row row;
    if (by_plan.header) {
        if (!reader.next(row)) throw failure{log.name + ": is empty, and a header was expected"};
        mapped.bind_header(row, log.name);
    }
    mapped_row made;
    while (reader.next(row))
        f(mapped.map(row, made), row, made);
}

} // namespace

sheet run(input log, const plan &by_plan, const request &asked) {
    mapper mapped{by_plan, asked.by};
    const history::breakdown by{mapped.group_part(), mapped.by_channel(), mapped.by_period()};
    const auto book = std::make_unique<ledger>(asked.frame(), by);
    const std::string name = log.name;
    read_rows(std::move(log), by_plan, mapped, [&](auto fault, const csv_row &row, const mapped_row &made) {
        if (fault)
            book->refuse(row.line, std::move(*fault));
        else
            book->enter(made);
    });
    book->finish(mapped.texts());
    if (!book->rows().closes()) throw std::logic_error{"the rows do not add up"};
    return draw_up(*book, mapped, by_plan, asked, name);
}

std::optional<std::int64_t> last_day(input log, const plan &by_plan) {
    mapper mapped{by_plan, {}};
    std::optional<std::int64_t> last;
    read_rows(std::move(log), by_plan, mapped,
              [&](const auto &fault, const csv_row &, const mapped_row &made) {
                  if (fault) return;
                  for (const made_event &each : made.events)
                      if (each.what.dated)
                          last = std::max(last.value_or(each.what.at.seconds), each.what.at.seconds);
              });
    if (last) last = start_of_day(*last);
    return last;
}

} // namespace report
