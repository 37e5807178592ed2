"""A static site that is served beside the API, at a path that no description is expected to have."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from werkzeug.wrappers import Response

ROOT = "/_docs/"
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".yaml": "application/yaml",
}
_SAFETY = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src *; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
}
"""Nothing but the site's own files is loaded, and the console alone may ask any server."""


def site_response(site: Mapping[str, bytes], path: str) -> Response | None:
    """The response to a request for a file of the site; None if the path is not the site's."""
    if not site or not f"{path}/".startswith(ROOT):
        return None
    if not path.startswith(ROOT):
        return Response(status=308, headers={"Location": ROOT})
    name = path.removeprefix(ROOT) or "index.html"
    if name not in site:
        return Response("not found", status=404, headers=_SAFETY)
    kind = _TYPES.get(PurePosixPath(name).suffix, "application/octet-stream")
    return Response(site[name], content_type=kind, headers=_SAFETY)
