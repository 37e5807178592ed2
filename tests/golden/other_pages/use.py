from other_pages import OtherPages
from stub import Stub


def page(*ids: str, **more: object) -> dict[str, object]:
    return {"data": [{"id": i} for i in ids], **more}


def walk(method: str, *answers: object) -> tuple[list[str | None], list[str]]:
    with Stub(*answers) as stub:
        things = OtherPages(base_url=stub.url).things
        ids = [thing.id for thing in getattr(things, method)()]
    return ids, stub.requests


assert walk("by_offset", page("a", "b", total=3), page("c", total=3)) == (
    ["a", "b", "c"],
    ["GET /offset", "GET /offset?skip=2"],
)
assert walk("by_number", page("a"), page("b"), page()) == (
    ["a", "b"],
    ["GET /number", "GET /number?page=2", "GET /number?page=3"],
)
assert walk("by_id", page("a"), page("b"), page()) == (
    ["a", "b"],
    ["GET /id", "GET /id?after=a", "GET /id?after=b"],
)
assert walk("by_url", page("a", next="/url?x=2"), page("b")) == (
    ["a", "b"],
    ["GET /url", "GET /url?x=2"],
)
assert walk("single", page("a")) == (["a"], ["GET /single"])
