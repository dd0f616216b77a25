// SPDX-License-Identifier: MIT
#pragma once

/// The options that all programs around the broker share.

#include "../mqtt_client.hpp"

#include <CLI/CLI.hpp>

#include <fstream>
#include <stdexcept>
#include <string>

namespace fleet {

struct options {
    CLI::App app;
    login who{};
    broker_address broker{};

    options(const std::string &what, const std::string &name) : app{what} {
        who.name = name;
        app.add_option("--host", broker.host, "of the broker")->capture_default_str();
        app.add_option("--port", broker.port, "of the broker")->capture_default_str();
        app.add_option("--authority", broker.authority,
                       "file with the certificate of who signed the broker's");
        app.add_option("--passwords", passwords_, "file with a line NAME:PASSWORD for each client");
    }

    /// Without a file the password is empty.
    [[nodiscard]] std::string password_of(const std::string &name) const {
        if (passwords_.empty()) return {};
        std::ifstream file{passwords_};
        for (std::string line; std::getline(file, line);)
            if (line.starts_with(name + ":")) return line.substr(name.size() + 1);
        throw std::runtime_error{passwords_ + " has no password of " + name};
    }
    void read_password() { who.password = password_of(who.name); }

private:
    std::string passwords_{};
};

} // namespace fleet
