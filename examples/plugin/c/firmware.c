/* SPDX-License-Identifier: MIT */
/* A dialer's firmware in C: a board that was fixed when kpi.o was built, in 64 bytes of RAM, whole numbers
 * only. It answers 0 to the emulator where the snapshot that it wrote reads back as what it counted. */

#include "kpi.h"

static _Alignas(KPI_ALIGNMENT) unsigned char memory[2][64];
static unsigned char snapshot[200];

/* Arm's semihosting, which QEMU prints. */
static void say(const char *text) {
    register unsigned operation __asm__("r0") = 0x04; /* SYS_WRITE0 */
    register const char *argument __asm__("r1") = text;
    __asm__ volatile("bkpt 0xab" : "+r"(operation) : "r"(argument) : "memory");
}
static void say_number(unsigned n) {
    char digits[11] = {0}, *first = digits + 10;
    do
        *--first = (char)('0' + n % 10);
    while ((n /= 10) != 0);
    say(first);
}

int run(void) {
    static const uint8_t outcomes[] = {KPI_CONVERSATION, KPI_NO_ANSWER, KPI_VOICEMAIL,
                                       KPI_CONVERSATION, KPI_BUSY,      KPI_ABANDONED};
    static const char *const rates[] = {"pick_up_rate", "conversation_rate", "abandon_rate"};
    kpi_board *line = NULL, *read_back = NULL;
    int status = kpi_board_create(NULL, memory[0], sizeof memory[0], &line);
    status += kpi_board_create(NULL, memory[1], sizeof memory[1], &read_back);

    for (unsigned i = 0; i < 600; ++i) {
        kpi_event e = {0};
        e.kind = outcomes[i * 7 % 13 % 6];
        status += kpi_record(line, &e);
    }
    for (unsigned i = 0; i < 3; ++i) {
        kpi_figure f;
        int64_t tenths = 0; /* of a percent */
        status += kpi_read(line, rates[i], &f);
        status += kpi_per(&f, 1000, &tenths);
        say(rates[i]), say(" "), say_number((unsigned)tenths / 10), say(".");
        say_number((unsigned)tenths % 10), say(" %\n");
    }
    size_t length = 0;
    int equal = 0;
    status += kpi_encode(line, snapshot, sizeof snapshot, &length);
    status += kpi_decode(read_back, snapshot, length);
    status += kpi_equal(line, read_back, &equal);
    say("a snapshot of "), say_number((unsigned)length), say(" bytes\n");
    return status + (equal ? 0 : 100);
}
