#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""One report by many machines: each task reads a part of the log, and the last one merges what they have saved.

    report.py FOLDER PARTS [OPTION of kpi-report...]

FOLDER is one that all machines see, and so are the files that the options name. The cluster is that of the scheduler
in $DASK_SCHEDULER; without one it is two workers on this machine. A task that is lost is done again, and one that is
done twice saves the same part twice: the report is the same.
"""

import os
import subprocess
import sys

from distributed import Client, LocalCluster

PROGRAM = os.environ.get("KPI_REPORT", "kpi-report")


def kpi_report(*options):
    """What it prints. Its message is the exception's, where it cannot."""
    run = subprocess.run([PROGRAM, *options], capture_output=True, check=False)
    if run.returncode not in (0, 3):  # 3: rows were refused, as the report says
        raise RuntimeError(run.stderr.decode() or f"{PROGRAM}: ended with {run.returncode}")
    return run


def save(folder, part, parts, options):
    path = os.path.join(folder, f"part-{part}-of-{parts}")
    kpi_report(*options, "--partial", f"{part}/{parts}", "--save", path)
    return path


def main(folder, parts, *options):
    os.makedirs(folder, exist_ok=True)
    scheduler = os.environ.get("DASK_SCHEDULER")
    cluster = None if scheduler else LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
    with Client(scheduler or cluster) as client:
        tasks = [client.submit(save, folder, part, parts, options, retries=3) for part in range(1, parts + 1)]
        report = client.submit(lambda saved: kpi_report(*options, "--merge", *saved), tasks).result()
    if cluster:
        cluster.close()
    sys.stderr.buffer.write(report.stderr)
    sys.stdout.buffer.write(report.stdout)
    return report.returncode


if __name__ == "__main__":
    if len(sys.argv) < 3 or not sys.argv[2].isdigit() or int(sys.argv[2]) < 1:
        sys.exit(__doc__)
    try:
        sys.exit(main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:]))
    except RuntimeError as why:
        print(why, end="", file=sys.stderr)
        sys.exit(2)
