"""What decoding promises, in a script of its own: run it in an environment of any pydantic 2.

Prints the version and nothing else where every promise holds.
"""

import copy
import json
import pickle
import sys
import warnings
from datetime import date, datetime
from typing import Annotated, Any, Generic, Literal, TypeVar

import pydantic

from generator.runtime.decode.decoding import Decoder, Undecodable
from generator.runtime.decode.validators import MANY
from generator.runtime.decode.models import BaseModel, Field
from generator.runtime.decode.required import REQUIRED
from generator.runtime.decode.tagged import PropertyInfo

T = TypeVar("T")


class Leaf(BaseModel):
    a: int | None = None


class Marked(BaseModel):
    kind: Literal["o"]
    x: int


class Node(BaseModel):
    id: str
    when: datetime | None = None
    day: date | None = None
    kids: list["Node"] | None = None
    leaf: Leaf | None = None
    by: dict[str, Leaf] | None = None
    deep: dict[str, list[Leaf]] | None = None
    either: Leaf | str | None = None
    word: Literal["a", "b"] | None = None
    share: float | None = None
    flag: bool | None = None
    from_: str | None = Field(default=None, alias="from")
    needed: int


class Page(BaseModel, Generic[T]):
    result: list[T]
    info: Leaf | None = None


class Left(BaseModel):
    right: "Right | None" = None
    left: "Left | None" = None


class Right(BaseModel):
    left: Left | None = None
    n: int | None = None


class More(Node):
    more: Leaf | None = None


class Counted(BaseModel):
    count: int
    counts: list[int]
    named: dict[str, int | None]
    share: float


NodePage = Page[Node]
GOOD: dict[str, Any] = {
    "id": "x",
    "when": "2020-01-02T03:04:05Z",
    "day": "2020-01-02",
    "kids": [{"id": "k", "needed": 1, "kids": [{"id": "kk", "needed": 2}]}],
    "leaf": {"a": 1},
    "by": {"p": {"a": 2}},
    "deep": {"q": [{"a": 3}]},
    "either": {"a": 4},
    "word": "a",
    "share": 1.5,
    "flag": True,
    "from": "z",
    "needed": 7,
}
BAD: dict[str, Any] = {
    "id": 5,
    "when": 1577470279,
    "day": "nope",
    "kids": [3, {"id": "k", "needed": "7", "leaf": [1]}],
    "leaf": "s",
    "by": {"p": 9, "q": {"a": "1"}},
    "deep": {"q": [1, {"a": 3}], "r": 5},
    "either": [1],
    "word": "zz",
    "share": "1.5",
    "flag": 1,
    "needed": "7",
    "new": {"deep": 1},
}


def decode(value: Any, kind: Any = NodePage, *, strict: bool = False) -> Any:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return Decoder.of(kind).decode(data, strict)


def node(value: Any) -> Any:
    return decode({"result": [value]}).result[0]


def refused(value: Any, kind: Any = NodePage, *, strict: bool = False) -> str:
    try:
        decode(value, kind, strict=strict)
    except Undecodable as error:
        return str(error)
    raise AssertionError(f"{value!r} was decoded")


def described_data_is_typed_at_every_depth() -> None:
    page = decode({"result": [GOOD]})
    assert isinstance(page, NodePage)
    assert isinstance(page, Page)
    found = page.result[0]
    assert isinstance(found.when, datetime)
    assert type(found.day) is date
    assert isinstance(found.kids[0].kids[0], Node)
    assert isinstance(found.by["p"], Leaf)
    assert isinstance(found.deep["q"][0], Leaf)
    assert isinstance(found.either, Leaf)


def one_wrong_element_leaves_its_neighbours_typed() -> None:
    items = decode({"result": [BAD, "text", None, {}]}).result
    assert isinstance(items[0], Node)
    assert items[1:3] == ["text", None]
    assert isinstance(items[3], Node)
    found = items[0]
    assert found.kids[0] == 3
    assert isinstance(found.kids[1], Node)
    assert found.by["p"] == 9
    assert found.by["q"].a == "1"
    assert found.deep["q"][0] == 1
    assert isinstance(found.deep["q"][1], Leaf)
    assert found.deep["r"] == 5


def nothing_is_converted() -> None:
    found = node(BAD)
    kept = (found.id, found.when, found.day, found.leaf, found.either, found.word)
    assert kept == (5, 1577470279, "nope", "s", [1], "zz")
    assert (found.share, found.needed) == ("1.5", "7")
    assert type(found.flag) is int
    assert decode("7", int) == "7"
    assert node({"flag": "true"}).flag == "true"
    assert node({"id": True}).id is True


