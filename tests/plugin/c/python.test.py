# SPDX-License-Identifier: MIT
"""kpi.py beside sums that are made without it: columns are rows, parts are the whole, mistakes are sentences."""

import array
import random
import unittest

import kpi

KINDS = ["conversation", "no_answer", "voicemail", "email_sent", "reply_positive", "deal_won", "deal_lost"]


def rows(seed, n):
    random.seed(seed)
    return [(random.choice(KINDS), random.choice([None, random.randrange(1000)])) for _ in range(n)]


def board_of(some, **options):
    board = kpi.Board("win_rate", "talk_time", "reply_rate", **options)
    board.record(kind=kpi.kinds(k for k, _ in some), elapsed=[e for _, e in some], channel=bytes([2] * len(some)))
    return board


class Columns(unittest.TestCase):
    def test_a_board_counts_what_a_loop_counts(self):
        some = rows(1, 5000)
        board = board_of(some)
        won, lost = (sum(k == kind for k, _ in some) for kind in ("deal_won", "deal_lost"))
        self.assertEqual((board["win_rate"].numerator, board["win_rate"].denominator), (won, won + lost))
        self.assertEqual(board["win_rate"].value, won / (won + lost))
        self.assertTrue(board["win_rate"].low < won / (won + lost) < board["win_rate"].high)
        talk = [e for k, e in some if k in ("conversation", "voicemail") and e is not None]
        self.assertEqual((board["talk_time"].numerator, board["talk_time"].denominator), (sum(talk), len(talk)))
        untold = [f for f in board.figures("talk_time") if f.name == "untold"]
        self.assertEqual(untold[0].numerator, sum(k in ("conversation", "voicemail") and e is None for k, e in some))

    def test_parts_are_the_whole_and_bytes_are_boards(self):
        some = rows(2, 3000)
        whole, board = board_of(some), board_of(some[:1000])
        board += board_of(some[1000:1700])
        board += bytes(board_of(some[1700:]))
        self.assertTrue(board == whole)
        self.assertEqual(bytes(board), bytes(whole))

    def test_an_absent_value_is_none(self):
        board = kpi.Board("win_rate")
        self.assertIsNone(board["win_rate"].value)
        self.assertIsNone(board["win_rate"].low)

    def test_own_kinds_and_ratios(self):
        doors = ("door", ["knocked", "opened", "bought"])
        rate = kpi.Metric("opened_rate", "proportion", of={"opened", "bought"}, among=set(doors[1]))
        board = kpi.Board(own=[rate], vocabulary=doors)
        board.record(kind=bytes([0, 0, 1, 2]))
        self.assertEqual(board["opened_rate"].value, 0.5)

    def test_what_is_given_on_reading(self):
        board = kpi.Board("dials_per_hour", "talk_time_quantiles")
        board.record(kind=bytes(100), elapsed=list(range(1, 101)))
        self.assertEqual(board.read("dials_per_hour", 7200).value * 3600, 50)
        self.assertEqual(board.read("talk_time_quantiles", 3, 4).value, 75)

    def test_the_catalogue_has_words_for_each_metric(self):
        self.assertEqual(kpi.catalogue()["win_rate"], "Deals won of deals settled. [+]")

    def test_mistakes_are_sentences(self):
        board = board_of(rows(3, 10))
        before = bytes(board)
        with self.assertRaisesRegex(kpi.Error, "no metric has this name"):
            kpi.Board("wins")
        with self.assertRaisesRegex(kpi.Error, "no metric has this name"):
            board["calls"]
        with self.assertRaisesRegex(ValueError, "elapsed has 2 rows, kind has 3"):
            board.record(kind=bytes(3), elapsed=[1, 2])
        with self.assertRaisesRegex(TypeError, "elapsed is a contiguous column of uint32"):
            board.record(kind=bytes(1), elapsed=array.array("q", [1]))
        with self.assertRaisesRegex(kpi.Error, "altered"):
            board += before[:-1] + bytes([before[-1] ^ 1])
        with self.assertRaisesRegex(kpi.Error, "counts something else"):
            board += bytes(kpi.Board("win_rate"))
        self.assertEqual(bytes(board), before)

    def test_columns_of_numpy_are_read_where_they_lie(self):
        try:
            import numpy
        except ImportError:
            self.skipTest("there is no numpy")
        some = rows(4, 2000)
        kind = numpy.frombuffer(kpi.kinds(k for k, _ in some), "uint8")
        elapsed = numpy.array([kpi.UNTOLD if e is None else e for _, e in some], "uint32")
        board = kpi.Board("win_rate", "talk_time", "reply_rate")
        board.record(kind=kind, elapsed=elapsed, channel=numpy.full(len(some), 2, "uint8"))
        self.assertTrue(board == board_of(some))
        with self.assertRaisesRegex(TypeError, "contiguous"):
            board.record(kind=kind[::2])
        with self.assertRaisesRegex(TypeError, "uint32"):
            board.record(kind=kind, elapsed=elapsed.astype("float32"))
        with self.assertRaisesRegex(TypeError, "int64"):
            board.record(kind=kind, at=elapsed.astype("float64"))


if __name__ == "__main__":
    unittest.main()
