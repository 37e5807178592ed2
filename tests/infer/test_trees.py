"""Operations get the resources and names that a person would choose from their paths."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator import infer
from generator.diagnostics import Report

from tests import material
from tests.infer.describing import (
    described,
    inferred,
    methods,
    names_of,
    operations,
    read,
)

TREES = Path(__file__).with_name("trees")
KNOWN = {
    "github": "corpus/main/github.json",
    "openai": "corpus/main/openai.yaml",
    "qdrant": "corpus/main/qdrant.json",
    "redocly-museum": "corpus/small/redocly-museum.yaml",
    "stripe": "corpus/main/stripe-2023-09.yaml",
}


@pytest.mark.parametrize(
    ("endpoint", "name"),
    [
        ("get /pets", "pets.list"),
        ("post /pets", "pets.create"),
        ("get /pets/{id}", "pets.retrieve"),
        ("patch /pets/{id}", "pets.update"),
        ("delete /pets/{id}", "pets.delete"),
        ("get /pets/{id}/toys", "pets.toys.list"),
        ("get /pets/{id}/toys/{toy}", "pets.toys.retrieve"),
        ("post /pets/{id}/cancel", "pets.cancel"),
        ("post /pets/{id}/groom-now", "pets.groom_now"),
        ("get /pets/{id}/photo", "pets.photo"),
        ("delete /pets/{id}/photo-permit", "pets.delete_photo_permit"),
        ("get /pets/findByStatus", "pets.find_by_status"),
        ("post /pets/search/advanced", "pets.search_advanced"),
    ],
)
def test_a_resource_has_the_usual_methods_and_its_own_actions(
    endpoint: str, name: str
) -> None:
    found = names_of("""
        get /pets
        post /pets
        get /pets/{id}
        patch /pets/{id}
        delete /pets/{id}
        get /pets/{id}/toys [list]
        get /pets/{id}/toys/{toy}
        post /pets/{id}/cancel
        post /pets/{id}/groom-now
        get /pets/{id}/photo
        delete /pets/{id}/photo-permit
        get /pets/findByStatus [list]
        post /pets/search/advanced
        """)
    assert found[endpoint] == name


def test_what_follows_a_word_nests_under_it() -> None:
    found = names_of("""
        post /chat/completions
        post /audio/speech
        get /fine_tuning/jobs/{id}/events [list]
        post /fine_tuning/jobs/{id}/pause
        """)
    assert set(found.values()) == {
        "chat.completions.create",
        "audio.speech.create",
        "fine_tuning.jobs.pause",
        "fine_tuning.jobs.events.list",
    }


def test_one_of_a_kind_is_retrieved_and_updated() -> None:
    found = names_of("get /account\npost /account\nput /settings\npatch /settings")
    assert found == {
        "get /account": "account.retrieve",
        "post /account": "account.update",
        "put /settings": "settings.replace",
        "patch /settings": "settings.update",
    }


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ({"type": "array"}, "list"),
        ({"properties": {"data": {"type": "array"}}}, "list"),
        ({"properties": {"events": {"type": "array"}}}, "list"),
        (
            {"properties": {"result": {"properties": {"events": {"type": "array"}}}}},
            "list",
        ),
        ({"allOf": [{"properties": {"items": {"type": "array"}}}]}, "list"),
        ({"properties": {"warnings": {"type": "array"}}}, "retrieve"),
        ({"type": "object"}, "retrieve"),
    ],
)
def test_what_a_call_returns_tells_whether_it_lists(schema: Any, name: str) -> None:
    content = {"application/json": {"schema": schema}}
    responses = {"200": {"description": "d", "content": content}}
    found = methods(inferred(described({"/events": {"get": {"responses": responses}}})))
    assert found == {f"events.{name}": "get /events"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("/v1/pets/{id}", "/pets/{id}"),
        ("/api/v2.1beta/pets/{id}", "/pets/{id}"),
        ("/2010-04-01/Pets/{Sid}.json", "/pets/{id}"),
        ("/rest/pets/{id}/json", "/pets/{id}"),
        ("/pets/{kind}.{id}", "/pets/{kind}/{id}"),
        ("/v1/pets/{id}:cancel", "/pets/{id}/cancel"),
        ("/pets/{kind}:{id}:cancel", "/pets/{kind}/{id}/cancel"),
        ("/pets:cancel", "/pets/cancel"),
        ("/pets.cancel", "/pets/cancel"),
    ],
)
def test_versions_formats_and_colons_do_not_show_in_names(
    before: str, after: str
) -> None:
    assert [*names_of(f"get {before}").values()] == [*names_of(f"get {after}").values()]


def test_versions_stay_where_they_tell_operations_apart() -> None:
    found = names_of("get /v1/pets/{id}\nget /v2/pets/{id}")
    assert [*found.values()] == ["v1.pets.retrieve", "v2.pets.retrieve"]


def test_a_path_of_one_word_belongs_to_its_tag() -> None:
    found = names_of(
        "get /health [tag=service]\nget /metrics [tag=service]\nget /stats [tag=odd]"
    )
    assert [*found.values()] == ["service.health", "service.metrics", "stats.retrieve"]


@pytest.mark.parametrize(
    ("ids", "names"),
    [
        (("pulls/create", "pulls/list-files"), ["pulls.create", "pulls.list_files"]),
        (("files.copy", "drive.files.list"), ["files.copy", "drive.files.list"]),
        (("Pets_List", "Pets_Get"), ["pets.list", "pets.get"]),
        (("List_Pets", "Get_Pets"), ["a.list", "b.retrieve"]),
        (("GET_Pets", "POST_Pets"), ["a.list", "b.retrieve"]),
        (("list_pets", "get_pet"), ["a.list", "b.retrieve"]),
    ],
)
def test_operation_ids_that_name_a_group_decide(
    ids: tuple[str, str], names: list[str]
) -> None:
    found = names_of(f"get /a [list] [id={ids[0]}]\nget /b [id={ids[1]}]")
    assert [*found.values()] == names


def test_each_method_has_a_name_of_its_own() -> None:
    found = names_of("""
        get /pets/{id}
        get /pets/{id}/{photo}
        get /pets/{kind}/of/{owner} [id=petsOf]
        post /runs
        post /threads/runs [id=createThreadAndRun]
        post /threads/{id}/runs
        get /threads/{id}/runs/{run}
        """)
    assert len(set(found.values())) == 7
    assert found["get /pets/{id}"] == "pets.retrieve"
    assert found["get /pets/{id}/{photo}"] == "pets.retrieve_by_photo"
    assert found["post /threads/{id}/runs"] == "threads.runs.create"
    assert found["post /threads/runs"] == "threads.runs.create_thread_and_run"


def test_a_method_and_a_resource_do_not_share_a_name() -> None:
    found = names_of(
        "get /pets/{id}\nget /pets/{id}/photo [id=getPhoto]\nget /pets/photo/{size}"
    )
    assert len(set(found.values())) == 3
    taken = {name.rpartition(".")[0] for name in found.values()}
    assert taken.isdisjoint(found.values())


def test_the_order_of_the_description_decides_nothing() -> None:
    lines = "get /b-c/{id}\nget /bC/{id}\nget /b_c/{id}\nget /a\npost /b\nget /b [list]".split(
        "\n"
    )
    found = [
        inferred(described(operations("\n".join(o)))) for o in (lines, lines[::-1])
    ]
    assert json.dumps(found[0]) == json.dumps(found[1])
    assert [*found[0]["resources"]] == ["a", "b", "b_c"]
    assert [*found[0]["resources"]["b"]["methods"]] == ["list", "create"]


def test_a_number_that_tells_two_methods_apart_is_reported() -> None:
    report = Report()
    infer.inferred(described(operations("get /b-c\nget /b_c")), report)
    (finding,) = report.diagnostics
    assert finding.code == "N001"
    assert "'b_c.retrieve' is there already; this one is called 'retrieve_2'" in (
        finding.message
    )
    assert "init" in (finding.help or "")


def tree_lines(resources: Mapping[str, Any], level: int = 0) -> Iterator[str]:
    """Resources with their methods, a line each; of models only how many there are."""
    for name, resource in resources.items():
        listed = ", ".join(resource.get("methods", {}))
        models = len(resource.get("models", {}))
        about = f"  ({models} models)" if models else ""
        yield f"{'  ' * level}{name}: {listed}{about}".rstrip()
        yield from tree_lines(resource.get("subresources", {}), level + 1)


def tree_of(path: Path) -> str:
    """The inferred tree of a description, as it is kept."""
    return "\n".join(tree_lines(inferred(read(path))["resources"])) + "\n"


@pytest.mark.parametrize("name", KNOWN)
def test_the_trees_of_known_descriptions_are_those_that_were_read(name: str) -> None:
    found = material.files(KNOWN[name])
    material.require(found)
    (path,) = found
    assert tree_of(path) == (TREES / f"{name}.txt").read_text()


def rewrite() -> list[str]:
    """Keep the trees as they are now, where the material is there; the names of what changed."""
    changed: list[str] = []
    for name, pattern in KNOWN.items():
        for path in material.files(pattern):
            kept, text = TREES / f"{name}.txt", tree_of(path)
            if not kept.exists() or kept.read_text() != text:
                kept.write_text(text)
                changed.append(f"trees/{kept.name}")
    return changed
