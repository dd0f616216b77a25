# SPDX-License-Identifier: MIT
"""A baresip that has the module, run by this program, and those it calls, played by sipp; all on 127.0.0.1."""

import collections
import json
import os
import signal
import socket
import subprocess
import time

HERE = os.path.dirname(os.path.abspath(__file__))
MODULES = "usr/lib/baresip/modules"
HOST = "127.0.0.1"
PATIENCE = 60  # seconds until something that must happen has not
ROOM = 4096  # bytes of commands on their way: ctrl_tcp reads 8192 at once, and loses a command that is cut there


def free_port(kind):
    """One that nobody has now; it may be taken before it is used."""
    with socket.socket(socket.AF_INET, kind) as taken:
        taken.bind((HOST, 0))
        return taken.getsockname()[1]


Event = collections.namedtuple("Event", "kind account user call")


def user_of(address):
    return address.removeprefix("sip:").split("@")[0]


# When we leave whom, and what that call is then said to have been.
LEAVES = {("CALL_RINGING", "silent"): None, ("CALL_ESTABLISHED", "patient"): None,
          ("CALL_ESTABLISHED", "talkative"): "conversation"}


class Callees:
    """Whoever is called: callee.xml says who does what. `log()` is who was called, call by call."""

    def __init__(self, folder):
        self.port, self._log = free_port(socket.SOCK_DGRAM), os.path.join(folder, "callees.log")
        self._process = subprocess.Popen(
            ["sipp", HOST, "-sf", os.path.join(HERE, "callee.xml"), "-i", HOST, "-p", str(self.port), "-mi", HOST,
             "-mp", str(free_port(socket.SOCK_DGRAM)), "-nostdin", "-default_behaviors", "all,-abortunexp",
             "-buff_size", "212992", "-trace_logs", "-log_file", self._log],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder)

    def address(self, user):
        return f"sip:{user}@{HOST}:{self.port}"

    def log(self):
        with open(self._log, encoding="ascii") as lines:
            return lines.read().split()

    def close(self):
        self._process.terminate()
        self._process.wait()


