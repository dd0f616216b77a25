// SPDX-License-Identifier: MIT
#pragma once

/// Whether two streams have different rates; you may ask at any time and as often as you like. The e-value of
/// R. J. Turner, A. Ly and P. D. Gruenwald, "Generic E-variables for exact sequential k-sample tests that
/// allow for optional stopping", Journal of Statistical Planning and Inference 230, 2024, section 3. Outcomes
/// are taken in blocks of at least `LeastA` and `LeastB`; an incomplete block waits. A block counts by how
/// much likelier it is at the two rates that earlier blocks show than at the one rate between them. If there
/// is no difference, the product of all blocks exceeds 20 at any time in at most 5 % of cases, whatever the
/// rates are. Parts that saw different outcomes merge by multiplication. It assumes independent outcomes, and
/// counts since a fixed start, never over a rolling window. 40 bytes. Law: by product. While empty, and until
/// blocks differ, the e-value is 1; once a count is saturated, what is new is left out.

#include <kpi/accumulator/state.hpp>
#include <kpi/core/exponential.hpp>
#include <kpi/core/math.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/core/saturating.hpp>

#include <cstdint>
#include <span>

namespace kpi::inline v1 {

/// One outcome of one of two streams.
struct stream_outcome {
    bool in_b{};    ///< of the second stream, not of the first
    bool success{}; ///< it counts towards the part of its whole, as a reply among mails

    friend constexpr bool operator==(const stream_outcome &, const stream_outcome &) = default;
};

template <std::uint32_t LeastA = 1, std::uint32_t LeastB = LeastA, binary_real Real = double>
class two_stream_evidence {
    static_assert(LeastA > 0 && LeastB > 0, "two_stream_evidence: a block has outcomes of both streams");

public:
    using event = stream_outcome;
    using count_type = std::uint32_t;
    using rate = proportion<count_type>; ///< successes of trials
    static constexpr law keeps = law::by_product;
    static constexpr bool retractable = false;

    /// One outcome. It takes four logarithms if it completes a block.
    constexpr void record(const event &outcome) noexcept {
        rate &waiting = outcome.in_b ? waiting_b_ : waiting_a_;
        waiting += rate{outcome.success ? 1u : 0u, 1u};
        if (waiting_a_.whole >= LeastA && waiting_b_.whole >= LeastB) close();
    }
    /// A batch: equal to recording each outcome.
    constexpr void record(std::span<const event> outcomes) noexcept {
        for (const event &outcome : outcomes)
            record(outcome);
    }

    /// The outcomes of stream A in complete blocks.
    [[nodiscard]] constexpr const rate &a() const noexcept { return a_; }
    [[nodiscard]] constexpr const rate &b() const noexcept { return b_; } ///< those of stream B
    /// How many outcomes wait for their block to be complete.
    [[nodiscard]] constexpr count_type waiting() const noexcept {
        return saturating_add(waiting_a_.whole, waiting_b_.whole);
    }
    [[nodiscard]] constexpr bool saturated() const noexcept {
        return a_.saturated() || b_.saturated() || waiting_a_.saturated() || waiting_b_.saturated();
    }

    /// The log of the e-value, in nats: from 3 on (log 20) you may claim a difference at 95 %.
    [[nodiscard]] constexpr Real log_value() const noexcept { return Real(log_value_) / per_nat; }
    /// The e-value: how many times more was won by betting on a difference, in a fair game if there is none.
    [[nodiscard]] constexpr Real value() const noexcept { return exp(log_value()); }

    constexpr two_stream_evidence &operator+=(const two_stream_evidence &other) noexcept {
        multiply_by(other.log_value_);
        a_ += other.a_;
        b_ += other.b_;
        waiting_a_ += other.waiting_a_;
        waiting_b_ += other.waiting_b_;
        return *this;
    }
    friend constexpr bool operator==(const two_stream_evidence &, const two_stream_evidence &) = default;
    constexpr void reset() noexcept { *this = two_stream_evidence{}; }

    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit(self.log_value_);
        for (auto *part : {&self.a_, &self.b_, &self.waiting_a_, &self.waiting_b_})
            visit(part->part), visit(part->whole);
    }
    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept { say(LeastA), say(LeastB), say(sizeof(Real)); }

private:
    /// The log is kept in 2^-32 nats, as an integer, so that a product is the same in any order. It is
    /// rounded down: never more evidence than there is.
    static constexpr Real per_nat = Real(4294967296.0);

    /// The rate that complete blocks show, as if there had been one more trial and half of it a success:
    /// never 0 or 1.
    [[nodiscard]] static constexpr Real shown_by(const rate &r) noexcept {
        return (Real(r.part) + Real(0.5)) / (Real(r.whole) + Real(1));
    }
    constexpr void close() noexcept {
        if (saturated()) return;
        const Real pa = shown_by(a_), pb = shown_by(b_);
        const Real na = Real(waiting_a_.whole), nb = Real(waiting_b_.whole),
                   between = (na * pa + nb * pb) / (na + nb);
        const auto likelier = [&](const rate &seen, Real p) {
            return Real(seen.part) * log(p / between) +
                   Real(seen.whole - seen.part) * log((Real(1) - p) / (Real(1) - between));
        };
        const Real gained = (likelier(waiting_a_, pa) + likelier(waiting_b_, pb)) * per_nat;
        const auto whole = static_cast<std::int64_t>(gained);
        multiply_by(whole - (gained < Real(whole) ? 1 : 0));
        a_ += waiting_a_;
        b_ += waiting_b_;
        waiting_a_ = waiting_b_ = rate{};
    }
    /// The sum wraps beyond 2^31 nats, and so is associative; no stream of 2^32 outcomes gets there.
    constexpr void multiply_by(std::int64_t log_factor) noexcept {
        log_value_ = static_cast<std::int64_t>(static_cast<std::uint64_t>(log_value_) +
                                               static_cast<std::uint64_t>(log_factor));
    }

    std::int64_t log_value_{};
    rate a_{}, b_{};
    rate waiting_a_{}, waiting_b_{};
};

} // namespace kpi::inline v1
