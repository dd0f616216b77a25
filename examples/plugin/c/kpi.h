/* SPDX-License-Identifier: MIT */
#ifndef KPI_H
#define KPI_H

/* Sales metrics for programs in C, and for whatever calls C.
 *
 * A board counts events and answers metrics. You say which ones at run time: by their names in the catalogue
 * (kpi_metric_at), by sets of kinds of your own (kpi_own_metric), or both. The board lies in memory that you
 * give; nothing here takes memory, keeps a lock, reads a clock or a locale, or stops the program.
 *
 * Unless a function says otherwise, it
 * - answers KPI_OK or another kpi_status, and then nothing has changed: neither the board nor what the
 *   arguments point to, apart from the size that KPI_TOO_SMALL tells;
 * - takes no null pointer: it answers KPI_BAD_ARGUMENT;
 * - may be called by any number of threads for different boards, and for one board by one thread at a time.
 */

#include "kpi_kinds.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif
#if defined(__GNUC__) && !defined(KPI_API)
#define KPI_API __attribute__((visibility("default")))
#elif !defined(KPI_API)
#define KPI_API
#endif

/* Raised when a structure, a function or a code changes its meaning. New ones are added at the end. */
#define KPI_ABI 1
/* The KPI_ABI that the object was compiled with. */
KPI_API int kpi_abi(void);

enum kpi_status {
    KPI_OK,
    KPI_BAD_ARGUMENT,   /* a null pointer, or a value that the function's contract excludes */
    KPI_NO_SUCH_METRIC, /* neither in the catalogue nor, if a board is given, on it */
    KPI_NAMED_TWICE,    /* a board has each metric once, and each name */
    KPI_NOT_OF_SALES,   /* the catalogue's metrics are about sales, the board has its own vocabulary */
    KPI_FIXED_BOARD,    /* this object has a board fixed at build time, and no other: pass no definition */
    KPI_NO_DEFINITION,  /* this object has no board fixed at build time: pass a definition */
    KPI_TOO_SMALL,      /* the memory or buffer is too small; the size that is needed was written */
    KPI_MISALIGNED,     /* memory for a board starts at a multiple of KPI_ALIGNMENT */
    KPI_CANNOT_RETRACT, /* a metric of the board cannot forget: keep it on a board of its own */
    KPI_NOT_RECORDED,   /* such an event was not recorded, or a counter is saturated */
    KPI_OTHER_BOARD,    /* boards of different metrics cannot be merged or compared */
    KPI_GIVEN,          /* the metric is read with other figures: see `given` of kpi_metric_info */
    KPI_ABSENT,         /* there is no value: nothing was counted of its whole, or a counter is saturated */
    KPI_NO_INTERVAL,    /* neither a share nor a score of independent events, or it has no value */
    /* why a snapshot was refused */
    KPI_FOREIGN,       /* it is no snapshot at all */
    KPI_NEWER_VERSION, /* it has a format that this object does not know yet */
    KPI_CUT,           /* its end is missing */
    KPI_TRAILING,      /* more follows after it */
    KPI_ALTERED,       /* its checksum does not fit */
    KPI_OTHER_SCHEMA,  /* it comes from a board that counts something else */
    KPI_OUT_OF_RANGE,  /* a number in it is greater than its counter can hold */
    KPI_MALFORMED      /* it is not written as kpi_encode writes */
};
/* A sentence for a code, without an end mark; "unknown status" for any other number. */
KPI_API const char *kpi_text(int status);

/* ---- what happened */

/* The kind of that name, KPI_DEAL_WON for "deal_won"; -1 if there is none, or for a null pointer. */
KPI_API int kpi_kind(const char *name);
/* The name of a kind; a null pointer if there is none. */
KPI_API const char *kpi_kind_name(int kind);

/* The numbers that an event tells. An untold number is not zero: a deal won without a value is in no
 * average. */
enum kpi_told { KPI_VALUE = 1, KPI_UNITS = 2, KPI_ELAPSED = 4, KPI_TOUCHES = 8, KPI_SCORE = 16 };
enum kpi_channel {
    KPI_CHANNEL_UNKNOWN,
    KPI_PHONE,
    KPI_EMAIL,
    KPI_SOCIAL,
    KPI_IN_PERSON,
    KPI_VIDEO,
    KPI_OTHER_CHANNEL
};
/* An event. All zero bits are a conversation that tells nothing else; fill in what your metrics read. A
 * number that is told as UINT32_MAX counts as UINT32_MAX - 1. */
