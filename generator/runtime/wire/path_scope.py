"""Paths that begin with one of several scopes, say an account or a zone."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from .sentinels import Omit


class PathScope:
    """Two path parameters that one of several arguments fills.

    ``names`` are the parameters; ``choices`` maps an argument to the value of the first one, the
    argument's own value goes into the second.
    """

    __slots__ = ("choices", "names")

    def __init__(self, names: tuple[str, str], choices: Mapping[str, str]) -> None:
        self.names = names
        self.choices = choices

    def resolve(self, given: Mapping[str, str | Omit | None]) -> dict[str, str]:
        """The values of both parameters.

        Raises:
            ValueError: none of the arguments, or more than one, has a value.
        """
        chosen = [(name, value) for name in self.choices if (value := given.get(name))]
        names = list(self.choices)
        if not chosen:
            raise ValueError(f"You must provide either {' or '.join(names)}")
        if len(chosen) > 1:
            both = "both " if len(names) == 2 else ""
            raise ValueError(
                f"You cannot provide {both}{' and '.join(n for n, _ in chosen)}"
            )
        name, value = chosen[0]
        return {self.names[0]: self.choices[name], self.names[1]: str(value)}
