# SPDX-License-Identifier: MIT
"""kpi-exporter: what a Prometheus has of it is what happened, also after a restart and a crash."""

import collections
import json
import os
import random
import re
import shutil
import socket
import subprocess
import tempfile
import threading
import unittest

from scraped import HOST, PATIENCE, Exporter, Prometheus, get, until

REPS = 256  # and "other"
HOSTILE = ['"', "\\", "\n", "\\n", 'a"} 1\nkpi_calls{rep="0"} 9', "# EOF", "\r\n\t\0\x01\x7f", "\u00df\u2028\U0001f600\ufffe", "{}[],=~",
           "x" * 256]
OUTCOMES = {"conversation": True, "operator_reached": True, "hang_up": True, "abandoned": True, "picked_up": True, "voicemail": True,
            "busy": False, "no_answer": False, "call": None}


def random_events(seed, reps, size):
    """All sorts of them; every member may be untold."""
    chance = random.Random(seed)
    events = []
    for _ in range(size):
        event = {"kind": chance.choice([*OUTCOMES, *OUTCOMES, "email_sent", "email_bounced", "reply_positive", "reply_automatic",
                                        "deal_won", "deal_lost", "meeting_held", "video_meeting", "meeting_no_show", "churned"])}
        told = {"rep": chance.choice(reps), "elapsed": chance.randrange(4000), "value": chance.choice([0, 1, 99, 2**32 - 2]),
                "channel": chance.choice(["email", "phone"]), "prospect": "nobody reads this"}
        events.append({**event, **{name: value for name, value in told.items() if chance.random() < 0.8}})
    return events


def figures_of(events):
    """What must be shown of them: {(family, rep): value}, of those with any event."""
    number, figures = {}, collections.defaultdict(int)
    for event in events:
        name = event.get("rep") or None
        if name is not None and name not in number and len(number) < REPS:
            number[name] = str(len(number))
        rep, kind = number.get(name, "other"), event["kind"]

        def add(family, n=1):
            figures[family, rep] += n
        for family in "calls", "conversations", "emails", "meetings_held", "revenue_won":
            add(family, 0)
        if kind in OUTCOMES:
            add("calls")
            if OUTCOMES[kind] is not None:
                add("pick_up_rate_denominator")
                add("pick_up_rate_numerator", OUTCOMES[kind])
                add("conversation_rate_denominator")
                add("conversation_rate_numerator", kind == "conversation")
            add("conversations", kind == "conversation")
            if OUTCOMES[kind] and "elapsed" in event:
                add("talk_time_numerator", event["elapsed"])
                add("talk_time_denominator")
        add("emails", kind == "email_sent")
        add("meetings_held", kind in ("meeting_held", "video_meeting"))
        if kind in ("deal_won", "deal_lost"):
            add("win_rate_denominator")
            add("win_rate_numerator", kind == "deal_won")
        if kind == "deal_won" and "value" in event:
            add("revenue_won", event["value"])
            add("average_deal_size_numerator", event["value"])
            add("average_deal_size_denominator")
    for family, part, whole in [("pick_up_rate_ratio",) * 3, ("conversation_rate_ratio",) * 3, ("win_rate_ratio",) * 3,
                                ("talk_time_seconds",) * 3, ("average_deal_size",) * 3]:
        stem = re.sub("_(ratio|seconds)$", "", family)
        for _, rep in [key for key in figures if key[0] == f"{stem}_denominator"]:
            part, whole = figures[f"{stem}_numerator", rep], figures[f"{stem}_denominator", rep]
            figures[family, rep] = part / whole
    return dict(figures), number


UNESCAPED = {"\\\\": "\\", "\\n": "\n", '\\"': '"'}


def samples_of(text):
    """Of a text: {(family, labels): value}."""
    samples = {}
    for line in text.split("\n"):
        if line and not line.startswith("#"):
            family, labels, value = re.fullmatch(r"(\w+)(?:\{(.*)\})? (\S+)", line).groups()
            pairs = re.findall(r'(\w+)="((?:[^"\\]|\\.)*)"', labels or "")
            pairs = frozenset((name, re.sub(r"\\.", lambda e: UNESCAPED[e[0]], value)) for name, value in pairs)
            assert (family, pairs) not in samples
            samples[family, pairs] = float(value)
    return samples


def lasting(text):
    """The lines that are the same after a restart."""
    return [line for line in text.split("\n") if not line.startswith("kpi_lines_")]


