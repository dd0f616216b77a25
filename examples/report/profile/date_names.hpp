// SPDX-License-Identifier: MIT
#pragma once

/// The names of months and days of the week, in lower case: English, unless a profile lists others.

#include <array>
#include <string>
#include <vector>

namespace report {

struct date_names {
    /// By month, from January; each may have several, such as "march" and "mar".
    std::array<std::vector<std::string>, 12> months{{{"january", "jan"},
                                                     {"february", "feb"},
                                                     {"march", "mar"},
                                                     {"april", "apr"},
                                                     {"may"},
                                                     {"june", "jun"},
                                                     {"july", "jul"},
                                                     {"august", "aug"},
                                                     {"september", "sept", "sep"},
                                                     {"october", "oct"},
                                                     {"november", "nov"},
                                                     {"december", "dec"}}};
    /// From Monday.
    std::array<std::vector<std::string>, 7> days{{{"monday", "mon"},
                                                  {"tuesday", "tues", "tue"},
                                                  {"wednesday", "wed"},
                                                  {"thursday", "thurs", "thur", "thu"},
                                                  {"friday", "fri"},
                                                  {"saturday", "sat"},
                                                  {"sunday", "sun"}}};
};

} // namespace report
