"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .both import Both as Both
    from .both_param import BothParam as BothParam
    from .check import Check as Check
    from .check_create_params import CheckCreateParams as CheckCreateParams
    from .check_param import CheckParam as CheckParam
    from .folder import Folder as Folder
    from .negated import Negated as Negated
    from .negated_param import NegatedParam as NegatedParam
    from .operand import Operand as Operand
    from .operand_param import OperandParam as OperandParam
    from .owner import Owner as Owner
    from .rule_any_response import RuleAnyResponse as RuleAnyResponse
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "Both": ".both",
            "BothParam": ".both_param",
            "Check": ".check",
            "CheckCreateParams": ".check_create_params",
            "CheckParam": ".check_param",
            "Folder": ".folder",
            "Negated": ".negated",
            "NegatedParam": ".negated_param",
            "Operand": ".operand",
            "OperandParam": ".operand_param",
            "Owner": ".owner",
            "RuleAnyResponse": ".rule_any_response",
        },
    )

__all__ = [
    "Both",
    "BothParam",
    "Check",
    "CheckCreateParams",
    "CheckParam",
    "Folder",
    "Negated",
    "NegatedParam",
    "Operand",
    "OperandParam",
    "Owner",
    "RuleAnyResponse",
]
