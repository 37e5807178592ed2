"""A small published client as text, to change in one place and compare."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

_RESOURCE = '''
from __future__ import annotations

from typing import List, Optional, Literal, overload

import httpx

from .._base import Omit, omit, Stream
from ..types.zone import Zone
from ..types.plan import Plan
from ..types.status import Status
from ..types import zone_create_params
from ..pagination import {Sync}Page

__all__ = ["{Async}ZonesResource"]


class {Async}ZonesResource:
    {def_} get(self, zone_id: str, account_id: str, *, depth: int | Omit = omit) -> Zone:
        return self._get(f"/zones/{zone_id}", options=make(), cast_to=Zone)

    def list(self, *, status: Literal["on", "off"] | Omit = omit) -> {Sync}Page[Zone]:
        return self._get_api_list("/zones", page={Sync}Page[Zone], model=Zone)

    {def_} create(self, *, name: str, tags: List[str], plan: Optional[Plan] = None) -> Zone:
        return self._post("/zones", body=maybe_transform({}, zone_create_params.ZoneCreateParams), cast_to=Zone)

    {def_} delete(self, zone_id: str, force: bool = False) -> None:
        return self._delete(f"/zones/{zone_id}", cast_to=NoneType)

    @overload
    {def_} watch(self, *, stream: Literal[True]) -> Stream[Zone]: ...
    @overload
    {def_} watch(self, *, stream: Literal[False] | Omit = omit) -> Zone: ...
    {def_} watch(self, *, stream: bool | Omit = omit) -> Zone | Stream[Zone]:
        return self._post("/zones/watch", cast_to=Zone)
'''

_CLIENT = '''
from __future__ import annotations

from functools import cached_property

import httpx

from ._base import SyncAPIClient
from .resources.zones import ZonesResource, AsyncZonesResource


class {Async}Acme(SyncAPIClient):
    api_key: str

    def __init__(self, *, api_key: str | None = None, timeout: float | httpx.Timeout = 60) -> None:
        raise RuntimeError("this is never run")

    @cached_property
    def zones(self) -> {Async}ZonesResource:
        return {Async}ZonesResource(self)
'''


def _for(text: str, prefix: str) -> str:
    words = {
        "{Async}": prefix,
        "{Sync}": prefix or "Sync",
        "{def_}": "async def" if prefix else "def",
    }
    for name, word in words.items():
        text = text.replace(name, word)
    return text


FILES: Mapping[str, str] = {
    "__init__.py": '''
from . import types
from ._client import Acme as Acme, AsyncAcme as AsyncAcme, Client, AsyncClient
from ._errors import AcmeError as AcmeError, NotFoundError as NotFoundError

__all__ = ["types", "Client", "AsyncClient"]
raise RuntimeError("this is never run")
''',
    "_base.py": '''
from typing import Generic, TypeVar

_T = TypeVar("_T")

class Omit: ...
omit = Omit()

class Stream(Generic[_T]): ...

class SyncAPIClient:
    max_retries: int

    def close(self) -> None: ...
''',
    "_errors.py": '''
class AcmeError(Exception): ...
class NotFoundError(AcmeError): ...
''',
    "_client.py": _for(_CLIENT, "")
    + _for(_CLIENT.partition("\n\n\n")[2], "Async")
    + "\n\nClient = Acme\nAsyncClient = AsyncAcme\n",
    "pagination.py": '''
from typing import Generic, List, TypeVar

_T = TypeVar("_T")

class SyncPage(Generic[_T]):
    result: List[_T]

class AsyncPage(Generic[_T]):
    result: List[_T]
''',
    "resources/__init__.py": "from .zones import ZonesResource as ZonesResource\n",
    "resources/zones.py": _for(_RESOURCE, "")
    + _for(_RESOURCE.partition("__all__ =")[2].partition("\n")[2], "Async"),
    "types/__init__.py": '''
from .zone import Zone as Zone
from .plan import Plan as Plan
from .status import Status as Status
from .zone_create_params import ZoneCreateParams as ZoneCreateParams
''',
    "types/status.py": '''
from typing_extensions import Literal, TypeAlias

__all__ = ["Status"]

Status: TypeAlias = Literal["on", "off"]
''',
    "types/plan.py": '''
from typing_extensions import TypedDict, Required

__all__ = ["Plan"]

class Plan(TypedDict, total=False):
    name: Required[str]
    price: int
''',
    "types/zone.py": '''
from typing import Optional, List, Union
from typing_extensions import Literal
from .status import Status

__all__ = ["Zone", "ZoneOwner"]

class ZoneOwner:
    email: str
    kind: Literal["person", "team"]

class Zone:
    id: str
    owner: Optional[ZoneOwner] = None
    names: List[str]
    status: Status
    size: Union[int, str]
''',
    "types/zone_create_params.py": '''
from typing import List, Optional
from typing_extensions import TypedDict, Required
from .plan import Plan

__all__ = ["ZoneCreateParams"]

class ZoneCreateParams(TypedDict, total=False):
    name: Required[str]
    tags: Required[List[str]]
    plan: Optional[Plan]
''',
}

Edits = Mapping[str, tuple[str, str] | str | None]
"""For a file what is replaced with what, everywhere in it; or its text, None if it is not there."""


def write(folder: Path, edits: Edits) -> Path:
    """Write the client, with the edits, as a checkout in a folder."""
    files: dict[str, str] = dict(FILES)
    for path, edit in edits.items():
        if edit is None:
            del files[path]
        elif isinstance(edit, str):
            files[path] = edit
        else:
            before, after = edit
            assert before in files[path], f"{path} has no {before!r}"
            files[path] = files[path].replace(before, after)
    for path, text in files.items():
        file = folder / "src/acme" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder
