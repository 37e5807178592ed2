"""Seconds until mypy has checked a program of eight lines, with nothing cached."""

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
    started = time.perf_counter()
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--cache-dir",
        f"{folder}/cache",
        "program.py",
    ]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    report(wall=time.perf_counter() - started)
