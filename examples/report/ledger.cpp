// SPDX-License-Identifier: MIT
#include "ledger.hpp"

#include <algorithm>
#include <stdexcept>

namespace report {
namespace {

bool is_reply(activity kind) { return sales::kinds::replies.contains(kind); }

} // namespace

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
    bool news = row.events.empty();
    for (const made_event &made : row.events)
        news |= enter(made, row.fingerprint);
    if (!news) {
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

/// False where the key is known: the event is a part of one that was counted before.
bool ledger::enter(const made_event &made, std::uint64_t fingerprint) {
    if (!made.key) {
        record(made.what, made.n);
        return true;
    }
    const once::decision decision = once_.enter(*made.key, made.what, fingerprint);
    if (decision.retract) retract(*decision.retract);
    if (decision.record) record(made.what, 1);
    return decision.record && !decision.retract;
}

void ledger::record(const event &e, std::uint64_t n) {
    events_.record(e, n);
    account_.events[static_cast<std::size_t>(e.kind)] += n;
    if (is_reply(e.kind) && e.channel == medium::unknown) account_.replies_without_channel += n;
    if (!e.dated) {
        account_.undated += n;
        return;
    }
    account_.first = std::min(account_.first.value_or(e.at.seconds), e.at.seconds);
    account_.last = std::max(account_.last.value_or(e.at.seconds), e.at.seconds);
}

void ledger::retract(const event &e) {
    if (!events_.retract(e)) throw std::logic_error{"an event is taken back that was never counted"};
    --account_.events[static_cast<std::size_t>(e.kind)];
    if (is_reply(e.kind) && e.channel == medium::unknown) --account_.replies_without_channel;
    if (!e.dated) --account_.undated;
}

} // namespace report
