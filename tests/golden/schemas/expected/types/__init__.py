"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .bicycle import Bicycle as Bicycle
    from .bicycle_param import BicycleParam as BicycleParam
    from .lorry import Lorry as Lorry
    from .lorry_param import LorryParam as LorryParam
    from .track import Track as Track
    from .track_store_params import TrackStoreParams as TrackStoreParams
    from .vehicle import Vehicle as Vehicle
    from .vehicle_param import VehicleParam as VehicleParam
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "Bicycle": ".bicycle",
            "BicycleParam": ".bicycle_param",
            "Lorry": ".lorry",
            "LorryParam": ".lorry_param",
            "Track": ".track",
            "TrackStoreParams": ".track_store_params",
            "Vehicle": ".vehicle",
            "VehicleParam": ".vehicle_param",
        },
    )

__all__ = [
    "Bicycle",
    "BicycleParam",
    "Lorry",
    "LorryParam",
    "Track",
    "TrackStoreParams",
    "Vehicle",
    "VehicleParam",
]
