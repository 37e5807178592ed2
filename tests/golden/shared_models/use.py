from shared_models import SharedModels
from shared_models.types import Position, Unit
from stub import Stub

boat_answer = {
    "at": {"lat": 1.5, "unit": "m"},
    "track": [{"lat": 2}],
    "length_in": "ft",
}
with Stub(boat_answer, {"lat": 53.5}) as stub:
    client = SharedModels(base_url=stub.url)
    boat, harbour = client.boats.any(), client.harbours.any()
unit: Unit = "ft"
assert isinstance(boat.at, Position) and type(harbour) is Position
assert boat.track is not None and isinstance(boat.track[0], Position)
assert (boat.at.lat, boat.at.unit, boat.length_in, harbour.lat) == (
    1.5,
    "m",
    unit,
    53.5,
)
assert stub.requests == ["GET /boats", "GET /harbours"]
