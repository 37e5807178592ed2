"""Views of the page classes."""

from __future__ import annotations

from msgspec import Struct


from ...surface import Definition, Page, PageKind, Sdk, TypeName
from ..notation.imports import Imports, ImportView
from ..notation.literals import literal
from .definition_order import DefinitionOrder
from .docstrings import docstring, one_line
from .types import FieldView, ModelView, ModelWriter, attributes_of

_RULES = {
    PageKind.CURSOR: (
        "CursorRules",
        ("next_cursor_field", "next_cursor_param", "has_next_page"),
    ),
    PageKind.CURSOR_ID: (
        "CursorIdRules",
        ("cursor_item_id", "next_cursor_id_param", "has_next_page"),
    ),
    PageKind.CURSOR_URL: ("CursorUrlRules", ("cursor_url_field",)),
    PageKind.OFFSET: (
        "OffsetRules",
        (
            "offset_count_param",
            "offset_count_start_field",
            "offset_total_count_field",
            "has_next_page",
        ),
    ),
    PageKind.PAGE_NUMBER: (
        "PageNumberRules",
        ("page_number_param", "current_page_number_field", "total_page_count_field"),
    ),
    PageKind.SINGLE: ("SinglePageRules", ()),
}
_KEYWORDS = {
    "next_cursor_field": "cursor",
    "next_cursor_param": "param",
    "has_next_page": "has_next_page",
    "cursor_item_id": "item_id",
    "next_cursor_id_param": "param",
    "cursor_url_field": "url",
    "offset_count_param": "param",
    "offset_count_start_field": "start",
    "offset_total_count_field": "total",
    "page_number_param": "param",
    "current_page_number_field": "current",
    "total_page_count_field": "total",
}


class PageClassView(Struct, frozen=True):
    """A page class: sync or async by its ``base``."""

    name: str
    base: str
    doc: tuple[str, ...]
    fields: tuple[FieldView, ...]


class PageModuleView(Struct, frozen=True):
    """The module of one pagination scheme: nested models, then the two page classes."""

    doc: str
    imports: tuple[ImportView, ...]
    local_imports: tuple[ImportView, ...]
    exports: tuple[str, ...]
    models: tuple[ModelView, ...]
    rules: str
    whole: str
    headers: str
    pages: tuple[PageClassView, ...]


def page_module(
    sdk: Sdk, order: DefinitionOrder, page: Page, nested: tuple[Definition, ...]
) -> PageModuleView:
    """The module of a scheme; ``nested`` are the definitions inside its page."""
    own = (page.sync_class, page.async_class, *(d.name.name for d in nested))
    imports = Imports(
        page.module, bound={name: TypeName(name, page.module) for name in own}
    )
    for name in ("ItemT", "SyncPage as BaseSyncPage", "AsyncPage as BaseAsyncPage"):
        imports.core(name)  # a scheme may well be called "page"
    body = sdk.body_of(page)
    writer = ModelWriter(
        order,
        page.module,
        imports,
        imports,
        attributes_of((*nested, body)),
        generic=frozenset(page.holders),
    )
    models = tuple(map(writer.view, order.in_order(nested)))
    fields = writer.fields(body)
    rules = _rules(page, imports)
    pages = tuple(
        PageClassView(
            name,
            f"{base}[ItemT]",
            docstring(page.description, indent=4),
            fields,
        )
        for name, base in (
            (page.sync_class, "BaseSyncPage"),
            (page.async_class, "BaseAsyncPage"),
        )
    )
    return PageModuleView(
        doc=one_line(f"Pages of the scheme {page.scheme}."),
        imports=imports.external(),
        local_imports=imports.internal(),
        exports=tuple(literal(view.name) for view in pages),
        models=models,
        rules=rules,
        whole=literal(page.whole) if page.whole else "",
        headers=_headers(page),
        pages=pages,
    )


def _rules(page: Page, imports: Imports) -> str:
    """The expression that tells the run-time library where cursor and items are, by wire name."""
    name, roles = _RULES[page.kind]
    arguments = [f"items={_path(page.fields['items'])}"]
    for role in roles:
        if role in page.fields:
            arguments.append(f"{_KEYWORDS[role]}={_path(page.fields[role])}")
        elif role in page.params:
            arguments.append(f"{_KEYWORDS[role]}={literal(page.params[role])}")
    return f"{imports.core(name)}({', '.join(arguments)})"


def _headers(page: Page) -> str:
    """The mapping of properties to the headers that hold them; empty if there are none."""
    entries = (f"{literal(n)}: {literal(h)}" for n, h in sorted(page.headers.items()))
    return f"{{{', '.join(entries)}}}" if page.headers else ""


def _path(names: tuple[str, ...]) -> str:
    inside = ", ".join(literal(name) for name in names)
    return f"({inside},)" if len(names) == 1 else f"({inside})"
