"""Names of private modules that programs and test suites written for other clients import."""

from __future__ import annotations

import inspect
from datetime import UTC, date, datetime

import pytest

from cloudflare import AsyncCloudflare, Cloudflare
from cloudflare._utils import parse_date, parse_datetime


def test_a_day_is_read_from_its_text_or_from_seconds() -> None:
    day = date(2011, 5, 11)
    assert parse_date("2011-05-11") == parse_date(1305072000) == parse_date(day) == day
    with pytest.raises(ValueError, match="month must be"):
        parse_date("2011-13-11")


def test_a_moment_is_read_from_its_text_or_from_seconds() -> None:
    moment = datetime(2011, 5, 11, 8, 30, tzinfo=UTC)
    assert parse_datetime("2011-05-11T08:30:00Z") == moment
    assert parse_datetime(1305102600) == moment
    with pytest.raises(ValueError, match="invalid datetime"):
        parse_datetime("noon")


def test_post_has_its_arguments_in_the_order_of_published_clients() -> None:
    def order(client: type[Cloudflare | AsyncCloudflare]) -> list[str]:
        names = list(inspect.signature(client.post).parameters)
        return [name for name in names if name in ("options", "files")]

    assert order(Cloudflare) == ["options", "files"]
    assert order(AsyncCloudflare) == ["files", "options"]
