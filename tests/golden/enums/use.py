from enums import Enums
from stub import Stub

with Stub({"kind": "lamp", "colour": "blue", "level": 2, "mood": "calm"}) as stub:
    lamp = Enums(base_url=stub.url).lamps.find(level=3, colour="red")

assert stub.requests == ["GET /lamps?level=3&colour=red"]
assert (lamp.kind, lamp.colour, lamp.level) == (
    "lamp",
    "blue",
    2,
)  # an unknown value is kept
