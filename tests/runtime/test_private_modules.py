"""What the private modules of generated clients have long had, for programs that import them."""

from __future__ import annotations

import asyncio
import io
from collections import deque
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, Generic, TypeVar

import anyio
import pydantic
import pytest
from typing_extensions import TypedDict
from typing import NotRequired, Required

from generator.runtime import (
    APIResponse,
    AsyncStream,
    BaseModel,
    Stream,
    WireName,
    not_given,
    omit,
)
from generator.runtime.compat.client_functions import (
    asyncify,
    get_platform,
    make_request_options,
)
from generator.runtime.compat.eager_iterables import EagerIterable
from generator.runtime.compat.form_files import (
    async_to_httpx_files,
    deepcopy_minimal,
    deepcopy_with_paths,
    extract_files,
    to_httpx_files,
)
from generator.runtime.compat.json_texts import openapi_dumps
from generator.runtime.compat.lazy_proxy import LazyProxy
from generator.runtime.compat.model_functions import model_dump
from generator.runtime.compat.path_templates import path_template
from generator.runtime.compat.query_strings import Querystring, stringify
from generator.runtime.compat.required_args import required_args
from generator.runtime.compat.response_types import (
    extract_response_type,
    extract_stream_chunk_type,
)
from generator.runtime.compat.transforming import (
    PropertyInfo,
    async_transform,
    maybe_transform,
    transform,
)
from generator.runtime.compat.type_questions import extract_type_var_from_base
from generator.runtime.compat.value_questions import (
    get_required_header,
    human_join,
    is_given,
    json_safe,
    maybe_coerce_boolean,
    strip_not_given,
)

T = TypeVar("T")
U = TypeVar("U")


class Inner(TypedDict, total=False):
    made_at: Annotated[datetime, PropertyInfo(alias="madeAt", format="iso8601")]
    own_name: Annotated[str, WireName("ownName")]


class Other(TypedDict):
    other_name: Annotated[str, PropertyInfo(alias="otherName")]


class Outer(TypedDict):
    one: Required[Annotated[Inner | Other, PropertyInfo(alias="One")]]
    many: NotRequired[Iterable[Inner]]
    named: NotRequired[dict[str, Inner]]
    day: NotRequired[
        Annotated[datetime, PropertyInfo(format="custom", format_template="%d")]
    ]
    file: NotRequired[Annotated[Any, PropertyInfo(format="base64")]]
    plain: NotRequired[list[int]]


MADE = datetime(2026, 1, 2, tzinfo=UTC)
PLAIN = [1, 2]
GIVEN = {
    "one": {"made_at": MADE, "other_name": "o", "unknown": 1},
    "many": ({"own_name": str(n)} for n in range(2)),
    "named": {"a": {"made_at": None}},
    "day": MADE,
    "plain": PLAIN,
    "left_out": omit,
    "not_given": not_given,
}


def test_arguments_get_the_names_and_forms_of_the_wire() -> None:
    sent: Any = transform(GIVEN, Outer)
    assert sent == {
        "One": {"madeAt": MADE.isoformat(), "otherName": "o", "unknown": 1},
        "many": [{"ownName": "0"}, {"ownName": "1"}],
        "named": {"a": {"madeAt": None}},
        "day": "02",
        "plain": [1, 2],
    }
    assert sent["plain"] is PLAIN
    assert maybe_transform(None, Outer) is None


def test_files_are_sent_in_base64(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc")
    for file in (path, io.BytesIO(b"abc"), io.StringIO("abc")):
        assert transform({"file": file}, Outer) == {"file": "YWJj"}
    awaited: Any = asyncio.run(async_transform({"file": path}, Outer))
    assert awaited == {"file": "YWJj"}
    assert transform({"file": "YWJj"}, Outer) == {"file": "YWJj"}


def test_models_are_sent_without_what_is_unset() -> None:
    class Model(BaseModel):
        name: str = pydantic.Field("n", alias="Name")
        at: datetime | None = None

    assert transform(Model.construct(at=MADE), Any) == {"at": "2026-01-02T00:00:00Z"}
    with pytest.warns(UserWarning, match="str"):
        transform(Model.construct(Name=3), Any)
    assert openapi_dumps({"m": Model(Name="x"), "at": MADE.replace(tzinfo=None)}) == (
        b'{"m":{"Name":"x"},"at":"2026-01-02T00:00:00"}'
    )
    assert model_dump(Model(Name="x"), by_alias=True) == {"Name": "x", "at": None}
    with pytest.raises(TypeError, match="a set has no JSON form"):
        openapi_dumps({1})


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("/a/{v}", "/a/x%2F..%3Fy%23z&%20"),
        ("/a?q={v}", "/a?q=x/..?y%23z%26%20"),
        ("/a#{v}", "/a#x/..?y%23z&%20"),
    ],
)
def test_values_are_encoded_for_their_place(template: str, expected: str) -> None:
    assert path_template(template, v="x/..?y#z& ") == expected


