"""Exists for migrated programs and tests: these names have public homes elsewhere."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._core import AsyncAPIClient as AsyncAPIClient
    from .._core.http.default_clients import (
        DefaultAsyncHttpxClient as AsyncHttpxClientWrapper,
    )
    from .._core import AsyncPaginator as AsyncPaginator
    from .._core.pages.pages import AsyncPage as BaseAsyncPage
    from .._core.client.base_client import BaseClient as BaseClient
    from .._core.pages.pages import BasePage as BasePage
    from .._core.pages.pages import SyncPage as BaseSyncPage
    from .._core import DEFAULT_CONNECTION_LIMITS as DEFAULT_CONNECTION_LIMITS
    from .._core import DEFAULT_MAX_RETRIES as DEFAULT_MAX_RETRIES
    from .._core import DEFAULT_TIMEOUT as DEFAULT_TIMEOUT
    from .._core import DefaultAsyncHttpxClient as DefaultAsyncHttpxClient
    from .._core import DefaultHttpxClient as DefaultHttpxClient
    from .._core.wire.options import FinalRequestOptions as FinalRequestOptions
    from .._core.compat.client_functions import get_architecture as get_architecture
    from .._core.compat.client_functions import get_platform as get_platform
    from .._core.compat.client_functions import get_python_runtime as get_python_runtime
    from .._core.compat.client_functions import get_python_version as get_python_version
    from .._core.compat.client_functions import (
        HTTPX_DEFAULT_TIMEOUT as HTTPX_DEFAULT_TIMEOUT,
    )
    from .._core.compat.client_functions import (
        INITIAL_RETRY_DELAY as INITIAL_RETRY_DELAY,
    )
    from .._core.compat.client_functions import (
        make_request_options as make_request_options,
    )
    from .._core.compat.client_functions import MAX_RETRY_DELAY as MAX_RETRY_DELAY
    from .._core.compat.client_functions import OtherArch as OtherArch
    from .._core.compat.client_functions import OtherPlatform as OtherPlatform
    from .._core.compat.client_functions import (
        OVERRIDE_CAST_TO_HEADER as OVERRIDE_CAST_TO_HEADER,
    )
    from .._core import PageInfo as PageInfo
    from .._core.compat.client_functions import (
        RAW_RESPONSE_HEADER as RAW_RESPONSE_HEADER,
    )
    from .._core import RequestOptions as RequestOptions
    from .._core import SyncAPIClient as SyncAPIClient
    from .._core.http.default_clients import (
        DefaultHttpxClient as SyncHttpxClientWrapper,
    )
    from .._core import Timeout as Timeout
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncAPIClient": ".._core",
            "AsyncHttpxClientWrapper": ".._core.http.default_clients:DefaultAsyncHttpxClient",
            "AsyncPaginator": ".._core",
            "BaseAsyncPage": ".._core.pages.pages:AsyncPage",
            "BaseClient": ".._core.client.base_client",
            "BasePage": ".._core.pages.pages",
            "BaseSyncPage": ".._core.pages.pages:SyncPage",
            "DEFAULT_CONNECTION_LIMITS": ".._core",
            "DEFAULT_MAX_RETRIES": ".._core",
            "DEFAULT_TIMEOUT": ".._core",
            "DefaultAsyncHttpxClient": ".._core",
            "DefaultHttpxClient": ".._core",
            "FinalRequestOptions": ".._core.wire.options",
            "get_architecture": ".._core.compat.client_functions",
            "get_platform": ".._core.compat.client_functions",
            "get_python_runtime": ".._core.compat.client_functions",
            "get_python_version": ".._core.compat.client_functions",
            "HTTPX_DEFAULT_TIMEOUT": ".._core.compat.client_functions",
            "INITIAL_RETRY_DELAY": ".._core.compat.client_functions",
            "make_request_options": ".._core.compat.client_functions",
            "MAX_RETRY_DELAY": ".._core.compat.client_functions",
            "OtherArch": ".._core.compat.client_functions",
            "OtherPlatform": ".._core.compat.client_functions",
            "OVERRIDE_CAST_TO_HEADER": ".._core.compat.client_functions",
            "PageInfo": ".._core",
            "RAW_RESPONSE_HEADER": ".._core.compat.client_functions",
            "RequestOptions": ".._core",
            "SyncAPIClient": ".._core",
            "SyncHttpxClientWrapper": ".._core.http.default_clients:DefaultHttpxClient",
            "Timeout": ".._core",
        },
    )

__all__ = [
    "AsyncAPIClient",
    "AsyncHttpxClientWrapper",
    "AsyncPaginator",
    "BaseAsyncPage",
    "BaseClient",
    "BasePage",
    "BaseSyncPage",
    "DEFAULT_CONNECTION_LIMITS",
    "DEFAULT_MAX_RETRIES",
    "DEFAULT_TIMEOUT",
    "DefaultAsyncHttpxClient",
    "DefaultHttpxClient",
    "FinalRequestOptions",
    "get_architecture",
    "get_platform",
    "get_python_runtime",
    "get_python_version",
    "HTTPX_DEFAULT_TIMEOUT",
    "INITIAL_RETRY_DELAY",
    "make_request_options",
    "MAX_RETRY_DELAY",
    "OtherArch",
    "OtherPlatform",
    "OVERRIDE_CAST_TO_HEADER",
    "PageInfo",
    "RAW_RESPONSE_HEADER",
    "RequestOptions",
    "SyncAPIClient",
    "SyncHttpxClientWrapper",
    "Timeout",
]
