"""An object that stands for another one, which is loaded when it is needed (``_utils.LazyProxy``)."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Any, Generic, TypeVar, cast

T = TypeVar("T")


class LazyProxy(Generic[T], ABC):
    """Stands for what ``__load__`` returns; a subclass defines that."""

    @abstractmethod
    def __load__(self) -> T:
        """What the proxy stands for; asked for at each use."""
        ...

    def __get_proxied__(self) -> T:
        return self.__load__()

    def __as_proxied__(self) -> T:
        """The proxy itself, typed as what it stands for."""
        return cast("T", self)

    def __getattr__(self, name: str) -> object:
        proxied: object = self.__get_proxied__()
        return self if isinstance(proxied, LazyProxy) else getattr(proxied, name)

    def __repr__(self) -> str:
        proxied: object = self.__get_proxied__()
        named = isinstance(proxied, LazyProxy)
        return type(self).__name__ if named else repr(proxied)

    def __str__(self) -> str:
        proxied: object = self.__get_proxied__()
        return type(self).__name__ if isinstance(proxied, LazyProxy) else str(proxied)

    def __dir__(self) -> Iterable[str]:
        proxied = self.__get_proxied__()
        return [] if isinstance(proxied, LazyProxy) else dir(proxied)

    @property
    def __class__(self) -> Any:
        """The class of what the proxy stands for; its own where that cannot be loaded."""
        try:
            proxied = self.__get_proxied__()
        except Exception:
            return type(self)
        return type(self) if proxied is self else type(proxied)

    @__class__.setter
    def __class__(self, kind: Any) -> None:
        raise AttributeError("the class of a proxy cannot be changed")
