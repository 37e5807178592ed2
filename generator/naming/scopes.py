"""Settling who gets a name: claims of one scope, in the order of their strength.

A claim of higher strength is never renamed because of a weaker one, so adding a schema to a
description does not rename what the configuration has named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum
from keyword import iskeyword
from typing import Generic, TypeVar

from msgspec import Struct

from ..diagnostics import Place, Report

K = TypeVar("K")


class Strength(IntEnum):
    """Who asks for a name: the configuration, the description, or a place inside it."""

    REQUIRED = 0
    SUGGESTED = 1
    DERIVED = 2


class Claim(Struct, Generic[K], frozen=True):
    """The wish of ``key`` for the first free one of ``wishes``.

    ``order`` settles ties (a pointer, say), ``place`` is the place of the owner, and ``remedy``
    is the configuration line that would settle a collision for good.
    """

    key: K
    wishes: tuple[str, ...]
    strength: Strength
    order: str
    place: Place
    remedy: str


def settle(
    claims: Iterable[Claim[K]],
    *,
    scope: str,
    report: Report,
    escape: Callable[[str], str] = lambda name: name,
    fold: Callable[[str], str] = lambda name: name,
) -> dict[K, str]:
    """One name for each key, unique in the scope.

    The first free wish wins; when none is free a number is appended and reported as N001. A name
    of the configuration that ``escape`` changes for another reason than a keyword is reported as
    N003.
    ``fold`` gives the form in which two names count as equal (file systems ignore case).
    """
    ordered = sorted(claims, key=lambda claim: (claim.strength, claim.order))
    owners: dict[str, Claim[K]] = {}
    names: dict[K, str] = {}
    for claim in ordered:
        wishes = [escape(wish) for wish in claim.wishes]
        name = next((wish for wish in wishes if fold(wish) not in owners), None)
        if name is None:
            name = _numbered(wishes[-1], owners, fold)
            rival = owners[fold(wishes[0])]
            report.warning(
                "N001",
                claim.place,
                f"'{wishes[0]}' is already used in {scope}; renamed to '{name}'",
                help=claim.remedy,
                related=(("the name is used here", rival.place),),
            )
        elif claim.strength is Strength.REQUIRED and _stepped_aside(claim, name):
            report.warning(
                "N003",
                claim.place,
                f"'{claim.wishes[0]}' is reserved in {scope}; renamed to " f"'{name}'",
                help=claim.remedy,
            )
        owners[fold(name)] = claim
        names[claim.key] = name
    return names


def _stepped_aside(claim: Claim[K], name: str) -> bool:
    """Whether the scope, not the language, keeps a claim from the name that it asks for."""
    return name not in claim.wishes and not iskeyword(claim.wishes[0])


def _numbered(
    name: str, owners: dict[str, Claim[K]], fold: Callable[[str], str]
) -> str:
    number = 2
    while fold(f"{name}_{number}") in owners:
        number += 1
    return f"{name}_{number}"
