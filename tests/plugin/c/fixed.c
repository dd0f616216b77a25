/* SPDX-License-Identifier: MIT */
/* An object with a board fixed at build time keeps the same contract, and takes no definition. */

#include "expect.h"
#include "kpi.h"

#include <stdio.h>
#include <string.h>

int main(void) {
    static _Alignas(KPI_ALIGNMENT) unsigned char memory[3][200];
    static unsigned char snapshot[400];
    const char *const names[] = {"calls"};
    const kpi_definition some = {names, 1, NULL, 0, NULL};
    kpi_board *board[3] = {NULL, NULL, NULL};
    kpi_metric_info info;
    kpi_figure f;
    size_t size = 0, length = 0;
    int equal = 0;

    ANSWERS(KPI_FIXED_BOARD, kpi_board_size(&some, &size));
    ANSWERS(KPI_FIXED_BOARD, kpi_board_create(&some, memory[0], sizeof memory[0], &board[0]));
    ANSWERS(KPI_OK, kpi_board_size(NULL, &size));
    CHECK(size <= sizeof memory[0]);
    ANSWERS(KPI_TOO_SMALL, kpi_board_create(NULL, memory[0], size - 1, &board[0]));
    ANSWERS(KPI_MISALIGNED, kpi_board_create(NULL, memory[0] + 1, size, &board[0]));
    for (int i = 0; i < 3; ++i)
        ANSWERS(KPI_OK, kpi_board_create(NULL, memory[i], size, &board[i]));

    CHECK(kpi_metrics() == 3);
    ANSWERS(KPI_OK, kpi_metric_at(1, &info));
    CHECK(strcmp(info.name, "conversation_rate") == 0);
    ANSWERS(KPI_NO_SUCH_METRIC, kpi_metric_at(3, &info));

    const uint8_t kinds[] = {KPI_CONVERSATION, KPI_CONVERSATION, KPI_BUSY, KPI_DEAL_WON};
    const uint32_t elapsed[] = {30, UINT32_MAX, 0, 5};
    const kpi_columns columns = {.rows = 4, .kind = kinds, .elapsed = elapsed};
    ANSWERS(KPI_OK, kpi_record_columns(board[0], &columns));
    for (int i = 0; i < 4; ++i) {
        const kpi_event e = {
            .kind = kinds[i], .elapsed = elapsed[i], .told = elapsed[i] == UINT32_MAX ? 0 : KPI_ELAPSED};
        ANSWERS(KPI_OK, kpi_record(board[1 + i % 2], &e));
    }
    ANSWERS(KPI_OK, kpi_merge(board[1], board[2]));
    ANSWERS(KPI_OK, kpi_equal(board[0], board[1], &equal));
    CHECK(equal == 1);

    ANSWERS(KPI_OK, kpi_read(board[0], "conversation_rate", &f));
    CHECK(f.numerator == 2 && f.denominator == 3 && (f.flags & KPI_NOMINAL) != 0);
    ANSWERS(KPI_OK, kpi_read(board[0], "talk_time", &f));
    CHECK(f.numerator == 30 && f.denominator == 1);
    ANSWERS(KPI_NO_SUCH_METRIC, kpi_read(board[0], "win_rate", &f));

    const kpi_event talk = {.kind = KPI_CONVERSATION, .elapsed = 30, .told = KPI_ELAPSED};
    ANSWERS(KPI_OK, kpi_retract(board[1], &talk));
    ANSWERS(KPI_NOT_RECORDED, kpi_retract(board[1], &talk));
    ANSWERS(KPI_OK, kpi_record(board[1], &talk));
    ANSWERS(KPI_OK, kpi_equal(board[0], board[1], &equal));
    CHECK(equal == 1);

    ANSWERS(KPI_TOO_SMALL, kpi_encode(board[0], snapshot, 10, &length));
    CHECK(length <= sizeof snapshot);
    ANSWERS(KPI_OK, kpi_encode(board[0], snapshot, sizeof snapshot, &length));
    ANSWERS(KPI_CUT, kpi_decode(board[1], snapshot, length - 1));
    ANSWERS(KPI_OK, kpi_merge_encoded(board[1], board[2], snapshot, length));
    ANSWERS(KPI_OK, kpi_merge(board[0], board[0]));
    ANSWERS(KPI_OK, kpi_equal(board[0], board[1], &equal));
    CHECK(equal == 1);
    ANSWERS(KPI_OK, kpi_reset(board[0]));
    ANSWERS(KPI_OK, kpi_read(board[0], "conversation_rate", &f));
    CHECK(f.denominator == 0);
    return wrong;
}
