"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .thing_by_id_params import ThingByIDParams as ThingByIDParams
    from .thing_by_id_response import ThingByIDResponse as ThingByIDResponse
    from .thing_by_number_params import ThingByNumberParams as ThingByNumberParams
    from .thing_by_number_response import ThingByNumberResponse as ThingByNumberResponse
    from .thing_by_offset_params import ThingByOffsetParams as ThingByOffsetParams
    from .thing_by_offset_response import ThingByOffsetResponse as ThingByOffsetResponse
    from .thing_by_url_params import ThingByURLParams as ThingByURLParams
    from .thing_by_url_response import ThingByURLResponse as ThingByURLResponse
    from .thing_single_params import ThingSingleParams as ThingSingleParams
    from .thing_single_response import ThingSingleResponse as ThingSingleResponse
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "ThingByIDParams": ".thing_by_id_params",
            "ThingByIDResponse": ".thing_by_id_response",
            "ThingByNumberParams": ".thing_by_number_params",
            "ThingByNumberResponse": ".thing_by_number_response",
            "ThingByOffsetParams": ".thing_by_offset_params",
            "ThingByOffsetResponse": ".thing_by_offset_response",
            "ThingByURLParams": ".thing_by_url_params",
            "ThingByURLResponse": ".thing_by_url_response",
            "ThingSingleParams": ".thing_single_params",
            "ThingSingleResponse": ".thing_single_response",
        },
    )

__all__ = [
    "ThingByIDParams",
    "ThingByIDResponse",
    "ThingByNumberParams",
    "ThingByNumberResponse",
    "ThingByOffsetParams",
    "ThingByOffsetResponse",
    "ThingByURLParams",
    "ThingByURLResponse",
    "ThingSingleParams",
    "ThingSingleResponse",
]
