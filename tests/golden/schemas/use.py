from datetime import date

from stub import Stub
from schemas import Schemas
from schemas.types import Bicycle, Vehicle

sent = {
    "points": [[1.5, {"vehicleKind": "bike", "gears": 3}], [2, {"vehicleKind": "x"}]],
    "level": "low",
    "signed": "2020-01-02",
}
with Stub(sent, None) as stub:
    client = Schemas(base_url=stub.url)
    track = client.tracks.get()
    client.tracks.store(points=[(1, {"vehicle_kind": "bike"})], key=b"k")
(distance, bicycle), (_, vehicle) = track.points
assert (distance, track.signed) == (1.5, date(2020, 1, 2))
assert isinstance(bicycle, Bicycle) and bicycle.gears == 3
assert type(vehicle) is Vehicle
assert stub.bodies[1] == b'{"points":[[1,{"vehicleKind":"bike"}]],"key":"aw=="}'
