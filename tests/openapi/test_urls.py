"""A description may be named by a URL: it is fetched within limits, and from its origin (G10, G11)."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import trustme

from generator.diagnostics import Report
from generator.openapi import DocumentSet, Reach, load_description, read_description
from generator.source import Url
from generator.pipeline import Inputs, build, compile_inputs
from generator.source.fetch import Fetcher, Limits, Unfetched
from tests.web import Handler, Web, redirect, serving

from .conftest import Reading

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
Served = Callable[[], Web]


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """Makes servers, which no proxy of this machine stands before."""
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with ExitStack() as stack:
        yield lambda: stack.enter_context(serving())


def schemas(**schemas: str) -> str:
    """A description whose schemas refer to what is given."""
    inner = ", ".join(f"{name}: {{$ref: '{ref}'}}" for name, ref in schemas.items())
    return f"{HEAD}components: {{schemas: {{{inner}}}}}\n"


def load(
    url: str, *, hosts: tuple[str, ...] = ()
) -> tuple[DocumentSet | None, list[str]]:
    """What a URL holds with all that it refers to, and what was found, a line each."""
    report = Report()
    reach = Reach(hosts=frozenset(hosts))
    documents = load_description(Url.parse(url), report, reach=reach)
    found = [f"{d.code} {d.place}: {d.message}; {d.help}" for d in report.diagnostics]
    return documents, found


def target(documents: DocumentSet | None, ref: str) -> object:
    """The value that a reference of the root leads to."""
    assert documents is not None
    found = documents.follow(documents.root, ref)
    assert found is not None
    return found[2]


def test_relative_references_start_at_the_url(served: Served) -> None:
    web = served()
    web.pages["/api/v1/openapi.yaml"] = schemas(A="../kinds.json#/a", B="/b.yaml")
    web.pages["/api/kinds.json"] = '{"a": {"$ref": "deep/c.yaml"}}'
    web.pages["/api/deep/c.yaml"] = "{type: string}"
    web.pages["/b.yaml"] = f"$ref: {web.url}/api/deep/c.yaml"
    documents, found = load(f"{web.url}/api/v1/openapi.yaml")
    assert found == []
    assert target(documents, "/b.yaml") == {"$ref": f"{web.url}/api/deep/c.yaml"}
    assert target(documents, "../deep/c.yaml") == {"type": "string"}
    assert sorted(web.paths) == [
        "/api/deep/c.yaml",
        "/api/kinds.json",
        "/api/v1/openapi.yaml",
        "/b.yaml",
    ]


def test_relative_references_start_where_a_redirect_ends(served: Served) -> None:
    web = served()
    web.pages["/latest"] = redirect("/v2/openapi.yaml", 307)
    web.pages["/v2/openapi.yaml"] = schemas(A="a.yaml", B="b.yaml#/x")
    web.pages["/v2/a.yaml"] = redirect("/moved/a.yaml", 301)
    web.pages["/moved/a.yaml"] = "{properties: {c: {$ref: c.yaml}}}"
    web.pages["/moved/c.yaml"] = "{type: string}"
    web.pages["/v2/b.yaml"] = "{x: {$ref: a.yaml}}"
    documents, found = load(f"{web.url}/latest")
    assert found == []
    assert target(documents, "a.yaml#/properties/c/type") == "string"
    assert web.paths.count("/v2/a.yaml") == 1


def test_servers_start_at_the_url(served: Served) -> None:
    web = served()
    web.pages["/docs/openapi.yaml"] = f"{HEAD}servers: [{{url: ../v1}}]\npaths: {{}}\n"
    documents, _ = load(f"{web.url}/docs/openapi.yaml")
    assert documents is not None
    description = read_description(documents, Report())
    assert description is not None
    assert [server.url for server in description.servers] == [f"{web.url}/v1"]


def test_nothing_is_fetched_from_another_origin(served: Served) -> None:
    web, other = served(), served()
    other.pages["/a.yaml"] = "{type: string}"
    web.pages["/openapi.yaml"] = schemas(
        A=f"{other.url}/a.yaml", B="//169.254.169.254/"
    )
    _, found = load(f"{web.url}/openapi.yaml")
    assert [line[:4] for line in found] == ["S003", "S003"]
    assert f"--allow-remote-refs {other.host}" in found[0]
    assert other.paths == []


def test_another_origin_can_be_allowed_and_no_further(served: Served) -> None:
    web, other, third = served(), served(), served()
    web.pages["/openapi.yaml"] = schemas(A=f"{other.url}/a.yaml")
    other.pages["/a.yaml"] = f"{{allOf: [{{$ref: b.yaml}}, {{$ref: '{third.url}/c'}}]}}"
    other.pages["/b.yaml"] = "{type: string}"
    _, found = load(f"{web.url}/openapi.yaml", hosts=(other.host,))
    assert [line[:4] for line in found] == ["S003"]
    assert sorted(other.paths) == ["/a.yaml", "/b.yaml"]
    assert third.paths == []


def test_files_may_refer_to_hosts_that_are_allowed(
    served: Served, reading: Reading
) -> None:
    web = served()
    web.pages["/a.yaml"] = "{properties: {b: {$ref: b.yaml}}}"
    web.pages["/b.yaml"] = "{type: string}"
    path = reading.write(schemas(A=f"{web.url}/a.yaml"))
    assert load_description(path, reading.report) is not None
    assert (reading.codes, web.paths) == (["S003"], [])
    report = Report()
    reach = Reach(hosts=frozenset({web.host}))
    documents = load_description(path, report, reach=reach)
    assert report.diagnostics == []
    assert target(documents, f"{web.url}/b.yaml") == {"type": "string"}


def test_fetched_documents_never_refer_to_files(
    served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("type: string\n")
    monkeypatch.chdir(tmp_path)
    web = served()
    web.pages["/openapi.yaml"] = schemas(A=f"file://{secret}", B="secret.yaml")
    documents, found = load(f"{web.url}/openapi.yaml")
    assert [line[:4] for line in found] == ["S003", "I012"]
    assert documents is not None
    assert len(documents.files) == 1


@pytest.mark.parametrize("hosts", [(), ("example.com",)])
def test_a_redirect_to_another_origin_is_refused(
    served: Served, hosts: tuple[str, ...]
) -> None:
    web, other = served(), served()
    web.pages["/openapi.yaml"] = redirect(f"{other.url}/openapi.yaml")
    other.pages["/openapi.yaml"] = HEAD
    documents, found = load(f"{web.url}/openapi.yaml", hosts=hosts)
    assert documents is None
    assert len(found) == 1
    assert "redirects to another origin" in found[0]
    assert f"--allow-remote-refs {other.host}" in found[0]
    assert other.paths == []


def test_each_hop_of_a_redirect_is_checked(served: Served) -> None:
    web, other, third = served(), served(), served()
    web.pages["/openapi.yaml"] = redirect(f"{other.url}/openapi.yaml")
    other.pages["/openapi.yaml"] = redirect(f"{third.url}/openapi.yaml")
    _, found = load(f"{web.url}/openapi.yaml", hosts=(other.host,))
    assert "redirects to another origin" in found[0]
    assert (other.paths, third.paths) == (["/openapi.yaml"], [])


def test_endless_redirects_end(served: Served) -> None:
    web = served()
    web.pages["/a"] = redirect("/b")
    web.pages["/b"] = redirect("/a")
    _, found = load(f"{web.url}/a")
    assert "redirects more than 5 times" in found[0]
    assert len(web.paths) == 6


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://x.example/", ""])
def test_a_redirect_leads_to_urls_only(served: Served, location: str) -> None:
    web = served()
    web.pages["/a"] = redirect(location)
    _, found = load(f"{web.url}/a")
    assert len(found) == 1
    assert "redirects to nothing that can be fetched" in found[0]


def test_https_does_not_lead_to_http(
    served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = trustme.CA()
    trusted = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(trusted)
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    plain = served()
    plain.pages["/a.yaml"] = "{type: string}"
    with serving(context) as web:
        web.pages["/moved"] = redirect(f"{plain.url}/a.yaml")
        web.pages["/openapi.yaml"] = schemas(A=f"{plain.url}/a.yaml", B="b.yaml")
        web.pages["/b.yaml"] = "{type: string}"
        _, found = load(f"{web.url}/moved", hosts=(plain.host,))
        assert "redirects from https to" in found[0]
        documents, found = load(f"{web.url}/openapi.yaml", hosts=(plain.host,))
    assert [line[:4] for line in found] == ["S003"]
    assert "leads from https to http" in found[0]
    assert target(documents, "b.yaml") == {"type": "string"}
    assert plain.paths == []


def test_a_certificate_that_is_not_trusted_is_reported(served: Served) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    with serving(context) as web:
        _, found = load(f"{web.url}/openapi.yaml")
        assert web.paths == []
    assert found[0].startswith(f"I012 {web.url}/openapi.yaml: ")
    assert "certificate" in found[0] or "issuer" in found[0]


def test_credentials_are_sent_to_their_origin_and_never_shown(
    served: Served, capfd: pytest.CaptureFixture[str]
) -> None:
    web, other = served(), served()
    web.pages["/openapi.yaml"] = redirect("/v1/openapi.yaml")
    web.pages["/v1/openapi.yaml"] = schemas(
        A="a.yaml", B=f"{other.url}/b.yaml", C="absent.yaml", D="broken.yaml"
    )
    web.pages["/v1/a.yaml"] = redirect(f"{other.url}/a.yaml")
    web.pages["/v1/broken.yaml"] = "{type: [}"
    other.pages["/a.yaml"] = "{type: string}"
    other.pages["/b.yaml"] = "{type: string}"
    address = f"http://ada:s3cret@{web.host}/openapi.yaml?key=h1dden"
    documents, found = load(address, hosts=(other.host,))
    assert [line[:4] for line in found] == ["I012", "I005"]
    assert len(other.paths) == 2
    assert {headers["Authorization"] for _, headers in web.asked} == {
        "Basic YWRhOnMzY3JldA=="
    }
    assert not any(headers["Authorization"] for _, headers in other.asked)
    said = "\n".join([*found, repr(documents), *capfd.readouterr()])
    assert "s3cret" not in said
    assert "h1dden" not in said


def test_a_description_that_cannot_be_fetched_has_a_place_and_a_remedy(
    served: Served,
) -> None:
    web = served()
    web.pages["/private"] = lambda handler: handler.respond(401)
    assert load(f"{web.url}/absent.yaml?key=h1dden")[1] == [
        f"I012 {web.url}/absent.yaml?key=…: the description cannot be fetched: "
        "the server responded with 404; check the URL"
    ]
    assert "give a user and a password" in load(f"{web.url}/private")[1][0]
    web.pages["/page"] = "<!doctype html>\n<title>API: the docs</title>\n<p>: [\n"
    assert "this looks like a web page" in load(f"{web.url}/page")[1][0]


def test_a_host_that_does_not_respond_is_asked_once(served: Served) -> None:
    web = served()
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{closed.getsockname()[1]}"
    web.pages["/openapi.yaml"] = schemas(
        A=f"http://{host}/a.yaml", B=f"http://{host}/b.yaml"
    )
    _, found = load(f"{web.url}/openapi.yaml", hosts=(host,))
    assert [line[:4] for line in found] == ["I012", "I012"]
    assert "it cannot be reached: Connection refused" in found[0]
    assert "its host did not respond before" in found[1]


def fetching(web: Web, path: str, limits: Limits) -> str:
    """Why a page is not fetched within limits."""
    with pytest.raises(Unfetched) as caught:
        Fetcher(limits=limits).start(Url.parse(web.url + path))
    assert caught.value.help
    return caught.value.message


def test_large_documents_are_not_read_to_the_end(served: Served) -> None:
    web, sent = served(), []

    def endless(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while len(sent) < 10_000:
            handler.wfile.write(b"x" * 65_536)
            sent.append(1)

    web.pages["/endless"] = endless
    web.pages["/bomb"] = lambda handler: handler.respond(
        200, gzip.compress(bytes(50_000_000)), Content_Encoding="gzip"
    )
    limits = Limits(size=1_000_000)
    assert fetching(web, "/endless", limits) == "it is larger than 1,000,000 bytes"
    assert fetching(web, "/bomb", limits) == "it is larger than 1,000,000 bytes"
    assert len(sent) < 1_000


@pytest.mark.parametrize("part", ["headers", "body"])
def test_a_server_that_dawdles_is_cut_off(served: Served, part: str) -> None:
    web, leave = served(), threading.Event()

    def drip(handler: Handler) -> None:
        if part == "body":
            handler.send_response(200)
            handler.end_headers()
        while not leave.wait(0.01):
            handler.wfile.write(b"x")
            handler.wfile.flush()

    web.pages["/drip"] = drip
    try:
        limits = Limits(step=5, total=0.3)
        assert fetching(web, "/drip", limits) == "it did not respond in time"
    finally:
        leave.set()


def test_a_body_that_breaks_off_is_not_used(served: Served) -> None:
    web = served()
    web.pages["/short"] = lambda handler: handler.respond(
        200, b"openapi: 3.1.0", Content_Length="100"
    )
    packed = gzip.compress(b"openapi: 3.1.0" * 100)[:-12]
    web.pages["/packed"] = lambda handler: handler.respond(
        200, packed, Content_Encoding="gzip"
    )
    web.pages["/garbled"] = lambda handler: handler.respond(
        200, b"openapi", Content_Encoding="gzip"
    )
    web.pages["/brotli"] = lambda handler: handler.respond(
        200, b"", Content_Encoding="br"
    )
    assert "closed before its end" in fetching(web, "/short", Limits())
    assert "closed before its end" in fetching(web, "/packed", Limits())
    assert "compression is broken" in fetching(web, "/garbled", Limits())
    assert "compressed with 'br'" in fetching(web, "/brotli", Limits())


def test_a_compressed_description_is_read(served: Served) -> None:
    web = served()
    web.pages["/openapi.yaml"] = lambda handler: handler.respond(
        200, gzip.compress(HEAD.encode()), Content_Encoding="gzip"
    )
    documents, found = load(f"{web.url}/openapi.yaml")
    assert found == []
    assert documents is not None


def test_the_number_of_documents_is_bounded(served: Served) -> None:
    web = served()
    web.pages["/a"] = "x"
    fetcher = Fetcher(limits=Limits(documents=2))
    url = Url.parse(f"{web.url}/a")
    fetcher.start(url)
    fetcher.fetch(url)
    with pytest.raises(Unfetched, match="more than 2 documents"):
        fetcher.fetch(url)


def test_documents_of_the_web_give_what_files_give(
    served: Served, reading: Reading
) -> None:
    files = {
        "v1/openapi.yaml": HEAD
        + """