typedef struct kpi_event {
    int64_t at;        /* civil time: seconds since 1970-01-01 00:00 where the user lives */
    uint32_t told;     /* of kpi_told, or-ed together */
    uint32_t value;    /* money, in your smallest unit */
    uint32_t units;    /* pieces sold */
    uint32_t elapsed;  /* seconds since the start that this event closes */
    uint32_t touches;  /* how many touches came before it */
    uint32_t score;    /* an answer on a numeric scale */
    uint32_t prospect; /* an id of yours */
    uint8_t kind;      /* of kpi_sales_kind; one that the board's metrics do not name counts nowhere */
    uint8_t channel;   /* of kpi_channel */
    uint8_t reserved[2];
} kpi_event;

/* Events as columns of `rows` each. A null pointer is a column that tells nothing; in `value` to `score`, a
 * row with UINT32_MAX tells nothing. `kind` is required. */
typedef struct kpi_columns {
    size_t rows;
    const uint8_t *kind;
    const uint8_t *channel;
    const int64_t *at;
    const uint32_t *value;
    const uint32_t *units;
    const uint32_t *elapsed;
    const uint32_t *touches;
    const uint32_t *score;
    const uint32_t *prospect;
} kpi_columns;

/* ---- what is counted */

/* How a metric's figures are made and shown. The texts are constants; those that it does not need are empty.
 */
typedef struct kpi_metric_info {
    const char *name;
    const char *title; /* for people; if it is empty, the name with spaces */
    const char *help;
    const char *unit;
    const char *given;   /* the figure that no event carries and that kpi_read_with adds, in words */
    uint32_t scale;      /* people read scale * value / shown_in: 100 for %, */
    uint32_t shown_in;   /* 86400 for a time in days */
    uint64_t kinds;      /* bit k: events of kind k feed it */
    uint8_t better;      /* 0 neither, 1 more, 2 less */
    uint8_t retractable; /* 1 if events can be taken back */
    uint8_t reserved[6];
} kpi_metric_info;
/* How many metrics the catalogue has. */
KPI_API uint32_t kpi_metrics(void);
/* Describes one of them, from 0. KPI_NO_SUCH_METRIC past the end. */
KPI_API int kpi_metric_at(uint32_t number, kpi_metric_info *info);

/* What a metric of your own makes of three sets of kinds; bit k of a set stands for kind k. */
enum kpi_form {
    KPI_FORM_COUNT,      /* events `of` */
    KPI_FORM_PROPORTION, /* `of` the events `among`, those `without` taken off the whole */
    KPI_FORM_RATIO,      /* `of` for each one `among`, where neither is chosen from the other */
    KPI_FORM_SCORE       /* `of` less `without`, among all answers `among` */
};
typedef struct kpi_own_metric {
    const char *name;
    uint64_t of;
    uint64_t among;
    uint64_t without;
    uint32_t form;    /* of kpi_form */
    uint32_t nominal; /* 1 if the events of a share are not independent, as touches of one prospect: it
                         has no interval then */
} kpi_own_metric;

/* Kinds that are not those of sales. The names go into the schema of snapshots: boards understand each other
 * if vocabulary and kinds have the same names. */
typedef struct kpi_vocabulary {
    const char *name;
    const char *const *kinds; /* their names; kind k is called kinds[k] */
    size_t size;              /* 64 at most */
} kpi_vocabulary;

/* What a board counts. It and all that it points to is read for as long as the board is used. */
typedef struct kpi_definition {
    const char *const *metrics; /* names of the catalogue */
    size_t metrics_size;
    const kpi_own_metric *own;
    size_t own_size;
    const kpi_vocabulary *vocabulary; /* null for that of sales */
} kpi_definition;

typedef struct kpi_board kpi_board;
#define KPI_ALIGNMENT 8

/* How many bytes a board takes. In an object with a board fixed at build time the definition is null. */
KPI_API int kpi_board_size(const kpi_definition *definition, size_t *size);
/* Makes an empty board in `memory` of `size` bytes. It stays there: it is not moved or copied. Nothing needs
 * to be done at its end. */
KPI_API int kpi_board_create(const kpi_definition *definition, void *memory, size_t size, kpi_board **board);
/* Makes the board empty. */
KPI_API int kpi_reset(kpi_board *board);

/* Counts an event. Counters saturate, and their figures are absent from then on. */
KPI_API int kpi_record(kpi_board *board, const kpi_event *event);
/* Counts n events that are alike, at the cost of one. */
KPI_API int kpi_record_times(kpi_board *board, const kpi_event *event, uint32_t n);
/* Counts all rows: equal to recording each. */
KPI_API int kpi_record_columns(kpi_board *board, const kpi_columns *columns);
/* Takes one event back. */
KPI_API int kpi_retract(kpi_board *board, const kpi_event *event);

