# SPDX-License-Identifier: MIT
"""What a fleet consists of, as processes on 127.0.0.1, for the examples and their tests."""

import json
import os
import shutil
import socket
import subprocess
import time

HOST = "127.0.0.1"
PATIENCE = int(os.environ.get("KPI_PATIENCE", "60"))  # seconds until something that must happen has not
DIALERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "dialers")


def until(happened, patience=PATIENCE):
    """What this answers as soon as it is true."""
    end = time.monotonic() + patience
    while not (answer := happened()):
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.02)
    return answer


def free_port():
    with socket.create_server((HOST, 0)) as listener:
        return listener.getsockname()[1]


def listens(port):
    try:
        with socket.create_connection((HOST, port)):
            return True
    except OSError:
        return False


class Broker:
    """A Mosquitto with TLS and passwords; after `stop` or `kill` it can be started again."""

    def __init__(self, folder, dialers=200):
        self.folder, self.port, self._dialers = folder, free_port(), dialers
        self.start()

    def start(self):
        self._log = open(f"{self.folder}.log", "a", encoding="utf-8")
        self._process = subprocess.Popen([f"{DIALERS}/broker.sh", self.folder, str(self.port), str(self._dialers)],
                                         stdout=self._log, stderr=self._log)

        def ready():
            if self._process.poll() is not None:
                raise ChildProcessError(f"the broker has ended: {self.folder}.log")
            return listens(self.port)
        until(ready)

    def options(self):
        return ["--host", HOST, "--port", str(self.port), "--authority", f"{self.folder}/authority.pem",
                "--passwords", f"{self.folder}/passwords"]

    def password(self, name):
        with open(f"{self.folder}/passwords", encoding="utf-8") as file:
            return dict(line.strip().split(":") for line in file)[name]

    def client(self, command, name, *options):
        """mosquitto_pub or mosquitto_sub, as somebody."""
        return [command, "-h", HOST, "-p", str(self.port), "--cafile", f"{self.folder}/authority.pem", "-u", name,
                "-P", self.password(name), "-q", "1", *options]

    def stop(self):
        self._process.terminate()
        self._end()

    def kill(self):
        self._process.kill()
        self._end()

    def _end(self):
        self._process.wait(PATIENCE)
        self._log.close()


class Collector:
    """kpi-collector with its folder."""

    def __init__(self, program, folder, broker):
        self._program, self._folder, self._broker = program, folder, broker
        self.start()

    def start(self):
        with open(f"{self._folder}.errors", "a", encoding="utf-8") as errors:
            self._process = subprocess.Popen([self._program, self._folder, *self._broker.options()], stderr=errors)

    def alive(self):
        return self._process.poll() is None

    def kept(self):
        """What is on its disk, when it has ended: {dialer: {epoch: sequence}}."""
        told = subprocess.run([self._program, self._folder, "--list"], capture_output=True, text=True, check=True).stdout
        kept = {}
        for line in told.splitlines():
            dialer, epoch, sequence = line.split()
            kept.setdefault(dialer, {})[epoch] = int(sequence)
        return kept

    def sum(self):
        """What it says to everybody."""
        told = subprocess.run(self._broker.client("mosquitto_sub", "wallboard", "-t", "kpi/fleet", "-C", "1", "-W", str(PATIENCE)),
                              capture_output=True, text=True, check=True).stdout
        return json.loads(told)

    def errors(self):
        with open(f"{self._folder}.errors", encoding="utf-8") as errors:
            return errors.read()

    def stop(self):
        self._process.terminate()
        return self._process.wait(PATIENCE)

    def kill(self):
        self._process.kill()
        self._process.wait(PATIENCE)


def needs(*tools):
    """The first of them that is not there."""
    return next((tool for tool in tools if not shutil.which(tool, path=f"{os.environ['PATH']}:/usr/sbin")), None)