def test_a_template_has_texts_for_none_and_booleans() -> None:
    assert path_template("/{a}/{b}/{c}", a=None, b=True, c=1) == "/null/true/1"
    with pytest.raises(KeyError, match="id"):
        path_template("/{id}")


@pytest.mark.parametrize(
    "template", ["/{v}", "/{v}/a", "/.{v}", "/%2e{v}?a", "/{v}{w}"]
)
def test_segments_of_dots_are_refused(template: str) -> None:
    with pytest.raises(ValueError, match="dot-segment"):
        path_template(template, v=".", w="")


@pytest.mark.parametrize(
    ("arrays", "names"),
    [
        ("brackets", ["f[]", "f[]", "n[][file]"]),
        ("repeat", ["f", "f", "n[file]"]),
        ("indices", ["f[0]", "f[1]", "n[0][file]"]),
    ],
)
def test_files_are_taken_out_of_a_copy_of_arguments(
    arrays: Any, names: list[str]
) -> None:
    paths = [["f", "<array>"], ["n", "<array>", "file"], ["absent"], ["t", "deep"]]
    given = {"f": [b"1", b"2"], "n": [{"file": b"3", "a": 1}], "t": "text"}
    copied = deepcopy_with_paths(given, paths)
    found = extract_files(copied, paths=paths, array_format=arrays)
    assert found == list(zip(names, [b"1", b"2", b"3"], strict=True))
    assert copied == {"n": [{"a": 1}], "t": "text"}
    assert given == {"f": [b"1", b"2"], "n": [{"file": b"3", "a": 1}], "t": "text"}
    with pytest.raises(RuntimeError, match=r"`t` to be bytes"):
        extract_files(copied, paths=[["t"]])


def test_a_copy_shares_what_is_neither_a_dict_nor_a_list() -> None:
    data = b"data"
    given = {"a": [data], "b": {"c": data}}
    copied = deepcopy_minimal(given)
    assert copied == given
    assert copied["a"] is not given["a"]
    assert copied["b"]["c"] is data
    assert deepcopy_with_paths(given, []) is given
    nested: Any = {"a": [{"inner": {"file": data}, "kept": {"file": data}}]}
    (item,) = deepcopy_with_paths(nested, [["a", "<array>", "inner", "file"]])["a"]
    assert item["inner"] is not nested["a"][0]["inner"]
    assert item["kept"] is nested["a"][0]["kept"]


