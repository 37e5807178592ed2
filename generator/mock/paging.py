"""Which operations are paged, by the schemes of the configuration and what it says of a method."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from ..config import MethodConfig, SdkConfig
from ..lower import Pagination
from ..diagnostics import Report
from ..openapi import Location, Operation
from ..source.document import Value
from .negotiation import Choice
from .layers import Layers
from .pages import Paged, Window
from .samples import Sampler


class Page(Struct, frozen=True):
    """The body of a page, its position, and the headers that say what comes after it; None for one
    that is not sent."""

    body: Value
    window: Window
    headers: Mapping[str, str | None]


class Paging(Struct, frozen=True):
    """Recognises pages and cuts them; ``total`` is how many items a list has.

    Where clients infer their pages, so does this.
    """

    config: SdkConfig | None
    sampler: Sampler
    total: int

    def page(
        self,
        operation: Operation,
        choice: Choice,
        whole: Value,
        query: Mapping[str, Value],
    ) -> Page | None:
        """The page that a query asks for; None if the response is not a page.

        ``whole`` is any valid body, ``query`` holds the parameters that were sent.

        Raises:
            NoSample: the page does not match its schema.
        """
        paged = self._paged(operation, choice)
        if paged is None or not isinstance(whole, list if paged.is_list else dict):
            return None
        whole, prototypes = self._model(paged, choice, whole)
        window = paged.window(query, self.total, prototypes)
        body = paged.body(whole, prototypes, window, self.sampler, query)
        return Page(body, window, paged.headers(window, query))

    def _paged(self, operation: Operation, choice: Choice) -> Paged | None:
        if choice.schema is None or choice.status != 200:
            return None
        schemes = self.config.pages if self.config else None
        method = self._method(operation)
        if method is not None and method.paginated is False:
            return None
        if method is not None and isinstance(method.paginated, str):
            schemes = tuple(s for s in schemes or () if s.name == method.paginated)
            if not schemes:
                return None
        queried = {
            parameter.name
            for parameter in operation.parameters
            if parameter.location is Location.QUERY
        }
        pagination = Pagination(self.sampler.description, schemes, Report())
        found = pagination.fitting(operation, queried, choice.schema)
        if found is None:
            return None
        scheme, item = found
        layers = Layers.of(self.sampler.description, item)
        return Paged(scheme, choice.schema, item, layers)

    def _method(self, operation: Operation) -> MethodConfig | None:
        """What the configuration says of an operation."""
        waiting = list(self.config.resources) if self.config else []
        while waiting:
            resource = waiting.pop()
            waiting += resource.children
            for method in resource.methods:
                if (method.verb, method.path) == (operation.verb, operation.path):
                    return method
        return None

    def _model(
        self, paged: Paged, choice: Choice, whole: Value
    ) -> tuple[Value, list[Value]]:
        """The page to imitate and the items to vary: those of the example that has most of them."""
        pages = [e for e in choice.examples().values() if self._is_page(paged, e)]
        best = max(pages, key=lambda page: len(paged.items(page)), default=whole)
        items = [i for i in paged.items(best) if self.sampler.accepts(paged.item, i)]
        return best, items or [self.sampler.sample(paged.item)]

    def _is_page(self, paged: Paged, example: Value) -> bool:
        return bool(paged.items(example)) and self.sampler.accepts(paged.page, example)
