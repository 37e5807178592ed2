"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .both import Both as Both
    from .both_param import BothParam as BothParam
    from .folder import Folder as Folder
    from .negated import Negated as Negated
    from .negated_param import NegatedParam as NegatedParam
    from .operand import Operand as Operand
    from .operand_param import OperandParam as OperandParam
    from .owner import Owner as Owner
    from .rule_any_response import RuleAnyResponse as RuleAnyResponse
    from .test import Test as Test
    from .test_create_params import TestCreateParams as TestCreateParams
    from .test_param import TestParam as TestParam
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "Both": ".both",
            "BothParam": ".both_param",
            "Folder": ".folder",
            "Negated": ".negated",
            "NegatedParam": ".negated_param",
            "Operand": ".operand",
            "OperandParam": ".operand_param",
            "Owner": ".owner",
            "RuleAnyResponse": ".rule_any_response",
            "Test": ".test",
            "TestCreateParams": ".test_create_params",
            "TestParam": ".test_param",
        },
    )

__all__ = [
    "Both",
    "BothParam",
    "Folder",
    "Negated",
    "NegatedParam",
    "Operand",
    "OperandParam",
    "Owner",
    "RuleAnyResponse",
    "Test",
    "TestCreateParams",
    "TestParam",
]
