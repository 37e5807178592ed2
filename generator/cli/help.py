"""What ``--help`` shows besides options: the order of the commands, examples, exit codes, and
where to read more."""

from __future__ import annotations


import click
from msgspec import Struct

_VERBATIM = "\b"
"""For click, a paragraph that begins with it is not wrapped."""
_EXIT_CODES = "Exit codes: 0 success, 1 problems found, 2 wrong usage, 130 interrupted"


class Guide(Struct, frozen=True):
    """Command lines to copy, and the page of the documentation about a command."""

    page: str
    examples: tuple[str, ...]
    exit_codes: str = _EXIT_CODES

    def epilog(self) -> str:
        """The end of the help text."""
        return "\n".join(
            [
                _VERBATIM,
                "Examples:",
                *(f"  {example}" for example in self.examples),
                "",
                _VERBATIM,
                self.exit_codes,
                f"Documentation: {self.page} in the repository",
            ]
        )


_GUIDES = {
    "generate": Guide(
        "docs/configuration.md",
        (
            "clientwright generate openapi.yaml --out client",
            "clientwright generate https://api.example/openapi.json",
            "clientwright generate --config stainless.yml --strict",
            "clientwright generate --out client --continue",
        ),
    ),
    "init": Guide(
        "docs/configuration.md",
        (
            "clientwright init openapi.yaml",
            "clientwright init openapi.yaml --config sdk/stainless.yml",
            "clientwright init openapi.yaml --from ./existing-client",
        ),
    ),
    "watch": Guide(
        "docs/watch.md",
        (
            "clientwright watch openapi.yaml --out client",
            "clientwright watch openapi.yaml --mock 4010 --docs 8000",
        ),
        "Exit codes: 0 stopped with Ctrl-C, 2 wrong usage",
    ),
    "mock": Guide(
        "docs/mock.md",
        (
            "clientwright mock openapi.yaml",
            "clientwright mock openapi.yaml --port 0 --scenario faults.yaml",
            "clientwright mock openapi.yaml --run 'pytest -q'",
        ),
        "Exit codes: 0 success, 1 problems found, 2 wrong usage, 130 interrupted; with --run the command's",
    ),
    "docs": Guide(
        "docs/006-reference-site.md",
        (
            "clientwright docs openapi.yaml --out site",
            "clientwright docs openapi.yaml --out site --check",
        ),
    ),
    "check": Guide(
        "docs/diagnostics.md",
        (
            "clientwright check",
            "clientwright check openapi.yaml --out client --format json",
        ),
        "Exit codes: 0 up to date, 1 not up to date or problems found, 2 wrong usage, 130 interrupted",
    ),
    "diff": Guide(
        "docs/diff.md",
        (
            "clientwright diff old.whl new.whl",
            "clientwright diff acme stainless.yml --verbose",
            "clientwright diff ./released-client ./generated --format json",
        ),
        "Exit codes: 0 programs run unchanged, 1 differences, 2 wrong usage or unreadable, 130 interrupted",
    ),
    "release": Guide(
        "docs/releasing.md",
        (
            "clientwright release --dry-run",
            "clientwright release openapi.yaml --out . --version 2.0.0",
            "clientwright release --out . --notes 2.0.0",
        ),
    ),
    "adopt": Guide(
        "docs/adopting.md",
        (
            "clientwright adopt ./acme-python --dry-run",
            "clientwright adopt ./acme-python openapi.yaml --out client",
            "clientwright adopt ./acme-python --format json > custom-code.json",
        ),
    ),
    "edits": Guide(
        "docs/custom-code.md",
        (
            "clientwright edits --out client",
            "clientwright edits --out client --format json",
        ),
    ),
    "validate": Guide(
        "docs/diagnostics.md",
        (
            "clientwright validate openapi.yaml",
            "clientwright validate openapi.yaml --statistics",
            "clientwright validate openapi.yaml --format sarif > findings.sarif",
        ),
    ),
    "explain": Guide(
        "docs/diagnostics.md",
        ("clientwright explain C012",),
        "Exit codes: 0 success, 2 no such code",
    ),
    "names": Guide(
        "docs/configuration.md",
        (
            "clientwright names openapi.yaml",
            "clientwright names openapi.yaml --format json",
        ),
    ),
    "schema": Guide(
        "docs/configuration.md",
        ("clientwright schema > stainless.schema.json",),
        "Exit codes: 0 success, 2 wrong usage",
    ),
}


class Commands(click.Group):
    """A group whose commands are listed in the order of their guides, which begin with what a
    newcomer needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, those without a guide last."""
        order = [name for name in _GUIDES if name in self.commands]
        return order + sorted(self.commands.keys() - order)

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Add a command, with its guide at the end of its help."""
        super().add_command(cmd, name)
        guide = _GUIDES.get(name or cmd.name or "")
        if guide is not None:
            cmd.epilog = guide.epilog()
