// SPDX-License-Identifier: MIT
#pragma once

/// Does the same work in several threads; the calling thread is the first of them.

#include <cstddef>
#include <exception>
#include <system_error>
#include <thread>
#include <vector>

namespace report {

/// Calls work(i) for each i less than `count`, or for fewer if the machine has no further thread: those that
/// run must do all the work. If some throw, stop() is called, which may end the others early, and the
/// exception of the first of them is thrown again.
void at_once(std::size_t count, auto &&work, auto &&stop) {
    std::vector<std::exception_ptr> thrown(count);
    const auto one = [&](std::size_t i) {
        try {
            work(i);
        } catch (...) {
            thrown[i] = std::current_exception();
            stop();
        }
    };
    std::vector<std::thread> others;
    others.reserve(count);
    try {
        for (std::size_t i = 1; i < count; ++i)
            others.emplace_back(one, i);
    } catch (const std::system_error &) { // then there are fewer
    }
    one(0);
    for (std::thread &each : others)
        each.join();
    for (const std::exception_ptr &each : thrown)
        if (each) std::rethrow_exception(each);
}

} // namespace report
