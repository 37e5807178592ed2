"""Models that only callers give, and that are to have the names of models, without a suffix.

Part of lowering. Every model that the configuration names is defined as responses hold it; of these models
that form is left out, so that its name is free for the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set

from msgspec import Struct
from msgspec.structs import astuple, replace

from ..diagnostics import Report
from ..ir import Definition, ErrorEnvelope, Object, Ref, Resource, TypeId, Within
from .resources import NamedSchema
from .sent import sent_id

_ATOMS = (str, int, float, type(None))


def with_bare_names(
    types: Mapping[TypeId, Definition],
    named: Iterable[NamedSchema],
    resources: tuple[Resource, ...],
    errors: ErrorEnvelope | None,
    report: Report,
) -> dict[TypeId, Definition]:
    """The types without the forms that nothing uses of models that are to have no suffix.

    A model that responses hold as well keeps it: reported.
    """
    bare = {model.id: model for model in named if model.entry.is_bare}
    found = dict(types)
    wanted = {id_: m for id_, m in bare.items() if sent_id(id_) in found}
    if not wanted:
        return found
    used = _used(found, wanted.keys(), (resources, errors))
    for id_, model in wanted.items():
        if id_ not in used:
            _remove(found, id_)
            continue
        form = found[sent_id(id_)]
        found[form.id] = replace(form, origin=replace(model.entry, is_bare=False))
        report.tolerable(
            "C002",
            model.place,
            f"'no_params_suffix' has no effect: responses have '{model.entry.name}' as well",
            help="remove it, or list another schema for one of the two",
        )
    return found


def _remove(types: dict[TypeId, Definition], root: TypeId) -> None:
    for definition in list(types.values()):
        origin = definition.origin
        if definition.id == root or (
            isinstance(origin, Within) and origin.root == root
        ):
            del types[definition.id]


def _used(
    types: Mapping[TypeId, Definition], candidates: Set[TypeId], others: object
) -> set[TypeId]:
    """The candidates that something else than they themselves refers to."""
    own: dict[TypeId, list[Definition]] = {id_: [] for id_ in candidates}
    waiting: list[object] = [others]
    for definition in types.values():
        origin = definition.origin
        root = origin.root if isinstance(origin, Within) else definition.id
        if isinstance(root, str) and root in own:
            own[TypeId(root)].append(definition)
        else:
            waiting.append(definition)
    used: set[TypeId] = set()
    while waiting:
        for target in _references(waiting.pop()):
            if target in own and target not in used:
                used.add(target)
                waiting += own[target]
    return used


def _references(value: object) -> Iterator[TypeId]:
    """The types that a value refers to, at any depth."""
    waiting: list[object] = [value]
    while waiting:
        found = waiting.pop()
        if isinstance(found, _ATOMS):
            continue
        if isinstance(found, Ref):
            yield found.target
        elif isinstance(found, ErrorEnvelope):
            yield found.type
        elif isinstance(found, (tuple, list)):
            waiting += found
        elif isinstance(found, Struct):
            waiting += astuple(found)
            if isinstance(found, Object) and found.base is not None:
                yield found.base
