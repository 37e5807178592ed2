"""How names are split into words and put together again (surface-rules 3.1, 3.3)."""

from __future__ import annotations

import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.naming.reserved import identifier
from generator.naming.types import singular_last
from generator.naming.casing import Casing
from generator.words import singular, split_words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("agencyID", "agency id"),
        ("HTTPServer", "http server"),
        ("lineIDs", "line ids"),
        ("IDs", "ids"),
        ("stop_ids_for_agency", "stop ids for agency"),
        ("locationPrivate", "location private"),
        ("X-Session-Token", "x session token"),
        ("BROWSERBASE_API_KEY", "browserbase api key"),
        ("result_info", "result info"),
        ("speciesGroups", "species groups"),
        ("trip-details", "trip details"),
        ("ILGSv1 Segment", "ilg sv1 segment"),
        ("listV4", "list v4"),
        ("v1", "v1"),
        ("getHTTPResponseCode", "get http response code"),
        ("a.b/c d", "a b c d"),
        ("filter[name]", "filter name"),
        ("$ref", "ref"),
        ("__init__", "init"),
        ("Straße", "stra u00df e"),
        ("naïve café", "naive cafe"),
        ("日本", "u65e5 u672c"),
        ("…", ""),
        ("", ""),
    ],
)
def test_a_name_is_split_where_a_reader_would_split_it(name: str, words: str) -> None:
    assert " ".join(split_words(name)) == words


@pytest.mark.parametrize(
    ("name", "snake", "pascal"),
    [
        ("lineIDs", "line_ids", "LineIDs"),
        ("stop_ids_for_agency", "stop_ids_for_agency", "StopIDsForAgency"),
        ("url", "url", "URL"),
        ("situation_url", "situation_url", "SituationURL"),
        ("vector_io", "vector_io", "VectorIo"),
        ("llm_as_judge", "llm_as_judge", "LlmAsJudge"),
        ("MCP", "mcp", "Mcp"),
        ("onebusaway-sdk", "onebusaway_sdk", "OnebusawaySDK"),
        ("Lightspark Grid", "lightspark_grid", "LightsparkGrid"),
        ("trip-details", "trip_details", "TripDetails"),
        ("audit_logs", "audit_logs", "AuditLogs"),
        ("https_urls", "https_urls", "HTTPSURLs"),
        ("mp3", "mp3", "MP3"),
        ("openai_cursor_page", "openai_cursor_page", "OpenAICursorPage"),
    ],
)
def test_both_cases_come_from_the_same_words(
    name: str, snake: str, pascal: str
) -> None:
    assert (Casing().snake(name), Casing().pascal(name)) == (snake, pascal)


def test_the_configuration_can_make_and_unmake_initialisms() -> None:
    casing = Casing(initialisms={"qa": True, "id": False})
    assert casing.pascal("qa_ids") == "QAIds"
    assert casing.pascal("qas", "id") == "QAsId"


def test_the_configuration_can_say_how_a_word_is_written() -> None:
    casing = Casing(forms={"v1": {"pascal": "v1"}, "github": {"snake": "git_hub"}})
    assert casing.pascal("list_v1") == "Listv1"
    assert casing.snake("list_v1") == "list_v1"
    assert casing.snake("github_token") == "git_hub_token"
    assert casing.pascal("github_token") == "GithubToken"


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("batches", "batch"),
        ("species", "specie"),
        ("keys", "key"),
        ("groups", "group"),
        ("stops", "stop"),
        ("policies", "policy"),
        ("boxes", "box"),
        ("addresses", "address"),
        ("info", "info"),
        ("recent", "recent"),
        ("historic", "historic"),
        ("io", "io"),
        ("status", "status"),
        ("analysis", "analysis"),
        ("address", "address"),
    ],
)
def test_a_plural_word_gets_its_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


@pytest.mark.parametrize(
    ("name", "one"),
    [
        ("trip-details", "trip_detail"),
        ("batches", "batch"),
        ("species", "specie"),
        ("geo_species", "geo_specie"),
        ("speciesGroups", "species_group"),
        ("keys", "key"),
        ("vector_io", "vector_io"),
        ("trips_for_route", "trips_for_route"),
        ("stops_for_agency", "stops_for_agency"),
        ("stopTimes", "stop_time"),
        ("actions", "action"),
        ("…", ""),
    ],
)
def test_only_the_last_word_is_singularised(name: str, one: str) -> None:
    assert Casing().snake(singular_last(name)) == one


@given(st.text())
def test_any_text_makes_a_valid_ascii_identifier(name: str) -> None:
    for made in (Casing().snake(name), Casing().pascal(name)):
        found = identifier(made, "value")
        assert found.isidentifier()
        assert found.isascii()
        assert not found.startswith("_")


@given(st.text())
def test_snake_case_is_stable(name: str) -> None:
    snake = Casing().snake(name)
    assert Casing().snake(snake) == snake
    assert snake == snake.lower()


@pytest.mark.parametrize(
    ("name", "made"), [("", "option"), ("2fa", "option_2fa"), ("a2", "a2")]
)
def test_a_name_that_starts_with_a_digit_gets_a_prefix(name: str, made: str) -> None:
    assert identifier(name, "option") == made
    assert not keyword.iskeyword(made)
