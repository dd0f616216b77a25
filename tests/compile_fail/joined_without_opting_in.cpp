// SPDX-License-Identifier: MIT
// `|` of enumerators belongs to the enumeration's owner: kpi offers it, and takes it from nobody.
// expects: no match for 'operator|' || invalid operands to binary expression ('door' and 'door')

#include <kpi/core/event_set.hpp>

enum class door : unsigned char { knocked, opened, bought };
#ifdef KPI_TWIN
using kpi::operators::operator|;
#endif
inline constexpr auto answered = door::opened | door::bought;
