"""Exists for migrated programs and tests: these names have public homes elsewhere."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._core.compat.type_names import AnyMapping as AnyMapping
    from .._core.compat.type_names import ArrayFormat as ArrayFormat
    from .._core.compat.type_names import AsyncTransport as AsyncTransport
    from .._core.compat.type_names import Base64FileInput as Base64FileInput
    from .._core.compat.type_names import BinaryTypes as BinaryTypes
    from .._core import Body as Body
    from .._core.compat.type_names import FileContent as FileContent
    from .._core.compat.type_names import FileTypes as FileTypes
    from .._core import Headers as Headers
    from .._core.compat.type_names import HeadersLike as HeadersLike
    from .._core.compat.type_names import HttpxFileContent as HttpxFileContent
    from .._core.compat.type_names import HttpxFileTypes as HttpxFileTypes
    from .._core.compat.type_names import HttpxRequestFiles as HttpxRequestFiles
    from .._core.compat.type_names import IncEx as IncEx
    from .._core.compat.type_names import ModelT as ModelT
    from .._core.compat.type_names import NestedFormat as NestedFormat
    from .._core import NoneType as NoneType
    from .._core import NOT_GIVEN as NOT_GIVEN
    from .._core import not_given as not_given
    from .._core import NotGiven as NotGiven
    from .._core import Omit as Omit
    from .._core import omit as omit
    from .._core.compat.type_names import PostParser as PostParser
    from .._core import ProxiesTypes as ProxiesTypes
    from .._core import Query as Query
    from .._core.compat.type_names import RequestFiles as RequestFiles
    from .._core import RequestOptions as RequestOptions
    from .._core.compat.type_names import ResponseT as ResponseT
    from .._core import SequenceNotStr as SequenceNotStr
    from .._core.compat.type_names import StrBytesIntFloat as StrBytesIntFloat
    from .._core import Timeout as Timeout
    from .._core import Transport as Transport
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AnyMapping": ".._core.compat.type_names",
            "ArrayFormat": ".._core.compat.type_names",
            "AsyncTransport": ".._core.compat.type_names",
            "Base64FileInput": ".._core.compat.type_names",
            "BinaryTypes": ".._core.compat.type_names",
            "Body": ".._core",
            "FileContent": ".._core.compat.type_names",
            "FileTypes": ".._core.compat.type_names",
            "Headers": ".._core",
            "HeadersLike": ".._core.compat.type_names",
            "HttpxFileContent": ".._core.compat.type_names",
            "HttpxFileTypes": ".._core.compat.type_names",
            "HttpxRequestFiles": ".._core.compat.type_names",
            "IncEx": ".._core.compat.type_names",
            "ModelT": ".._core.compat.type_names",
            "NestedFormat": ".._core.compat.type_names",
            "NoneType": ".._core",
            "NOT_GIVEN": ".._core",
            "not_given": ".._core",
            "NotGiven": ".._core",
            "Omit": ".._core",
            "omit": ".._core",
            "PostParser": ".._core.compat.type_names",
            "ProxiesTypes": ".._core",
            "Query": ".._core",
            "RequestFiles": ".._core.compat.type_names",
            "RequestOptions": ".._core",
            "ResponseT": ".._core.compat.type_names",
            "SequenceNotStr": ".._core",
            "StrBytesIntFloat": ".._core.compat.type_names",
            "Timeout": ".._core",
            "Transport": ".._core",
        },
    )

__all__ = [
    "AnyMapping",
    "ArrayFormat",
    "AsyncTransport",
    "Base64FileInput",
    "BinaryTypes",
    "Body",
    "FileContent",
    "FileTypes",
    "Headers",
    "HeadersLike",
    "HttpxFileContent",
    "HttpxFileTypes",
    "HttpxRequestFiles",
    "IncEx",
    "ModelT",
    "NestedFormat",
    "NoneType",
    "NOT_GIVEN",
    "not_given",
    "NotGiven",
    "Omit",
    "omit",
    "PostParser",
    "ProxiesTypes",
    "Query",
    "RequestFiles",
    "RequestOptions",
    "ResponseT",
    "SequenceNotStr",
    "StrBytesIntFloat",
    "Timeout",
    "Transport",
]
