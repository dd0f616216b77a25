/* SPDX-License-Identifier: MIT */
/* What kpi.h promises, called from C11: sizes are asked for first, every mistake has its code, and after one
 * nothing has changed. */

#include "expect.h"
#include "kpi.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static kpi_board *board_of(const kpi_definition *definition, void **memory) {
    size_t size = 0;
    kpi_board *board = NULL;
    ANSWERS(KPI_OK, kpi_board_size(definition, &size));
    *memory = malloc(size);
    ANSWERS(KPI_OK, kpi_board_create(definition, *memory, size, &board));
    return board;
}

static void the_texts_differ(void) {
    for (int i = 0; i <= KPI_MALFORMED; ++i)
        for (int j = -1; j < i; ++j)
            CHECK(strcmp(kpi_text(i), kpi_text(j)) != 0);
    CHECK(strcmp(kpi_text(-1), "unknown status") == 0);
    CHECK(strcmp(kpi_text(KPI_MALFORMED + 1), "unknown status") == 0);
    CHECK(kpi_abi() == KPI_ABI);
}

static void kinds_have_names(void) {
    CHECK(kpi_kind("deal_won") == KPI_DEAL_WON);
    CHECK(kpi_kind("stage_entered") == KPI_STAGE_ENTERED);
    CHECK(kpi_kind("") == -1 && kpi_kind("deal_wo") == -1 && kpi_kind(NULL) == -1);
    CHECK(strcmp(kpi_kind_name(KPI_CONVERSATION), "conversation") == 0);
    CHECK(kpi_kind_name(-1) == NULL && kpi_kind_name(64) == NULL && kpi_kind_name(1000000) == NULL);
}

static void a_definition_is_checked(void) {
    static const char *const sales[] = {"win_rate", "calls"}, *const none[] = {"win_rate", "wins"};
    static const char *const twice[] = {"calls", "calls"}, *const null_name[] = {NULL};
    static const char *const door[] = {"knocked", "opened"}, *const holes[] = {"knocked", NULL};
    const kpi_vocabulary doors = {"door", door, 2}, nameless = {NULL, door, 2}, empty = {"door", door, 0};
    const kpi_vocabulary with_a_hole = {"door", holes, 2}, too_many = {"door", door, 65};
    const kpi_own_metric rate = {"rate", 2, 3, 0, KPI_FORM_PROPORTION, 0};
    const kpi_own_metric no_part = {"rate", 0, 3, 0, KPI_FORM_PROPORTION, 0},
                         no_whole = {"rate", 2, 0, 0, KPI_FORM_RATIO, 0};
    const kpi_own_metric other_form = {"rate", 2, 3, 0, 4, 0},
                         count_of_two = {"n", 1, 1, 0, KPI_FORM_COUNT, 0};
    const kpi_own_metric no_kind = {"n", UINT64_C(1) << 63, 0, 0, KPI_FORM_COUNT, 0},
                         third = {"n", 4, 0, 0, KPI_FORM_COUNT, 0};
    const kpi_own_metric of_that_name = {"calls", 1, 0, 0, KPI_FORM_COUNT, 0};
    const struct {
        int answer;
        kpi_definition of;
    } all[] = {
        {KPI_OK, {sales, 2, NULL, 0, NULL}},
        {KPI_OK, {NULL, 0, &rate, 1, NULL}},
        {KPI_OK, {NULL, 0, &rate, 1, &doors}},
        {KPI_OK, {sales, 1, &rate, 1, NULL}},
        {KPI_BAD_ARGUMENT, {NULL, 0, NULL, 0, NULL}},
        {KPI_BAD_ARGUMENT, {NULL, 1, NULL, 0, NULL}},
        {KPI_BAD_ARGUMENT, {NULL, 0, NULL, 1, NULL}},
        {KPI_BAD_ARGUMENT, {null_name, 1, NULL, 0, NULL}},
        {KPI_NO_SUCH_METRIC, {none, 2, NULL, 0, NULL}},
        {KPI_NAMED_TWICE, {twice, 2, NULL, 0, NULL}},
        {KPI_NAMED_TWICE, {sales, 2, &of_that_name, 1, NULL}},
        {KPI_NOT_OF_SALES, {sales, 2, NULL, 0, &doors}},
        {KPI_BAD_ARGUMENT, {NULL, 0, &no_part, 1, NULL}},
        {KPI_BAD_ARGUMENT, {NULL, 0, &no_whole, 1, NULL}},
        {KPI_BAD_ARGUMENT, {NULL, 0, &other_form, 1, NULL}},
        {KPI_BAD_ARGUMENT, {NULL, 0, &count_of_two, 1, NULL}},
        {KPI_BAD_ARGUMENT, {NULL, 0, &no_kind, 1, NULL}},
        {KPI_BAD_ARGUMENT, {NULL, 0, &third, 1, &doors}},
        {KPI_BAD_ARGUMENT, {NULL, 0, &rate, 1, &nameless}},
        {KPI_BAD_ARGUMENT, {NULL, 0, &rate, 1, &empty}},
        {KPI_BAD_ARGUMENT, {NULL, 0, &rate, 1, &with_a_hole}},
        {KPI_BAD_ARGUMENT, {NULL, 0, &rate, 1, &too_many}},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; ++i) {
        size_t size = 7;
        const int answer = kpi_board_size(&all[i].of, &size);
        if (answer != all[i].answer) printf("definition %zu: %s\n", i, kpi_text(answer)), wrong = 1;
        CHECK((answer == KPI_OK) == (size != 7));
    }
    size_t size = 7;
    ANSWERS(KPI_NO_DEFINITION, kpi_board_size(NULL, &size));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_board_size(&all[0].of, NULL));

    ANSWERS(KPI_OK, kpi_board_size(&all[0].of, &size));
    unsigned char *const memory = malloc(size + 1);
    kpi_board *board = NULL;
    ANSWERS(KPI_MISALIGNED, kpi_board_create(&all[0].of, memory + 1, size, &board));
    ANSWERS(KPI_TOO_SMALL, kpi_board_create(&all[0].of, memory, size - 1, &board));
    ANSWERS(KPI_NO_DEFINITION, kpi_board_create(NULL, memory, size, &board));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_board_create(&all[0].of, NULL, size, &board));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_board_create(&all[0].of, memory, size, NULL));
    CHECK(board == NULL);
    ANSWERS(KPI_OK, kpi_board_create(&all[0].of, memory, size, &board));
    CHECK(board != NULL);
    free(memory);
}

