"""Names of models, aliases, parameter types, page classes and fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import assert_never

from ..diagnostics import Place, Report
from ..ir import (
    Alias,
    Api,
    Definition,
    Direction,
    EventPayload,
    ListOf,
    MethodId,
    MethodResult,
    ModelEntry,
    Object,
    PageBody,
    ResourcePath,
    Step,
    StepKind,
    TypeId,
    Variant,
    Within,
    without_null,
)
from .files import file_name
from .reserved import (
    MODEL_MODULE_NAMES,
    PAGE_MODULE_NAMES,
    SENT_MODULE_NAMES,
    escape,
    identifier,
)
from .scopes import Claim, Strength, settle
from .table import Module, PageNames, ResourceNames, SwitchedParams, TypeName
from ..words import singular, split_words
from .casing import Casing

Resources = Mapping[ResourcePath, ResourceNames]
SHARED = "$shared"
PARAMS = "params"

Root = TypeId | MethodId
"""What claims its own module: a type, or the parameters of a method."""


def name_types(
    api: Api, resources: Resources, casing: Casing, report: Report
) -> tuple[dict[TypeId, TypeName], dict[MethodId, TypeName], dict[TypeId, TypeName]]:
    """The class and module of every type, of every method's parameters, and of what each kind of
    body makes of them."""
    claims = _root_claims(api, resources, casing)
    roots = _settle_roots(claims, resources, report)
    types = {key: name for key, name in roots.items() if isinstance(key, str)}
    params = {key: name for key, name in roots.items() if isinstance(key, MethodId)}
    variants = _variants(api)
    nested = _nested(api)
    for root in dict.fromkeys((*nested, *variants)):
        owner = None if isinstance(root, MethodId) else api.types[root]
        inside = nested.get(root, ()), variants.get(root, ())
        types |= _name_nested(owner, roots[root], *inside, casing, report)
    every = (variant for found in variants.values() for variant in found)
    return (
        {type_id: types[type_id] for type_id in api.types},
        params,
        {variant.id: types[variant.id] for variant in every},
    )


def arguments_type(params: TypeName) -> TypeName:
    """The type of the keyword arguments of an overload, next to the parameters' own type."""
    return TypeName(f"{params.name.removesuffix('Params')}Arguments", params.module)


def switched_params(params: TypeName) -> SwitchedParams:
    """The types of which the parameters' own type is the union, where a method streams on request."""
    return SwitchedParams(
        base=TypeName(f"{params.name}Base", params.module),
        non_streaming=TypeName(f"{params.name}NonStreaming", params.module),
        streaming=TypeName(f"{params.name}Streaming", params.module),
    )


def name_pages(api: Api, types: Mapping[TypeId, TypeName]) -> dict[str, PageNames]:
    """The page classes of every scheme."""
    return {
        scheme.name: PageNames(
            sync_class=f"Sync{types[scheme.id].name}",
            async_class=f"Async{types[scheme.id].name}",
            module=types[scheme.id].module,
        )
        for scheme in api.pages
    }


def _root_claims(
    api: Api, resources: Resources, casing: Casing
) -> dict[Module, list[tuple[Claim[Root], str]]]:
    """Every claim to a class in a types package, with the wish for its file's name."""
    claims: dict[Module, list[tuple[Claim[Root], str]]] = defaultdict(list)

    def claim(
        key: Root,
        package: Module,
        words: tuple[str, ...],
        strength: Strength,
        place: Place,
    ) -> None:
        pascal = identifier(casing.pascal(*words), "Model")
        if key in bare:
            pascal = escape(pascal, SENT_MODULE_NAMES)
        long = identifier(casing.pascal(*package[1:], *words), "Model")
        remedy = (
            "change one of the two names under 'models' in the configuration"
            if strength is Strength.REQUIRED
            else "list the schema under 'models' of the resource in the configuration"
        )
        wish: Claim[Root] = Claim(
            key, (pascal, long), strength, str(key), place, remedy
        )
        claims[package].append((wish, identifier(casing.snake(*words), "model")))

    bare = {
        definition.id
        for definition in api.types.values()
        if isinstance(definition.origin, ModelEntry)
        and definition.origin.is_bare
        and definition.direction is Direction.SENT
    }
    for definition in api.types.values():
        address = _address(definition, resources)
        if address is not None:
            package, words, strength = address
            claim(definition.id, package, words, strength, definition.place)
    roots = set(_nested(api))
    for resource_node in api.every_resource():
        for method_node in resource_node.methods:
            if not method_node.has_params and method_node.id not in roots:
                continue
            package = resources[resource_node.path].types_package
            words = (singular_last(resource_node.path[-1]), method_node.id.name, PARAMS)
            strength = Strength.SUGGESTED
            claim(method_node.id, package, words, strength, method_node.place)
    return claims


