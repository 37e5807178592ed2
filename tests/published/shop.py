"""A published client of an invented API, as text, and the description of the API.

It has every construct of its kind that the reader of packages knows, once.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

CLIENT = """
import os
import base64

from ._version import __version__
from ._streaming import Stream as Stream

ENVIRONMENTS: Dict[str, str] = {
    "production": "https://shop.example.com",
    "sandbox": "https://sandbox.shop.example.com",
}


class PetShopAPI(SyncAPIClient):
    # client options
    api_key: str
    user: str | None
    password: str | None
    team: str | None
    partner: str | None
    verbose: bool

    def __init__(
        self,
        *,
        api_key: str | None = None,
        user: str | None = None,
        password: str | None = None,
        team: str | None = None,
        partner: str | None = None,
        verbose: bool | None = True,
        environment: NotGiven | Literal["production", "sandbox"] = not_given,
        base_url: str | httpx.URL | None | NotGiven = not_given,
        timeout: float | Timeout | None | NotGiven = not_given,
        max_retries: int = DEFAULT_MAX_RETRIES,
        default_headers: Mapping[str, str] | None = None,
        http_client: httpx.Client | None = None,
        _strict_response_validation: bool = False,
        tracer: object = None,
    ) -> None:
        if api_key is None:
            api_key = os.environ.get("SHOP_KEY")
        if api_key is None:
            raise PetShopAPIError("no key")
        self.api_key = api_key
        if team is None:
            team = os.environ.get("SHOP_TEAM") or "red"
        base_url_env = os.environ.get("PETSHOP_BASE_URL")
        super().__init__(version=__version__, base_url=base_url)
        self._idempotency_header = "Idempotency-Key"

    @cached_property
    def pets(self) -> PetsResource:
        from .resources.pets import PetsResource

        return PetsResource(self)

    @cached_property
    def orders(self) -> OrdersResource:
        from .resources.orders.orders import OrdersResource

        return OrdersResource(self)

    @cached_property
    def with_raw_response(self) -> PetShopAPIWithRawResponse:
        return PetShopAPIWithRawResponse(self)

    @property
    @override
    def qs(self) -> Querystring:
        return Querystring(array_format="repeat", nested_format="dots")

    @property
    @override
    def auth_headers(self) -> dict[str, str]:
        return {**self._key, **self._basic}

    @property
    def _key(self) -> dict[str, str]:
        api_key = self.api_key
        return {"X-Key": api_key}

    @property
    def _basic(self) -> dict[str, str]:
        credentials = f"{self.user}:{self.password}".encode("ascii")
        header = f"Basic {base64.b64encode(credentials).decode('ascii')}"
        return {"Authorization": header}

    @property
    @override
    def default_headers(self) -> dict[str, str | Omit]:
        return {
            **super().default_headers,
            "X-Stainless-Async": "false",
            "X-Team": self.team if self.team is not None else Omit(),
            "X-Version": "7",
            **self._custom_headers,
        }

    @property
    @override
    def default_query(self) -> dict[str, object]:
        return {**super().default_query, "partner": self.partner, **self._custom_query}

    def ping(self, *, timeout: float | NotGiven = not_given) -> Pong:
        return self.get("/ping", options=make_request_options(timeout=timeout), cast_to=Pong)

    def copy(self) -> Self:
        return self.__class__(api_key=self.api_key)


Client = PetShopAPI

from .resources.pets import PetsResource
from .resources.orders.orders import OrdersResource
from .types.pong import Pong
"""

CONSTANTS = """
DEFAULT_TIMEOUT = httpx.Timeout(timeout=30, connect=5.0)
DEFAULT_MAX_RETRIES = 3
INITIAL_RETRY_DELAY = 0.25
MAX_RETRY_DELAY = 8.0
"""

STREAMING = """
class Stream(Generic[_T]):
    def __stream__(self):
        for sse in iterator:
            if sse.data.startswith("[END]"):
                break
            if sse.event == "ping":
                continue
            if sse.event in ("failure", "abort"):
                raise APIError(sse.data)
            if sse.event is None:
                data = sse.json()
                if is_mapping(data) and data.get("problem"):
                    raise APIError("failed")
                yield process(data)
"""

PAGINATION = """
class CursorPagePaging(BaseModel):
    following: Optional[str] = FieldInfo(alias="next", default=None)

    earlier: Optional[str] = None


