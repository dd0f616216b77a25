# SPDX-License-Identifier: MIT
"""team.py KPI_EXPORTER: a team's events, scraped by Prometheus; the exporter is killed, and goes on."""

import sys
import tempfile

from scraped import Exporter, Prometheus

EVENTS = []
for rep, calls in ("Ana", 40), ("Ben", 30):
    for n in range(calls):
        EVENTS.append({"rep": rep, "kind": "conversation", "elapsed": 60 + n} if n % 4 == 0 else {"rep": rep, "kind": "no_answer"})
        if n % 16 == 0:
            EVENTS.append({"rep": rep, "kind": "deal_won", "value": 120000})


def show(*queries):
    for query in queries:
        print(query)
        for labels, value in sorted(prometheus.query(query), key=lambda sample: sample[0].get("name", "")):
            print(f"    {labels.get('name', 'all'):4} {value:9.3f}")


with tempfile.TemporaryDirectory() as folder:
    exporter = Exporter(sys.argv[1], f"{folder}/team")
    prometheus = Prometheus(folder, exporter.target)
    exporter.feed(*EVENTS)
    exporter.counted()
    prometheus.scraped()
    show("kpi_conversation_rate_ratio * on(rep) group_left(name) kpi_rep_info",
         "sum(kpi_conversation_rate_numerator) / sum(kpi_conversation_rate_denominator)",
         "kpi_revenue_won / 100 * on(rep) group_left(name) kpi_rep_info")

    exporter.crash()
    exporter = Exporter(sys.argv[1], f"{folder}/team", exporter.port)
    exporter.feed({"rep": "Ben", "kind": "conversation", "elapsed": 90})
    exporter.counted()
    prometheus.scraped()
    print("-- killed, started again, one more call")
    show("kpi_calls * on(rep) group_left(name) kpi_rep_info")
    prometheus.close()
    exporter.close()
