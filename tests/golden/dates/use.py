from datetime import date, datetime, UTC

from dates import Dates
from stub import Stub

answer = {
    "at": "2019-12-27T18:11:19.117Z",
    "ended": 1577470279,
    "date": "2019-12-27",
    "changes": ["2019-12-27T18:11:19.123456789Z", "2019-12-27T18:11:19+02:00"],
}
with Stub(answer) as stub:
    events = Dates(base_url=stub.url).events
    event = events.latest(since=datetime(2020, 1, 2, tzinfo=UTC), day=date(2020, 1, 2))
    try:
        events.latest(since=datetime(2020, 1, 2))
    except ValueError as error:
        assert "since" in str(error)
    else:
        raise AssertionError("a datetime without a time zone went out")

assert stub.requests == [
    "GET /events?day=2020-01-02&since=2020-01-02T00%3A00%3A00%2B00%3A00"
]
assert event.at == datetime(2019, 12, 27, 18, 11, 19, 117000, tzinfo=UTC)
assert event.ended == 1577470279 and event.date == date(2019, 12, 27)
assert event.changes is not None
assert isinstance(event.changes[0], str) and isinstance(event.changes[1], datetime)
