"""The mock on a socket begins and ends."""

from __future__ import annotations

from collections.abc import Mapping
from http.client import HTTPConnection
from threading import Thread

import pytest

from generator.mock import Mock, bind
from tests.mock.conftest import Workshop
from tests.mock.serving import served


def test_a_mock_may_be_closed_when_it_has_closed_already(workshop: Workshop) -> None:
    server = bind(Mock(workshop.described({})), "127.0.0.1", 0)
    thread = Thread(target=server.run)
    thread.start()
    server.close()
    thread.join()
    server.close()


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/_docs/", {"Host": "127.0.0.1:1"}, 200),
        ("/_docs/", {"Host": "localhost"}, 200),
        ("/_docs/", {"Host": "[::1]:1"}, 200),
        ("/_docs/", {"Host": "docs.example:8000"}, 200),
        ("/_docs/", {"Host": "evil.example"}, 421),
        ("/_docs/", {"Host": "127.0.0.1.evil.example"}, 421),
        ("/a", {"Host": "evil.example", "Sec-Fetch-Site": "same-origin"}, 421),
        ("/a", {"Host": "evil.example", "Origin": "http://evil.example"}, 421),
        ("/a", {"Host": "localhost", "Origin": "http://evil.example"}, 404),
        ("/a", {"Host": "evil.example"}, 404),
    ],
)
def test_pages_of_a_foreign_name_get_nothing(
    path: str, headers: Mapping[str, str], status: int, workshop: Workshop
) -> None:
    mock = Mock(workshop.described({}), origins=["https://docs.example"])
    with served(mock, site={"index.html": b"x"}) as url:
        connection = HTTPConnection(url.removeprefix("http://"))
        connection.request("GET", path, headers=headers)
        assert connection.getresponse().status == status
        connection.close()
