// SPDX-License-Identifier: MIT
#pragma once

/// A time zone: an offset from UTC, or a name of the tz database, Europe/Berlin, with its daylight saving in
/// every year. The database is the system's or, if the system has none, the folder tzdata beside the program;
/// the system's own zone never matters.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace date {
class time_zone;
}

namespace report {

class zone {
public:
    /// So many seconds east of Greenwich, the whole year round.
    explicit zone(std::int64_t offset = 0) : offset_{offset} {}
    /// "Europe/Berlin", "UTC", "+02:00". nullopt if the database lacks the name.
    [[nodiscard]] static std::optional<zone> named(std::string_view name);

    /// What clocks show at this second of UTC, both since 1970.
    [[nodiscard]] std::int64_t shown_at(std::int64_t utc) const;
    /// The second of UTC at which clocks show that; the first of two. nullopt for a time that clocks skip.
    [[nodiscard]] std::optional<std::int64_t> utc_of(std::int64_t shown) const;

    /// Seconds east of Greenwich, if a clock that shows that can be in a time called by these letters: CEST
    /// in Europe/Berlin in summer. nullopt if it cannot, and for a zone without a name.
    [[nodiscard]] std::optional<std::int64_t> offset_of(std::string_view letters, std::int64_t shown) const;

    friend bool operator==(const zone &, const zone &) = default;

private:
    std::int64_t offset_{};
    const date::time_zone *rules_{}; ///< instead of the offset
};

/// The names that the database has.
[[nodiscard]] const std::vector<std::string> &zone_names();

/// For the letters that RFC 2822, section 4.3 knows, and for UTC.
[[nodiscard]] std::optional<std::int64_t> offset_of(std::string_view letters);

/// `+02:00`, `-0530`, `+02`, `Z`: seconds east of Greenwich.
[[nodiscard]] std::optional<std::int64_t> read_utc_offset(std::string_view text);

} // namespace report
