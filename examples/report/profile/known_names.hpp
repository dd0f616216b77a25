// SPDX-License-Identifier: MIT
#pragma once

/// The texts that rows name, each by its number: the same in every file of a run.

#include "profile/event.hpp"
#include "profile/names.hpp"

#include <array>
#include <utility>

namespace report {

struct known_names {
    std::array<names, named_parts.size()> of_parts = []<std::size_t... I>(std::index_sequence<I...>) {
        return std::array{(static_cast<void>(I), names{})...};
    }
    (std::make_index_sequence<named_parts.size()>{});
    names stages;
};

} // namespace report
