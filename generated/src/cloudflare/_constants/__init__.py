"""Exists for migrated programs and tests: these names have public homes elsewhere."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._core import DEFAULT_CONNECTION_LIMITS as DEFAULT_CONNECTION_LIMITS
    from .._core import DEFAULT_MAX_RETRIES as DEFAULT_MAX_RETRIES
    from .._core import DEFAULT_TIMEOUT as DEFAULT_TIMEOUT
    from .._core.compat.client_functions import (
        INITIAL_RETRY_DELAY as INITIAL_RETRY_DELAY,
    )
    from .._core.compat.client_functions import MAX_RETRY_DELAY as MAX_RETRY_DELAY
    from .._core.compat.client_functions import (
        OVERRIDE_CAST_TO_HEADER as OVERRIDE_CAST_TO_HEADER,
    )
    from .._core.compat.client_functions import (
        RAW_RESPONSE_HEADER as RAW_RESPONSE_HEADER,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "DEFAULT_CONNECTION_LIMITS": ".._core",
            "DEFAULT_MAX_RETRIES": ".._core",
            "DEFAULT_TIMEOUT": ".._core",
            "INITIAL_RETRY_DELAY": ".._core.compat.client_functions",
            "MAX_RETRY_DELAY": ".._core.compat.client_functions",
            "OVERRIDE_CAST_TO_HEADER": ".._core.compat.client_functions",
            "RAW_RESPONSE_HEADER": ".._core.compat.client_functions",
        },
    )

__all__ = [
    "DEFAULT_CONNECTION_LIMITS",
    "DEFAULT_MAX_RETRIES",
    "DEFAULT_TIMEOUT",
    "INITIAL_RETRY_DELAY",
    "MAX_RETRY_DELAY",
    "OVERRIDE_CAST_TO_HEADER",
    "RAW_RESPONSE_HEADER",
]