def what_is_missing_reads_as_none_and_null_stays_apart() -> None:
    found = node({})
    assert (found.id, found.needed, found.model_fields_set) == (None, None, set())
    assert node({"leaf": None}).model_fields_set == {"leaf"}


def unknown_fields_are_kept() -> None:
    assert node(BAD).model_extra == {"new": {"deep": 1}}
    hostile = {"__class__": "x", "_walk": 1, "model_config": {}, "__dict__": 3}
    found = node(hostile)
    assert type(found) is Node
    assert found.model_extra == hostile


def what_is_serialised_is_what_arrived() -> None:
    for value in (GOOD, BAD):
        found = node(value)
        assert json.loads(found.to_json()) == value
        assert found.to_dict(mode="json") == value
        dumped = found.model_dump_json(by_alias=True, exclude_unset=True)
        assert json.loads(dumped) == value
    for number in (2**70, -(2**70), 10**300):
        assert node({"needed": number}).needed == number
    assert node({"share": 12345678901234567890}).share == 12345678901234567890


def a_whole_number_is_a_float_where_one_is_described() -> None:
    for number in (0, 1, -7, 2**53 - 1, 1.5):
        share = node({"share": number}).share
        assert type(share) is float
        assert share == number
    for number in (2**53 + 1, -(2**53) - 1):  # no float is equal to it
        share = node({"share": number}).share
        assert type(share) is int
        assert share == number


def a_boolean_is_no_number_when_it_is_written() -> None:
    expected = {
        "count": True,
        "counts": [False, 2],
        "named": {"a": True},
        "share": False,
    }
    counted = decode(expected, Counted)
    assert repr(json.loads(counted.to_json())) == repr(expected)
    assert repr(counted.to_dict(mode="json")) == repr(expected)


def time_stamps_that_datetime_cannot_hold_stay_text() -> None:
    for text in (
        "2020-01-02T03:04:05Z",
        "2020-01-02T03:04:05.123456Z",
        "2020-01-02T03:04:05+02:00",
        "2020-01-02t03:04:05z",
        "9999-12-31T23:59:59Z",
        "0001-01-01T00:00:00Z",
        "2000-01-01T00:00:00Z",
    ):
        assert isinstance(node({"when": text}).when, datetime), text
    for text in (
        "2020-01-02T03:04:05.1234567Z",
        "2020-01-02",
        "1577470279",
        "2020-01-02T03:04:60Z",
        "2020-01-02T24:00:01Z",
        "0000-01-02T03:04:05Z",
        "2020-02-30T03:04:05Z",
        "2020-01-02T03:04:05+99:00",
        "2020-01-02T03:04:05Z\n",
        "٢٠٢٠-01-02T03:04:05Z",
        "",
    ):
        assert node({"when": text}).when == text
    for text in ("0000-01-02", "2020-13-01", "2020-01-02T00:00:00Z", "1577470279"):
        assert node({"day": text}).day == text


def circles_of_models_are_decoded() -> None:
    value = {
        "left": {"left": {"right": {"n": "x", "left": {"left": 5}}}},
        "right": {"n": 1},
    }
    found = decode(value, Left)
    inner = found.left.left.right
    assert isinstance(inner, Right)
    assert inner.n == "x"
    assert isinstance(inner.left, Left)
    assert inner.left.left == 5
    assert json.loads(found.to_json()) == value


def subclasses_and_other_types_are_decoded() -> None:
    found = decode({"id": 1, "more": {"a": "q"}, "kids": [1], "needed": 1}, More)
    assert (found.id, found.more.a, found.kids) == (1, "q", [1])
    nodes = decode([GOOD, 5], list[Node])
    assert isinstance(nodes[0], Node)
    assert nodes[1] == 5
    assert isinstance(decode({"a": GOOD}, dict[str, Node])["a"], Node)
    assert isinstance(decode({"a": 1}, Marked | Leaf), Leaf)
    assert decode(None, Node | None) is None
    assert decode([1], object) == [1]


def models_can_be_copied_and_pickled() -> None:
    found = node(BAD)
    assert copy.deepcopy(found) == found
    assert pickle.loads(pickle.dumps(found)) == found


