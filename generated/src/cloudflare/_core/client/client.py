"""The two clients: how a prepared call is performed, and how long connections last."""

from __future__ import annotations

import sys

from .verbs import VerbsClient

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Any, Self

    from ..policy.call import Call
    from .endpoint import Endpoint
    from .modes import Mode
    from ..wire.options import RequestOptions
    from ..pages.pages import Walk
    from ..wire.sources import Content


_PERFORMING = f"{__package__}.performing"


class SyncAPIClient(VerbsClient):
    """A client whose calls block until the answer is there; safe to use from many threads."""

    _is_async = False

    def perform(
        self,
        endpoint: Endpoint[Any],
        call: Call,
        mode: Mode,
        walk: Walk | None = None,
    ) -> Any:
        """What a call gives, in the form that ``mode`` names.

        Raises:
            APIError: the call failed.
        """
        from .performing import perform

        return perform(self, endpoint, call, mode, walk)

    def get_api_list(
        self,
        path: str,
        *,
        model: Any,
        page: Any,
        body: object = None,
        content: Content | None = None,
        options: RequestOptions | None = None,
        method: str = "get",
    ) -> Any:
        """Ask a path for a page whose items are ``model``."""
        returned = page[model]
        return self._verb(method.upper(), path, returned, options, body, None, content)

    def close(self) -> None:
        """Close the connections, unless they belong to another client or to the user."""
        if self._owns_pool and (transport := self._pool.close()) is not None:
            transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class AsyncAPIClient(VerbsClient):
    """A client whose calls are awaited."""

    _is_async = True

    async def perform(
        self,
        endpoint: Endpoint[Any],
        call: Call,
        mode: Mode,
        walk: Walk | None = None,
    ) -> Any:
        """What a call gives, in the form that ``mode`` names.

        Raises:
            APIError: the call failed.
        """
        if _PERFORMING not in sys.modules:
            await _load_elsewhere()
        from .performing import aperform

        return await aperform(self, endpoint, call, mode, walk)

    def get_api_list(
        self,
        path: str,
        *,
        model: Any,
        page: Any,
        body: object = None,
        content: Content | None = None,
        options: RequestOptions | None = None,
        method: str = "get",
    ) -> Any:
        """Ask a path for a page whose items are ``model``."""
        from ..pages.paginator import AsyncPaginator

        sent = (body, None, content)
        return AsyncPaginator["Any", "Any"](
            lambda: self._verb(method.upper(), path, page[model], options, *sent)
        )

    async def close(self) -> None:
        """Close the connections, unless they belong to another client or to the user."""
        if self._owns_pool and (transport := self._pool.close()) is not None:
            await transport.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()


async def _load_elsewhere() -> None:
    """Import what a first call needs without blocking the event loop."""
    import asyncio
    from importlib import import_module

    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:  # the event loop is not that of asyncio
        return
    await loop.run_in_executor(None, import_module, _PERFORMING)