class SyncCursorPage(BaseSyncPage[_T], BasePage[_T], Generic[_T]):
    data: List[_T]
    more: Optional[bool] = None
    paging: Optional[CursorPagePaging] = None

    def _get_page_items(self) -> List[_T]:
        data = self.data
        return data or []

    def has_next_page(self) -> bool:
        more = self.more
        return more is not False and super().has_next_page()

    def next_page_info(self) -> Optional[PageInfo]:
        if self._options.params.get("back"):
            earlier = None
            if self.paging is not None:
                earlier = self.paging.earlier
            return PageInfo(params={"back": earlier})
        following = None
        if self.paging is not None:
            if self.paging.following is not None:
                following = self.paging.following
        if not following:
            return None
        return PageInfo(params={"after": following})


class SyncIDPage(BaseSyncPage[_T], BasePage[_T], Generic[_T]):
    data: List[_T]

    def _get_page_items(self) -> List[_T]:
        return self.data or []

    def next_page_info(self) -> Optional[PageInfo]:
        item = cast(Any, data[-1])
        return PageInfo(params={"after_token": item.token})


class SyncOffsetPage(BaseSyncPage[_T], BasePage[_T], Generic[_T]):
    rows: List[_T]
    start: int
    total: Optional[int] = None

    def _get_page_items(self) -> List[_T]:
        return self.rows or []

    def next_page_info(self) -> Optional[PageInfo]:
        offset = self.start
        length = len(self._get_page_items())
        current_count = offset + length
        total = self.total
        if current_count < total:
            return PageInfo(params={"offset": current_count})
        return None


class SyncNumberedPage(BaseSyncPage[_T], BasePage[_T], Generic[_T]):
    rows: List[_T]
    number: Optional[int] = None

    def _get_page_items(self) -> List[_T]:
        return self.rows or []

    def next_page_info(self) -> Optional[PageInfo]:
        current_page = self.number
        return PageInfo(params={"page": current_page + 1})


class SyncLinkedPage(BaseSyncPage[_T], BasePage[_T], Generic[_T]):
    rows: List[_T]
    next_url: Optional[str] = None

    def _get_page_items(self) -> List[_T]:
        return self.rows or []

    def next_page_info(self) -> Optional[PageInfo]:
        url = self.next_url
        if url is None:
            return None
        return PageInfo(url=URL(url))


class SyncHeaderPage(BaseSyncPage[_T], BasePage[_T], Generic[_T]):
    items: List[_T]
    cursor: Optional[str] = None

    def _get_page_items(self) -> List[_T]:
        return self.items or []

    def next_page_info(self) -> Optional[PageInfo]:
        cursor = self.cursor
        return PageInfo(params={"cursor": cursor})

    @classmethod
    def build(cls, *, response: Response, data: object) -> Self:
        return cls.construct(None, **{"items": data, "cursor": response.headers.get("X-Cursor")})


class SyncWholePage(BaseSyncPage[_T], BasePage[_T], Generic[_T]):
    data: List[_T]

    def _get_page_items(self) -> List[_T]:
        return self.data or []

    def next_page_info(self) -> None:
        return None
"""

WRAPPERS = """
class DataWrapper(GenericModel, Generic[_T]):
    content: _T = FieldInfo(alias="data")

    @staticmethod
    def _unwrapper(obj):
        return obj.content
"""

PETS = '''
from ..types import pet_create_params, pet_list_params
from .._wrappers import DataWrapper
from .._streaming import Stream
from ..pagination import SyncCursorPage
from ..types.pet import Pet
from ..types.pet_event import PetEvent
from ..types.shared.tag import Tag


class PetsResource(SyncAPIResource):
    """Animals."""

    def create(
        self,
        *,
        name: str,
        tags: Iterable[TagParam] | Omit = omit,
        extra_headers: Headers | None = None,
        timeout: float | NotGiven = not_given,
    ) -> Pet:
        if not is_given(timeout):
            timeout = 600
        return self._post(
            "/pets",
            body=maybe_transform({"name": name, "tags": tags}, pet_create_params.PetCreateParams),
            options=make_request_options(extra_headers=extra_headers, timeout=timeout),
            cast_to=Pet,
        )

    def retrieve(self, pet_id: str) -> Pet:
        return self._get(f"/pets/{pet_id}", cast_to=Pet)

    @typing_extensions.deprecated("use list")
    def all(self) -> Tag:
        return self._get(
            "/pets/all",
            options=make_request_options(post_parser=DataWrapper[Tag]._unwrapper),
            cast_to=cast(Type[Tag], DataWrapper[Tag]),
        )

    def list(self, *, after: str | Omit = omit) -> SyncCursorPage[Pet]:
        return self._get_api_list("/pets", page=SyncCursorPage[Pet], model=Pet)

    def search(self, *, after: str | Omit = omit) -> PetSearchResponse:
        return self._get("/pets/search", cast_to=PetSearchResponse)

    @overload
    def watch(self, pet_id: str, *, stream: Literal[True]) -> Stream[PetEvent]: ...

    @overload
    def watch(self, pet_id: str, *, stream: bool = False) -> Pet | Stream[PetEvent]: ...

    def watch(self, pet_id: str, *, stream: bool = False) -> Pet | Stream[PetEvent]:
        return self._post(
            path_template("/pets/{pet_id}/watch", pet_id=pet_id),
            cast_to=Pet,
            stream=stream or False,
            stream_cls=Stream[PetEvent],
        )

    def feed(self, *, meals: Iterable[str]) -> None:
        return self._put("/pets/meals", body=maybe_transform(meals, Iterable[str]), cast_to=NoneType)

    def create_and_wait(self, name: str) -> Pet:
        return self.create(name=name)


from ..types.shared_params.tag import Tag as TagParam
from ..types.pet_search_response import PetSearchResponse
'''

ORDERS = """
from .lines import LinesResource
from ...types.orders import line_move_params


class OrdersResource(SyncAPIResource):
    @cached_property
    def lines(self) -> LinesResource:
        return LinesResource(self._client)

    @cached_property
    def old(self) -> OldResource:
        return OldResource(self._client)

    def cancel(self, *, order_id: str) -> None:
        return self._delete(path_template("/orders/{order_id}", order_id=order_id), cast_to=NoneType)


class OldResource(SyncAPIResource):
    def gone(self) -> None:
        return self._get("/gone", cast_to=NoneType)
"""

LINES = """
from ...types.orders.order_line import OrderLine


class LinesResource(SyncAPIResource):
    def move(self, order_id: str, line_id: str) -> OrderLine:
        return self._patch(f"/orders/{order_id}/lines/{line_id}", cast_to=OrderLine)

    def missing(self) -> None:
        return self._get("/nowhere", cast_to=NoneType)
"""

TYPES = {
    "__init__": """
from .pet import Pet as Pet
from .pong import Pong as Pong
from .shared import Tag as Tag
from .pet_event import PetEvent as PetEvent
from .food_param import FoodParam as FoodParam
from .pet_create_params import PetCreateParams as PetCreateParams
from .pet_search_response import PetSearchResponse as PetSearchResponse
from .unicorn import Unicorn as Unicorn
""",
    "pet": """
class Owner(BaseModel):
    full_name: Optional[str] = FieldInfo(alias="fullName", default=None)


class Pet(BaseModel):
    id: str

    owner: Optional[Owner] = None

    tags: Optional[List[Tag]] = None

    kind: Literal["cat", "dog"]


from .shared.tag import Tag
""",
    "pong": """
class Pong(BaseModel):
    ok: bool
""",
    "unicorn": """
class Unicorn(BaseModel):
    horn: float
""",
    "leftover": """
class Leftover(BaseModel):
    ok: bool
""",
    "pet_event": """
class Born(BaseModel):
    born: str


class Sold(BaseModel):
    sold: str


PetEvent: TypeAlias = Union[Born, Sold]
""",
    "food_param": """
class FoodParam(TypedDict, total=False):
    grams: Required[int]
""",
    "pet_create_params": """
class PetCreateParams(TypedDict, total=False):
    name: Required[str]

    tags: Iterable[Tag]

    food: FoodParam


from .food_param import FoodParam
from .shared_params.tag import Tag
""",
    "pet_search_response": """
class PetSearchResponse(BaseModel):
    data: List[Pet]


from .pet import Pet
""",
    "shared/__init__": "from .tag import Tag as Tag",
    "shared/tag": """
class Tag(BaseModel):
    text: str
""",
    "shared_params/__init__": "",
    "shared_params/tag": """
class Tag(TypedDict, total=False):
    text: Required[str]
""",
    "orders/__init__": "from .order_line import OrderLine as OrderLine",
    "orders/order_line": """
class OrderLine(BaseModel):
    count: int
""",
}

INDEX = """
# Shared Types

```python
from petshop.types import Tag
```

# PetShopAPI

Types:

```python
from petshop.types import Pong
```

Methods:

- <code title="get /ping">client.<a href="./_client.py">ping</a>() -> Pong</code>

# Pets

Types:

