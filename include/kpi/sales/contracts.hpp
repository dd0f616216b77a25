// SPDX-License-Identifier: MIT
#pragma once

/// The contracts of a customer, a part of customer_story. A renewal is of the last contract that fell due, or
/// of the next one if it came early. It tells contract_due, and contract_renewed on the day on which the
/// contract was due. A renewal that names no customer counts at its own time.

#include <kpi/core/told.hpp>
#include <kpi/sales/fact.hpp>
#include <kpi/sales/outcome.hpp>
#include <kpi/story/kept.hpp>
#include <kpi/story/moment.hpp>

#include <cstdint>

namespace kpi::inline v1::sales {

struct contracts {
    /// `whose` is the case_of the customer.
    constexpr void fall_due(const auto &e, moment now, const auto &whose, auto &sink) noexcept {
        fact f = whose.at(now, outcome::contract_due);
        f.value = value_in(e);
        if (was_due_.known) f.before = was_due_.at(), f.again = true;
        sink.tell(f);
        if (early_) {
            tell_renewed(now, now, value_, whose, sink);
            early_ = false, value_ = {};
        } else {
            due_ = now;
        }
        was_due_ = now;
    }
    /// Takes a renewal: of the contract that is due, or of the next one in advance.
    constexpr void renew(const auto &e, moment now, const auto &whose, auto &sink) noexcept {
        if (due_.known)
            tell_renewed(due_, now, value_in(e), whose, sink), due_ = {};
        else if (whose.id.has_value())
            early_ = true, value_ = value_in(e);
        else
            tell_renewed(now, now, value_in(e), whose, sink);
    }

    friend constexpr bool operator==(const contracts &, const contracts &) = default;
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        for (auto *m : {&self.due_, &self.renewed_, &self.was_due_})
            visit_fields(*m, visit);
        kpi::detail::visit_member(self.value_, visit), visit(self.early_);
    }

private:
    constexpr void tell_renewed(moment due, moment now, maybe<std::int64_t> value, const auto &whose,
                                auto &sink) noexcept {
        fact f = whose.took(due, outcome::contract_renewed, due, now);
        f.value = value;
        if (renewed_.known) f.before = renewed_.at(), f.again = true;
        sink.tell(f), renewed_ = due;
    }

    moment due_{};                 ///< when the last contract was due, if it is not renewed
    moment renewed_{}, was_due_{}; ///< when the last renewed contract was due; the last one of all
    maybe<std::int64_t> value_{};  ///< of a renewal that came early
    bool early_{};
};

} // namespace kpi::inline v1::sales
