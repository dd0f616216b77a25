# SPDX-License-Identifier: MIT
"""calls.py MODULE: two accounts make calls, baresip is killed in the middle of two, and goes on."""

import sys
import tempfile

from phone import Callees, Phone

RULES = {"conversation_seconds": 2, "abandoned_seconds": 600}  # so that the example is short, and the same on a slow machine

with tempfile.TemporaryDirectory() as folder:
    callees = Callees(folder)
    phone = Phone(sys.argv[1], f"{folder}/phone", ["ana", "ben"], **RULES)
    phone.campaign(callees, [("ana", "maria"), ("ana", "busy"), ("ana", "silent"), ("ben", "jorge"), ("ben", "patient")])
    print("-- /kpi")
    print(phone.command("kpi"))

    phone.dial(callees.address("silent"), "ana")
    phone.dial(callees.address("patient"), "ben")
    phone.wait_for(("CALL_RINGING", "silent"), ("CALL_ESTABLISHED", "patient"))
    phone.crash()
    phone = Phone(sys.argv[1], f"{folder}/phone", ["ana", "ben"], **RULES)
    phone.campaign(callees, [("ana", "maria")])
    print("-- killed in the middle of two calls, started again, one more call")
    print(phone.command("kpi"))
    phone.crash()
    callees.close()
