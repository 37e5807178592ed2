"""The mock on a socket begins and ends."""

from __future__ import annotations

from threading import Thread

from generator.mock import Mock, bind
from tests.mock.conftest import Workshop


def test_a_mock_may_be_closed_when_it_has_closed_already(workshop: Workshop) -> None:
    server = bind(Mock(workshop.described({})), "127.0.0.1", 0)
    thread = Thread(target=server.run)
    thread.start()
    server.close()
    thread.join()
    server.close()
