// SPDX-License-Identifier: MIT
#pragma once

/// A booking whose money is a fraction, and in the twin a whole number.

enum class sale : unsigned char { made, refunded };
#ifdef KPI_TWIN
using money = long long;
#else
using money = double;
#endif
struct booking {
    sale kind;
    money value;
};
