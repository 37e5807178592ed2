"""A clean-up that one signal or one failing call does not cut short.

Part of the output phase; knows nothing of what is cleaned up.
"""

from __future__ import annotations

from collections.abc import Callable


def insist(action: Callable[[], None]) -> None:
    """Do ``action``, a second time where it failed; ``action`` must bear being repeated.

    An error of the second attempt and an interruption (Ctrl-C) of the first are passed on.
    """
    try:
        action()
    except OSError:
        action()
    except BaseException:
        action()
        raise
