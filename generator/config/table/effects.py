"""Reasons that several rows share."""

from __future__ import annotations

from .kinds import Ignored

SERVICE = Ignored("it directs a hosted service; this generator runs where you run it")
OTHER_LANGUAGE = Ignored("it is about another language")
