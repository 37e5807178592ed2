"""The resource files, asynchronous."""

from __future__ import annotations

from collections.abc import Iterable

from .._core import (
    AsyncResource,
    Content,
    FileTypes,
    Omit,
    SequenceNotStr,
    not_given,
    omit,
)
from .._core.cached import cached_property
from .files import _REPLACE, _UPLOAD

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ..types import file_upload_params
    from ._files_modes import (
        AsyncFilesResourceWithRawResponse,
        AsyncFilesResourceWithStreamingResponse,
    )

__all__ = ["AsyncFilesResource"]


class AsyncFilesResource(AsyncResource):
    """Calls under files."""

    @cached_property
    def with_raw_response(self) -> AsyncFilesResourceWithRawResponse:
        """View of ``files`` whose methods return the raw ``APIResponse``."""
        from ._files_modes import AsyncFilesResourceWithRawResponse

        return AsyncFilesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncFilesResourceWithStreamingResponse:
        """View of ``files`` whose methods return before the body is read."""
        from ._files_modes import AsyncFilesResourceWithStreamingResponse

        return AsyncFilesResourceWithStreamingResponse(self)

    async def replace(
        self,
        id: str,
        *,
        body: Content,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """PUT /files/{id}/content

        Raises:
            ValueError: ``id`` is empty.
            AcmeError: the call failed; its subclasses say how.
        """
        return await self._request(
            _REPLACE,
            id=id,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def upload(
        self,
        *,
        file: FileTypes,
        about: file_upload_params.About | Omit = omit,
        cover: FileTypes | Omit = omit,
        labels: SequenceNotStr[str] | Omit = omit,
        pages: Iterable[FileTypes] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """POST /files

        Args:
            file: The file.

        Raises:
            AcmeError: the call failed; its subclasses say how.
        """
        return await self._request(
            _UPLOAD,
            file=file,
            about=about,
            cover=cover,
            labels=labels,
            pages=pages,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
