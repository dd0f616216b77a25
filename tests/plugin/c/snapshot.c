/* SPDX-License-Identifier: MIT */
/* Prints, in hexadecimal, a snapshot of a dialer that counted four calls and knows two metrics. */

#include "kpi.h"

#include <stdio.h>

int main(void) {
    static _Alignas(KPI_ALIGNMENT) unsigned char memory[400];
    static unsigned char snapshot[400];
    const char *const names[] = {"calls", "conversation_rate"};
    const kpi_definition few = {names, 2, NULL, 0, NULL};
    kpi_board *board = NULL;
    kpi_event e = {0};
    size_t length = 0;
    int status = kpi_board_create(&few, memory, sizeof memory, &board);
    status += kpi_record_times(board, &e, 3);
    e.kind = KPI_BUSY;
    status += kpi_record(board, &e);
    status += kpi_encode(board, snapshot, sizeof snapshot, &length);
    for (size_t i = 0; i < length; ++i)
        printf("%02x", snapshot[i]);
    printf("\n");
    return status;
}
