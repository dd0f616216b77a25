# SPDX-License-Identifier: MIT
"""kpi-wallboard: what was answered is kept, once; what is shown is what was sent; nobody holds it up."""

import http.client
import itertools
import json
import os
import random
import resource
import shutil
import socket
import subprocess
import tempfile
import threading
import time
import unittest

from processes import HOST, PATIENCE, until
from wall import READ, WRITE, Wallboard

# The long forms.
KILLS = int(os.environ.get("KPI_WALL_KILLS", "6"))
LOAD_SECONDS = float(os.environ.get("KPI_WALL_SECONDS", "3"))
AT = "2026-03-09T10:00:00"


class Wall(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = folder.name

    def wall(self, *options, name="wall"):
        wall = Wallboard(os.environ["KPI_WALLBOARD"], f"{self.root}/{name}", "--clock-of-events", *options)
        self.addCleanup(lambda: wall.process.poll() is None and wall.kill())
        return wall

    def shown(self, wall, rows):
        """The figures once they have so many rows."""
        return until(lambda: figures if (figures := wall.figures())["taken"] == rows else None)

    def cell(self, figures, rep, figure, window="today"):
        column = [c["figure"] for c in figures["columns"]].index(figure)
        of = figures["team"] if rep is None else next(r for r in figures["reps"] if r["rep"] == rep)
        return of["cells"][figures["windows"].index(window)][column]


class Counted(Wall):
    def test_each_window_has_its_events(self):
        wall = self.wall()
        rows = [{"at": "2026-03-09T10:00:00", "kind": "deal_won", "rep": "Ana", "value": 500},
                {"at": "2026-03-09T08:00:00", "kind": "deal_lost", "rep": "Ana"},
                {"at": "2026-03-01", "kind": "deal_won", "rep": "Ana", "count": 2, "value": 100},
                {"at": "2026-01-01", "kind": "deal_won", "rep": "Ana"},
                {"at": "2026-03-09T09:59:00", "kind": "deal_lost", "rep": "Ben"}]
        self.assertEqual(wall.post(rows), (200, {"taken": 5, "refused": 0, "errors": []}))
        figures = self.shown(wall, 5)
        for window, ana, team in (("last hour", [1, 1], [1, 2]), ("today", [1, 2], [1, 3]), ("last 30 days", [3, 4], [3, 5])):
            self.assertEqual(self.cell(figures, "Ana", "win_rate", window)[1:], ana, window)
            self.assertEqual(self.cell(figures, None, "win_rate", window)[1:], team, window)
        self.assertEqual(self.cell(figures, "Ana", "revenue_won", "last 30 days")[1], 700)

    def test_a_lead_that_arrived_and_was_answered_has_a_response_time(self):
        wall = self.wall()
        wall.post([{"at": "2026-03-09T10:00:00", "kind": "mql", "lead": "L-1"},
                   {"at": "2026-03-09T10:04:00", "kind": "first_response", "lead": "L-1", "rep": "Ana"}])
        self.assertEqual(self.cell(self.shown(wall, 2), "Ana", "response_time"), ["240", 240, 1])

    def test_csv_and_json_say_the_same(self):
        wall = self.wall()
        csv = f"at;kind;rep\n".replace(";", ",") + f'{AT},conversation,"Ana ""A"" B"\n{AT},no_answer,"Ana ""A"" B"\n'
        self.assertEqual(wall.post(csv, kind="text/csv")[0], 200)
        wall.post([{"at": AT, "kind": "conversation", "rep": 'Ana "A" B', "elapsed": 60}, {"at": AT + "Z", "kind": "no_answer", "rep": 'Ana "A" B'}])
        self.assertEqual(self.cell(self.shown(wall, 4), 'Ana "A" B', "conversation_rate")[1:], [2, 4])

    def test_a_wrong_row_is_told_with_its_line_and_reason_and_the_others_are_taken(self):
        wall = self.wall()
        wrong = ["nonsense", "[1]", f'{{"at": "{AT}"}}', '{"kind": "call"}', f'{{"at": "{AT}", "kind": "cal"}}', '{"at": "2026-02-30", "kind": "call"}',
                 f'{{"at": "{AT}", "kind": "call", "elapsed": -1}}', f'{{"at": "{AT}", "kind": "call", "rap": "Ana"}}',
                 f'{{"at": "{AT}", "kind": "call", "rep": ["Ana"]}}', f'{{"at": "{AT}", "kind": "call", "rep": "{"x" * 101}"}}']
        status, told = wall.post("\n".join([*wrong, f'{{"at": "{AT}", "kind": "call"}}']))
        self.assertEqual((status, told["taken"], told["refused"]), (200, 1, len(wrong)))
        self.assertEqual(told["errors"], ["line 1: no object of JSON", "line 2: no object of JSON", "line 3: kind is missing", "line 4: at is missing",
                                          "line 5: kind is no kind of event", "line 6: at is no time such as 2024-01-31T17:05:09",
                                          "line 7: elapsed is no whole number from 0 to 4294967294", 'line 8: there is no column "rap"',
                                          "line 9: rep is neither a text nor a number", "line 10: rep is longer than 100 bytes"])
        status, told = wall.post(f"at,kind\n{AT},call\n{AT}\n{AT},call,more\n{AT},deal_won\n", kind="text/csv")
        self.assertEqual((status, told), (200, {"taken": 2, "refused": 2, "errors": ["line 3: fewer cells than the header has",
                                                                                    "line 4: more cells than the header has"]}))
        self.assertEqual(wall.post("at,knid\n", kind="text/csv"), (400, {"error": 'there is no column "knid"'}))
        figures = self.shown(wall, 3)
        self.assertEqual(figures["refused"], len(wrong) + 2)

    def test_a_rep_far_from_the_others_is_marked_and_one_who_was_lucky_is_not(self):
        wall = self.wall()
        wall.post([{"at": AT, "kind": kind, "rep": rep, "count": n} for rep, won, lost in (("Ana", 900, 100), ("Ben", 500, 500), ("Cem", 2, 0))
                   for kind, n in (("deal_won", won), ("deal_lost", lost)) if n])
        marks = {rep["rep"]: rep.get("marks") for rep in self.shown(wall, 5)["reps"]}
        self.assertEqual(marks, {"Ana": {"win_rate": "better"}, "Ben": {"win_rate": "worse"}, "Cem": None})

    def test_what_comes_after_64_reps_is_other(self):
        wall = self.wall()
        wall.post([{"at": AT, "kind": "call", "rep": f"rep {n}"} for n in range(70)])
        figures = self.shown(wall, 70)
        self.assertEqual(len(figures["reps"]), 65)
        self.assertEqual(self.cell(figures, "other", "calls")[1], 6)


class Kept(Wall):
    def test_a_batch_that_is_sent_again_is_answered_again_and_counted_once(self):
        wall = self.wall()
        rows = [{"at": AT, "kind": "call", "rep": "Ana"}] * 3
        first = wall.post(rows, key="batch-1")
        self.assertEqual(first, (200, {"taken": 3, "refused": 0, "errors": []}))
        self.assertEqual(wall.post(rows, key="batch-1"), first)
        self.assertEqual(wall.post(rows[:1], key="batch-1"), (422, {"error": "this Idempotency-Key was another body's"}))
        self.assertEqual(self.shown(wall, 3)["taken"], 3)
        wall.kill()
        wall = self.wall()
        self.assertEqual(wall.post(rows, key="batch-1"), first)
        self.assertEqual(wall.post(rows, key="batch-2"), first)
        self.shown(wall, 6)
        self.assertEqual(wall.post(rows, key="x" * 65)[0], 400)

    def test_what_was_answered_survives_kills_under_load_once(self):
        """Clients send batches until they are answered, again where they were not. After each kill all that was answered is there."""
        lock, answered, sequence = threading.Lock(), [0], itertools.count()
        ends, port = threading.Event(), [None]

        def client():
            while not ends.is_set():
                key = f"batch-{next(sequence)}"
                body = "".join(json.dumps({"at": AT, "kind": "call", "rep": f"rep {n % 5}"}) + "\n" for n in range(50))
                while True:  # also at the end: what is under way is finished
                    try:
                        connection = http.client.HTTPConnection(HOST, port[0], timeout=PATIENCE)
                        connection.request("POST", "/events", body, {"Authorization": f"Bearer {WRITE}", "Content-Type": "application/x-ndjson",
                                                                     "Idempotency-Key": key})
                        if connection.getresponse().status == 200:
                            with lock:
                                answered[0] += 50
                            break
                    except (OSError, http.client.HTTPException):
                        time.sleep(0.005)
                    finally:
                        connection.close()

        # A small journal becomes a snapshot many times.
        wall = self.wall("--journal", "0")
        port[0] = wall.port
        clients = [threading.Thread(target=client) for _ in range(4)]
        for c in clients:
            c.start()
        chance = random.Random(1)
        try:
            for _ in range(KILLS):
                target = answered[0] + chance.randrange(1, 1500)
                until(lambda: answered[0] >= target)
                wall.kill()
                before = answered[0]
                wall = self.wall("--journal", str(chance.randrange(2)))
                taken = wall.figures()["taken"]
                self.assertGreaterEqual(taken, before)
                self.assertLessEqual(taken, before + 4 * 50)
                port[0] = wall.port
        finally:
            ends.set()
        for c in clients:
            c.join()
        figures = self.shown(wall, answered[0])
        self.assertEqual(self.cell(figures, None, "calls")[1], answered[0])
        print(f"{KILLS} kills, {answered[0]} rows answered, as many counted")

    def test_a_torn_journal_is_cut_and_a_damaged_one_refused(self):
        wall = self.wall()
        for key in "abc":
            wall.post([{"at": AT, "kind": "call"}], key=key)
        wall.kill()
        journal = f"{self.root}/wall/journal"
        with open(journal, "rb") as file:
            whole = file.read()
        with open(journal, "wb") as file:
            file.write(whole[:-5])
        wall = self.wall()
        self.shown(wall, 2)
        wall.kill()
        with open(journal, "wb") as file:
            file.write(whole[:20] + b"!" + whole[21:])
        wall = self.wall()
        self.assertEqual(wall.process.wait(PATIENCE), 1)
        self.assertEqual(wall.errors(), f"{journal} is damaged at byte 0: restore the folder, or move it away\n")

    def test_what_cannot_be_kept_is_not_answered(self):
        # A file that may not grow stands for a full disk.
        wall = self.wall()
        resource.prlimit(wall.process.pid, resource.RLIMIT_FSIZE, (3000, resource.RLIM_INFINITY))
        rows = [{"at": AT, "kind": "call"}] * 40
        status = None
        for n in range(100):
            status, told = wall.post(rows, key=f"batch-{n}")
            if status != 200:
                break
        self.assertEqual((status, told), (503, {"error": "the rows could not be kept, and are not counted: send them again"}))
        self.shown(wall, n * 40)
        resource.prlimit(wall.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
        self.assertEqual(wall.post(rows, key=f"batch-{n}")[0], 200)
        wall.kill()
        self.shown(self.wall(), (n + 1) * 40)


class Guarded(Wall):
    def test_a_token_does_what_its_role_says(self):
        wall = self.wall()
        for path in "/", "/live", "/figures.json", "/metrics", "/wall.js":
            for token, expected in ((None, 401), ("guessed-0123456789", 401), (READ + "x", 401), (WRITE, 403)):
                self.assertEqual(wall.ask("GET", path, token=token)[0], expected, (path, token))
        for token, expected in ((None, 401), (READ, 403)):
            self.assertEqual(wall.ask("POST", "/events", "x" * 1000, token=token, Content_Type="text/csv")[0], expected)
        status, headers, _ = wall.ask("GET", f"/?token={READ}", token=None)
        self.assertEqual((status, headers["Location"]), (302, "/"))
        cookie = headers["Set-Cookie"]
        self.assertIn("HttpOnly; SameSite=Strict", cookie)
        self.assertEqual(wall.ask("GET", "/figures.json", token=None, Cookie=cookie.split(";")[0])[0], 200)
        self.assertEqual(wall.ask("PUT", "/events", "x")[0], 405)
        self.assertEqual(wall.ask("GET", "/nothing")[0], 404)

    def test_size_and_rate_are_limited(self):
        wall = self.wall("--largest-body", "10000", "--rows-a-second", "100")
        self.assertEqual(wall.post("x" * 10001)[0], 413)
        rows = [{"at": AT, "kind": "call"}] * 150
        self.assertEqual(wall.post(rows)[0], 200)
        self.assertEqual(wall.post(rows)[0], 429)
        until(lambda: wall.post(rows[:1])[0] == 200)
        self.shown(wall, 151)
        self.assertEqual(wall.post(rows, kind="text/html")[0], 415)

    def test_a_hostile_client_keeps_nobody_out(self):
        wall = self.wall("--connections", "40", "--pages", "8")
        held = []
        # Some say nothing, some drip, some never read, some talk nonsense.
        for n in range(30):
            connection = socket.create_connection((HOST, wall.port), timeout=PATIENCE)
            self.addCleanup(connection.close)
            if n % 5 == 1:
                connection.sendall(b"POST /events HTTP/1.1\r\nContent-Le")
            elif n % 5 == 2:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
                connection.sendall(f"GET /live HTTP/1.1\r\nAuthorization: Bearer {READ}\r\n\r\n".encode())
            elif n % 5 == 3:
                connection.sendall(b"\0\xff nonsense\r\n\r\n")
            elif n % 5 == 4:
                connection.sendall(f"POST /events HTTP/1.1\r\nAuthorization: Bearer {WRITE}\r\nContent-Type: text/csv\r\n"
                                   "Content-Length: 1000000\r\n\r\nat,kind\n".encode())
            held.append(connection)
        drips = threading.Event()

        def drip():
            while not drips.wait(0.2):
                for connection in held[1::5]:
                    try:
                        connection.send(b"x")
                    except OSError:
                        pass
        dripping = threading.Thread(target=drip)
        dripping.start()
        try:
            self.assertEqual(wall.post([{"at": AT, "kind": "call"}])[0], 200)
            # However they drip, they are cut off.
            def cut_off():
                for connection in held[1::5]:
                    try:
                        connection.send(b"x")
                    except OSError:
                        continue
                    return False
                return True
            until(cut_off)
        finally:
            drips.set()
            dripping.join()
        self.assertEqual(wall.post([{"at": AT, "kind": "call"}])[0], 200)
        self.shown(wall, 2)
        self.assertIsNone(wall.process.poll())

    def test_a_page_that_does_not_read_is_cut_off(self):
        wall = self.wall("--pages", "1")
        wall.post([{"at": AT, "kind": "call", "rep": f"a rep with a long name, so that there is much to send {n}"} for n in range(64)])
        slow = socket.socket()
        self.addCleanup(slow.close)
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        slow.connect((HOST, wall.port))
        slow.sendall(f"GET /live HTTP/1.1\r\nAuthorization: Bearer {READ}\r\n\r\n".encode())
        slow.recv(100)
        self.assertEqual(wall.ask("GET", "/live")[0], 503)
        rows = itertools.count()

        def cut_off():
            # Something new to send, until the place is free again.
            wall.post([{"at": AT, "kind": "call", "rep": f"rep {next(rows)}"}])
            other = wall.connection()
            other.request("GET", "/live", headers={"Authorization": f"Bearer {READ}"})
            status = other.getresponse().status
            other.close()
            return status == 200
        until(cut_off)

    def test_a_folder_a_port_and_a_file_of_tokens_are_asked_for_in_sentences(self):
        wall = self.wall()
        for options, sentence in ((["--http", str(wall.port)], f"{HOST}:{wall.port} cannot be listened at: choose another --http or --listen"),
                                  (["--tokens", f"{self.root}/none"], f"{self.root}/none cannot be read: it holds a line ROLE TOKEN for each who may ask")):
            base = [os.environ["KPI_WALLBOARD"], f"{self.root}/other", "--http", "0", "--tokens", wall.tokens]
            position = base.index(options[0]) + 1
            base[position] = options[1]
            told = subprocess.run(base, capture_output=True, text=True, timeout=PATIENCE, check=False)
            self.assertEqual((told.returncode, told.stderr), (1, sentence + "\n"))
        second = self.wall()
        self.assertEqual(second.process.wait(PATIENCE), 1)
        self.assertEqual(second.errors(), f"{self.root}/wall is in use by another process: give each one its own folder\n")


class Shown(Wall):
    def test_a_page_gets_the_figures_as_they_change(self):
        wall = self.wall()
        page = wall.connection()
        page.request("GET", "/live", headers={"Authorization": f"Bearer {READ}"})
        answer = page.getresponse()
        self.addCleanup(page.close)
        self.assertEqual(answer.headers["Content-Type"], "text/event-stream")

        def message():
            line = answer.readline()
            self.assertEqual(answer.readline(), b"\n")
            return json.loads(line.removeprefix(b"data: "))
        self.assertEqual(message()["taken"], 0)
        wall.post([{"at": AT, "kind": "call"}] * 7)
        until(lambda: message()["taken"] == 7)

    def test_the_page_in_chromium(self):
        modules = os.environ.get("KPI_MODULES", "")
        if not os.path.isdir(modules) or not shutil.which("chromium") or not shutil.which("node"):
            self.skipTest("playwright-core, node or chromium is not there: ./tests/run --all installs them")
        wall = self.wall()
        told = subprocess.run(["node", os.path.join(os.path.dirname(os.path.abspath(__file__)), "wall.test.mjs")],
                              env={**os.environ, "KPI_URL": wall.url, "KPI_READ": READ, "KPI_WRITE": WRITE},
                              capture_output=True, text=True, check=False)
        self.assertEqual(told.returncode, 0, told.stdout + told.stderr)

    @unittest.skipUnless(shutil.which("promtool"), "there is no promtool")
    def test_promtool_has_no_objection(self):
        wall = self.wall()
        wall.post([{"at": AT, "kind": kind, "rep": rep, "elapsed": 5, "value": 7} for kind in ("conversation", "deal_won", "deal_lost", "meeting_held", "call")
                   for rep in ('Ana "A"', "Ben\\", "", "# EOF")])
        self.shown(wall, 20)
        _, headers, text = wall.ask("GET", "/metrics", Accept="application/openmetrics-text;version=1.0.0")
        self.assertTrue(headers["Content-Type"].startswith("application/openmetrics-text"))
        self.assertTrue(text.endswith("\n# EOF\n"))
        self.assertIn('kpi_win_rate_numerator{rep="0",window_seconds="86400"} 1\n', text)
        told = subprocess.run(["promtool", "check", "metrics"], input=text, text=True, capture_output=True, check=False)
        self.assertEqual((told.returncode, told.stdout + told.stderr), (0, ""))

    def test_reads_stay_fast_and_memory_flat_while_events_come(self):
        """An hour of load in a few seconds: its figures are printed, and held to no clock of the machine."""
        wall = self.wall("--rows-a-second", "10000000", "--journal", "8")
        ends, sent, waits, waits_for_nothing = time.monotonic() + LOAD_SECONDS, [0], [], []
        lock = threading.Lock()

        def memory():
            with open(f"/proc/{wall.process.pid}/status", encoding="ascii") as file:
                return int(next(line for line in file if line.startswith("VmRSS")).split()[1])

        def seconds_of_processor():
            with open(f"/proc/{wall.process.pid}/stat", encoding="ascii") as file:
                return sum(map(int, file.read().rsplit(")", 1)[1].split()[11:13])) / os.sysconf("SC_CLK_TCK")
        body = "".join(f'{{"at":"2026-03-09T10:%02d:00","kind":"{kind}","rep":"rep {n % 40}","elapsed":{n}}}\n' % (n % 60)
                       for n, kind in zip(range(1000), itertools.cycle(["conversation", "no_answer", "deal_won", "deal_lost", "email_sent"])))

        def write():
            connection = wall.connection()
            while time.monotonic() < ends:
                self.assertEqual(wall.post(body, connection=connection)[0], 200)
                with lock:
                    sent[0] += 1000

        def read(path, into):
            # A file of the page, which costs nothing, waits for as long as the machine makes anybody wait.
            while time.monotonic() < ends:
                told = subprocess.run(["curl", "-sf", "-o", "/dev/null", "-w", "%{time_total}\\n", "-H", f"Authorization: Bearer {READ}",
                                       f"{wall.url}{path}?[1-50]"], capture_output=True, text=True, check=True)
                into.extend(map(float, told.stdout.split()))

        def told(name, all_waits):
            all_waits.sort()
            return f"{name}: median {all_waits[len(all_waits) // 2] * 1000:.1f} ms, p99 {all_waits[len(all_waits) * 99 // 100] * 1000:.1f} ms"
        wall.post(body)
        begin, processor = time.monotonic(), seconds_of_processor()
        threads = [threading.Thread(target=write) for _ in range(4)] + [
            threading.Thread(target=read, args=of) for of in (("figures.json", waits), ("wall.css", waits_for_nothing))]
        for thread in threads:
            thread.start()
        before = None
        while any(thread.is_alive() for thread in threads):
            time.sleep(0.05)
            if before is None and time.monotonic() > ends - LOAD_SECONDS / 2:
                before = memory()
        took, used = time.monotonic() - begin, seconds_of_processor() - processor
        self.shown(wall, sent[0] + 1000)
        print(f"{sent[0] / took:,.0f} events a second, {sent[0] / used:,.0f} for each second of a processor; {told('figures', waits)}; "
              f"{told('a file', waits_for_nothing)}; memory {before} kB half-way, {memory()} kB in the end")
        self.assertLess(memory(), before * 1.25 + 16000)


if __name__ == "__main__":
    unittest.main(verbosity=2)
