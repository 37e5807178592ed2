"""Which credentials a client uses: explicit ones before the environment's, in the API's order."""

from __future__ import annotations

from ..wire.secret import Secret

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Literal, TypeVar

    from .settings import Credential, Settings

    T = TypeVar("T")

Alternatives = tuple[tuple[str, ...], ...]
"""Alternatives of credentials, each the options that belong together."""


class NotText:
    """Replaces a credential that is not a string; its ``repr`` names the type only."""

    __slots__ = ("kind",)

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __repr__(self) -> str:
        return f"<{self.kind}>"


def as_secret(value: T) -> T:
    """A credential that no ``repr`` shows; one that is not a string is replaced by its type."""
    if value is None or isinstance(value, (Secret, NotText)):
        return value
    is_text = isinstance(value, str)
    hidden: Any = Secret(value) if is_text else NotText(type(value).__name__)
    found: T = hidden
    return found


def hidden(settings: Settings, options: Mapping[str, object]) -> dict[str, object]:
    """The options of a client, whose credentials no ``repr`` shows."""
    shown = dict(options)
    for credential in settings.credentials:
        if (value := shown.get(credential.option)) is not None:
            shown[credential.option] = as_secret(value)
    return shown


class Credentials:
    """The values of all credential options, and the ones that requests carry.

    Its ``repr`` names the options and never shows a value.
    """

    __slots__ = ("chosen", "explicit", "values")

    def __init__(
        self,
        values: Mapping[str, str | None],
        chosen: tuple[Credential, ...],
        *,
        explicit: bool = False,
    ) -> None:
        """``explicit`` says that a credential was given in code."""
        self.values = values
        self.chosen = chosen
        self.explicit = explicit

    def __repr__(self) -> str:
        return f"<credentials: {', '.join(c.option for c in self.chosen) or 'none'}>"

    def sent_in(self, place: Literal["header", "query", "cookie"]) -> dict[str, str]:
        """What is sent in ``header``, ``query`` or ``cookie``, by name."""
        return {
            name: Secret(f"{credential.prefix}{self._text_of(credential)}")
            for credential in self.chosen
            if (name := getattr(credential, place)) is not None
            and credential.token_url is None
        }

    def _text_of(self, credential: Credential) -> str | None:
        value = self.values[credential.option]
        if credential.partner is None:
            return value
        from base64 import b64encode

        pair = f"{value}:{self.values[credential.partner]}"
        return b64encode(pair.encode("utf-8", "surrogatepass")).decode()

    @property
    def token_source(self) -> tuple[str, str, str] | None:
        """The token endpoint and the pair that it asks for, if requests carry a token from there."""
        for credential in self.chosen:
            if credential.token_url is not None and credential.partner is not None:
                values = self.values[credential.option], self.values[credential.partner]
                return credential.token_url, values[0] or "", values[1] or ""
        return None


def choose_credentials(
    settings: Settings,
    given: Mapping[str, object],
    environ: Mapping[str, str],
    security: Alternatives | None = None,
) -> Credentials:
    """The credentials for what was given to the constructor and stands in the environment.

    An alternative with an explicit value beats one that the environment holds alone. ``security``
    are the alternatives of some calls; where none of them can be used, those of the API are, unless
    the calls need no credentials.

    Raises:
        ValueError: a value is empty or malformed, or an alternative is only half there; the text
            names the argument and its variable, never the value.
    """
    given = hidden(settings, given)
    by_option = {credential.option: credential for credential in settings.credentials}
    explicit = {
        o: _text(c, v) for o, c in by_option.items() if (v := given.get(o)) is not None
    }
    found = {
        o: Secret(environ[c.env])
        for o, c in by_option.items()
        if c.env and c.env in environ
    }
    values = {**found, **explicit}
    alternatives = settings.security
    if security is not None:
        is_free = not security or () in security
        alternatives = security if is_free else (*security, *alternatives)
    stated = {
        o: text for o, text in explicit.items() if any(o in a for a in alternatives)
    }
    chosen: tuple[str, ...] = ()
    for pool in (stated, found):
        touched = [a for a in alternatives if any(option in pool for option in a)]
        complete = [a for a in touched if all(option in values for option in a)]
        if touched and (pool is stated or not complete):
            _refuse_halves(touched, values, by_option)
        if complete:
            chosen = complete[0]
            break
    partners = {c.partner: c for c in settings.credentials if c.partner is not None}
    for option in dict.fromkeys((*explicit, *chosen)):
        if by_option[option].partner is not None:
            _check_name(by_option[option], values[option])
        elif option not in partners:
            _check(by_option[option], values[option])
    return Credentials(
        {option: values.get(option) for option in by_option},
        tuple(by_option[option] for option in chosen),
        explicit=bool(stated),
    )


def _refuse_halves(
    alternatives: list[tuple[str, ...]],
    values: Mapping[str, str],
    by_option: Mapping[str, Credential],
) -> None:
    for alternative in alternatives:
        for option in alternative:
            if option not in values:
                present = next(o for o in alternative if o in values)
                raise ValueError(
                    f"{_named(by_option[present])} is given without {_named(by_option[option])}; "
                    "the two are used together"
                )


def _text(credential: Credential, value: object) -> Secret:
    """A credential that was given in code.

    Raises:
        ValueError: it is not text.
    """
    if isinstance(value, NotText):
        raise ValueError(f"{_named(credential)} must be a string, not {value!r}")
    return Secret(value)


def _check(credential: Credential, value: str) -> None:
    """Refuse a value that no header can carry."""
    if not value.strip():
        raise ValueError(f"{_named(credential)} is empty")
    if value != value.strip() or not value.isascii() or not value.isprintable():
        raise ValueError(
            f"{_named(credential)} has characters that cannot be sent: white space around it, "
            "a line break, a control character or a letter outside ASCII"
        )


def _check_name(credential: Credential, value: str) -> None:
    """Refuse a user name that cannot be told from its password (RFC 7617, section 2)."""
    if not value or (":" in value and credential.token_url is None):
        problem = "has a colon" if value else "is empty"
        raise ValueError(f"{_named(credential)} {problem}")


def _named(credential: Credential) -> str:
    variable = f" (environment variable {credential.env})" if credential.env else ""
    return f"the argument {credential.option}{variable}"


def missing_credentials(settings: Settings) -> str:
    """The text of the error for a request without credentials."""
    options = _listed([credential.option for credential in settings.credentials])
    names = dict.fromkeys(c.place for c in settings.credentials if c.place)
    places = _listed([f"`{name}`" for name in names])
    return (
        f'"Could not resolve authentication method. Expected one of {options} to be set. '
        f'Or for one of the {places} headers to be explicitly omitted"'
    )


def _listed(words: list[str]) -> str:
    return (
        " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
        if words
        else "none"
    )
