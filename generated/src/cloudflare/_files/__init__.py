"""Exists for migrated programs and tests."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._core.compat.form_files import (
        assert_is_file_content as assert_is_file_content,
    )
    from .._core.compat.form_files import async_to_httpx_files as async_to_httpx_files
    from .._core.compat.form_files import deepcopy_with_paths as deepcopy_with_paths
    from .._core.compat.form_files import is_base64_file_input as is_base64_file_input
    from .._core.compat.form_files import is_file_content as is_file_content
    from .._core.compat.form_files import to_httpx_files as to_httpx_files
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "assert_is_file_content": ".._core.compat.form_files",
            "async_to_httpx_files": ".._core.compat.form_files",
            "deepcopy_with_paths": ".._core.compat.form_files",
            "is_base64_file_input": ".._core.compat.form_files",
            "is_file_content": ".._core.compat.form_files",
            "to_httpx_files": ".._core.compat.form_files",
        },
    )

__all__ = [
    "assert_is_file_content",
    "async_to_httpx_files",
    "deepcopy_with_paths",
    "is_base64_file_input",
    "is_file_content",
    "to_httpx_files",
]
