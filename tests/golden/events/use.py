from datetime import UTC, datetime

from events import Events
from events.types import Parcel, PriceChange, ShippedPayload
from stub import Stub

with Stub(None) as stub:
    Events(base_url=stub.url).orders.create(notify="https://me.example/shipped")

# what the API sends later, and to whom it belongs
shipped = ShippedPayload.model_validate_json(
    '{"order": "o-1", "parcels": [{"weight": 1.5}], "carrier": "c"}'
)
assert shipped.order == "o-1"
assert shipped.parcels is not None and isinstance(shipped.parcels[0], Parcel)
assert shipped.model_extra == {"carrier": "c"}

change = PriceChange.model_validate_json('{"at": "2026-01-02T03:04:05Z", "price": 2}')
assert change.at == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC) and change.price == 2
odd = PriceChange.model_validate_json('{"price": "on request"}')
assert odd.to_dict() == {"price": "on request"}  # decoded as leniently as responses
