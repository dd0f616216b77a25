// SPDX-License-Identifier: MIT
#pragma once

/// A report on a log in the native format, row by row.

#include "reports.hpp"

#include <string>
#include <vector>

namespace report::test {

using list = std::vector<std::string>;

inline sheet report_on_rows(std::string heading, const list &rows, const request &asked) {
    for (const std::string &row : rows)
        heading += '\n' + row;
    return report_on(heading + '\n', asked);
}

} // namespace report::test
