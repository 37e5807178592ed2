"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .charge_create_params import ChargeCreateParams as ChargeCreateParams
    from .file_replace_params import FileReplaceParams as FileReplaceParams
    from .file_upload_params import FileUploadParams as FileUploadParams
    from .note_create_params import NoteCreateParams as NoteCreateParams
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "ChargeCreateParams": ".charge_create_params",
            "FileReplaceParams": ".file_replace_params",
            "FileUploadParams": ".file_upload_params",
            "NoteCreateParams": ".note_create_params",
        },
    )

__all__ = [
    "ChargeCreateParams",
    "FileReplaceParams",
    "FileUploadParams",
    "NoteCreateParams",
]
