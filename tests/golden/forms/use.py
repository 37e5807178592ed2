"""Sends forms, files, bytes and text."""

import io
from urllib.parse import parse_qsl

from forms import Client
from stub import Stub

with Stub(None, None, None, None) as stub, Client(base_url=stub.url) as client:
    client.charges.create(
        amount=5, card={"exp_year": 2030}, expand=["a", "b"], notes={"k": "v"}
    )
    client.files.upload(
        file=("a.txt", b"one", "text/plain"),
        cover=io.BytesIO(b"two"),
        pages=[b"three", ("p.bin", b"four")],
        labels=["x", "y"],
        about={"made_by": "me"},
    )
    client.files.replace("f", body=io.BytesIO(b"five"))
    client.notes.create(body="seven")

form, upload, content, note = stub.bodies
assert parse_qsl(form.decode()) == [
    ("amount", "5"),
    ("card[expYear]", "2030"),
    ("expand", "a"),
    ("expand", "b"),
    ("notes", '{"k":"v"}'),
]
boundary = stub.headers[1]["content-type"].partition("boundary=")[2].encode()
parts = [part.strip(b"\r\n") for part in upload.split(b"--" + boundary)[1:-1]]
heads = [part.partition(b"\r\n\r\n") for part in parts]
assert [(head.decode().splitlines(), data) for head, _, data in heads] == [
    (
        [
            'Content-Disposition: form-data; name="about"',
            "Content-Type: application/json",
        ],
        b'{"madeBy":"me"}',
    ),
    (['Content-Disposition: form-data; name="labels"'], b"x"),
    (['Content-Disposition: form-data; name="labels"'], b"y"),
    (
        [
            'Content-Disposition: form-data; name="file"; filename="a.txt"',
            "Content-Type: text/plain",
        ],
        b"one",
    ),
    (
        [
            'Content-Disposition: form-data; name="cover"; filename="upload"',
            "Content-Type: image/png",
        ],
        b"two",
    ),
    (
        [
            'Content-Disposition: form-data; name="pages"; filename="upload"',
            "Content-Type: application/octet-stream",
        ],
        b"three",
    ),
    (
        [
            'Content-Disposition: form-data; name="pages"; filename="p.bin"',
            "Content-Type: application/octet-stream",
        ],
        b"four",
    ),
]
assert stub.headers[2]["content-type"] == "image/png"
assert content == b"five"
assert stub.headers[3]["content-type"] == "text/plain"
assert note == b"seven"