/* ---- what is read */

enum kpi_value_kind {
    KPI_VALUE_COUNT,
    KPI_VALUE_PROPORTION, /* parts: part, whole */
    KPI_VALUE_RATIO,      /* parts: a, b */
    KPI_VALUE_MEAN,       /* parts: sum, how many */
    KPI_VALUE_GROWTH,
    KPI_VALUE_RATE,     /* parts: how many, seconds */
    KPI_VALUE_SCORE,    /* parts: favour, against, answers */
    KPI_VALUE_QUANTILE, /* parts: low, high, how many; the quantile lies from low to high */
    KPI_VALUE_PRODUCT,
    KPI_VALUE_NUMBER
};
enum kpi_flags {
    KPI_SATURATED = 1,  /* a counter is full: there is no value */
    KPI_INCOHERENT = 2, /* a part has outgrown its whole */
    KPI_TOO_FEW = 4,    /* too few for this quantile */
    KPI_ESTIMATED = 8,  /* by a sketch, not counted one by one */
    KPI_NOMINAL = 16    /* of events that are not independent: it has no interval */
};
/* A figure is an exact fraction until you ask for another form of it. */
typedef struct kpi_figure {
    uint64_t numerator;
    uint64_t denominator; /* 0 if the value is absent */
    uint64_t parts[3];    /* the counts that it was made from: see kpi_value_kind */
    const char *metric;
    const char *name;  /* the metric's for its first figure; of others "p90", "untold" */
    const char *label; /* of a band, else empty */
    const char *unit;
    uint32_t scale; /* people read scale * value / shown_in */
    uint32_t shown_in;
    uint8_t kind;     /* of kpi_value_kind */
    uint8_t better;   /* 0 neither, 1 more, 2 less */
    uint8_t negative; /* 1 if the value is below 0 */
    uint8_t flags;    /* of kpi_flags, or-ed together */
    uint8_t reserved[4];
} kpi_figure;

/* Reads a metric's first figure. An absent figure is no error: its denominator is 0. */
KPI_API int kpi_read(const kpi_board *board, const char *metric, kpi_figure *figure);
/* The same with figures that no event carries: seconds logged in for a rate, the time now for an age, part
 * and whole for another quantile than the median. */
KPI_API int kpi_read_with(const kpi_board *board, const char *metric, const uint64_t *given, size_t size,
                          kpi_figure *figure);
/* Hands each figure of a metric to `visit`, in order; `context` is yours. The figure is gone when it returns.
 */
KPI_API int kpi_each_figure(const kpi_board *board, const char *metric,
                            void (*visit)(void *context, const kpi_figure *figure), void *context);

/* n * value as a whole number, rounded half away from zero, without floating point. KPI_ABSENT. */
KPI_API int kpi_per(const kpi_figure *figure, uint32_t n, int64_t *answer);
/* The value. KPI_ABSENT. */
KPI_API int kpi_value(const kpi_figure *figure, double *answer);
/* The interval in which the true value lies with 95 % confidence: for a proportion Wilson's, for a score
 * with three answers added. KPI_NO_INTERVAL. */
KPI_API int kpi_interval(const kpi_figure *figure, double *low, double *high);

/* ---- boards together, and as bytes */

/* Adds what another board of the same metrics has counted. A board can be added to itself. */
KPI_API int kpi_merge(kpi_board *into, const kpi_board *from);
/* Writes 1 if both have counted the same, else 0. */
KPI_API int kpi_equal(const kpi_board *a, const kpi_board *b, int *equal);
/* The number of bytes that hold any snapshot of this board. */
KPI_API int kpi_encoded_bound(const kpi_board *board, size_t *size);
/* Writes a snapshot, and how long it is. A C++ board of the same metrics in the same order writes the same
 * bytes. KPI_TOO_SMALL writes the bound, and what is in the buffer means nothing. */
KPI_API int kpi_encode(const kpi_board *board, void *buffer, size_t size, size_t *length);
/* Reads a snapshot into a board, whose counts it replaces. */
KPI_API int kpi_decode(kpi_board *board, const void *snapshot, size_t size);
/* Adds the contents of a snapshot, by way of another board of the same metrics, which is overwritten. */
KPI_API int kpi_merge_encoded(kpi_board *into, kpi_board *between, const void *snapshot, size_t size);

#ifdef __cplusplus
}
#endif
#endif
