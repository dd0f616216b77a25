// SPDX-License-Identifier: MIT
#include "story/ledger.hpp"

#include <algorithm>
#include <bit>

namespace report {
namespace {

bool is_reply(activity kind) { return sales::kinds::replies.contains(kind); }

} // namespace

ledger::ledger(time_frame frame, bool ids_by_group)
    : frame_{frame}, ids_by_group_{ids_by_group}, timeline_{[this](const event &e, std::uint64_t n) {
          record_in_order(e, n);
      }} {}

void ledger::enter(const mapped_row &row) {
    ++account_.read;
    if (row.passed_over) {
        ++account_.passed_over;
        return;
    }
    if (row.events.empty() && !row.stage) {
        ++account_.without_event;
        return;
    }
    bool any = false, news = false;
    for (const made_event &made : row.events) {
        if (!in_frame(made)) continue;
        news |= enter(made, row.fingerprint);
        any = true;
    }
    if (!any && !row.stage) {
        ++account_.out_of_frame;
        return;
    }
    if (any && !news) {
        ++account_.repeated;
        return;
    }
    ++account_.used;
    if (row.stage) stages_.record({sighting::in_stage, row.group, *row.stage});
}

void ledger::refuse(std::uint64_t line, fault why) {
    ++account_.read;
    account_.refuse(line, std::move(why));
}

void ledger::finish() {
    once_.settle_all([this](const event &e) { record(e, 1); });
    timeline_.finish();
    record_batch();
}

/// Counts the events that are not looked at.
bool ledger::in_frame(const made_event &made) {
    const event &e = made.what;
    std::uint64_t *out = nullptr;
    if (!e.dated) {
        if (frame_.from) out = &account_.events_without_date;
    } else if (frame_.too_late(e.at.seconds)) {
        out = &account_.events_after;
    } else if (frame_.too_early(e.at.seconds)) {
        out = &account_.events_before;
    }
    if (out != nullptr) *out += made.n;
    return out == nullptr;
}

/// False where the key is known: the event is a part of one that was counted before.
bool ledger::enter(const made_event &made, std::uint64_t fingerprint) {
    if (!made.key) {
        record(made.what, made.n);
        return true;
    }
    const once::decision decision = once_.enter(*made.key, made.what, fingerprint);
    if (decision.settled) record(*decision.settled, 1);
    return decision.fresh;
}

/// Of the events that the timeline hands out.
void ledger::record_in_order(const event &e, std::uint64_t n) {
    if (n == 1) {
        if (batch_.add(e)) record_batch();
        return;
    }
    record_batch();
    people_.record(e, n, ids_by_group_);
    pairs_.record({&e, 1});
}

void ledger::record_batch() {
    people_.record(batch_.events(), ids_by_group_);
    pairs_.record(batch_.events());
    batch_.clear();
}

void ledger::record(const event &e, std::uint64_t n) {
    const auto k = static_cast<std::size_t>(e.kind);
    events_.record(e, n);
    measures_.record(e, n);
    const bool has_id = e.prospect != 0 || e.lead != 0 || e.deal != 0 || e.customer != 0;
    if (has_id || (e.dated && sales::kinds::touches.contains(e.kind))) timeline_.push(e, n);

    account_.events[k] += n;
    for (unsigned left = e.told; left != 0; left &= left - 1)
        account_.told[static_cast<std::size_t>(std::countr_zero(left))][k] += n;
    for (std::size_t i = 0; i < id_parts.size(); ++i)
        account_.without_id[i][k] += e.*id_parts[i].member == 0 ? n : 0;
    if (is_reply(e.kind) && e.channel == medium::unknown) account_.replies_without_channel += n;
    if (!e.dated) {
        account_.undated += n;
        return;
    }
    account_.first = std::min(account_.first.value_or(e.at.seconds), e.at.seconds);
    account_.last = std::max(account_.last.value_or(e.at.seconds), e.at.seconds);
}

} // namespace report
