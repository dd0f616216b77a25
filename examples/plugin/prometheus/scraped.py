# SPDX-License-Identifier: MIT
"""A kpi-exporter and a Prometheus that scrapes it, run by this program, on 127.0.0.1."""

import json
import os
import re
import signal
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

HOST = "127.0.0.1"
PATIENCE = 60  # seconds until something that must happen has not


def until(happened):
    """What this answers as soon as it is true."""
    end = time.monotonic() + PATIENCE
    while not (answer := happened()):
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.02)
    return answer


def get(url, **headers):
    """Of a GET: the status, the headers and the text."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=PATIENCE) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, refused.headers, refused.read().decode()


class Exporter:
    """kpi-exporter with its folder; where that has been used before, it goes on from there. Port 0 is any that is free."""

    def __init__(self, program, folder, port=0):
        self._errors = f"{folder}.errors"
        with open(self._errors, "w", encoding="utf-8") as errors:
            self._process = subprocess.Popen([program, folder, f"{HOST}:{port}"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                             stderr=errors, text=True)
        self.url = self._process.stdout.readline().strip()
        self.target = urllib.parse.urlparse(self.url).netloc
        self.port = int(self.target.split(":")[1]) if self.target else None
        self._lines = 0

    def feed(self, *events):
        """Events, or lines of text."""
        for event in events:
            self._process.stdin.write((event if isinstance(event, str) else json.dumps(event)) + "\n")
        self._process.stdin.flush()
        self._lines += len(events)

    def text(self, **headers):
        status, _, text = get(self.url, **headers)
        if status != 200:
            raise ConnectionError(f"{status}: {text}")
        return text

    def counted(self):
        """The text, once all that was fed has been counted."""
        def all_of_it():
            text = self.text()
            lines = sum(int(n) for n in re.findall(r"^kpi_lines_(?:taken|refused) (\d+)$", text, re.M))
            return text if lines == self._lines else None
        return until(all_of_it)

    def errors(self):
        with open(self._errors, encoding="utf-8") as errors:
            return errors.read()

    def end_of_events(self):
        """Answers how it ended."""
        self._process.stdin.close()
        return self._end()

    def close(self):
        self._process.terminate()
        return self._end()

    def crash(self):
        self._process.kill()
        return self._end()

    def ended(self):
        """How one ends that could not begin."""
        return self._end()

    def _end(self):
        code = self._process.wait(PATIENCE)
        self._process.stdout.close()
        try:
            self._process.stdin.close()
        except BrokenPipeError:
            pass
        return code


class Prometheus:
    """Scrapes a target once a second."""

    def __init__(self, folder, target):
        with open(os.path.join(folder, "prometheus.yml"), "w", encoding="ascii") as file:
            file.write(f"global: {{scrape_interval: 1s}}\nscrape_configs: [{{job_name: kpi, static_configs: [{{targets: ['{target}']}}]}}]\n")
        log = os.path.join(folder, "prometheus.log")
        with open(log, "w", encoding="utf-8") as file:
            self._process = subprocess.Popen(
                ["prometheus", f"--config.file={folder}/prometheus.yml", f"--storage.tsdb.path={folder}/prometheus",
                 f"--web.listen-address={HOST}:0"], stdout=file, stderr=subprocess.STDOUT)

        def listening():
            with open(log, encoding="utf-8") as file:
                return re.search(r'msg="Listening on" address=(\S+)', file.read())
        self._url = f"http://{until(listening)[1]}"
        until(lambda: get(f"{self._url}/-/ready")[0] == 200)

    def query(self, expression):
        """What PromQL answers: labels, but for those of the target, and value."""
        status, _, text = get(f"{self._url}/api/v1/query?" + urllib.parse.urlencode({"query": expression}))
        if status != 200:
            raise ValueError(text)
        return [({name: value for name, value in sample["metric"].items() if name not in ("job", "instance")}, float(sample["value"][1]))
                for sample in json.loads(text)["data"]["result"]]

    def scraped(self):
        """Waits until the target has been scraped that is there now."""
        now = time.time()
        until(lambda: any(at > now for _, at in self.query("timestamp(up) and up == 1")))

    def check(self, text):
        """What promtool says of a text; nothing is good."""
        told = subprocess.run(["promtool", "check", "metrics"], input=text, text=True, capture_output=True, check=False)
        return told.stdout + told.stderr + (f"exit code {told.returncode}" if told.returncode != 0 else "")

    def close(self):
        self._process.send_signal(signal.SIGTERM)
        self._process.wait()
