"""Calls with each kind of argument; those marked so must be refused. Checked, never run."""

import io
from datetime import date, datetime, UTC
from pathlib import Path
from typing import assert_type

from calls import AsyncClient, Client, Stream, omit
from calls._core import BinaryAPIResponse
from calls.types import (
    Item,
    ItemParam,
    Order,
    ThingPayParams,
    thing_find_params,
    thing_pay_params,
)

things = Client().things
item: ItemParam = {"name": "nail", "unit_count": 3}

# The properties of an object
assert_type(things.order(items=[item], status="open"), Order)
things.order(items=({"name": "nail"},), status="open", note=None, price=1)
things.order(items=[], status="closed", due_on=date(2026, 1, 1), signature=b"x")
things.order(items=[], status="closed", due_on="2026-01-01", signature="eA==")
things.order(items=[], status="open", labels={"a": "b"}, tags=["a", {"name": "b"}])
things.order(items=[], status="open", payment={"kind": "cash", "amount": 1})
things.order(items=[], status="open", note=omit, extra_body={"more": 1})
things.order(status="open")  # refused
things.order(items=[item])  # refused
things.order([item], "open")  # refused
things.order(items=[item], status="shut")  # refused
things.order(items=[item], status=None)  # refused
things.order(items=item, status="open")  # refused
things.order(items=[{"unit_count": 3}], status="open")  # refused
things.order(items=[{"name": "nail", "unitCount": 3}], status="open")  # refused
things.order(items=[{"name": 1}], status="open")  # refused
things.order(items=[None], status="open")  # refused
things.order(items=["nail"], status="open")  # refused
things.order(items=[Item(name="nail")], status="open")  # refused
things.order(items=[], status="open", price="1")  # refused
things.order(items=[], status="open", price=None)  # refused
things.order(items=[], status="open", due_on=1)  # refused
things.order(items=[], status="open", labels={"a": 1})  # refused
things.order(items=[], status="open", labels=["a"])  # refused
things.order(items=[], status="open", tags="a")  # refused
things.order(items=[], status="open", tags=[1])  # refused
things.order(items=[], status="open", payment={"kind": "card", "amount": 1})  # refused
things.order(items=[], status="open", payment={"kind": "coin"})  # refused
things.order(items=[], status="open", signature=1)  # refused
things.order(items=[], status="open", id="a")  # refused
things.order(items=[], status="open", colour="red")  # refused
things.order(items=[], status="open", dueOn="2026-01-01")  # refused

# One of several kinds of objects: arguments, or one value
things.pay(kind="card", number="4")
things.pay(kind="cash", amount=1)
things.pay(kind="card")  # refused
things.pay(kind="card", amount=1)  # refused
things.pay(kind="cash", number="4")  # refused
things.pay(kind="coin", amount=1)  # refused
things.pay(number="4")  # refused
things.pay(kind="card", number="4", amount=1)  # refused
things.pay()  # refused
things.with_raw_response.pay(kind="cash", amount=1)
things.with_raw_response.pay(kind="cash", number="4")  # refused
cash: thing_pay_params.Cash = {"kind": "cash", "amount": 1}
payments: list[ThingPayParams] = [cash, {"kind": "card", "number": "4"}]
for payment in payments:
    if payment["kind"] == "card":
        things.pay(**payment)
    else:
        assert_type(payment["amount"], int)
things.pay(**cash)
things.pay(**cash, number="4")  # refused
payments += [{"kind": "card", "amount": 1}]  # refused
payments += [{"kind": "cash"}]  # refused
things.repay(payment={"kind": "card", "number": "4"})
things.repay(payment={"kind": "card", "amount": 1})  # refused
things.repay(payment={"kind": "card"})  # refused
things.repay(payment=None)  # refused
things.repay(kind="card", number="4")  # refused
things.repay()  # refused

# Lists, texts, bytes
things.fill(body=[item, {"name": "nail"}])
things.fill(body=item)  # refused
things.fill(body=["nail"])  # refused
things.fill(body=[{}])  # refused
things.fill(name="nail")  # refused
assert_type(things.say(body="hello"), str)
things.say(body=b"hello")  # refused
things.say(body=None)  # refused
things.say(body={"a": 1})  # refused
things.say()  # refused
assert_type(things.push(body=b"x"), BinaryAPIResponse)
things.push(body=Path("file"))
things.push(body=io.BytesIO(b"x"))
things.push(body=(piece for piece in [b"x"]))
things.push(body={"a": 1})  # refused
things.push(body=1)  # refused
things.push(body=None)  # refused
things.push()  # refused

# Forms, and files in them
things.submit(amount=1, tags=["a"])
things.submit(amount="1")  # refused
things.submit(tags=["a"])  # refused
things.submit(amount=1, tags="a")  # refused
things.submit(amount=1, tags=[1])  # refused
things.upload(file=b"x", purpose="vision")
things.upload(file=Path("x"), more=[b"a", Path("b"), ("c.png", b"c", "image/png")])
things.upload(file=("a.txt", io.BytesIO(b"x")))
things.upload(file="text")  # refused
things.upload(file=None)  # refused
things.upload(file=io.StringIO("x"))  # refused
things.upload(file=("a.txt", "text"))  # refused
things.upload(file=b"x", more=b"x")  # refused
things.upload(file=b"x", more=["x"])  # refused
things.upload(file=b"x", purpose="other")  # refused
things.upload(more=[b"x"])  # refused

# Streams
assert_type(things.ask(model="m"), Order)
assert_type(things.ask(model="m", stream=False), Order)
assert_type(things.ask(model="m", stream=True), Stream[Item])
things.ask(stream=True)  # refused
things.ask(model="m", stream="yes")  # refused
things.ask(model="m", stream=None)  # refused
for event in things.ask(model="m", stream=True):
    assert_type(event, Item)
assert_type(things.ask(model="m", stream=True).status, str)  # refused

# Parameters
place: thing_find_params.XPlace = {"floor_number": 2}
things.find("a", filter=item, since=datetime.now(UTC), ids=[1], x_place=place)
things.find("a", filter={"name": "b"}, since="2026-01-01T00:00:00Z", session="s")
things.find("a")  # refused
things.find(1, filter=item)  # refused
things.find(filter=item)  # refused
things.find("a", item)  # refused
things.find("a", filter={})  # refused
things.find("a", filter={"name": "b", "size": 1})  # refused
things.find("a", filter={"name": "b"}, ids=["1"])  # refused
things.find("a", filter={"name": "b"}, ids=1)  # refused
things.find("a", filter={"name": "b"}, since=date(2026, 1, 1))  # refused
things.find("a", filter={"name": "b"}, x_place={"floorNumber": 2})  # refused
things.find("a", filter={"name": "b"}, x_place={"floor_number": "2"})  # refused
things.find("a", filter={"name": "b"}, session=1)  # refused


async def asynchronously() -> None:
    things = AsyncClient().things
    assert_type(await things.order(items=[item], status="open"), Order)
    await things.pay(kind="cash", amount=1)
    await things.pay(kind="cash")  # refused
    await things.upload(file="text")  # refused
    async for event in await things.ask(model="m", stream=True):
        assert_type(event, Item)
    await things.ask(model="m", stream=1)  # refused
