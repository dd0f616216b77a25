/* SPDX-License-Identifier: MIT */
/* Checks of a test in C: each that fails is printed with its line, and `wrong` is what main answers. */
#ifndef KPI_TEST_EXPECT_H
#define KPI_TEST_EXPECT_H

#include <stdio.h>

static int wrong;
#define CHECK(what)                                                                                          \
    do {                                                                                                     \
        if (!(what)) printf("%s:%d: %s\n", __FILE__, __LINE__, #what), wrong = 1;                            \
    } while (0)
#define ANSWERS(status, call) CHECK((call) == (status))

#endif