def test_paths_are_read_for_httpx(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc")
    assert to_httpx_files({"f": path, "g": b"1"}) == {"f": ("a.txt", b"abc"), "g": b"1"}
    assert to_httpx_files([("f", ("b", path, "text/plain"))]) == [
        ("f", ("b", b"abc", "text/plain"))
    ]
    awaited = asyncio.run(async_to_httpx_files({"f": anyio.Path(path)}))
    assert awaited == {"f": ("a.txt", b"abc")}
    assert to_httpx_files(None) is None
    for wrong in ({"f": "text"}, "text"):
        with pytest.raises(
            TypeError, match=r"Expected file types|Unexpected file type"
        ):
            to_httpx_files(wrong)


def test_a_call_needs_all_arguments_of_one_variant() -> None:
    @required_args(["a", "b"], ["c"])
    def call(a: Any = 0, *, b: Any = 0, c: Any = 0) -> Any:
        return a, b, c

    assert call(1, b=None) == (1, None, 0)
    assert call(c=2) == (0, 0, 2)
    with pytest.raises(TypeError, match=r"either \('a' and 'b'\) or \('c'\) arguments"):
        call(1)
    with pytest.raises(
        TypeError, match=r"call\(\) takes 1 argument\(s\) but 2 were given"
    ):
        call(1, 2)


def test_missing_arguments_are_named() -> None:
    @required_args(["a", "b"])
    def call(*, a: Any = 0, b: Any = 0) -> Any:
        return a, b

    with pytest.raises(TypeError, match="Missing required argument: 'b'"):
        call(a=1)
    with pytest.raises(TypeError, match="Missing required arguments: 'a' or 'b'"):
        call()


def test_a_proxy_stands_for_what_it_loads() -> None:
    class Number(LazyProxy[int]):
        def __load__(self) -> int:
            return 3

    class Broken(LazyProxy[int]):
        def __load__(self) -> int:
            raise RuntimeError

    proxy: Any = Number()
    assert (proxy.real, repr(proxy), isinstance(proxy, int)) == (3, "3", True)
    assert "real" in dir(proxy)
    assert not isinstance(Broken(), int)
    assert isinstance(Broken(), LazyProxy)
    with pytest.raises(AttributeError, match="cannot be changed"):
        proxy.__class__ = str


def test_query_strings_have_the_former_defaults() -> None:
    assert stringify({"a": {"b": [1, 2]}, "c": None}) == "a%5Bb%5D=1&a%5Bb%5D=2"
    dotted = Querystring(array_format="comma", nested_format="dots")
    assert dotted.stringify({"a": {"b": [1, 2]}}) == "a.b=1%2C2"
    assert dotted.stringify({"a": [1, 2]}, array_format="repeat") == "a=1&a=2"
    with pytest.raises(
        NotImplementedError, match="Unknown array_format value: x, choose"
    ):
        stringify({"a": [1]}, array_format="x")


class Raw(APIResponse[list[str]]):
    """A response that parses to one type."""


class Swapped(dict[T, U], Generic[U, T]):
    """A generic class whose variables stand in another order."""


def test_the_argument_of_a_generic_class_is_found() -> None:
    assert extract_response_type(Raw) == list[str]
    assert extract_response_type(APIResponse[int]) is int
    assert extract_stream_chunk_type(Stream[int]) is int
    assert (
        extract_type_var_from_base(Swapped[int, str], generic_bases=(dict,), index=0)
        is str
    )
    with pytest.raises(RuntimeError, match="type argument at index 0 but it did not"):
        extract_response_type(APIResponse)
    with pytest.raises(TypeError, match="no stream"):
        extract_stream_chunk_type(AsyncStream, failure_message="no stream")


def test_options_are_merged_as_methods_merge_them() -> None:
    options = make_request_options(
        query={"a": 1, "b": 1}, extra_query={"b": 2}, extra_body={"c": 3}, timeout=None
    )
    assert options == {
        "params": {"a": 1, "b": 2},
        "extra_json": {"c": 3},
        "timeout": None,
    }
    assert make_request_options() == {}


@pytest.mark.parametrize(
    "run", [asyncio.run, lambda c: anyio.run(lambda: c, backend="trio")]
)
def test_a_function_is_awaited_in_a_thread(run: Callable[[Any], Any]) -> None:
    assert run(asyncify(get_platform)()) == get_platform()


def test_small_questions_have_their_former_answers() -> None:
    assert [is_given(v) for v in (None, omit, not_given)] == [True, False, False]
    assert strip_not_given({"a": not_given, "b": None}) == {"b": None}
    assert json_safe({"a": (MADE, {1})}) == {"a": [MADE.isoformat(), [1]]}
    assert [maybe_coerce_boolean(v) for v in ("true", "on", "no", None)] == [
        True,
        True,
        False,
        None,
    ]
    assert human_join(["a", "b", "c"]) == "a, b or c"
    assert get_required_header({"X-A": "1"}, "x-a") == "1"
    with pytest.raises(ValueError, match="x-b"):
        get_required_header({"X-A": "1"}, "x-b")


@pytest.mark.parametrize(
    ("given", "kept"),
    [((1, 2), (1, 2)), (iter([1]), [1]), (deque([1]), deque([1])), ("12", [1, 2])],
)
def test_an_iterable_is_read_once_and_kept(given: Any, kept: object) -> None:
    class Holder(TypedDict):
        items: EagerIterable[int]

    model = pydantic.create_model("Model", data=(Holder, ...))
    made: Any = model.model_validate({"data": {"items": given}})
    assert made.data["items"] == kept
    assert made.model_dump() == made.model_dump() == {"data": {"items": list(kept)}}
