"""Components are models, where all their uses are."""

from __future__ import annotations

from typing import Any

from tests.infer.describing import described, inferred, returning

SCHEMAS: dict[str, Any] = {
    "Pet": {"properties": {"tag": {"$ref": "#/components/schemas/Tag"}}},
    "Tag": {"properties": {"name": {"type": "string"}}},
    "Toy": {"allOf": [{"$ref": "#/components/schemas/Thing"}]},
    "Thing": {"properties": {"next": {"$ref": "#/components/schemas/Thing"}}},
    "Error": {"properties": {"code": {"type": "integer"}}},
    "HTTPProblem": {"type": "string"},
    "http_problem": {"type": "integer"},
}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def models() -> dict[str, dict[str, str]]:
    """The models of each resource and of what they share."""
    failing = {
        "description": "d",
        "content": {"application/json": {"schema": ref("Error")}},
    }
    pet, toys = returning(ref("Pet")), returning({"type": "array", "items": ref("Toy")})
    pet["responses"]["400"] = toys["responses"]["400"] = failing
    shops = returning({"type": "object"}, tags=["shops"])
    shops["responses"]["400"] = failing
    paths = {
        "/pets/{id}": {"get": pet},
        "/pets/{id}/toys": {"get": toys},
        "/shops": {"get": shops},
    }
    tags = [{"name": "Shops", "description": "Where pets are sold."}]
    found = inferred(described(paths, components={"schemas": SCHEMAS}, tags=tags))
    resources = found["resources"]
    assert resources["shops"]["description"] == "Where pets are sold."
    return {
        "pets": resources["pets"]["models"],
        "pets.toys": resources["pets"]["subresources"]["toys"]["models"],
        "shops": resources["shops"].get("models", {}),
        "shared": resources["$shared"]["models"],
    }


def test_a_model_belongs_to_the_resource_that_uses_it() -> None:
    assert models()["pets"] == {"pet": "Pet", "tag": "Tag"}
    assert models()["pets.toys"] == {"toy": "Toy", "thing": "Thing"}


def test_what_several_resources_use_and_what_none_uses_is_shared() -> None:
    assert models()["shared"] == {
        "error": "Error",
        "http_problem": "http_problem",
        "http_problem_2": "HTTPProblem",
    }
    assert models()["shops"] == {}
