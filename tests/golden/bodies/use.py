"""Sends objects, a list, and nothing; values keep the names that the wire has."""

import datetime
import json

from bodies import Client
from bodies.types import TaskParam
from stub import Stub

first: TaskParam = {"title": "Fetch", "secret": b"\xff"}
with Stub({"id": "t"}, None, None, None) as stub, Client(base_url=stub.url) as client:
    task = client.tasks.create(
        title="Sweep", due_on=datetime.date(2026, 1, 2), state="open", after=[first]
    )
    client.tasks.replace(body=[{"title": "Sweep", "due_on": "2026-01-02"}])
    client.tasks.change_rules(
        "t", body_id=1, from_=None, rule={"match_all": True, "parts": [{"weight": 1.5}]}
    )
    client.tasks.change_rules("t")
assert task.id == "t"
assert stub.headers[1]["content-type"] == "application/vnd.tasks+json"
*bodies, nothing = stub.bodies
assert [json.loads(body) for body in bodies] == [
    {
        "title": "Sweep",
        "dueOn": "2026-01-02",
        "state": "open",
        "after": [{"title": "Fetch", "secret": "/w=="}],
    },
    [{"title": "Sweep", "dueOn": "2026-01-02"}],
    {"id": 1, "from": None, "rule": {"matchAll": True, "parts": [{"weight": 1.5}]}},
]
assert nothing == b""