static void visit_nothing(void *context, const kpi_figure *figure) { (void)context, (void)figure; }

static void null_pointers_are_answered(kpi_board *board) {
    kpi_event event = {0};
    kpi_columns columns = {0};
    kpi_figure figure;
    kpi_metric_info info;
    unsigned char bytes[10];
    size_t size = 0;
    int equal = 0;
    int64_t whole = 0;
    double low = 0, high = 0;
    ANSWERS(KPI_OK, kpi_read(board, "win_rate", &figure));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_metric_at(0, NULL));
    ANSWERS(KPI_NO_SUCH_METRIC, kpi_metric_at(kpi_metrics(), &info));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_reset(NULL));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_record(NULL, &event));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_record(board, NULL));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_record_columns(NULL, &columns));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_record_columns(board, NULL));
    ANSWERS(KPI_OK, kpi_record_columns(board, &columns));
    columns.rows = 1;
    ANSWERS(KPI_BAD_ARGUMENT, kpi_record_columns(board, &columns));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_retract(NULL, &event));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_retract(board, NULL));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_read(NULL, "win_rate", &figure));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_read(board, NULL, &figure));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_read(board, "win_rate", NULL));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_read_with(board, "win_rate", NULL, 1, &figure));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_each_figure(NULL, "win_rate", visit_nothing, NULL));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_each_figure(board, NULL, visit_nothing, NULL));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_each_figure(board, "win_rate", NULL, NULL));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_per(NULL, 1, &whole));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_per(&figure, 1, NULL));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_value(NULL, &low));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_value(&figure, NULL));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_interval(NULL, &low, &high));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_interval(&figure, NULL, &high));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_interval(&figure, &low, NULL));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_merge(NULL, board));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_merge(board, NULL));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_equal(NULL, board, &equal));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_equal(board, NULL, &equal));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_equal(board, board, NULL));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_encoded_bound(NULL, &size));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_encoded_bound(board, NULL));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_encode(NULL, bytes, 10, &size));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_encode(board, NULL, 10, &size));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_encode(board, bytes, 10, NULL));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_decode(NULL, bytes, 10));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_decode(board, NULL, 10));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_merge_encoded(board, board, bytes, 10));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_merge_encoded(board, NULL, bytes, 10));
    ANSWERS(KPI_BAD_ARGUMENT, kpi_merge_encoded(NULL, board, bytes, 10));
}

