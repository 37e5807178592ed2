"""The request that a method makes, read from its body."""

from __future__ import annotations

import ast

from ..published import Module, Modules, read_call


def read_route(
    owner: ast.ClassDef, name: str, module: Module, modules: Modules
) -> tuple[str, str] | None:
    """The verb and path of a method's request; None if its body shows none."""
    nodes = [n for n in owner.body if getattr(n, "name", None) == name]
    for node in nodes:
        if isinstance(node, ast.FunctionDef):
            call = read_call(node, module, modules)
            if call is not None:
                return call.verb, call.path
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found = _of_endpoint(node, module)
            if found is not None:
                return found
    return None


def _of_endpoint(
    node: ast.FunctionDef | ast.AsyncFunctionDef, module: Module
) -> tuple[str, str] | None:
    """The route of the endpoint that the module holds and the body of a method names."""
    for part in ast.walk(ast.Module(body=node.body, type_ignores=[])):
        if isinstance(part, ast.Name):
            match module.defined.get(part.id):
                case ast.Assign(
                    value=ast.Call(
                        args=[
                            ast.Constant(value=str() as verb),
                            ast.Constant(value=str() as path),
                            *_,
                        ]
                    )
                ):
                    return verb.lower(), path
                case _:
                    pass
    return None
