"""Seconds until ``mypy``, with nothing cached, or ``pyright`` has checked a program of eight lines."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measure import report

PROGRAM = """from cloudflare import Cloudflare

client = Cloudflare()
page = client.security_center.insights.audit_logs.list_by_insight(
    issue_id="i",
    account_id="a",
)
print(page.result[0].id)
"""

with tempfile.TemporaryDirectory() as folder:
    Path(folder, "program.py").write_text(PROGRAM)
    commands = {
        "mypy": ("-m", "mypy", "--cache-dir", f"{folder}/cache"),
        "pyright": ("-m", "pyright", "--pythonpath", sys.executable),
    }
    command = [sys.executable, *commands[sys.argv[1]], "program.py"]
    started = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    report(wall=time.perf_counter() - started)
