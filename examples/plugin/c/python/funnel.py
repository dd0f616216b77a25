# SPDX-License-Identifier: MIT
"""A million events as columns of NumPy, counted in two halves that are added up."""

import numpy

import kpi

random = numpy.random.default_rng(1)
outcomes = kpi.kinds(["no_answer", "voicemail", "conversation", "hang_up", "email_sent", "reply_positive", "deal_won", "deal_lost"])
rows = 1_000_000
kind = numpy.frombuffer(outcomes, "uint8")[random.choice(len(outcomes), rows, p=[0.3, 0.2, 0.15, 0.05, 0.25, 0.03, 0.008, 0.012])]
elapsed = random.integers(5, 900, rows, "uint32")
elapsed[random.random(rows) < 0.1] = kpi.UNTOLD

reached = kpi.Metric("machine_share", "proportion", of={"voicemail"}, among={"voicemail", "conversation", "hang_up"}, nominal=True)
halves = [kpi.Board("conversation_rate", "talk_time", "talk_time_quantiles", "win_rate", own=[reached]) for _ in range(2)]
for half, rows_of_it in zip(halves, (slice(None, 400_000), slice(400_000, None))):
    half.record(kind=kind[rows_of_it], elapsed=elapsed[rows_of_it])
board = halves[0]
board += bytes(halves[1])

for name in ("conversation_rate", "talk_time", "talk_time_quantiles", "win_rate", "machine_share"):
    for f in board.figures(name):
        shown = "-" if f.value is None else f"{f.value * f.scale / f.shown_in:.1f} {f.unit}"
        interval = "" if f.low is None else f", {f.low * f.scale:.1f} to {f.high * f.scale:.1f}"
        print(f"{f.metric if f.name == f.metric else f.metric + ', ' + f.name:<30}{shown}{interval}")