class Exporting(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root, self.folder = folder.name, os.path.join(folder.name, "team")

    def exporter(self, port=0, folder=None):
        exporter = Exporter(os.environ["KPI_EXPORTER"], folder or self.folder, port)
        self.addCleanup(exporter.crash)
        return exporter

    def check_figures(self, samples, events):
        figures, number = figures_of(events)
        self.assertEqual({labels for family, labels in samples if family == "kpi_rep_info"},
                         {frozenset({("rep", n), ("name", name)}) for name, n in number.items()})
        for (family, rep), value in figures.items():
            # A share is told with nine decimals.
            self.assertAlmostEqual(samples.get((f"kpi_{family}", frozenset({("rep", rep)}))), value, delta=5.1e-10 if value % 1 else 0,
                                   msg=f"{family} of {rep}")
        shown = {family.removeprefix("kpi_") for family, _ in samples} & {family for family, _ in figures}
        for family in shown:
            self.assertEqual({dict(labels)["rep"] for of, labels in samples if of == f"kpi_{family}"},
                             {rep for of, rep in figures if of == family})


class Scraped(Exporting):
    def test_prometheus_has_what_happened_and_nothing_changes_in_a_restart_and_a_crash(self):
        events = random_events(1, HOSTILE + [f"rep {n}" for n in range(300)], 20000)
        parts = events[:12000], events[12000:12001], events[12001:]
        exporter = self.exporter()
        prometheus = Prometheus(self.root, exporter.target)
        self.addCleanup(prometheus.close)

        def check(so_far):
            text = exporter.counted()
            self.assertEqual(prometheus.check(text), "")
            prometheus.scraped()
            seen = prometheus.query('{__name__=~"kpi_.*"}')
            samples = {(labels.pop("__name__"), frozenset(labels.items())): value for labels, value in seen}
            self.assertEqual(samples, samples_of(text))
            self.check_figures(samples, so_far)
            return lasting(text)

        check([])
        exporter.feed(*parts[0])
        before = check(parts[0])

        self.assertEqual(exporter.close(), 0)
        exporter = self.exporter(exporter.port)
        self.assertEqual(check(parts[0]), before)

        exporter.feed(*parts[1])
        before = check(parts[0] + parts[1])
        exporter.crash()
        exporter = self.exporter(exporter.port)
        self.assertEqual(check(parts[0] + parts[1]), before)

        exporter.feed(*parts[2])
        check(events)


class Served(Exporting):
    def test_each_reader_gets_its_format(self):
        exporter = self.exporter()
        new, old = "application/openmetrics-text; version=1.0.0; charset=utf-8", "text/plain; version=0.0.4; charset=utf-8"
        for accepted, told in ("application/openmetrics-text;version=1.0.0,*/*;q=0.1", new), ("text/plain", old), ("*/*", old):
            status, headers, text = get(exporter.url, Accept=accepted)
            self.assertEqual((status, headers["Content-Type"], text.endswith("\n# EOF\n")), (200, told, True))

    def test_nothing_else_is_there(self):
        exporter = self.exporter()
        for path in "/", "/metrics/", "/metrics2", "/%00", "/../metrics", "/" + "x" * 9000:
            status, _, _ = get(f"http://{exporter.target}{path}")
            self.assertIn(status, (404, 414), path)
        for request in b"POST /metrics HTTP/1.1\r\nContent-Length: 0\r\n\r\n", b"nonsense\r\n\r\n", b"\0\xff\r\n\r\n":
            with socket.create_connection((HOST, exporter.port), timeout=PATIENCE) as connection:
                connection.sendall(request)
                self.assertRegex(connection.recv(100), rb"^HTTP/1.1 4\d\d ")
        self.assertEqual(exporter.text(), exporter.text())

    def test_many_scrape_at_once_and_each_has_one_moment(self):
        exporter, wrong = self.exporter(), []

        def scrape():
            for _ in range(10):
                samples = samples_of(exporter.text())
                calls = sum(n for (family, _), n in samples.items() if family == "kpi_calls")
                if calls != samples["kpi_lines_taken", frozenset()]:
                    wrong.append(samples)
        readers = [threading.Thread(target=scrape) for _ in range(32)]
        for reader in readers:
            reader.start()
        fed = 0
        while any(reader.is_alive() for reader in readers):
            exporter.feed(*[{"rep": f"rep {n % 50}", "kind": "no_answer"} for n in range(97)])
            fed += 97  # so that a scrape meets any number
        self.assertEqual(wrong, [])
        samples = samples_of(exporter.counted())
        self.assertEqual(sum(n for (family, _), n in samples.items() if family == "kpi_calls"), fed)

    def test_who_connects_and_says_nothing_keeps_nobody_out(self):
        exporter = self.exporter()
        for request in [b""] * 40 + [b"GET /metr"] * 40:
            connection = socket.create_connection((HOST, exporter.port), timeout=PATIENCE)
            self.addCleanup(connection.close)
            connection.sendall(request)
        self.assertIn("kpi_lines_taken 0\n", exporter.text())
        self.assertEqual(exporter.close(), 0)

    def test_a_line_that_is_no_event_is_counted_and_said(self):
        wrong = {
            "nonsense": "no object of JSON", "": "no object of JSON", "[]": "no object of JSON", "1": "no object of JSON",
            '{"kind": "call"} {"kind": "call"}': "no object of JSON", '{"kind": "call"': "no object of JSON", "[" * 60000: "no object of JSON",
            '{"rep": "Ana"}': "kind is missing", '{"kind": null}': "kind is missing", '{"kind": "nonsense"}': "kind is none that there is",
            '{"kind": ""}': "kind is none that there is", '{"kind": 0}': "kind is none that there is",
            '{"kind": "call", "channel": "pigeon"}': "channel is none that there is",
            **{f'{{"kind": "call", "elapsed": {x}}}': "elapsed is no whole number from 0 to 4294967294"
               for x in ("-1", "1.5", "1e3", '"1"', "4294967295", "1e999", "99999999999999999999", "true", "[]")},
            '{"kind": "deal_won", "value": -5}': "value is no whole number from 0 to 4294967294",
            **{f'{{"kind": "call", "rep": {x}}}': "rep is no name of 1 to 256 bytes" for x in ("7", '""', '"' + "x" * 257 + '"', "{}")},
            '{"kind": "call", "more": "' + "x" * 65536 + '"}': "longer than a line may be",
        }
        wrong.pop('{"kind": "call", "elapsed": 1e999}')  # no number of JSON's
        exporter = self.exporter()
        exporter.feed(*wrong, '{"kind": "call", "elapsed": 1e999}', '{"kind": "call", "rep": null, "elapsed": null, "at": {"x": [1]}}')
        samples = samples_of(exporter.counted())
        self.assertEqual(samples["kpi_lines_refused", frozenset()], len(wrong) + 1)
        self.assertEqual(samples["kpi_calls", frozenset({("rep", "other")})], 1)
        said = exporter.errors().splitlines()
        self.assertEqual(said[:len(wrong)], [f"line {n}: {why}" for n, why in enumerate(wrong.values(), 1)])
        self.assertEqual(len(said), len(wrong) + 1)

    def test_bytes_that_are_no_text_are_refused(self):
        exporter = self.exporter()
        exporter._process.stdin.buffer.write(b'{"kind": "call", "rep": "\xff"}\n{"kind": "call"}\n')
        exporter.feed('{"kind": "call"}')
        exporter._lines += 2
        samples = samples_of(exporter.counted())
        self.assertEqual((samples["kpi_lines_refused", frozenset()], samples["kpi_lines_taken", frozenset()]), (1, 2))


class Kept(Exporting):
    def calls(self, exporter):
        return sum(n for (family, _), n in samples_of(exporter.text()).items() if family == "kpi_calls")

    def test_who_ends_it_finds_everything_kept_that_was_sent(self):
        exporter = self.exporter()
        exporter.feed(*[{"rep": "Ana", "kind": "no_answer"}] * 900)
        self.assertEqual(exporter.close(), 0)
        exporter = self.exporter()
        self.assertEqual(self.calls(exporter), 900)
        exporter.feed(*[{"rep": "Ana", "kind": "no_answer"}] * 900)
        exporter._process.stdin.write('{"kind": "call"}')  # as a file may end
        self.assertEqual(exporter.end_of_events(), 0)
        self.assertEqual(self.calls(self.exporter()), 1801)

    def test_whenever_a_crash_comes_no_figure_is_smaller_than_it_was_seen(self):
        counted = 0
        for lines in 1, 500, 3, 70, 2000:
            exporter = self.exporter()
            self.assertEqual(self.calls(exporter), counted)
            exporter.feed(*[{"rep": f"rep {n % 7}", "kind": "busy"} for n in range(lines)])
            seen = self.calls(exporter)
            exporter.crash()
            after = self.exporter()
            self.assertGreaterEqual(self.calls(after), seen)
            self.assertLessEqual(self.calls(after), counted + lines)
            counted = self.calls(after)
            after.crash()

    def test_what_cannot_be_saved_is_not_shown(self):
        exporter = self.exporter()
        exporter.feed({"rep": "Ana", "kind": "call"})
        exporter.counted()
        shutil.rmtree(self.folder)
        exporter.feed({"rep": "Ben", "kind": "call"})

        def refused():  # once the line is counted
            status, _, text = get(exporter.url)
            return (status, text) if status != 200 else None
        self.assertEqual(until(refused), (503, "the figures could not be saved\n"))
        until(lambda: "the figures could not be saved: No such file or directory\n" in exporter.errors())
        os.mkdir(self.folder)
        exporter.counted()
        exporter.crash()
        with open(os.path.join(self.folder, "reps.json"), encoding="utf-8") as file:
            self.assertEqual(json.load(file), ["Ana", "Ben"])
        self.assertEqual(self.calls(self.exporter()), 2)

    def refused(self, sentence, **how):
        exporter = self.exporter(**how)
        self.assertEqual(exporter.ended(), 1)
        self.assertEqual(exporter.errors(), sentence + "\n")

    def test_a_folder_and_a_port_have_one_exporter(self):
        exporter = self.exporter()
        self.refused(f"{self.folder} is another exporter's")
        self.refused(f"{HOST}:{exporter.port}: cannot be listened at", port=exporter.port, folder=f"{self.folder}2")
        exporter.text()

    def test_a_damaged_folder_is_refused(self):
        exporter = self.exporter()
        exporter.feed({"rep": "Ana", "kind": "call"}, {"rep": "Ben", "kind": "call"})
        self.assertEqual(exporter.end_of_events(), 0)
        team, reps = (os.path.join(self.folder, name) for name in ("team.kpi", "reps.json"))

        def replaced(file, content):
            with open(file, "rb") as now:
                before = now.read()
            with open(file, "wb") as now:
                now.write(content(before))
            return before
        for damage, what in ((lambda b: b[:40], "cut"), (lambda b: b"", "cut"), (lambda b: b[:-9] + b"!" + b[-8:], "altered")):
            before = replaced(team, damage)
            self.refused(f"{team} is damaged ({what}): move the folder away")
            replaced(team, lambda _: before)
        for damage in b"", b"[1]", b'["Ana", "Ana"]', b'{"Ana": "Ben"}':
            before = replaced(reps, lambda _: damage)
            self.refused(f"{reps} is damaged: move the folder away")
            replaced(reps, lambda _: before)
        replaced(reps, lambda _: b'["Ana"]')
        self.refused(f"{reps} does not name all reps: move the folder away")


class Threads(unittest.TestCase):
    """The program of one's own: four threads, 2,500,000 calls each, one in five a conversation."""

    def test_each_moment_is_whole_and_the_sum_is_exact_also_after_a_crash(self):
        with tempfile.TemporaryDirectory() as folder:
            for day in 1, 2, 3:
                dialers = subprocess.Popen([os.environ["KPI_DIALERS"], f"{folder}/calls.kpi"], stdin=subprocess.PIPE,
                                           stdout=subprocess.PIPE, text=True)
                self.addCleanup(dialers.kill)
                url, seen = dialers.stdout.readline().strip(), [(day - 1) * 10000000]

                def all_of_them():
                    samples = {family: n for (family, _), n in samples_of(get(url)[2]).items()}
                    self.assertGreaterEqual(samples["kpi_calls"], seen[-1])
                    self.assertEqual(samples["kpi_conversation_rate_denominator"], samples["kpi_calls"])
                    seen.append(samples["kpi_calls"])
                    return samples if seen[-1] >= day * 10000000 else None
                samples = until(all_of_them)
                self.assertEqual((samples["kpi_calls"], samples["kpi_conversation_rate_numerator"], samples["kpi_talk_time_numerator"]),
                                 (day * 10000000, day * 2000000, day * 2000000 * 77.5))
                dialers.kill()
                dialers.communicate()


if __name__ == "__main__":
    unittest.main(verbosity=2)
