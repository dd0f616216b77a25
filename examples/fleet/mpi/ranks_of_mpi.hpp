// SPDX-License-Identifier: MIT
#pragma once

/// The ranks of an MPI run (MPI 3.1: MPI_Alltoallv, and MPI_Comm_split_type for those on one machine). A rank
/// that dies ends all others, as mpirun sees to.

#include "ranks.hpp"

#include <mpi.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <optional>
#include <string>
#include <utility>
#include <vector>

class ranks_of_mpi final : public report::ranks {
public:
    ranks_of_mpi() {
        int number = 0;
        MPI_Comm_rank(MPI_COMM_WORLD, &number);
        rank_ = static_cast<std::size_t>(number);
        MPI_Comm_size(MPI_COMM_WORLD, &number);
        count_ = static_cast<std::size_t>(number);
        MPI_Comm here{};
        MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &here);
        MPI_Comm_size(here, &number);
        on_this_machine_ = static_cast<std::size_t>(number);
        MPI_Comm_free(&here);
    }

    [[nodiscard]] std::size_t rank() const override { return rank_; }
    [[nodiscard]] std::size_t count() const override { return count_; }
    [[nodiscard]] std::size_t on_this_machine() const override { return on_this_machine_; }

    [[nodiscard]] std::vector<std::string> exchange(std::vector<std::string> to_each) override {
        const double before = processor_seconds();
        std::vector<std::string> got = exchanged(std::move(to_each));
        exchanging_ += processor_seconds() - before;
        return got;
    }
    void give_up(const std::string &why, bool is_failure) override {
        why_ = why;
        static_cast<void>(first_of_those_with(is_failure ? failed : stopped));
    }

    /// Tells the cost so far: see README in this folder.
    void tell_cost() const {
        std::fprintf(stderr, "rank %zu: %.2f s of a processor, exchanges left out; %.1f MB to others\n",
                     rank_, processor_seconds() - exchanging_, static_cast<double>(sent_) / 1e6);
    }

private:
    [[nodiscard]] static double processor_seconds() {
        return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
    }
    [[nodiscard]] std::vector<std::string> exchanged(std::vector<std::string> to_each) {
        if (const auto wrong = first_of_those_with(none)) throw_what(*wrong);
        std::vector<std::uint64_t> sizes;
        for (const std::string &bytes : to_each)
            sizes.push_back(bytes.size()), sent_ += bytes.size();
        sent_ -= to_each[rank_].size();
        std::vector<std::uint64_t> theirs(count_);
        MPI_Alltoall(sizes.data(), 1, MPI_UINT64_T, theirs.data(), 1, MPI_UINT64_T, MPI_COMM_WORLD);
        std::uint64_t rounds = (*std::max_element(sizes.begin(), sizes.end()) + most() - 1) / most();
        MPI_Allreduce(MPI_IN_PLACE, &rounds, 1, MPI_UINT64_T, MPI_MAX, MPI_COMM_WORLD);
        std::vector<std::string> got(count_);
        for (std::uint64_t round = 0; round < rounds; ++round)
            exchange_some(to_each, sizes, theirs, round * most(), got);
        return got;
    }
    enum state : int { none, failed, stopped };
    struct trouble {
        state what;
        std::string why;
    };

    /// What the first rank that has given up tells all others.
    [[nodiscard]] std::optional<trouble> first_of_those_with(state mine) {
        std::vector<int> states(count_);
        MPI_Allgather(&mine, 1, MPI_INT, states.data(), 1, MPI_INT, MPI_COMM_WORLD);
        const auto first = std::find_if(states.begin(), states.end(), [](int s) { return s != none; });
        if (first == states.end()) return std::nullopt;
        const auto rank = static_cast<int>(first - states.begin());
        std::uint64_t size = why_.size();
        MPI_Bcast(&size, 1, MPI_UINT64_T, rank, MPI_COMM_WORLD);
        std::string why = why_;
        why.resize(static_cast<std::size_t>(size));
        MPI_Bcast(why.data(), static_cast<int>(why.size()), MPI_CHAR, rank, MPI_COMM_WORLD);
        return trouble{static_cast<state>(*first), std::move(why)};
    }
    [[noreturn]] static void throw_what(const trouble &wrong) {
        if (wrong.what == failed) throw report::failure_of_all{wrong.why};
        throw report::stop_of_all{wrong.why};
    }

    /// Counts and places are ints, so this many bytes at most go to each rank at once.
    [[nodiscard]] std::uint64_t most() const { return (std::uint64_t{1} << 30) / count_; }
    struct layout {
        std::vector<int> counts, places;
        std::size_t size{};
    };
    [[nodiscard]] layout of(const std::vector<std::uint64_t> &sizes, std::uint64_t from) const {
        layout l;
        for (const std::uint64_t size : sizes) {
            const std::uint64_t now = std::min(size - std::min(size, from), most());
            l.places.push_back(static_cast<int>(l.size)), l.counts.push_back(static_cast<int>(now));
            l.size += static_cast<std::size_t>(now);
        }
        return l;
    }
    void exchange_some(const std::vector<std::string> &to_each, const std::vector<std::uint64_t> &sizes,
                       const std::vector<std::uint64_t> &theirs, std::uint64_t from,
                       std::vector<std::string> &got) const {
        const layout out = of(sizes, from), in = of(theirs, from);
        std::string sent, received(in.size, '\0');
        sent.reserve(out.size);
        for (std::size_t rank = 0; rank < count_; ++rank)
            if (out.counts[rank] > 0)
                sent.append(to_each[rank], static_cast<std::size_t>(from),
                            static_cast<std::size_t>(out.counts[rank]));
        MPI_Alltoallv(sent.data(), out.counts.data(), out.places.data(), MPI_CHAR, received.data(),
                      in.counts.data(), in.places.data(), MPI_CHAR, MPI_COMM_WORLD);
        for (std::size_t rank = 0; rank < count_; ++rank)
            got[rank].append(received, static_cast<std::size_t>(in.places[rank]),
                             static_cast<std::size_t>(in.counts[rank]));
    }

    std::size_t rank_{}, count_{1}, on_this_machine_{1};
    std::string why_; ///< why this rank has given up
    double exchanging_{};
    std::uint64_t sent_{};
};