```python
from petshop.types import (
    Pet,
    PetEvent,
    Food,
    Unicorn,
    PetSearchResponse,
)
```

Methods:

- <code title="post /pets">client.pets.<a href="./pets.py">create</a>() -> Pet</code>

# Orders

## Lines

Types:

```python
from petshop.types.orders import OrderLine
```
"""

PROJECT = """
[project]
name = "pet-shop"
version = "1.2.0-alpha.3"
license = "MIT"
authors = [{ name = "Shop", email = "sdk@shop.example.com" }]

[project.urls]
Repository = "https://github.com/shop/pet-shop-python"
"""

README = """
# Shop

The documentation can be found on [shop.example.com](https://shop.example.com/docs).

```sh
pip install --pre pet-shop
```
"""

MODULES = {
    "__init__": "from ._client import Client as Client",
    "_client": CLIENT,
    "_constants": CONSTANTS,
    "_streaming": STREAMING,
    "_version": '__version__ = "1.2.0-alpha.3"',
    "_wrappers": WRAPPERS,
    "pagination": PAGINATION,
    "resources/__init__": "",
    "resources/pets": PETS,
    "resources/orders/__init__": "",
    "resources/orders/orders": ORDERS,
    "resources/orders/lines": LINES,
    **{f"types/{name}": text for name, text in TYPES.items()},
}
DOCUMENTS = {"api.md": INDEX, "pyproject.toml": PROJECT, "README.md": README}


def checkout(folder: Path, modules: dict[str, str] = MODULES) -> Path:
    """The repository of the package, in a folder."""
    for name, text in modules.items():
        path = folder / "src" / "petshop" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text)
    return folder


def _operation(response: object = None, body: object = None, *names: str) -> Any:
    found: dict[str, Any] = {"responses": {"200": {"description": "."}}}
    if response is not None:
        content = {"application/json": {"schema": response}}
        found["responses"]["200"]["content"] = content
    if body is not None:
        found["requestBody"] = {"content": {"application/json": {"schema": body}}}
    found["parameters"] = [
        {
            "name": name.removeprefix("/"),
            "in": "path" if name[0] == "/" else "query",
            "required": name[0] == "/",
            "schema": {"type": "string"},
        }
        for name in names
    ]
    return found


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _object(**properties: object) -> dict[str, object]:
    return {"type": "object", "properties": properties}


_TEXT = {"type": "string"}
_PETS = _object(data={"type": "array", "items": _ref("Animal")})
_WATCH = _operation(_ref("Animal"), None, "/petId")
_WATCH["responses"]["200"]["content"]["text/event-stream"] = {"schema": _ref("Event")}

DESCRIPTION: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1"},
    "servers": [{"url": "https://shop.example.com"}],
    "security": [{"Key": []}],
    "paths": {
        "/ping": {"get": _operation(_ref("PingResult"))},
        "/pets": {
            "get": _operation(_PETS, None, "after", "back"),
            "post": _operation(
                _ref("Animal"),
                _object(
                    name=_TEXT,
                    tags={"type": "array", "items": _ref("Label")},
                    food=_ref("Meal"),
                ),
            ),
        },
        "/pets/all": {"get": _operation(_object(data=_ref("Label")))},
        "/pets/search": {"get": _operation(_PETS, None, "after", "back")},
        "/pets/meals": {"put": _operation(None, {"type": "array", "items": _TEXT})},
        "/pets/{petId}": {"get": _operation(_ref("Animal"), None, "/petId")},
        "/pets/{petId}/watch": {"post": _WATCH},
        "/orders/{orderId}": {"delete": _operation(None, None, "/orderId")},
        "/orders/{orderId}/lines/{lineId}": {
            "patch": _operation(_ref("Item"), None, "/orderId", "/lineId")
        },
    },
    "components": {
        "securitySchemes": {"Key": {"type": "apiKey", "in": "header", "name": "X-KEY"}},
        "schemas": {
            "Animal": _object(
                id=_TEXT,
                owner=_object(fullName=_TEXT),
                tags={"type": "array", "items": _ref("Label")},
                kind={"enum": ["cat", "dog"]},
            ),
            "Label": _object(text=_TEXT),
            "Meal": _object(grams={"type": "integer"}),
            "PingResult": _object(ok={"type": "boolean"}),
            "Event": {"oneOf": [_object(born=_TEXT), _object(sold=_TEXT)]},
            "Item": _object(count={"type": "integer"}),
        },
    },
}
"""What the package was made from; components have other names than models."""
