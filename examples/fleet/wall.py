# SPDX-License-Identifier: MIT
"""A kpi-wallboard as a process on 127.0.0.1, for the example and its tests."""

import http.client
import json
import subprocess

from processes import HOST, PATIENCE

READ, WRITE = "read-0123456789abcdef", "write-0123456789abcdef"


class Wallboard:
    """kpi-wallboard with its folder; where that has been used before, it goes on from there."""

    def __init__(self, program, folder, *options):
        self.tokens, self._errors = f"{folder}.tokens", f"{folder}.errors"
        with open(self.tokens, "w", encoding="ascii") as file:
            file.write(f"# who may do what\nread {READ}\nwrite {WRITE}\n")
        with open(self._errors, "a", encoding="utf-8") as errors:
            self.process = subprocess.Popen([program, folder, "--tokens", self.tokens, "--http", "0", *options],
                                            stdout=subprocess.PIPE, stderr=errors, text=True)
        self.url = self.process.stdout.readline().strip()
        self.port = int(self.url.rstrip("/").rsplit(":", 1)[1]) if self.url else None

    def connection(self):
        return http.client.HTTPConnection(HOST, self.port, timeout=PATIENCE)

    def ask(self, method, path, body=None, token=READ, connection=None, **headers):
        """The status, the headers and the text."""
        to = connection or self.connection()
        if token:
            headers["Authorization"] = f"Bearer {token}"
        to.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        answer = to.getresponse()
        told = answer.status, answer.headers, answer.read().decode()
        if not connection:
            to.close()
        return told

    def post(self, rows, key=None, connection=None, kind="application/x-ndjson"):
        """The status and what is said of the rows: dicts, or a text."""
        body = rows if isinstance(rows, (str, bytes)) else "".join(json.dumps(row) + "\n" for row in rows)
        headers = {"Content_Type": kind, **({"Idempotency_Key": key} if key else {})}
        status, _, text = self.ask("POST", "/events", body, WRITE, connection, **headers)
        return status, json.loads(text)

    def figures(self):
        return json.loads(self.ask("GET", "/figures.json")[2])

    def errors(self):
        with open(self._errors, encoding="utf-8") as errors:
            return errors.read()

    def stop(self):
        self.process.terminate()
        return self._end()

    def kill(self):
        self.process.kill()
        return self._end()

    def _end(self):
        code = self.process.wait(PATIENCE)
        self.process.stdout.close()
        return code