static void figures_are_read(kpi_board *board) {
    kpi_figure f;
    int64_t whole = 0;
    double value = -1, low = -1, high = -1;
    kpi_event e = {0};
    const uint64_t one = 1;
    ANSWERS(KPI_OK, kpi_read(board, "win_rate", &f));
    CHECK(f.denominator == 0);
    ANSWERS(KPI_ABSENT, kpi_value(&f, &value));
    ANSWERS(KPI_ABSENT, kpi_per(&f, 1000, &whole));
    ANSWERS(KPI_NO_INTERVAL, kpi_interval(&f, &low, &high));
    CHECK(value == -1 && low == -1 && high == -1 && whole == 0);

    e.kind = KPI_DEAL_WON;
    ANSWERS(KPI_OK, kpi_record_times(board, &e, 27));
    e.kind = KPI_DEAL_LOST;
    ANSWERS(KPI_OK, kpi_record_times(board, &e, 27));
    ANSWERS(KPI_OK, kpi_retract(board, &e));
    e.kind = 200; /* counts nowhere */
    ANSWERS(KPI_OK, kpi_record(board, &e));
    ANSWERS(KPI_OK, kpi_retract(board, &e));
    ANSWERS(KPI_OK, kpi_read(board, "win_rate", &f));
    CHECK(f.numerator == 27 && f.denominator == 53 && f.parts[0] == 27 && f.parts[1] == 53);
    CHECK(f.kind == KPI_VALUE_PROPORTION && f.better == 1 && f.scale == 100 && f.shown_in == 1 &&
          f.flags == 0);
    CHECK(strcmp(f.name, "win_rate") == 0 && strcmp(f.unit, "%") == 0 && strcmp(f.label, "") == 0);
    ANSWERS(KPI_OK, kpi_per(&f, 1000, &whole));
    CHECK(whole == 509);
    ANSWERS(KPI_OK, kpi_value(&f, &value));
    CHECK(value == 27.0 / 53.0);
    ANSWERS(KPI_OK, kpi_interval(&f, &low, &high)); /* Wilson's, by the textbook */
    CHECK(low > 0.37883 && low < 0.37884 && high > 0.63875 && high < 0.63876);
    ANSWERS(KPI_NO_SUCH_METRIC, kpi_read(board, "win", &f));
    ANSWERS(KPI_NO_SUCH_METRIC, kpi_read(board, "reply_rate", &f));
    ANSWERS(KPI_GIVEN, kpi_read_with(board, "win_rate", &one, 1, &f));
    CHECK(f.denominator == 53);
}

static void snapshots_go_where_they_fit(kpi_board *board, kpi_board *other, kpi_board *of_calls) {
    unsigned char bytes[200];
    size_t length = 0, bound = 0;
    int equal = -1;
    ANSWERS(KPI_OK, kpi_encoded_bound(board, &bound));
    CHECK(bound <= sizeof bytes);
    ANSWERS(KPI_TOO_SMALL, kpi_encode(board, bytes, 20, &length));
    CHECK(length == bound);
    ANSWERS(KPI_OK, kpi_encode(board, bytes, sizeof bytes, &length));
    CHECK(length <= bound);
    ANSWERS(KPI_TOO_SMALL, kpi_encode(board, bytes, length - 1, &bound));
    ANSWERS(KPI_OK, kpi_encode(board, bytes, length, &bound));
    CHECK(bound == length);

    ANSWERS(KPI_OK, kpi_equal(board, other, &equal));
    CHECK(equal == 0);
    ANSWERS(KPI_OK, kpi_decode(other, bytes, length));
    ANSWERS(KPI_OK, kpi_equal(board, other, &equal));
    CHECK(equal == 1);
    ANSWERS(KPI_CUT, kpi_decode(other, bytes, length - 1));
    ANSWERS(KPI_FOREIGN, kpi_decode(other, "Wins: 27 of 53", 14));
    ANSWERS(KPI_CUT, kpi_decode(other, "", 0));
    ANSWERS(KPI_OTHER_SCHEMA, kpi_decode(of_calls, bytes, length));
    bytes[4] = 9;
    ANSWERS(KPI_NEWER_VERSION, kpi_decode(other, bytes, length));
    bytes[4] = 1, bytes[20] ^= 1;
    ANSWERS(KPI_ALTERED, kpi_decode(other, bytes, length));
    ANSWERS(KPI_OK, kpi_equal(board, other, &equal));
    CHECK(equal == 1);

    ANSWERS(KPI_OTHER_BOARD, kpi_merge(board, of_calls));
    ANSWERS(KPI_OTHER_BOARD, kpi_equal(board, of_calls, &equal));
    ANSWERS(KPI_OTHER_BOARD, kpi_merge_encoded(board, of_calls, bytes, length));
    ANSWERS(KPI_OK, kpi_merge(other, board));
    ANSWERS(KPI_OK, kpi_merge(board, board));
    ANSWERS(KPI_OK, kpi_equal(board, other, &equal));
    CHECK(equal == 1);
    ANSWERS(KPI_OK, kpi_reset(board));
    ANSWERS(KPI_OK, kpi_reset(other));
    ANSWERS(KPI_OK, kpi_equal(board, other, &equal));
    CHECK(equal == 1);
}

int main(void) {
    static const char *const wins[] = {"win_rate"}, *const calls[] = {"calls"};
    const kpi_definition of_wins = {wins, 1, NULL, 0, NULL}, of_calls = {calls, 1, NULL, 0, NULL};
    void *memory[3];
    kpi_board *const board = board_of(&of_wins, &memory[0]), *const other = board_of(&of_wins, &memory[1]);
    kpi_board *const third = board_of(&of_calls, &memory[2]);

    the_texts_differ();
    kinds_have_names();
    a_definition_is_checked();
    null_pointers_are_answered(board);
    figures_are_read(board);
    snapshots_go_where_they_fit(board, other, third);

    for (int i = 0; i < 3; ++i)
        free(memory[i]);
    return wrong;
}
