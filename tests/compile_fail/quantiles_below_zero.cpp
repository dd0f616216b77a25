// SPDX-License-Identifier: MIT
// A histogram has no bucket below 0.
// expects: this is measured of what is never below 0: give the member an unsigned type

#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

enum class sale : unsigned char { made };
#ifdef KPI_TWIN
using money = unsigned long long;
#else
using money = long long;
#endif
struct booking {
    sale kind;
    money value;
};
inline constexpr kpi::quantiles_metric<booking, kpi::member::value> sizes{.name = "sizes",
                                                                          .of = {sale::made}};

bool sold(const kpi::live<sizes> &b) { return b.value().has_value(); }