class Phone:
    """baresip with these accounts, its folder, and the module's settings. Where the folder has been used before, it goes on
    from there. `events` are those that have happened."""

    def __init__(self, module, folder, accounts, **settings):
        os.makedirs(folder, exist_ok=True)
        self.events, self._happened, self._answers, self._rest = [], collections.Counter(), {}, b""
        self._commands, self._on_their_way = 0, {}
        for attempts in range(5, 0, -1):  # with other ports, where somebody took one meanwhile
            control = self._start(module, folder, accounts, settings)
            try:
                self._socket = self._connect(control)
                break
            except ConnectionRefusedError:
                if self._process.poll() is None or attempts == 1:
                    raise

    def _start(self, module, folder, accounts, settings):
        """Answers the port that it will listen to."""
        control = free_port(socket.SOCK_STREAM)
        lines = [
            f"sip_listen {HOST}:{free_port(socket.SOCK_DGRAM)}", f"net_interface {HOST}", f"ctrl_tcp_listen {HOST}:{control}",
            "statmode_default off", "module_path /", f"module {MODULES}/g711.so", f"module_tmp {MODULES}/account.so",
            f"module_app {MODULES}/menu.so",
            # Before the one that tells us: whatever we know of has been counted.
            f"module_app {os.path.abspath(module)}", f"module_app {MODULES}/ctrl_tcp.so",
        ]
        lines += [f"kpi_{name} {value}" for name, value in settings.items()]
        for name, text in ("config", lines), ("accounts", [f"<sip:{a}@{HOST}>;regint=0" for a in accounts]):
            with open(os.path.join(folder, name), "w", encoding="ascii") as file:
                file.write("\n".join(text) + "\n")
        with open(os.path.join(folder, "log"), "a", encoding="ascii") as log:
            self._process = subprocess.Popen(["baresip", "-4", "-f", folder], stdin=subprocess.DEVNULL, stdout=log,
                                             stderr=subprocess.STDOUT)
        return control

    def _connect(self, port):
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return socket.create_connection((HOST, port), timeout=PATIENCE)
            except ConnectionRefusedError:
                if self._process.poll() is not None or time.monotonic() > end:
                    raise
                time.sleep(0.02)

    def command(self, name, parameters=None):
        """What a command answers."""
        token = self._send((name, parameters))
        self.wait(lambda: token in self._answers)
        return self._answers.pop(token)

    def dial(self, address, account):
        """One dial, by this account. It has been sent when this returns."""
        token = self._dial(address, account)
        self.wait(lambda: token in self._answers)

    def hang_up(self, account, call, was=None):
        """Ends a call, which was of this kind if one is told."""
        self._send(("uafind", f"sip:{account}@{HOST}"), ("callfind", call), *([("kpi_was", was)] if was else []), ("hangup", None))

    def _dial(self, address, account):
        return self._send(("uafind", f"sip:{account}@{HOST}"), ("dial", address))

    def _send(self, *commands):
        """In one piece, for calls that happen in between can make another account the current one. Answers the last
        one's token."""
        messages = {}
        for name, parameters in commands:
            self._commands += 1
            token = str(self._commands)
            text = json.dumps({"command": name, "token": token, **({"params": parameters} if parameters else {})})
            messages[token] = b"%d:%s," % (len(text), text.encode())
        together = b"".join(messages.values())
        self.wait(lambda: sum(self._on_their_way.values()) + len(together) <= ROOM)
        self._on_their_way |= {token: len(message) for token, message in messages.items()}
        self._socket.sendall(together)
        return token

    def wait(self, until):
        """Takes in what baresip tells until this is true."""
        while not until():
            self._read()

    def happened(self, kind):
        return self._happened[kind]

    def campaign(self, callees, calls, at_once=50):
        """Calls all of these, (account, user), and waits until they are over. It gives up on silent@ once that rings,
        leaves patient@ alone once that picks up, and says of talkative@ that it was a conversation."""
        before, seen, left = self.happened("CALL_CLOSED"), len(self.events), set()
        for n, (account, user) in enumerate([*calls, (None, None)], 1):
            if user is not None:
                self._dial(callees.address(user), account)
            while True:
                for event in self.events[seen:]:
                    seen += 1
                    if (event.kind, event.user) in LEAVES and event.call not in left:  # one can ring twice
                        left.add(event.call)
                        self.hang_up(event.account, event.call, LEAVES[event.kind, event.user])
                going_on = min(n, len(calls)) - (self.happened("CALL_CLOSED") - before)
                if going_on < (at_once if user is not None else 1):
                    break
                self._read()

    def wait_for(self, *expected):
        """Until each of these, (kind, user), has happened since the last call ended."""
        def since():
            ends = [n for n, event in enumerate(self.events, 1) if event.kind == "CALL_CLOSED"]
            return {(event.kind, event.user) for event in self.events[max(ends, default=0):]}
        self.wait(lambda: since() >= set(expected))

    def _read(self):
        received = self._socket.recv(65536)
        if not received:
            raise ConnectionError("baresip has ended")
        self._rest += received
        while b":" in self._rest:
            size, text = self._rest.split(b":", 1)
            if len(text) < int(size) + 1:
                return
            message, self._rest = json.loads(text[:int(size)]), text[int(size) + 1:]
            if "token" in message:
                self._answers[message["token"]] = message.get("data", "")
                del self._on_their_way[message["token"]]
            elif message.get("class") == "call":
                self._happened[message["type"]] += 1
                self.events.append(Event(message["type"], user_of(message["accountaor"]), user_of(message.get("peeruri", "sip:@")),
                                         message.get("id", "")))

    def close(self):
        """As its user ends it. It may wait half a minute for those it called."""
        self._socket.close()
        self._process.terminate()
        self._process.wait()

    def crash(self):
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        self._socket.close()