def _address(
    definition: Definition, resources: Resources
) -> tuple[Module, tuple[str, ...], Strength] | None:
    """The package of a root, the words of its name, and how strong they are; None for a nested
    type."""
    match definition.origin:
        case ModelEntry(resource, name, hint, is_bare):
            name = hint or name
            package = _types_package(resource, resources)
            if definition.direction is Direction.RECEIVED or is_bare:
                return package, (name,), Strength.REQUIRED
            if resource == (SHARED,):
                return ("types", "shared_params"), (name,), Strength.REQUIRED
            return package, (name, "param"), Strength.REQUIRED
        case MethodResult(resource, method, part):
            words = (singular_last(resource[-1]), method, part)
            return _types_package(resource, resources), words, Strength.SUGGESTED
        case PageBody(scheme):
            return ("pagination",), (scheme,), Strength.REQUIRED
        case EventPayload(name):
            return _types_package((SHARED,), resources), name, Strength.SUGGESTED
        case Within():
            return None
    assert_never(definition.origin)


def _types_package(resource: ResourcePath, resources: Resources) -> Module:
    return (
        ("types", "shared")
        if resource == (SHARED,)
        else resources[resource].types_package
    )


def singular_last(name: str) -> str:
    """A resource's name with its last word in the singular: ``speciesGroups``, ``species group``."""
    words = split_words(name)
    return " ".join((*words[:-1], singular(words[-1]))) if words else name


def _settle_roots(
    claims: Mapping[Module, list[tuple[Claim[Root], str]]],
    resources: Resources,
    report: Report,
) -> dict[Root, TypeName]:
    names: dict[Root, TypeName] = {}
    folders: dict[Module, set[str]] = defaultdict(set)
    for folder in (r.types_package for r in resources.values()):
        folders[folder[:-1]].add(folder[-1])
    folders["types",] |= {"shared", "shared_params"}
    for package, wishes in claims.items():
        scope = ".".join(package)
        classes = settle(
            (c for c, _ in wishes),
            scope=scope,
            report=report,
            escape=_class_name,
            fold=str.casefold,
        )
        taken = frozenset(folders.get(package, ()))
        modules = settle(
            (
                Claim(
                    c.key,
                    (file, f"{file}_model"),
                    c.strength,
                    c.order,
                    c.place,
                    c.remedy,
                )
                for c, file in wishes
            ),
            scope=f"the folder {'/'.join(package)}",
            report=report,
            escape=partial(escape, reserved=taken),
            fold=str.casefold,
        )
        places = {c.key: c.place for c, _ in wishes}
        names |= {
            key: TypeName(
                classes[key], (*package, file_name(file, places[key], report))
            )
            for key, file in modules.items()
        }
    return names


def _class_name(name: str) -> str:
    return escape(name, MODEL_MODULE_NAMES)


def _nested(api: Api) -> dict[Root, list[Definition]]:
    nested: dict[Root, list[Definition]] = defaultdict(list)
    for definition in api.types.values():
        if isinstance(definition.origin, Within):
            nested[definition.origin.root].append(definition)
    return nested


def _variants(api: Api) -> dict[Root, tuple[Variant, ...]]:
    """The kinds of bodies of each method that has several."""
    return {
        method.id: method.typed_variants
        for resource in api.every_resource()
        for method in resource.methods
        if method.typed_variants
    }


