// SPDX-License-Identifier: MIT
// A module of baresip: counts the calls that each account makes, while they happen. The README says what it
// reads, answers and writes.

#include "accounts.hpp"
#include "baresip_host.h"
#include <kpi/core/enumerators.hpp>

#include <algorithm>
#include <memory>
#include <vector>

namespace {

using namespace plugin::phone;

/// A call from the moment at which it is dialled to its end.
struct ongoing {
    const call *which;
    accounts::account *by;
    std::optional<std::uint64_t> picked_up_at{};
    std::optional<activity> told{};
};

struct module {
    accounts all{};
    rules told_by{};
    std::vector<ongoing> calls{};
    tmr timer{};

    [[nodiscard]] ongoing *find(const call *which) noexcept {
        const auto at = std::ranges::find(calls, which, &ongoing::which);
        return at == calls.end() ? nullptr : &*at;
    }
    void end(const ongoing &o, const touch &as) {
        const std::string_view kind = kpi::name_of(as.kind);
        info("kpi: %s: %b, %u s\n", o.by->name.c_str(), kind.data(), kind.size(), as.elapsed.value_or(0));
        o.by->made.end(as);
        all.changed(*o.by);
        calls.erase(calls.begin() + (&o - calls.data()));
    }
};
std::unique_ptr<module> here;

void on_event(ua *agent, unsigned event, call *which, const char *parameter, void *) {
    if (which == nullptr || !call_is_outgoing(which)) return;
    const std::string_view name{uag_event_str(event)};
    ongoing *const known = here->find(which);
    if (name == "CALL_LOCAL_SDP") { // what is offered: the call is about to be sent
        // The previous call at this address could not be sent, and nobody said so.
        if (known != nullptr) here->end(*known, touch{.kind = activity::call});
        accounts::account &by = here->all.of(ua_aor(agent));
        by.made.begin();
        here->all.changed(by);
        here->calls.push_back({which, &by});
    } else if (known == nullptr) {
        return; // it began before this module
    } else if (name == "CALL_ESTABLISHED") {
        known->picked_up_at = tmr_jiffies();
    } else if (name == "CALL_CLOSED" || name == "CALL_TRANSFER_FAILED") {
        const std::string_view words{parameter == nullptr ? "" : parameter};
        ending end{.by_us = words == "Connection reset by user" || words == "Local timeout",
                   .answer = call_scode(which),
                   .told = known->told};
        if (known->picked_up_at) end.talked = tmr_jiffies() - *known->picked_up_at;
        here->end(*known, event_of(end, here->told_by));
    }
}

void every_second(void *) {
    if (!here->all.settle()) warning("kpi: calls could not be saved\n");
    tmr_start(&here->timer, 1000, every_second, nullptr);
}

/// What a command answers.
int say(struct re_printf *to, const std::string &text) { return re_hprintf(to, "%s", text.c_str()); }

int print(struct re_printf *to, void *) { return say(to, here->all.table()); }

/// The rep says what the current call is.
int was(struct re_printf *to, void *command) {
    const char *const parameter = static_cast<const cmd_arg *>(command)->prm;
    const std::string_view kind{parameter == nullptr ? "" : parameter};
    const auto found = kpi::enumerator<activity>(kind);
    if (!found || !kpi::sales::kinds::picked_up_calls.contains(*found))
        return say(to, "no call that is picked up can be '" + std::string{kind} + "'\n");
    ongoing *const current = here->find(ua_call(uag_current()));
    if (current == nullptr) return say(to, "there is no call\n");
    current->told = found;
    return say(to, "");
}

constexpr cmd commands[] = {
    {"kpi", '\0', 0, "Calls of each account", print},
    {"kpi_was", '\0', CMD_PRM, "What the current call is <kind>", was},
};

int start() {
    here = std::make_unique<module>();
    char folder[512];
    if (conf_get_str(conf_cur(), "kpi_folder", folder, sizeof folder) != 0) {
        if (const int wrong = conf_path_get(folder, sizeof folder - sizeof "/kpi")) return wrong;
        std::strcat(folder, "/kpi");
    }
    conf_get_u32(conf_cur(), "kpi_conversation_seconds", &here->told_by.conversation);
    conf_get_u32(conf_cur(), "kpi_abandoned_seconds", &here->told_by.abandoned);
    if (const std::string wrong = here->all.open(folder); !wrong.empty()) {
        warning("kpi: %s\n", wrong.c_str());
        return EBADMSG;
    }
    if (const int wrong = cmd_register(baresip_commands(), commands, std::size(commands))) return wrong;
    every_second(nullptr);
    return uag_event_register(on_event, nullptr);
}

int stop() {
    uag_event_unregister(on_event);
    cmd_unregister(baresip_commands(), commands);
    if (here == nullptr) return 0;
    tmr_cancel(&here->timer);
    if (!here->all.settle()) warning("kpi: calls could not be saved\n");
    here.reset();
    return 0;
}

} // namespace

// baresip looks for this name.
extern "C" __attribute__((visibility("default"))) const struct mod_export exports;
const struct mod_export exports = {"kpi", "application", start, stop};
