// SPDX-License-Identifier: MIT
// expects: value(readings...) of this metric does not take what its observes() reads

#include <kpi/export/json.hpp>
#include <kpi/scorecard/scorecard.hpp>

enum class door : unsigned char { knocked, opened };
struct how_many {
    using event = door;
    std::string_view name, help;
    constexpr auto observes() const { return kpi::row{kpi::counted{kpi::event_set{door::opened}}}; }
#ifdef KPI_TWIN
    constexpr kpi::count<std::uint32_t> value(std::uint32_t n) const { return kpi::count{n}; }
#else
    constexpr kpi::count<std::uint32_t> value(std::string_view) const { return {}; }
#endif
};
inline constexpr how_many opened{.name = "opened", .help = "Doors opened."};
kpi::written report(std::span<char> into, const kpi::scorecard<door, opened> &street) {
    return kpi::to_json(into, street);
}
