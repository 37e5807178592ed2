"""The resource files."""

from __future__ import annotations

from collections.abc import Iterable

from .. import types
from .._core import (
    BodySpec,
    Content,
    Endpoint,
    FieldEncoding,
    FileTypes,
    Omit,
    SequenceNotStr,
    SyncResource,
    not_given,
    omit,
    params,
)
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ..types import file_upload_params
    from ._files_async import AsyncFilesResource
    from ._files_modes import (
        AsyncFilesResourceWithRawResponse,
        AsyncFilesResourceWithStreamingResponse,
        FilesResourceWithRawResponse,
        FilesResourceWithStreamingResponse,
    )

__all__ = [
    "FilesResource",
    "AsyncFilesResource",
    "FilesResourceWithRawResponse",
    "AsyncFilesResourceWithRawResponse",
    "FilesResourceWithStreamingResponse",
    "AsyncFilesResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncFilesResource": ".._files_async",
            "FilesResourceWithRawResponse": ".._files_modes",
            "AsyncFilesResourceWithRawResponse": ".._files_modes",
            "FilesResourceWithStreamingResponse": ".._files_modes",
            "AsyncFilesResourceWithStreamingResponse": ".._files_modes",
        },
    )

_REPLACE: Endpoint[None] = Endpoint(
    "PUT",
    "/files/{id}/content",
    path_params=params("id"),
    body=BodySpec("content", whole="body", required=True, media_type="image/png"),
    accept="*/*",
    returns=lambda: None,
)

_UPLOAD: Endpoint[None] = Endpoint(
    "POST",
    "/files",
    body=BodySpec(
        "multipart",
        params("about", "labels"),
        files=params("file", "cover", "pages"),
        required=True,
        encodings={"cover": FieldEncoding(media_type="image/png")},
    ),
    accept="*/*",
    arguments=lambda: types.FileUploadParams,
    returns=lambda: None,
)


class FilesResource(SyncResource):
    """Calls under files."""

    @cached_property
    def with_raw_response(self) -> FilesResourceWithRawResponse:
        """View of ``files`` whose methods return the raw ``APIResponse``."""
        from ._files_modes import FilesResourceWithRawResponse

        return FilesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> FilesResourceWithStreamingResponse:
        """View of ``files`` whose methods return before the body is read."""
        from ._files_modes import FilesResourceWithStreamingResponse

        return FilesResourceWithStreamingResponse(self)

    def replace(
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
        return self._request(
            _REPLACE,
            id=id,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def upload(
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
        return self._request(
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
