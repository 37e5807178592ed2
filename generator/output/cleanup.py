"""Clean-up that survives one signal or one failing call.

Part of the output phase; does not know what is cleaned up.
"""

from __future__ import annotations

from collections.abc import Callable


def run_cleanup(action: Callable[[], None]) -> None:
    """Run ``action``, and once more if it failed; ``action`` must be idempotent.

    An error of the second attempt and an interruption (Ctrl-C) of the first are passed on.
    """
    try:
        action()
    except OSError:
        action()
    except BaseException:
        action()
        raise
