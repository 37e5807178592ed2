"""The base of every response model."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, cast, dataclass_transform

import pydantic
from pydantic import ConfigDict, Field
from typing import Self

from pydantic_core import SchemaSerializer, SchemaValidator

from .flat import Build, building, current_build, model_schema
from .lenient import soften_model

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic._internal._model_construction import ModelMetaclass
    from pydantic_core import CoreSchema
else:
    ModelMetaclass = type(pydantic.BaseModel)

__all__ = ["BaseModel", "Field"]

_VERSION = tuple(int(part) for part in pydantic.VERSION.split(".")[:2])
_NEEDS_COMPLETE_MODELS = _VERSION < (2, 14)
"""Whether pydantic's serialiser needs the models inside a model to be built."""

_PARTS: dict[str, Callable[[Build], Any]] = {
    "__pydantic_core_schema__": lambda build: build.flat,
    "__pydantic_validator__": lambda build: SchemaValidator(build.flat, build.config),
    "__pydantic_serializer__": lambda build: SchemaSerializer(build.flat, build.config),
}
"""What pydantic sets on a model when it builds it."""


@dataclass_transform(kw_only_default=True, field_specifiers=(Field,))
class FlatModels(ModelMetaclass):
    """Gives a model that is being built the validator and serialiser of its flat schema.

    pydantic makes them from the schema of the model alone, in which others are only named.
    """

    def __setattr__(cls, name: str, value: Any) -> None:
        if name in _PARTS and (build := current_build()) and build.is_made(cls):
            value = _PARTS[name](build)
        super().__setattr__(name, value)


class BaseModel(pydantic.BaseModel, metaclass=FlatModels):
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
        schema: CoreSchema = model_schema(cls, source, handler, soften_model)
        return schema

    @classmethod
    def model_rebuild(cls, **options: Any) -> bool | None:
        """Build the model, as pydantic does when it is first used."""
        with building(cls):
            options["_parent_namespace_depth"] = (
                options.get("_parent_namespace_depth", 2) + 1
            )
            return super().model_rebuild(**options)

    @classmethod
    def construct(cls, /, _fields_set: set[str] | None = None, **values: Any) -> Self:
        """A model from values as they are, by their names or wire names, without validation; what has
        the described form becomes the described type, at every depth."""
        from .construct import construct_model

        return construct_model(cls, _fields_set, values)

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
            if _NEEDS_COMPLETE_MODELS:
                _complete(self)
            return super().model_dump(**{"warnings": False, **options})

        def model_dump_json(self, **options: Any) -> str:
            if _NEEDS_COMPLETE_MODELS:
                _complete(self)
            return super().model_dump_json(**{"warnings": False, **options})


def _complete(value: BaseModel) -> None:
    """Build the models in a value, so that pydantic's serialiser can write any of them."""
    waiting: list[object] = [value]
    seen: set[int] = set()
    while waiting:
        current = waiting.pop()
        if id(current) in seen:
            continue
        seen.add(id(current))
        match current:
            case pydantic.BaseModel():
                type(current).model_rebuild()
                waiting += vars(current).values()
                waiting += (current.model_extra or {}).values()
            case dict():
                waiting += cast("dict[object, object]", current).values()
            case list() | tuple():
                waiting += cast("list[object]", current)
            case _:
                pass
