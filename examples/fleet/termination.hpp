// SPDX-License-Identifier: MIT
#pragma once

/// Whether somebody has asked this program to end, by SIGTERM or SIGINT.

#include <csignal>

namespace fleet {

class termination {
public:
    termination() noexcept {
        struct sigaction on {};
        on.sa_handler = [](int) { asked_ = 1; };
        sigaction(SIGTERM, &on, nullptr), sigaction(SIGINT, &on, nullptr);
    }
    [[nodiscard]] bool asked() const noexcept { return asked_ != 0; }

private:
    static inline volatile std::sig_atomic_t asked_{};
};

} // namespace fleet
