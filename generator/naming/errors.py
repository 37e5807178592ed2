"""Names of the classes of errors that an API has of its own."""

from __future__ import annotations

from collections.abc import Mapping

from ..diagnostics import Report
from ..ir import Api
from .casing import Casing
from .reserved import (
    CLIENT_CLASSES,
    EXCEPTION_MODULE_NAMES,
    STATUS_ERRORS,
    escape,
    identifier,
)
from .scopes import Claim, Strength, settle

_BUILTINS = frozenset(
    (
        "ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError "
        "BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError "
        "ConnectionError ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError Ellipsis "
        "EncodingWarning EnvironmentError Exception ExceptionGroup FileExistsError FileNotFoundError "
        "FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning "
        "IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt "
        "LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplemented "
        "NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError "
        "ProcessLookupError PythonFinalizationError RecursionError ReferenceError ResourceWarning "
        "RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning "
        "SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError "
        "UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError "
        "Warning ZeroDivisionError"
    ).split()
)
"""Classes of the language: programs that import all that a package exports would lose them."""


def name_errors(
    api: Api, client: str, casing: Casing, report: Report
) -> Mapping[str, str]:
    """The class of each kind of error, by the first value that means it.

    A kind that is named like the class of its status is that class. Any other that is named like a
    class of the package or of the language gets the client's name in front.
    """
    found = api.own_errors.kinds
    kinds = found.kinds if found is not None else ()
    own = {client, f"Async{client}", f"{client}Error", "Client"}
    reserved = CLIENT_CLASSES | EXCEPTION_MODULE_NAMES | _BUILTINS | own
    names: dict[str, str] = {}
    claims: list[Claim[str]] = []
    for kind in kinds:
        key = kind.values[0]
        wish = identifier(casing.pascal(kind.name), "Error")
        if wish == status_error(kind.statuses):
            names[key] = wish
            continue
        long = f"{client}{wish}"
        claims.append(
            Claim(
                key,
                (long,) if wish in reserved else (wish, long),
                Strength.REQUIRED if kind.is_configured else Strength.SUGGESTED,
                key,
                kind.place,
                "give it a name under errors.union.variants",
            )
        )
    settled = settle(
        claims,
        scope="the package",
        report=report,
        escape=lambda name: escape(name, reserved),
    )
    return names | settled


def status_error(statuses: tuple[int, ...]) -> str:
    """The class that errors of some statuses have in common."""
    classes = {
        STATUS_ERRORS.get(
            status, "InternalServerError" if status >= 500 else "APIStatusError"
        )
        for status in statuses
    }
    return classes.pop() if len(classes) == 1 else "APIStatusError"
