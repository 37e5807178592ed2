"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .widget import Widget as Widget
    from .widget_create_params import WidgetCreateParams as WidgetCreateParams
    from .widget_find_params import WidgetFindParams as WidgetFindParams
    from .widget_list_params import WidgetListParams as WidgetListParams
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "Widget": ".widget",
            "WidgetCreateParams": ".widget_create_params",
            "WidgetFindParams": ".widget_find_params",
            "WidgetListParams": ".widget_list_params",
        },
    )

__all__ = [
    "Widget",
    "WidgetCreateParams",
    "WidgetFindParams",
    "WidgetListParams",
]