def constructors_follow_the_declared_types() -> None:
    makers: list[Any] = [
        lambda: Node.model_validate({"id": 1, "needed": 2}),
        lambda: Node.model_validate({"id": "x"}),
        lambda: NodePage.model_validate({"result": ["x"]}),
        lambda: NodePage.model_validate({"result": [{}]}),
    ]
    for make in makers:
        try:
            made = make()
        except pydantic.ValidationError:
            continue
        raise AssertionError(f"{made!r} was made")
    kid = Node(id="y", needed=1)
    assert Node(id="x", needed=3, kids=[kid], from_="z").kids == [kid]


def the_json_schema_is_the_declared_one() -> None:
    schema = Node.model_json_schema()
    described = schema.get("$defs", {}).get("Node", schema)
    assert described["properties"]["needed"] == {"title": "Needed", "type": "integer"}
    assert described["required"] == ["id", "needed"]
    assert NodePage.model_json_schema()["properties"]["result"]["type"] == "array"


def strict_mode_names_each_mismatch_and_nothing_else() -> None:
    decode({"result": [GOOD]}, strict=True)
    words = refused({"result": [GOOD, BAD]}, strict=True)
    assert "result.1.id: Input should be a valid string" in words
    assert "result.0" not in words
    assert "nothing" not in words
    assert "result.0.needed" in refused({"result": [{"id": "x"}]}, strict=True)


def what_is_no_such_json_is_refused() -> None:
    for data in (
        b"",
        b"null",
        b"[]",
        b"3",
        b'{"result":[',
        b"<html>",
        b"\xff",
        b"[" * 100_000,
    ):
        refused(data)
    for data in (b'{"result":[NaN]}', b'{"result":[Infinity]}', b'{"\\ud800": 1}'):
        refused(data)
    assert node({"id": "NaN and Infinity"}).id == "NaN and Infinity"


def chain(length: int, held: str, *, back: bool) -> type[BaseModel]:
    """The first of many models, each of which holds the next one, and the one before if asked to."""
    words = "".join(letter for letter in held if letter.isalpha())
    name = f"Chain_{words}_{'back' if back else 'forth'}_"
    for number in range(length):
        fields: dict[str, Any] = {"id": (str | None, None)}
        if number + 1 < length:
            fields["next"] = (held % f"{name}{number + 1}" + " | None", None)
        if number and back:
            fields["back"] = (f"{name}{number - 1} | None", None)
        globals()[f"{name}{number}"] = pydantic.create_model(
            f"{name}{number}", __base__=BaseModel, __module__=__name__, **fields
        )
    first: type[BaseModel] = globals()[f"{name}0"]
    return first


def chains_of_models_are_decoded_however_long() -> None:
    for held, value, length, back in (
        ("%s", {"id": "b"}, 500, True),
        ("list[%s]", [{"id": "b"}, 3], 500, False),
        ("dict[str, list[%s]]", {"k": [{"id": "b"}]}, 100, True),
    ):
        first = chain(length, held, back=back)
        second = globals()[f"{first.__name__[:-1]}1"]
        found = decode({"id": "a", "next": value}, first).next
        while not isinstance(found, BaseModel):
            found = found["k"] if isinstance(found, dict) else found[0]
        assert (type(found), found.id) == (second, "b")
        assert isinstance(decode([{"next": value}], list[first])[0], first)  # type: ignore[valid-type] # made here
        assert first(id="a").next is None


def data_are_typed_as_deep_as_json_is_read_and_refused_beyond() -> None:
    depth = 0
    for depth in range(1, 1000):
        try:
            found = decode(b'{"left":' * depth + b"{}" + b"}" * depth, Left)
        except Undecodable:
            break
        for _ in range(depth):
            found = found.left
            assert type(found) is Left
    assert 100 < depth < 999
    for many in (depth, 10_000, 100_000):
        refused(b'{"result":' * many)
        refused(b'{"kids":[' * many + b"]}" * many)
        try:
            decode(b'{"left":' * many + b"{}" + b"}" * many, Left, strict=True)
        except Undecodable:
            continue
        raise AssertionError(f"{many} was decoded")


def members_of_a_union_are_told_apart() -> None:
    class Cat(BaseModel):
        kind: Literal["cat"]
        lives: int | None = None

    class Dog(BaseModel):
        kind: Literal["dog"]
        friend: Cat | None = None

    class Home(BaseModel):
        pet: Annotated[Cat | Dog, Field(discriminator="kind")] | None = None

    found: Any = decode({"pet": {"kind": "dog", "friend": {"kind": "cat"}}}, Home)
    assert type(found.pet) is Dog
    assert type(found.pet.friend) is Cat
    assert decode({"pet": {"kind": "cow"}}, Home).pet == {"kind": "cow"}


