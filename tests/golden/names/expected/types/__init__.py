"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .class_import_params import ClassImportParams as ClassImportParams
    from .class_import_response import ClassImportResponse as ClassImportResponse
    from .class_list_response import ClassListResponse as ClassListResponse
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "ClassImportParams": ".class_import_params",
            "ClassImportResponse": ".class_import_response",
            "ClassListResponse": ".class_list_response",
        },
    )

__all__ = [
    "ClassImportParams",
    "ClassImportResponse",
    "ClassListResponse",
]
