"""A kind of pagination is known wherever it must be: what is missing is named here."""

from __future__ import annotations

import dataclasses

import pytest

from generator import runtime
from generator.config import pages as config_pages
from generator.config.table.wire import PAGE_TYPES, PURPOSES
from generator.ir import PageKind
from generator.mock import pages as mock_pages
from generator.targets.python import pages as python_pages
from tests.mock import test_pages as mocked


def test_the_configuration_and_the_ir_have_the_same_kinds() -> None:
    assert [kind.value for kind in PageKind] == list(PAGE_TYPES)


@pytest.mark.parametrize("table", ["REQUEST_ROLES", "RESPONSE_ROLES", "_GUESSES"])
def test_the_configuration_knows_the_roles_of_each_kind(table: str) -> None:
    roles = getattr(config_pages, table)
    assert list(roles) == list(PAGE_TYPES)
    for named in roles.values():
        used = named.values() if isinstance(named, dict) else named
        assert {*used} <= {*PURPOSES}


@pytest.mark.parametrize("kind", PageKind)
def test_the_client_has_rules_for_each_kind(kind: PageKind) -> None:
    name, roles = python_pages._RULES[kind]
    keywords = {python_pages._KEYWORDS[role] for role in roles}
    assert {*roles} <= {*PURPOSES}
    fields = {field.name for field in dataclasses.fields(getattr(runtime, name))}
    assert keywords | {"items"} == fields


def test_the_mock_fills_only_roles_that_exist() -> None:
    assert {*mock_pages._ROLES} <= {*PURPOSES}


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_each_kind_is_iterated_against_the_mock(kind: str) -> None:
    assert kind in mocked.SCHEMES
