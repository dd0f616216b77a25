// SPDX-License-Identifier: MIT
#pragma once

/// Processes that make one report together; MPI calls them ranks. Each reads slices of the files and tells
/// its own cases. All take the same steps in the same order, and at some steps each has bytes for the
/// others. A process on its own is a rank, too.

#include "failure.hpp"

#include <cstddef>
#include <exception>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace report {

/// An error on some rank that all ranks know of: a failure, or any other error.
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
    /// How many of the ranks share this machine and its memory.
    [[nodiscard]] virtual std::size_t on_this_machine() const { return 1; }
    /// Whether this rank prints the report.
    [[nodiscard]] bool is_first() const { return rank() == 0; }
    [[nodiscard]] bool are_several() const { return count() > 1; }

    /// Gives each rank its bytes, and returns what each had for this one. Throws a failure_of_all or
    /// stop_of_all on all ranks if any has given up.
    [[nodiscard]] virtual std::vector<std::string> exchange(std::vector<std::string> to_each) {
        return to_each;
    }
    /// Takes the place of an exchange, and makes it throw on the other ranks. Says why, and whether the
    /// reason is a failure (failure.hpp) or anything else.
    virtual void give_up(const std::string &, bool) {}

    /// The same bytes for all.
    [[nodiscard]] std::vector<std::string> tell_all(const std::string &bytes) {
        return exchange(std::vector<std::string>(count(), bytes));
    }
    /// All bytes for the first rank.
    [[nodiscard]] std::vector<std::string> tell_first(std::string bytes) {
        std::vector<std::string> to_each(count());
        to_each.front() = std::move(bytes);
        return exchange(std::move(to_each));
    }
};

/// A process that makes its report on its own.
[[nodiscard]] inline ranks &ranks_of_one() {
    static ranks one;
    return one;
}

/// Does some work. If it throws on any rank, it throws the same on all: an error on one rank is an error of
/// the whole run, and no rank waits for another in vain.
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
