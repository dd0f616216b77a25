# SPDX-License-Identifier: MIT
"""team.py KPI_WALLBOARD [BATCHES]: a wallboard, and a team that feeds it, made up; without a number until Ctrl-C."""

import datetime
import itertools
import random
import sys
import tempfile
import time

from wall import READ, Wallboard

REPS = {"Ana": 0.42, "Ben": 0.25, "Cem": 0.31, "Dana": 0.29, "Eli": 0.30}
BATCHES = int(sys.argv[2]) if len(sys.argv) > 2 else None


def happening(chance, now):
    """What a rep does next."""
    rep = chance.choice(list(REPS))
    row = {"at": now.isoformat(timespec="seconds"), "rep": rep}
    what = chance.random()
    if what < 0.8:
        return {**row, "kind": "conversation", "elapsed": chance.randrange(20, 900)} if chance.random() < 0.3 else {**row, "kind": "no_answer"}
    if what < 0.9:
        return {**row, "kind": "meeting_held" if chance.random() < 0.7 else "meeting_no_show"}
    return {**row, "kind": "deal_won", "value": chance.randrange(1000, 90000)} if chance.random() < REPS[rep] else {**row, "kind": "deal_lost"}


with tempfile.TemporaryDirectory() as folder:
    wall, chance = Wallboard(sys.argv[1], f"{folder}/wall"), random.Random(1)
    print(f"{wall.url}?token={READ}", flush=True)
    try:
        for batch in itertools.count():
            if batch == BATCHES:
                break
            now = datetime.datetime.now(datetime.timezone.utc)
            status, told = wall.post([happening(chance, now) for _ in range(200 if batch == 0 else 5)], key=f"batch-{batch}")
            if status != 200:
                sys.exit(f"{status}: {told}")
            time.sleep(0 if BATCHES else 1)
    except KeyboardInterrupt:
        pass
    wall.stop()
