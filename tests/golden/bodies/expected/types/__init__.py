"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import shared as shared
    from . import shared_params as shared_params
    from .shared.state import State as State
    from .task import Task as Task
    from .task_change_rules_params import TaskChangeRulesParams as TaskChangeRulesParams
    from .task_create_params import TaskCreateParams as TaskCreateParams
    from .task_param import TaskParam as TaskParam
    from .task_replace_params import TaskReplaceParams as TaskReplaceParams
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "shared": ".shared:",
            "shared_params": ".shared_params:",
            "State": ".shared.state",
            "Task": ".task",
            "TaskChangeRulesParams": ".task_change_rules_params",
            "TaskCreateParams": ".task_create_params",
            "TaskParam": ".task_param",
            "TaskReplaceParams": ".task_replace_params",
        },
    )

__all__ = [
    "shared",
    "shared_params",
    "State",
    "Task",
    "TaskChangeRulesParams",
    "TaskCreateParams",
    "TaskParam",
    "TaskReplaceParams",
]