servers: [{url: https://api.example.com}]
paths:
  /pets:
    get:
      operationId: list
      parameters: [{$ref: ../parts.yaml#/limit}]
      responses:
        '200': {description: x, content: {application/json: {schema: {$ref: ../pet.yaml}}}}
""",
        "parts.yaml": "limit: {name: limit, in: query, schema: {type: integer, default: 1}}",
        "pet.yaml": "{type: object, properties: {owner: {$ref: owner.yaml}}}",
        "owner.yaml": "{type: object, properties: {pet: {$ref: pet.yaml}}, examples: [{pet: 1}]}",
    }
    config = reading.write(
        "organization: {name: acme}\n"
        "targets: {python: {package_name: acme}}\n"
        "resources: {pets: {methods: {list: get /pets}}}\n",
        "stainless.yml",
    )
    web = served()
    for name, text in files.items():
        reading.write(text, name)
        web.pages[f"/{name}"] = text
    trees, findings = [], []
    local = Inputs(reading.folder / "v1/openapi.yaml", config, root=reading.folder)
    for inputs in (local, Inputs(Url.parse(f"{web.url}/v1/openapi.yaml"), config)):
        report = Report()
        compiled = compile_inputs(inputs, report, progress=lambda _: None)
        assert compiled is not None
        files_of = dict(build(compiled, lambda _: None))
        del files_of[".manifest.json"]
        trees.append(files_of)
        findings.append([(d.code, d.message) for d in report.diagnostics])
    assert trees[0] == trees[1]
    assert findings[0] == findings[1]
    assert [code for code, _ in findings[0]] == ["S033"]
