"""The program of the reference page runs as it stands."""

from __future__ import annotations


import pytest

from tests.client.conftest import Programs
from tests.client.stub import Stub

PAGE_PROGRAM = """\
import os
from cloudflare import Cloudflare

client = Cloudflare(
    api_token=os.environ.get("CLOUDFLARE_API_TOKEN"),  # This is the default and can be omitted
)
page = client.security_center.insights.audit_logs.list_by_insight(
    issue_id="issue_id",
    account_id="account_id",
)
page = page.result[0]
print(page.id)
"""
SHORT_PROGRAM = """\
import os
from cloudflare import Cloudflare
client = Cloudflare(api_token=os.environ.get("CLOUDFLARE_API_TOKEN"))
page = client.security_center.insights.audit_logs.list_by_insight(issue_id="issue_id", account_id="account_id")
print(page.result[0].id)
"""
PATH = "/accounts/account_id/security-center/insights/issue_id/audit-log"


def test_the_program_below_is_the_one_on_the_page(reference_page: str) -> None:
    assert f"\n\n{PAGE_PROGRAM}" in reference_page


@pytest.mark.parametrize("program", [PAGE_PROGRAM, SHORT_PROGRAM])
def test_the_program_prints_the_id_of_the_first_entry(
    program: str, programs: Programs, stub: Stub
) -> None:
    assert programs.output(program) == "entry-01\n"
    (request,) = stub.requests
    assert (request.method, request.path) == ("GET", PATH)
    assert request.query == {}
    assert request.headers["authorization"] == "Bearer token"


def test_without_a_token_the_program_says_what_is_missing(
    programs: Programs, stub: Stub
) -> None:
    del programs.environment["CLOUDFLARE_API_TOKEN"]
    done = programs.run(PAGE_PROGRAM)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(
        'TypeError: "Could not resolve authentication method. Expected one of '
        "api_email, api_key, api_token or user_service_key to be set."
    )
    assert stub.requests == []
