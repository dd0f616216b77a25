// SPDX-License-Identifier: MIT
#pragma once

/// Processes that make one report together, which MPI calls ranks: each reads slices of the files and tells
/// the cases that are its own. All do the same steps in the same order, and at some of them each has bytes
/// for the others. One process alone is a rank, too.

#include "failure.hpp"

#include <cstddef>
#include <exception>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace report {

/// What went wrong on some rank, and is known on all of them: as a failure, or as whatever else it was.
struct failure_of_all : failure {
    using failure::failure;
};
struct stop_of_all : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class ranks {
public:
    ranks() = default;
    ranks(const ranks &) = delete;
    ranks &operator=(const ranks &) = delete;
    virtual ~ranks() = default;

    [[nodiscard]] virtual std::size_t rank() const { return 0; }
    [[nodiscard]] virtual std::size_t count() const { return 1; }
    /// How many of them share this machine and its memory.
    [[nodiscard]] virtual std::size_t on_this_machine() const { return 1; }
    /// Whether it is the one that prints the report.
    [[nodiscard]] bool is_first() const { return rank() == 0; }
    [[nodiscard]] bool are_several() const { return count() > 1; }

    /// Gives each rank what is for it, and answers what each had for this one. Throws a failure_of_all or
    /// stop_of_all on all ranks where any has given up.
    [[nodiscard]] virtual std::vector<std::string> exchange(std::vector<std::string> to_each) {
        return to_each;
    }
    /// Takes the place of an exchange, and makes it throw on the other ranks: why, and whether that is a
    /// failure (failure.hpp) or anything else.
    virtual void give_up(const std::string &, bool) {}

    /// The same for all.
    [[nodiscard]] std::vector<std::string> tell_all(const std::string &bytes) {
        return exchange(std::vector<std::string>(count(), bytes));
    }
    /// All of it for the first one.
    [[nodiscard]] std::vector<std::string> tell_first(std::string bytes) {
        std::vector<std::string> to_each(count());
        to_each.front() = std::move(bytes);
        return exchange(std::move(to_each));
    }
};

/// A process that makes its report alone.
[[nodiscard]] inline ranks &ranks_of_one() {
    static ranks one;
    return one;
}

/// Does some work, and throws on every rank what it throws on any: what goes wrong on one is an error of the
/// whole run, and none waits for it.
auto on_all(ranks &all, auto &&work) {
    try {
        return work();
    } catch (const failure_of_all &) {
        throw;
    } catch (const stop_of_all &) {
        throw;
    } catch (const failure &why) {
        all.give_up(why.what(), true);
        throw failure_of_all{why.what()};
    } catch (const std::exception &why) {
        all.give_up(why.what(), false);
        throw stop_of_all{why.what()};
    }
}

} // namespace report
