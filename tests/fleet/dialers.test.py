# SPDX-License-Identifier: MIT
"""A fleet of dialers: what the collector has is what was counted, whatever goes wrong on the way."""

import json
import os
import subprocess
import tempfile
import unittest

from processes import HOST, PATIENCE, Broker, Collector, until

# The long form: KPI_FLEET_CALLS=10000 is two million calls of 200 dialers.
DIALERS, CALLS = 200, int(os.environ.get("KPI_FLEET_CALLS", "1500"))
# The old firmware does not know abandon_rate, but counts what it is made of.
OF_ALL = {"calls": "calls", "pick_up_rate": "picked_up", "conversation_rate": "conversations", "abandon_rate": "abandoned"}
OF_NEW = {"talk_time": "talked"}  # the old firmware does not tell it


class Fleet(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.broker = Broker(f"{folder.name}/broker", DIALERS)
        cls.addClassCleanup(lambda: cls.broker.stop())

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = folder.name
        self.collector = Collector(os.environ["KPI_COLLECTOR"], f"{self.root}/collector", self.broker)
        self.addCleanup(lambda: self.collector.kill())

    def dialers(self, *options):
        """Their process; it is told at each stop to go on."""
        self.truth = f"{self.root}/truth.json"
        process = subprocess.Popen([os.environ["KPI_DIALERS"], *self.broker.options(), "--truth", self.truth, *options],
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.addCleanup(process.communicate)
        self.addCleanup(process.kill)
        return process

    def figures(self):
        return {figure["metric"]: figure for figure in self.collector.sum()["figures"]}

    def expected(self, kept):
        """What the figures must be of what is kept: {metric: (numerator, dialers that tell it)}."""
        with open(self.truth, encoding="utf-8") as file:
            truth = json.load(file)
        self.assertEqual(set(kept), set(truth))
        sums = {metric: [0, 0] for metric in (*OF_ALL, *OF_NEW)}
        for dialer, epochs in truth.items():
            tells = not any(epoch["old"] for epoch in epochs)
            states = []
            for epoch in epochs:
                if epoch["saved"] is None:
                    continue  # nothing was ever saved in it
                sequence = kept[dialer].pop(epoch["epoch"], None)
                if sequence is None:  # its flash was lost before a report arrived: then none was kept
                    self.assertNotEqual(epoch, epochs[-1])
                    self.assertFalse(epoch["kept"])
                    continue
                # What is kept is a state that was saved, and none older than one that was said to be kept.
                self.assertIn(str(sequence), epoch["saved"])
                states.append(epoch["saved"][str(sequence)])
            self.assertEqual(kept[dialer], {})
            for metric, count in (*OF_ALL.items(), *OF_NEW.items()):
                if metric in OF_ALL or tells:
                    sums[metric][0] += sum(state[count] for state in states)
                    sums[metric][1] += 1
        return {metric: tuple(sum_and_number) for metric, sum_and_number in sums.items()}

    def test_nothing_is_lost_and_nothing_counted_twice_whatever_happens(self):
        dialers = self.dialers("--dialers", str(DIALERS), "--calls", str(CALLS), "--chaos", "--seed", "1", "--stops", "4")
        for broken in self.broker.stop, self.collector.kill, self.broker.kill, self.collector.stop:
            self.assertEqual(dialers.stdout.readline(), "stop\n")
            broken()
            (self.broker if broken.__self__ is self.broker else self.collector).start()
            dialers.stdin.write("\n")
            dialers.stdin.flush()
        happened = dialers.stdout.read()
        self.assertEqual(dialers.wait(PATIENCE), 0)
        print(happened.strip())
        self.assertIn(f"{DIALERS * CALLS} calls counted", happened)

        # Once the sum is published that has the last of them.
        self.collector.stop()
        expected = self.expected(self.collector.kept())
        self.collector.start()
        until(lambda: self.collector.sum()["online"] == 0)
        self.assertEqual({m: (f["numerator"], f["told_by"]) for m, f in self.figures().items()}, expected)
        self.assertEqual([expected[m][1] for m in OF_ALL], [DIALERS] * len(OF_ALL))
        self.assertLess(expected["talk_time"][1], DIALERS)
        self.assertGreater(expected["talk_time"][1], DIALERS / 2)
        self.assertEqual(self.collector.errors(), "")

    def test_a_figure_says_how_many_dialers_tell_it_and_a_last_will_who_is_there(self):
        dialers = self.dialers("--dialers", "9", "--calls", "200")
        self.assertEqual(dialers.wait(PATIENCE), 0)

        def all_gone():
            told = self.collector.sum()
            return told if told["online"] == 0 and told["dialers"] == 9 else None
        told = until(all_gone)
        self.assertEqual({f["told_by"] for f in told["figures"]}, {9})
        self.assertEqual(next(f for f in told["figures"] if f["metric"] == "calls")["value"], 1800)

    def publish(self, dialer, of, payload):
        """A report of a dialer, told by another one; again and again, as the collector may not listen yet."""
        subprocess.run(self.broker.client("mosquitto_pub", dialer, "-t", f"kpi/dialers/{of}/report", "-m", payload), check=False, capture_output=True)

    def test_what_is_no_report_is_refused_and_said(self):
        def said():
            for payload in "", "nonsense", "\x01" * 40:
                self.publish("dialer-007", "dialer-007", payload)
            return self.collector.errors().splitlines()
        self.assertEqual(set(until(said)), {"dialer-007: its report is refused: it is damaged"})
        self.assertTrue(self.collector.alive())

    def test_an_unknown_dialer_and_a_wrong_password_are_refused(self):
        with open(f"{self.root}/passwords", "w", encoding="utf-8") as file:
            file.write("collector:guessed\ndialer-000:guessed\n")
        for program in (["KPI_COLLECTOR", f"{self.root}/other"], ["KPI_DIALERS", "--dialers", "1"]):
            told = subprocess.run([os.environ[program[0]], *program[1:], *self.broker.options()[:-1], f"{self.root}/passwords"],
                                  capture_output=True, text=True, timeout=PATIENCE, check=False)
            self.assertEqual(told.returncode, 1, told)
            self.assertRegex(told.stderr, "refuses.*: Connection Refused: not authorised")

    def test_a_dialer_speaks_for_itself_alone(self):
        def said():
            self.publish("dialer-001", "dialer-002", "as another one")
            self.publish("dialer-001", "dialer-001", "as itself")
            return "dialer-001: its report is refused" in self.collector.errors()
        until(said)
        self.assertNotIn("dialer-002", self.collector.errors())

    def test_who_does_not_know_the_authority_does_not_connect(self):
        other = Broker(f"{self.root}/other-broker", 1)
        self.addCleanup(other.stop)
        told = subprocess.run(["mosquitto_pub", "-h", HOST, "-p", str(self.broker.port), "--cafile", f"{other.folder}/authority.pem",
                               "-u", "dialer-001", "-P", self.broker.password("dialer-001"), "-t", "x", "-m", "x"],
                              capture_output=True, text=True, check=False)
        self.assertNotEqual(told.returncode, 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