def members_of_a_union_are_told_apart_without_their_property() -> None:
    class Cat(BaseModel):
        kind: str | None = None
        name: str
        owner: Annotated[str | None, REQUIRED] = None

    class Dog(BaseModel):
        kind: str | None = None
        name: str
        bone: int | None = None

    tagged = PropertyInfo(discriminator="kind", mapping={"c": Cat, "d": Dog})

    class Home(BaseModel):
        pet: Annotated[Cat | Dog, tagged] | None = None

    def pet(**fields: Any) -> Any:
        found: Any = decode({"pet": fields}, Home)
        return found.pet

    assert type(pet(kind="c", name="a", bone=1)) is Cat
    assert type(pet(name="a", owner=None)) is Cat
    assert type(pet(name="a")) is Dog
    for undecided in ({"kind": "x", "name": "a"}, {"name": "a", "owner": 1, "bone": 1}):
        assert pet(**undecided) == undecided


def models_that_lead_to_very_many_others_are_decoded_as_any_are() -> None:
    """Each of them holds the next two, the last one the first."""
    count = 3 * MANY
    scope: dict[str, type[BaseModel]] = {}
    for number in range(count):
        one, two = f"M{(number + 1) % count}", f"M{(number + 2) % count}"
        annotations = {"n": "int", "one": f"{one} | None", "two": f"{two} | None"}
        body = {"__module__": __name__, "__annotations__": annotations}
        for name in annotations:
            body[name] = None
        scope[f"M{number}"] = type(BaseModel)(f"M{number}", (BaseModel,), body)
    globals().update(scope)
    try:
        for number in range(count):
            _decodes_as_any(scope[f"M{number}"])
        first, last = scope["M0"], scope[f"M{count - 1}"]
        both = decode([{"n": 1, "one": {"n": "x"}}, 5], list[first])
        assert (type(both[0].one), both[0].one.n, both[1]) == (scope["M1"], "x", 5)
        assert isinstance(decode({"n": 1}, first | None), first)
        assert isinstance(decode({"two": {"n": 2}}, last).two, scope["M1"])
        assert json.loads(decode({"two": {"n": "x"}}, last).to_json()) == {
            "two": {"n": "x"}
        }
    finally:
        for name in scope:
            del globals()[name]


def _decodes_as_any(kind: Any) -> None:
    found = decode({"n": "wrong", "one": {"n": 3, "more": 1}, "two": 7}, kind)
    assert type(found) is kind
    assert (found.n, found.one.n, found.one.more, found.two) == ("wrong", 3, 1, 7)
    for data, words in (
        ({"n": "wrong", "one": [1]}, "n: Input should be a valid integer; one: Input"),
        ([], "Input should be an object"),
        (b'{"n": ', "Invalid JSON: EOF while parsing a value at line 1 column 6"),
    ):
        assert refused(data, kind, strict=True).startswith(words)


PROMISES = (
    described_data_is_typed_at_every_depth,
    one_wrong_element_leaves_its_neighbours_typed,
    nothing_is_converted,
    what_is_missing_reads_as_none_and_null_stays_apart,
    unknown_fields_are_kept,
    what_is_serialised_is_what_arrived,
    a_whole_number_is_a_float_where_one_is_described,
    a_boolean_is_no_number_when_it_is_written,
    time_stamps_that_datetime_cannot_hold_stay_text,
    circles_of_models_are_decoded,
    subclasses_and_other_types_are_decoded,
    models_can_be_copied_and_pickled,
    constructors_follow_the_declared_types,
    the_json_schema_is_the_declared_one,
    strict_mode_names_each_mismatch_and_nothing_else,
    what_is_no_such_json_is_refused,
    chains_of_models_are_decoded_however_long,
    data_are_typed_as_deep_as_json_is_read_and_refused_beyond,
    members_of_a_union_are_told_apart,
    members_of_a_union_are_told_apart_without_their_property,
    models_that_lead_to_very_many_others_are_decoded_as_any_are,
)


def main() -> int:
    """How many promises are broken."""
    warnings.simplefilter("error")
    broken = 0
    for promise in PROMISES:
        try:
            promise()
        except Exception as error:
            broken += 1
            print(f"broken: {promise.__name__}: {error!r}")
    print(pydantic.VERSION)
    return broken


if __name__ == "__main__":
    sys.exit(main())
