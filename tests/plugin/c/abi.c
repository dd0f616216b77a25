/* SPDX-License-Identifier: MIT */
/* Prints the layout of what kpi.h hands over, and the numbers of its constants: tests/plugin/c/abi.txt has
 * them as they were released. */

#include "kpi.h"

#include <stddef.h>
#include <stdio.h>

#define STRUCT(type) printf("%s %zu bytes, aligned to %zu\n", #type, sizeof(type), _Alignof(type))
#define MEMBER(type, name) printf("%s.%s at %zu\n", #type, #name, offsetof(type, name))
#define NUMBER(name) printf("%s = %d\n", #name, (int)(name))

int main(void) {
    NUMBER(KPI_ABI), NUMBER(KPI_ALIGNMENT);
    STRUCT(kpi_event);
    MEMBER(kpi_event, at), MEMBER(kpi_event, told), MEMBER(kpi_event, value), MEMBER(kpi_event, units);
    MEMBER(kpi_event, elapsed), MEMBER(kpi_event, touches), MEMBER(kpi_event, score),
        MEMBER(kpi_event, prospect);
    MEMBER(kpi_event, kind), MEMBER(kpi_event, channel);
    STRUCT(kpi_columns);
    MEMBER(kpi_columns, kind), MEMBER(kpi_columns, channel), MEMBER(kpi_columns, at),
        MEMBER(kpi_columns, value);
    MEMBER(kpi_columns, units), MEMBER(kpi_columns, elapsed), MEMBER(kpi_columns, touches);
    MEMBER(kpi_columns, score), MEMBER(kpi_columns, prospect);
    STRUCT(kpi_metric_info);
    MEMBER(kpi_metric_info, title), MEMBER(kpi_metric_info, help), MEMBER(kpi_metric_info, unit);
    MEMBER(kpi_metric_info, given), MEMBER(kpi_metric_info, scale), MEMBER(kpi_metric_info, shown_in);
    MEMBER(kpi_metric_info, kinds), MEMBER(kpi_metric_info, better), MEMBER(kpi_metric_info, retractable);
    STRUCT(kpi_own_metric);
    MEMBER(kpi_own_metric, of), MEMBER(kpi_own_metric, among), MEMBER(kpi_own_metric, without);
    MEMBER(kpi_own_metric, form), MEMBER(kpi_own_metric, nominal);
    STRUCT(kpi_vocabulary);
    MEMBER(kpi_vocabulary, kinds), MEMBER(kpi_vocabulary, size);
    STRUCT(kpi_definition);
    MEMBER(kpi_definition, metrics_size), MEMBER(kpi_definition, own), MEMBER(kpi_definition, own_size);
    MEMBER(kpi_definition, vocabulary);
    STRUCT(kpi_figure);
    MEMBER(kpi_figure, denominator), MEMBER(kpi_figure, parts), MEMBER(kpi_figure, metric),
        MEMBER(kpi_figure, name);
    MEMBER(kpi_figure, label), MEMBER(kpi_figure, unit), MEMBER(kpi_figure, scale),
        MEMBER(kpi_figure, shown_in);
    MEMBER(kpi_figure, kind), MEMBER(kpi_figure, better), MEMBER(kpi_figure, negative),
        MEMBER(kpi_figure, flags);

    NUMBER(KPI_VALUE), NUMBER(KPI_UNITS), NUMBER(KPI_ELAPSED), NUMBER(KPI_TOUCHES), NUMBER(KPI_SCORE);
    NUMBER(KPI_PHONE), NUMBER(KPI_EMAIL), NUMBER(KPI_SOCIAL), NUMBER(KPI_IN_PERSON), NUMBER(KPI_VIDEO);
    NUMBER(KPI_OTHER_CHANNEL);
    NUMBER(KPI_FORM_COUNT), NUMBER(KPI_FORM_PROPORTION), NUMBER(KPI_FORM_RATIO), NUMBER(KPI_FORM_SCORE);
    NUMBER(KPI_VALUE_COUNT), NUMBER(KPI_VALUE_PROPORTION), NUMBER(KPI_VALUE_RATIO), NUMBER(KPI_VALUE_MEAN);
    NUMBER(KPI_VALUE_GROWTH), NUMBER(KPI_VALUE_RATE), NUMBER(KPI_VALUE_SCORE), NUMBER(KPI_VALUE_QUANTILE);
    NUMBER(KPI_VALUE_PRODUCT), NUMBER(KPI_VALUE_NUMBER);
    NUMBER(KPI_SATURATED), NUMBER(KPI_INCOHERENT), NUMBER(KPI_TOO_FEW), NUMBER(KPI_ESTIMATED),
        NUMBER(KPI_NOMINAL);
    for (int status = KPI_OK; status <= KPI_MALFORMED; ++status)
        printf("status %d: %s\n", status, kpi_text(status));
    for (int kind = 0; kind <= KPI_STAGE_ENTERED; ++kind)
        printf("kind %d: %s\n", kind, kpi_kind_name(kind));
    for (uint32_t i = 0; i < kpi_metrics(); ++i) {
        kpi_metric_info info;
        if (kpi_metric_at(i, &info) == KPI_OK) printf("metric %s\n", info.name);
    }
    return 0;
}
