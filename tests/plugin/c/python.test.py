# SPDX-License-Identifier: MIT
"""kpi.py beside sums that are made without it: columns are rows, parts are the whole, mistakes are sentences."""

import array
import ctypes
import gc
import os
import random
import unittest

import kpi
from arrow import Array, Chunks, Column, DuckDB, Schema, Stream

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


class Arrow(unittest.TestCase):
    def board(self, kind, elapsed, **more):
        board = kpi.Board("win_rate", "talk_time", "reply_rate")
        board.record(kind=kind, elapsed=elapsed, **more)
        return board

    def columns(self, some, **how):
        return dict(kind=Column(b"C", list(kpi.kinds(k for k, _ in some)), **how), elapsed=Column(b"I", [e for _, e in some], **how),
                    channel=Column(b"C", [2] * len(some), **how))

    def in_pieces(self, some, cuts):
        ends = [0, *sorted(cuts), len(some)]
        pieces = [self.columns(some[a:b], skipped=n % 11) for n, (a, b) in enumerate(zip(ends, ends[1:]))]
        return {name: Chunks([piece[name] for piece in pieces]) for name in pieces[0]}

    def test_a_null_tells_nothing_wherever_it_lies(self):
        for size in 0, 1, 7, 8, 9, 64, 1000:
            some = rows(size, size)
            for skipped in 0, 1, 7, 8, 13:
                for counted in True, False:
                    self.assertTrue(self.board(**self.columns(some, skipped=skipped, counted=counted)) == board_of(some), (size, skipped))
            cuts = [random.randrange(size + 1) for _ in range(size % 5)]
            self.assertTrue(self.board(**self.in_pieces(some, cuts)) == board_of(some), (size, cuts))

    def test_a_null_that_must_be_something_is_refused(self):
        more = {"kind": b"C", "channel": b"C", "at": b"l", "prospect": b"I"}
        for name, form in more.items():
            board = board_of(rows(5, 10))
            before = bytes(board)
            for column in Column(form, [0, None, 0]), Chunks([Column(form, [0]), Column(form, [0, None])]):
                with self.assertRaisesRegex(ValueError, f"{name} has nulls: leave their rows out"):
                    board.record(**{"kind": bytes(3), name: column})
            self.assertEqual(bytes(board), before)
            for column in Column(form, [0, 0, 0], counted=False), Column(form, [0] * 3):
                board.record(**{"kind": bytes(3), name: column})
        with self.assertRaises(TypeError):
            board_of(rows(5, 1)).record(kind=bytes(1), prospect=[None])

    def test_columns_are_read_where_they_lie(self):
        for name, form, size in ("kind", b"C", 1), ("elapsed", b"I", 4), ("at", b"l", 8), ("at", b"tss:", 8):
            column = Column(form, [5, 6, 7], skipped=3)
            view = kpi._view(name, column)
            self.assertEqual((kpi._address(view), list(view)), (ctypes.addressof(column.memory) + 3 * size, [5, 6, 7]))
        view = kpi._view("elapsed", Column(b"I", [5, 6, 7], shift=2))  # not every processor reads that
        self.assertEqual((kpi._address(view) % 4, list(view)), (0, [5, 6, 7]))

    def test_another_type_is_refused(self):
        wrong = {"kind": [b"c", b"I", b"u", b"b"], "elapsed": [b"i", b"l", b"C", b"f", b"u", b"n", b"+s"],
                 "at": [b"I", b"tsm:", b"tsu:", b"tss:UTC", b"tdD", b"L"]}
        for name, forms in wrong.items():
            for form in forms:
                for column in Column(form, [1]), Chunks([Column(form, [1])]):
                    with self.assertRaisesRegex(TypeError, f"{name} is a column of u?int.*: with Arrow, cast it to that"):
                        kpi._view(name, column)
        with self.assertRaisesRegex(TypeError, "kind is a column of uint8"):
            kpi._view("kind", Column(b"C", [1], dictionary=True))  # its numbers are places in a dictionary, and no kinds
        with self.assertRaisesRegex(ValueError, "elapsed has 2 rows, kind has 3"):
            board_of([]).record(kind=bytes(3), elapsed=Column(b"I", [1, 2]))

    def test_everything_is_released_once_and_nothing_before_it_was_read(self):
        column = Column(b"I", [1, 2, 3])
        view = kpi._view("elapsed", column)
        gc.collect()
        self.assertEqual((column.released, list(view)), ([Schema], [1, 2, 3]))
        del view
        gc.collect()
        self.assertEqual(column.released, [Schema, Array])
        parts = [Column(b"C", [1]), Column(b"C", []), Column(b"C", [1, 2])]
        whole = Chunks(parts)
        self.board(kind=whole, elapsed=[1, 2, 3])
        gc.collect()
        self.assertEqual(([p.released for p in parts], whole.released), ([[Schema, Array], [Array], [Array]], [Stream]))

        class Released:
            def __arrow_c_array__(self):
                schema, part = Column.__arrow_c_array__(column)
                column.array.release = None
                return schema, part
        with self.assertRaisesRegex(ValueError, "has been released"):
            kpi._view("elapsed", Released())

    def test_what_a_stream_says_of_its_failure_is_told(self):
        board = board_of(rows(6, 10))
        before = bytes(board)
        with self.assertRaisesRegex(OSError, "the disk is gone"):
            board.record(kind=Chunks([Column(b"C", [1, 2])], failure=b"the disk is gone"))
        self.assertEqual(bytes(board), before)

    def test_what_duckdb_makes_is_read(self):
        if not os.path.exists(os.environ.get("KPI_DUCKDB", "")):
            self.skipTest("there is no DuckDB: KPI_DUCKDB is its library")
        columns = DuckDB(os.environ["KPI_DUCKDB"], """
            select (i % 7)::utinyint as kind, case when i % 3 <> 0 then (i % 100)::uinteger end as elapsed,
                   timestamp_s '2026-03-09 09:00:00' as at, i as wide, i::varchar as text
            from range(100000) as numbers(i)""").columns
        self.assertGreater(len(columns["kind"].columns), 1)
        board = self.board(columns["kind"], columns["elapsed"], at=columns["at"])
        self.assertTrue(board == self.board(bytes(i % 7 for i in range(100000)), [i % 100 if i % 3 else None for i in range(100000)]))
        for name in "wide", "text":
            with self.assertRaisesRegex(TypeError, "elapsed is a column of uint32"):
                self.board(columns["kind"], columns[name])
        with self.assertRaisesRegex(ValueError, "prospect has nulls"):
            self.board(columns["kind"], columns["elapsed"], prospect=columns["elapsed"])


if __name__ == "__main__":
    unittest.main()
