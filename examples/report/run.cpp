// SPDX-License-Identifier: MIT
#include "run.hpp"

#include "csv_reader.hpp"
#include "failure.hpp"
#include "ledger.hpp"
#include "mapper.hpp"

#include <memory>
#include <stdexcept>
#include <utility>

namespace report {

sheet run(input log, const plan &by_plan, const request &asked) {
    mapper mapped{by_plan, asked.by};
    csv_reader reader{std::move(log.read), log.name, by_plan.separator};
    const auto book = std::make_unique<ledger>(); // a few hundred kilobytes

    csv_row row;
    if (by_plan.header) {
        if (!reader.next(row)) throw failure{log.name + ": is empty, and a header was expected"};
        mapped.bind_header(row, log.name);
    }
    mapped_row made;
    while (reader.next(row)) {
        if (auto fault = mapped.map(row, made))
            book->refuse(row.line, std::move(*fault));
        else
            book->enter(made);
    }
    if (!book->rows().closes()) throw std::logic_error{"the rows do not add up"};
    return draw_up(*book, mapped, by_plan, asked, log.name);
}

} // namespace report
