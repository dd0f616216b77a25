// SPDX-License-Identifier: MIT
#pragma once

/// An event as a line of JSON: {"kind": "conversation", "rep": "Ana", "elapsed": 63}. Other members of a line
/// are ignored; a member that is null is not told.

#include <kpi/core/enumerators.hpp>
#include <kpi/sales/touch.hpp>

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plugin::exporter {

using kpi::sales::activity;
using kpi::sales::touch;

inline constexpr std::size_t longest_name = 256; ///< of a rep, in bytes

struct event_line {
    touch event{};                    ///< without its rep
    std::optional<std::string> rep{}; ///< who it was; empty if nobody says
};

namespace detail {

/// The member of this name, or null.
[[nodiscard]] inline const nlohmann::json *member(const nlohmann::json &line, const char *name) {
    const auto at = line.find(name);
    return at == line.end() || at->is_null() ? nullptr : &*at;
}

template <kpi::named_enum E>
[[nodiscard]] std::string read_name(const nlohmann::json &line, const char *name, E &into) {
    const nlohmann::json *const found = member(line, name);
    if (found == nullptr) return {};
    const auto *const text = found->get_ptr<const std::string *>();
    const std::optional<E> known = text == nullptr ? std::nullopt : kpi::enumerator<E>(*text);
    if (!known) return std::string{name} + " is none that there is";
    into = *known;
    return {};
}

[[nodiscard]] inline std::string read_number(const nlohmann::json &line, const char *name,
                                             kpi::maybe<std::uint32_t> &into) {
    const nlohmann::json *const found = member(line, name);
    if (found == nullptr) return {};
    const auto *const number = found->get_ptr<const nlohmann::json::number_unsigned_t *>();
    constexpr std::uint32_t most = 0xfffffffe;
    if (number == nullptr || *number > most)
        return std::string{name} + " is no whole number from 0 to " + std::to_string(most);
    into = static_cast<std::uint32_t>(*number);
    return {};
}

} // namespace detail

/// Reads a line. Returns what is wrong with it, or nothing.
[[nodiscard]] inline std::string read_line(std::string_view text, event_line &into) {
    const nlohmann::json line = nlohmann::json::parse(text, nullptr, false);
    if (line.is_discarded() || !line.is_object()) return "no object of JSON";
    if (detail::member(line, "kind") == nullptr) return "kind is missing";

    event_line read;
    if (std::string wrong = detail::read_name(line, "kind", read.event.kind); !wrong.empty()) return wrong;
    if (std::string wrong = detail::read_name(line, "channel", read.event.channel); !wrong.empty())
        return wrong;
    if (std::string wrong = detail::read_number(line, "elapsed", read.event.elapsed); !wrong.empty())
        return wrong;
    if (std::string wrong = detail::read_number(line, "value", read.event.value); !wrong.empty())
        return wrong;
    if (const nlohmann::json *const rep = detail::member(line, "rep")) {
        const auto *const name = rep->get_ptr<const std::string *>();
        if (name == nullptr || name->empty() || name->size() > longest_name)
            return "rep is no name of 1 to " + std::to_string(longest_name) + " bytes";
        read.rep = *name;
    }
    into = std::move(read);
    return {};
}

} // namespace plugin::exporter
