"""Shows the client at work, against a mock of the API: ``python -m demo``."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

HERE = Path(__file__).parent
PROGRAMS = {
    "The program of the documentation": "page_program.py",
    "Every entry of an account": "list_entries.py",
    "The same, asynchronously": "async_list_entries.py",
    "A call that the server refuses": "failing_call.py",
}
ITEMS = 350


@contextmanager
def mock() -> Iterator[str]:
    """The address of a mock, which is there until the block is left."""
    command = [sys.executable, "-m", "generator", "mock", "--port", "0", "--quiet"]
    with subprocess.Popen(
        [*command, "--items", str(ITEMS)],
        cwd=HERE.parent,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            if not line:
                sys.exit("the mock did not start")
            yield line.split()[0]
        finally:
            process.terminate()


def show(number: int, title: str, program: Path, url: str) -> None:
    """Print a program, run it, and print what it prints."""
    click.secho(f"\n{number}. {title}", bold=True)
    for line in program.read_text("utf-8").splitlines():
        click.secho(f"   {line}", dim=True)
    environment = os.environ | {
        "CLOUDFLARE_BASE_URL": url,
        "CLOUDFLARE_API_TOKEN": "a-token-that-the-mock-accepts",
        "PYTHONPATH": str(HERE.parent / "generated" / "src"),
        "PYTHONIOENCODING": "utf-8",
        "NO_PROXY": "127.0.0.1",
    }
    done = subprocess.run(
        [sys.executable, program], env=environment, stdout=subprocess.PIPE, text=True
    )
    for line in done.stdout.splitlines():
        click.secho(f"=> {line}", fg="green")
    if done.returncode:
        sys.exit(f"{program.name} failed")


def main() -> None:
    """Run every program."""
    with mock() as url:
        click.echo(f"A mock of the API answers on {url}; no account is needed.")
        for number, (title, name) in enumerate(PROGRAMS.items(), 1):
            show(number, title, HERE / name, url)


if __name__ == "__main__":
    main()
