/* SPDX-License-Identifier: MIT */
#pragma once

/* What baresip 1.0 exports to its modules, as far as this one uses it: Debian ships no baresip.h. */

#include <re.h>

#ifdef __cplusplus
extern "C" {
#endif

struct ua;
struct call;
struct commands;

/* The numbers of events differ between versions: uag_event_str names them. */
typedef void(ua_event_h)(struct ua *ua, unsigned event, struct call *call, const char *parameter, void *own);
int uag_event_register(ua_event_h *handler, void *own);
void uag_event_unregister(ua_event_h *handler);
const char *uag_event_str(unsigned event);

struct ua *uag_current(void);
const char *ua_aor(const struct ua *ua);
struct call *ua_call(const struct ua *ua);

bool call_is_outgoing(const struct call *call);
uint16_t call_scode(const struct call *call);

struct conf *conf_cur(void);
int conf_path_get(char *path, size_t size);

enum { CMD_PRM = 1 };
struct cmd_arg {
    char key;
    char *prm;
    void *data;
};
struct cmd {
    const char *name;
    char key;
    int flags;
    const char *desc;
    re_printf_h *h;
};
struct commands *baresip_commands(void);
int cmd_register(struct commands *commands, const struct cmd *all, size_t size);
void cmd_unregister(struct commands *commands, const struct cmd *all);

void info(const char *format, ...);
void warning(const char *format, ...);

#ifdef __cplusplus
}
#endif
