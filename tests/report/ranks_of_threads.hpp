// SPDX-License-Identifier: MIT
#pragma once

/// Ranks that are threads of this process, so that what they do can be tested without MPI.

#include "ranks.hpp"

#include <algorithm>
#include <barrier>
#include <cstddef>
#include <exception>
#include <optional>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace report::test {

/// What the ranks of one run share.
struct meeting {
    enum state { well, failed, stopped };
    explicit meeting(std::size_t count)
        : sent(count, std::vector<std::string>(count)),
          wrong(count), all{static_cast<std::ptrdiff_t>(count)} {}

    std::vector<std::vector<std::string>> sent; ///< from, to
    std::vector<std::pair<state, std::string>> wrong;
    std::barrier<> all;
};

class thread_rank final : public ranks {
public:
    thread_rank(meeting &at, std::size_t rank) : at_{at}, rank_{rank} {}
    [[nodiscard]] std::size_t rank() const override { return rank_; }
    [[nodiscard]] std::size_t count() const override { return at_.sent.size(); }
    [[nodiscard]] std::vector<std::string> exchange(std::vector<std::string> to_each) override {
        at_.sent[rank_] = std::move(to_each), at_.wrong[rank_] = {meeting::well, {}};
        at_.all.arrive_and_wait();
        const auto wrong = std::find_if(at_.wrong.begin(), at_.wrong.end(),
                                        [](const auto &each) { return each.first != meeting::well; });
        const auto [what, why] = wrong != at_.wrong.end() ? *wrong : at_.wrong[rank_];
        std::vector<std::string> got;
        for (const std::vector<std::string> &from : at_.sent)
            got.push_back(what == meeting::well ? from[rank_] : "");
        at_.all.arrive_and_wait();
        if (what == meeting::failed) throw failure_of_all{why};
        if (what == meeting::stopped) throw stop_of_all{why};
        return got;
    }
    void give_up(const std::string &why, bool is_failure) override {
        at_.wrong[rank_] = {is_failure ? meeting::failed : meeting::stopped, why};
        at_.all.arrive_and_wait();
        at_.all.arrive_and_wait();
    }

private:
    meeting &at_;
    std::size_t rank_;
};

/// Calls work(rank) on so many ranks. Answers what the first one did, or throws what that threw.
auto on_ranks(std::size_t count, auto &&work) {
    meeting at{count};
    std::optional<std::invoke_result_t<decltype(work), ranks &>> made;
    std::exception_ptr thrown;
    const auto one = [&](std::size_t rank) {
        thread_rank me{at, rank};
        try {
            auto mine = work(me);
            if (rank == 0) made.emplace(std::move(mine));
        } catch (...) {
            if (rank == 0) thrown = std::current_exception();
        }
    };
    std::vector<std::thread> others;
    for (std::size_t rank = 1; rank < count; ++rank)
        others.emplace_back(one, rank);
    one(0);
    for (std::thread &each : others)
        each.join();
    if (thrown) std::rethrow_exception(thrown);
    return std::move(*made);
}

} // namespace report::test
