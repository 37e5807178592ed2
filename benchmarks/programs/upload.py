"""Memory beyond that of the start while a file of 200 MB is sent from its path."""

import resource
import sys
import tempfile
from pathlib import Path

from cloudflare import Cloudflare
from measure import report

with (
    tempfile.TemporaryDirectory() as folder,
    Cloudflare(api_token="t" * 40, base_url=sys.argv[1]) as client,
):
    path = Path(folder, "large")
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    small = Path(folder, "small")
    small.write_bytes(b"x")

    def send(source: Path) -> None:
        client.post("/x", files={"file": source}, cast_to=object)

    send(small)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    send(path)
    report(memory=(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024)
