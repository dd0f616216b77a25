# SPDX-License-Identifier: MIT
"""fleet.py COLLECTOR DIALERS NUMBER [CALLS]: a fleet at work, its broker killed in between, and what the collector says of it."""

import subprocess
import sys
import tempfile

from processes import Broker, Collector, until

COLLECTOR, DIALERS, NUMBER = sys.argv[1:4]
CALLS = sys.argv[4] if len(sys.argv) > 4 else "1000"


def show(told):
    for figure in told["figures"]:
        value = "-" if figure["value"] is None else f"{figure['value']:,.1f}"
        print(f"    {figure['metric']:18} {value:>11} {figure['unit']:5} of {figure['told_by']} of {told['dialers']} dialers")


with tempfile.TemporaryDirectory() as folder:
    broker = Broker(f"{folder}/broker", int(NUMBER))
    collector = Collector(COLLECTOR, f"{folder}/collector", broker)
    dialers = subprocess.Popen([DIALERS, *broker.options(), "--dialers", NUMBER, "--calls", CALLS, "--chaos", "--stops", "1"],
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    dialers.stdout.readline()
    print("-- half of the calls are made; the broker is killed, and starts again")
    broker.kill()
    broker.start()
    happened = dialers.communicate("\n")[0]
    print(happened.strip())
    show(until(lambda: told if (told := collector.sum())["online"] == 0 else None))
    collector.stop()
    broker.stop()
