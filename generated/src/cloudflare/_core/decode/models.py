"""The base of every response model."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args

import pydantic
from pydantic import ConfigDict, Field
from typing import Self

from .lenient import soften_model

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

__all__ = ["BaseModel", "Field"]


class BaseModel(pydantic.BaseModel):
    """A model that keeps unknown fields, and is built when it is first used.

    ``model_extra`` holds the unknown fields, ``model_fields_set`` the names that arrived.
    """

    model_config = ConfigDict(
        extra="allow",
        defer_build=True,
        populate_by_name=True,
        protected_namespaces=(),
        arbitrary_types_allowed=True,
    )

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        schema = handler(source)
        try:
            model = handler.resolve_ref_schema(schema)
        except LookupError:
            return schema  # a model inside itself: the outer one is softened when it is complete
        soften_model(model)
        return schema

    @classmethod
    def construct(cls, _fields_set: set[str] | None = None, **values: Any) -> Self:
        """A model from trusted values, without validation."""
        return cls.model_construct(_fields_set, **values)

    def to_dict(
        self,
        *,
        mode: Literal["json", "python"] = "python",
        use_api_names: bool = True,
        exclude_unset: bool = True,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        warnings: bool = False,
    ) -> dict[str, object]:
        """The model as a dictionary; in ``json`` mode made of JSON's types only."""
        return self.model_dump(
            mode=mode,
            by_alias=use_api_names,
            exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults,
            exclude_none=exclude_none,
            warnings=warnings,
        )

    def to_json(
        self,
        *,
        indent: int | None = 2,
        use_api_names: bool = True,
        exclude_unset: bool = True,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        warnings: bool = False,
    ) -> str:
        """The model as JSON text."""
        return self.model_dump_json(
            indent=indent,
            by_alias=use_api_names,
            exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults,
            exclude_none=exclude_none,
            warnings=warnings,
        )

    def __str__(self) -> str:
        return repr(self)

    if not TYPE_CHECKING:
        # A value of another type than described is data of the server, not a mistake of the
        # program: pydantic's warnings about it are off unless they are asked for.
        def model_dump(self, **options: Any) -> dict[str, Any]:
            complete(type(self))
            return super().model_dump(**{"warnings": False, **options})

        def model_dump_json(self, **options: Any) -> str:
            complete(type(self))
            return super().model_dump_json(**{"warnings": False, **options})


@cache
def complete(model: type[BaseModel]) -> None:
    """Build the models inside a model, which pydantic's serialiser needs before version 2.14."""
    waiting, seen = [model], {model}
    while waiting:
        current = waiting.pop()
        current.model_rebuild()
        for field in current.model_fields.values():
            found = [m for m in _models_in(field.annotation) if m not in seen]
            waiting += found
            seen.update(found)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)
