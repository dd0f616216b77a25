/* SPDX-License-Identifier: MIT */
/* A dialer in C: two lines count their calls, and the figures of both are read. */

#include "kpi.h"

#include <stdio.h>
#include <stdlib.h>

static _Alignas(KPI_ALIGNMENT) unsigned char memory[2][2000];
static unsigned char snapshot[2000];

/* Stops at what should never happen: a mistake in this program. */
static void must(int status) {
    if (status == KPI_OK) return;
    fprintf(stderr, "%s\n", kpi_text(status));
    exit(1);
}

static void call(kpi_board *line, uint8_t outcome, unsigned seconds_of_talk) {
    kpi_event e = {0};
    e.kind = outcome;
    e.elapsed = seconds_of_talk;
    e.told = KPI_ELAPSED;
    must(kpi_record(line, &e));
}

static void show(void *context, const kpi_figure *f) {
    double value = 0, low = 0, high = 0;
    (void)context;
    printf("%-20s ", f->name);
    if (kpi_value(f, &value) != KPI_OK) {
        printf("-\n");
        return;
    }
    printf("%6.1f %s", value * f->scale / f->shown_in, f->unit);
    if (kpi_interval(f, &low, &high) == KPI_OK) printf(", %.1f to %.1f", low * f->scale, high * f->scale);
    printf("   (%llu / %llu)\n", (unsigned long long)f->numerator, (unsigned long long)f->denominator);
}

int main(void) {
    const char *const names[] = {"calls", "conversation_rate", "abandon_rate", "talk_time"};
    kpi_own_metric machines = {0};
    machines.name = "voicemail_share"; /* of calls picked up; a call is one trial, so it has an interval */
    machines.form = KPI_FORM_PROPORTION;
    machines.of = UINT64_C(1) << KPI_VOICEMAIL;
    machines.among = machines.of | UINT64_C(1) << KPI_CONVERSATION | UINT64_C(1) << KPI_ABANDONED;
    const kpi_definition counted = {names, 4, &machines, 1, NULL};

    size_t size = 0;
    must(kpi_board_size(&counted, &size));
    printf("%zu bytes a line\n", size);
    kpi_board *line[2];
    for (int i = 0; i < 2; ++i)
        must(kpi_board_create(&counted, memory[i], sizeof memory[i], &line[i]));

    for (unsigned i = 0; i < 40; ++i) {
        call(line[i % 2],
             i % 8 < 3   ? KPI_NO_ANSWER
             : i % 8 < 5 ? KPI_VOICEMAIL
                         : KPI_CONVERSATION,
             i % 8 < 3 ? 0 : 20 + i);
        if (i % 20 == 0) call(line[1], KPI_ABANDONED, 2);
    }

    size_t length = 0; /* the second line's board goes to the first as bytes */
    must(kpi_encode(line[1], snapshot, sizeof snapshot, &length));
    must(kpi_merge_encoded(line[0], line[1], snapshot, length));
    printf("%zu bytes on the wire\n", length);

    for (int i = 0; i < 4; ++i)
        must(kpi_each_figure(line[0], names[i], show, NULL));
    must(kpi_each_figure(line[0], machines.name, show, NULL));
    return 0;
}
