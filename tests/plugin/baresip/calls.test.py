# SPDX-License-Identifier: MIT
"""The module in a baresip that calls sipp: what it counts is what was called, and who hung up how."""

import collections
import os
import random
import re
import tempfile
import unittest

from phone import HOST, Callees, Phone

ACCOUNTS = ["ana", "ben"]
# However slow this machine is, a call that we end is abandoned, and one that the other side ends is no conversation unless
# the rep says so.
RULES = {"conversation_seconds": 600, "abandoned_seconds": 600}
KIND_OF = {"talkative": "conversation", "busy": "busy", "silent": "no_answer", "curt": "picked_up", "patient": "abandoned"}


class Telephony(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = os.path.join(folder.name, "phone")
        self.callees = Callees(folder.name)
        self.addCleanup(self.callees.close)

    def phone(self, **rules):
        phone = Phone(os.environ["KPI_MODULE"], self.folder, ACCOUNTS, **{**RULES, **rules})
        self.addCleanup(phone.crash)
        phone.command("kpi")  # it is there
        return phone

    def figures(self):
        """What is published: {(family, account): value}."""
        with open(os.path.join(self.folder, "kpi", "metrics.prom"), encoding="ascii") as file:
            text = file.read()
        name = dict(re.findall(r'^kpi_account_info{account="(\d+)",aor="sip:(.*)@.*"} 1$', text, re.M))
        return {(family, name[account]): float(value)
                for family, account, value in re.findall(r'^kpi_(\w+){account="(\d+)"} (\S+)$', text, re.M)}

    def kinds(self):
        """What each call was when it ended, and the seconds of each account."""
        with open(os.path.join(self.folder, "log"), encoding="utf-8", errors="replace") as file:
            ended = re.findall(rf"^kpi: sip:(\w+)@{HOST}: (\w+), (\d+) s$", file.read(), re.M)
        seconds = collections.Counter()
        for account, _, talked in ended:
            seconds[account] += int(talked)
        return collections.Counter((account, kind) for account, kind, _ in ended), seconds

    def check_everything(self, calls, unknown=()):
        """Every sum of every account, of these calls, (account, user), and of those of unknown outcome."""
        kinds, seconds = self.kinds()
        self.assertEqual(kinds, collections.Counter((account, KIND_OF[user]) for account, user in calls))
        figures = self.figures()
        for account in {account for account, _ in [*calls, *unknown]}:
            n = {kind: kinds[account, kind] for kind in KIND_OF.values()}
            ended = sum(n.values())
            picked_up = n["conversation"] + n["picked_up"] + n["abandoned"]
            expected = {
                "calls": ended + sum(by == account for by, _ in unknown), "conversations": n["conversation"],
                "abandoned_calls": n["abandoned"], "conversation_rate_numerator": n["conversation"],
                "conversation_rate_denominator": ended, "pick_up_rate_numerator": picked_up,
                "pick_up_rate_denominator": ended, "talk_time_numerator": seconds[account], "talk_time_denominator": picked_up,
            }
            self.assertEqual({name: figures.get((name, account), 0) for name in expected if expected[name] or (name, account) in figures},
                             {name: value for name, value in expected.items() if value or (name, account) in figures})
        self.assertEqual(collections.Counter(self.callees.log()), collections.Counter(user for _, user in [*calls, *unknown]))


class Outcomes(Telephony):
    def test_each_end_has_its_kind_and_its_account(self):
        calls = [(account, user) for account in ACCOUNTS for user in KIND_OF] + [("ben", "busy"), ("ben", "talkative")]
        phone = self.phone()
        phone.campaign(self.callees, calls)
        phone.crash()
        self.phone()
        self.check_everything(calls)

    def test_what_the_rep_says_comes_first_if_a_call_can_be_that(self):
        phone = self.phone()
        for kind in "voicemail", "hang_up", "conversation":
            phone.dial(self.callees.address("patient"), "ana")
            phone.wait(lambda: phone.happened("CALL_ESTABLISHED") == phone.happened("CALL_CLOSED") + 1)
            for wrong in "no_answer", "deal_won", "nonsense", None:
                self.assertIn("no call that is picked up can be", phone.command("kpi_was", wrong))
            self.assertEqual(phone.command("kpi_was", kind), "")
            phone.hang_up("ana", phone.events[-1].call)
            phone.wait(lambda: phone.happened("CALL_ESTABLISHED") == phone.happened("CALL_CLOSED"))
        self.assertEqual(phone.command("kpi_was", "voicemail"), "there is no call\n")
        kinds, _ = self.kinds()
        self.assertEqual(kinds, {("ana", "voicemail"): 1, ("ana", "hang_up"): 1, ("ana", "conversation"): 1})

    def test_a_rate_of_abandoned_calls_needs_to_know_who_picked_up(self):
        phone = self.phone()
        phone.campaign(self.callees, [("ana", "talkative"), ("ana", "patient"), ("ben", "curt"), ("ben", "patient")])
        phone.crash()
        self.phone()
        figures = self.figures()
        self.assertEqual(figures["abandon_rate_ratio", "ana"], 0.5)
        self.assertNotIn(("abandon_rate_ratio", "ben"), figures)

    def test_a_call_that_lasts_is_a_conversation_if_there_is_a_rule(self):
        for rule, kind in (2, "conversation"), (0, "picked_up"), (600, "picked_up"):
            phone = self.phone(conversation_seconds=rule)
            phone.campaign(self.callees, [("ana", "talks")])
            phone.crash()
            self.assertEqual(self.kinds()[0]["ana", kind], 1 if rule != 600 else 2)
        self.assertGreaterEqual(self.kinds()[1]["ana"], 7)

    def test_who_ends_baresip_as_one_does_finds_everything_published(self):
        phone = self.phone()
        phone.campaign(self.callees, [("ana", "busy"), ("ben", "busy"), ("ben", "busy")])
        phone.close()
        self.check_everything([("ana", "busy"), ("ben", "busy"), ("ben", "busy")])


class Crash(Telephony):
    def test_calls_that_were_going_on_are_calls_of_unknown_outcome(self):
        before, after = [("ana", "talkative"), ("ben", "busy"), ("ben", "curt")], [("ben", "talkative"), ("ana", "silent")]
        going_on = [("ben", "silent"), ("ana", "patient")]
        phone = self.phone()
        phone.campaign(self.callees, before)
        for account, user in going_on:
            phone.dial(self.callees.address(user), account)
        phone.wait_for(("CALL_RINGING", "silent"), ("CALL_ESTABLISHED", "patient"))
        phone.crash()

        phone = self.phone()
        self.check_everything(before, unknown=going_on)
        phone.campaign(self.callees, after)
        phone.crash()
        self.phone()
        self.check_everything(before + after, unknown=going_on)

    def test_whenever_it_comes_no_call_is_lost_and_none_is_counted_twice(self):
        called = 0
        for dials in 3, 11, 2, 7:
            phone = self.phone()
            for _ in range(dials):
                phone.dial(self.callees.address("busy"), "ana")
                called += 1
            phone.crash()  # some have ended, and some have not
        phone = self.phone()
        self.assertEqual(self.figures()["calls", "ana"], called)
        self.assertEqual(len(self.callees.log()), called)

    def test_a_damaged_file_is_replaced_by_the_one_of_a_second_ago(self):
        phone = self.phone()
        phone.campaign(self.callees, [("ana", "busy"), ("ana", "busy")])
        phone.close()
        file = os.path.join(self.folder, "kpi", "0.kpi")
        with open(file, "r+b") as damaged:
            damaged.truncate(40)  # as a power cut may leave it
        phone = self.phone()
        self.assertEqual(self.figures()["calls", "ana"], 2)
        phone.crash()
        for name in file, file + "~":
            with open(name, "r+b") as damaged:
                damaged.truncate(40)
        phone = self.phone()
        self.assertIn("command not found", phone.command("kpi"))
        with open(os.path.join(self.folder, "log"), encoding="utf-8", errors="replace") as log:
            self.assertIn("0.kpi is damaged (cut): move the folder away", log.read())


class Thousand(Telephony):
    def test_every_sum_is_exact(self):
        users = ["busy"] * 400 + ["curt"] * 200 + ["talkative"] * 200 + ["silent"] * 100 + ["patient"] * 100
        chance = random.Random(20)
        chance.shuffle(users)
        calls = [(chance.choice(ACCOUNTS), user) for user in users]
        phone = self.phone()
        phone.campaign(self.callees, calls)
        phone.crash()
        self.phone()
        self.check_everything(calls)


if __name__ == "__main__":
    unittest.main(verbosity=2)
