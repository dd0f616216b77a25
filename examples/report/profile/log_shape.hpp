// SPDX-License-Identifier: MIT
#pragma once

/// What the files of a run can tell, judging by their profiles and headings, whatever their rows hold.

#include "profile/mapper.hpp"

#include <string>

namespace report {

struct log_shape {
    std::string profiles{}; ///< their names
    kinds possible{};       ///< the kinds of event that some file can tell
    bool open_ended{};      ///< the log may not record everything that happened
    bool tells_channels{};
    bool tells_reps{};
    bool tells_stages{};
    bool stages_have_groups{};
    bool zoned{}, unzoned{}; ///< some dates have a zone, some have none: they may be hours apart

    /// The files of one profile come one after the other.
    void add(const mapper &file) {
        const plan &p = file.by_plan();
        if (p.name != latest_) profiles += (profiles.empty() ? "" : ", ") + p.name;
        latest_ = p.name;
        possible = possible | p.possible();
        open_ended |= p.open_ended(), tells_channels |= p.tells_channels();
        tells_reps |= file.tells_reps(), tells_stages |= p.stage.has_value();
        stages_have_groups |= file.stages_have_groups();
        zoned |= file.zoned(), unzoned |= file.unzoned();
    }

private:
    std::string latest_;
};

} // namespace report
