// SPDX-License-Identifier: MIT
#pragma once

/// The tables of a sheet as text. All have the same columns, as wide as the widest cell; an empty column is
/// left out.

#include "figures/sheet.hpp"
#include "show/page.hpp"

#include <array>
#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace report {

/// The unit of a figure as it is shown: "%", "deals", "EUR a customer".
[[nodiscard]] std::string unit_text(const telling &how);

class text_tables {
public:
    /// A line for each metric of the chapter, and one for each of its groups; none for an empty chapter.
    void add(const chapter &c, const sheet &s);
    void print(std::ostream &out, const style &paint) const;

private:
    static constexpr std::size_t columns = 10;
    using cells = std::array<std::string, columns>;
    struct row {
        cells text;
        bool title{}, of_group{};
    };
    static cells cells_of(const figure &f, const line &l, std::string first,
                          const std::optional<fraction> &target);

    std::vector<row> rows_;
};

} // namespace report