def _name_nested(
    root: Definition | None,
    root_name: TypeName,
    nested: Iterable[Definition],
    variants: Iterable[Variant],
    casing: Casing,
    report: Report,
) -> dict[TypeId, TypeName]:
    """Names of the classes inside a root's module; ``root`` is None for those inside the parameters
    of a method, where the kinds of bodies come before what is nested in them.

    They carry the root's name only where the root inherits, is a page, or is an array, whose last
    word is then that of one item.
    """
    is_page = root is not None and isinstance(root.origin, PageBody)
    is_list = isinstance(root, Alias) and isinstance(without_null(root.type), ListOf)
    inherits = isinstance(root, Object) and root.base is not None
    prefixed = is_page or is_list or inherits
    prefix = ""
    if prefixed:
        prefix = _of_one(root_name.name) if is_list else root_name.name
    place = root.place if root is not None else Place("")
    claims = [_root_claim(root_name, place)]
    claims += _variant_claims(variants, root_name, casing)
    for definition in nested:
        assert isinstance(definition.origin, Within)
        pascal = prefix + casing.pascal(*_step_words(definition.origin.steps))
        short = identifier(pascal, root_name.name)
        claims.append(
            Claim(
                definition.id,
                (short, f"{root_name.name}{short}"),
                Strength.DERIVED,
                definition.id,
                definition.place,
                "list the schema under 'models' of a resource in the configuration",
            )
        )
    reserved = _reserved_inside(root, root_name)
    names = settle(
        claims,
        scope=".".join(root_name.module),
        report=report,
        escape=lambda n: n if n == root_name.name else escape(n, reserved),
    )
    return {
        key: TypeName(name, root_name.module)
        for key, name in names.items()
        if key is not None
    }


def _variant_claims(
    variants: Iterable[Variant], params: TypeName, casing: Casing
) -> Iterator[Claim[TypeId | None]]:
    """The claims of the kinds of a body to classes beside the parameters; those without a name of
    their own are called by their position."""
    for index, variant in enumerate(variants):
        position = f"Variant{index}"
        own = identifier(casing.pascal(*_step_words(variant.steps)), position)
        yield Claim(
            key=variant.id,
            wishes=(own, position, f"{params.name}{position}"),
            strength=Strength.SUGGESTED,
            order=f"{index:09}",
            place=variant.place,
            remedy="give the schema a title of its own",
        )


def _reserved_inside(root: Definition | None, root_name: TypeName) -> frozenset[str]:
    """The names that nothing may have inside a root's module."""
    if root is not None and isinstance(root.origin, PageBody):
        return PAGE_MODULE_NAMES | {f"Sync{root_name.name}", f"Async{root_name.name}"}
    if root is not None and root.direction is not Direction.SENT:
        return MODEL_MODULE_NAMES
    switched = switched_params(root_name)
    beside = (
        arguments_type(root_name),
        switched.base,
        switched.non_streaming,
        switched.streaming,
    )
    return SENT_MODULE_NAMES | {name.name for name in beside}


def _of_one(name: str) -> str:
    """The name of a list as that of one item: ``Extensions``, ``Extension``."""
    last = split_words(name)[-1].lower()
    rest, own = name[: -len(last)], name[-len(last) :]
    return f"{rest}{singular(last).capitalize()}" if own == last.capitalize() else name


def _root_claim(name: TypeName, place: Place) -> Claim[TypeId | None]:
    return Claim(None, (name.name,), Strength.REQUIRED, "", place, "")


def _step_words(steps: tuple[Step, ...]) -> list[str]:
    words: list[str] = []
    for step in steps:
        match step.kind:
            case StepKind.PROPERTY | StepKind.VARIANT:
                words.append(step.name)
            case StepKind.ITEM if words:
                words[-1] = singular_last(words[-1])
            case StepKind.ITEM:
                words.append("item")
            case StepKind.ENTRY:
                pass
            case _:
                assert_never(step.kind)
    return words
