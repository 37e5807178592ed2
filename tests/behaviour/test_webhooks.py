"""Methods that read webhooks: what arrives is what was signed, or an error."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import importlib
import inspect
import json
import sys
import time
from types import ModuleType
from typing import Any

import pytest

from tests.behaviour.conftest import Generate, GenerateWithFindings
from tests.tracebacks import shown

DESCRIPTION = """
paths: {}
webhooks:
  order.created: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Created'}}}}, responses: {}}}
  order.lost: {post: {requestBody: {content: {application/json: {schema: {type: object, required: [type], properties: {type: {type: string, const: order.lost}, 'why "so"': {type: string}}}}}}, responses: {}}}
components:
  schemas:
    Created: {type: object, required: [type], properties: {type: {type: string, enum: [order.created]}, order: {type: string}}}
"""
CONFIGURATION = """
client_settings: {opts: {webhook_secret: {type: string, nullable: true, read_env: ACME_WEBHOOK_SECRET}}}
resources:
  webhooks:
    models: {created: Created}
    methods:
      unwrap: {type: webhook_unwrap, discriminator: type}
      unsafe_unwrap: {type: webhook_unwrap, deprecated: Use unwrap.}
"""
KEY = b"secret of the \x00 sender"
TEXT_KEY = f"whsec_{base64.b64encode(KEY).decode()}"
BODY = json.dumps({"type": "order.created", "order": "ö-1"})


def signed(
    body: str = BODY, *, key: bytes = KEY, age: float = 0, id_: str = "m-1"
) -> dict[str, str]:
    """The headers of a webhook."""
    stamp = str(int(time.time() - age))
    content = f"{id_}.{stamp}.{body}".encode()
    digest = hmac.new(key, content, hashlib.sha256).digest()
    text = base64.b64encode(digest).decode()
    return {
        "Webhook-Id": id_,
        "webhook-timestamp": stamp,
        "webhook-signature": f"v1a,xyz v1,AAAA v1,{text}",
    }


@pytest.fixture
def package(generate: Generate) -> ModuleType:
    return generate(DESCRIPTION, CONFIGURATION)


@pytest.mark.parametrize("client", ["Client", "AsyncClient"])
@pytest.mark.parametrize("body", [BODY, BODY.encode()])
def test_a_webhook_with_the_right_signature_is_its_event(
    package: ModuleType, client: str, body: str | bytes
) -> None:
    made = getattr(package, client)(
        base_url="https://a.example", webhook_secret=TEXT_KEY
    )
    event = made.webhooks.unwrap(body, headers=signed())
    assert type(event) is package.types.Created
    assert event.order == "ö-1"
    other = made.webhooks.unwrap(body, headers=signed(key=b"k"), key=b"k")
    assert other == event
    if client == "AsyncClient":
        asyncio.run(made.close())


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"webhook-signature": ""}, "the header webhook-signature is missing"),
        ({"webhook-signature": "v1,"}, "its signature is not that of the key"),
        ({"Webhook-Id": "m\ud800"}, "its signature is not that of the key"),
        ({"webhook-signature": "v1,ä v1 v2,x"}, "its signature is not that of the key"),
        ({"Webhook-Id": "m-2"}, "its signature is not that of the key"),
        ({"webhook-timestamp": "soon"}, "its timestamp is not a number of seconds"),
        ({"webhook-timestamp": "0"}, "its timestamp is not of the last minutes"),
        ({"age": 301}, "its timestamp is not of the last minutes"),
        ({"age": -400}, "its timestamp is not of the last minutes"),
        ({"key": b"other"}, "its signature is not that of the key"),
        ({"body": "{}"}, "its signature is not that of the key"),
        ({"webhook-timestamp": None}, "the header webhook-timestamp is missing"),
    ],
)
def test_any_other_webhook_is_refused(
    package: ModuleType, change: dict[str, Any], why: str
) -> None:
    is_header = any("-" in name for name in change)
    made = {**signed(), **change} if is_header else signed(**change)
    headers = {name: value for name, value in made.items() if value is not None}
    webhooks = package.Client(
        base_url="https://a.example", webhook_secret=TEXT_KEY
    ).webhooks
    with pytest.raises(package.WebhookVerificationError) as caught:
        webhooks.unwrap(BODY, headers=headers)
    assert str(caught.value) == f"The webhook is not accepted: {why}"
    assert isinstance(caught.value, package.AcmeError)


def test_packages_with_webhooks_have_the_error_of_former_clients(
    package: ModuleType, generate: Generate
) -> None:
    assert package.APIWebhookValidationError.__mro__[1] is package.APIError
    private = importlib.import_module(f"{package.__name__}._exceptions")
    assert private.APIWebhookValidationError is package.APIWebhookValidationError
    typed = generate(
        DESCRIPTION,
        CONFIGURATION + "x-errors: {model: webhooks.created, items: failures}",
    )
    assert typed.APIWebhookValidationError.__module__ == typed.__name__
    written = importlib.import_module(f"{typed.__name__}._exceptions")
    assert "APIWebhookValidationError" in written.__all__
    without = generate("paths: {}", "resources: {}")
    assert not hasattr(without, "APIWebhookValidationError")


def test_programs_that_catch_the_error_of_standardwebhooks_catch_ours(
    package: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = type("WebhookVerificationError", (Exception,), {})
    other = ModuleType("standardwebhooks")
    vars(other)[kind.__name__] = kind
    monkeypatch.setitem(sys.modules, "standardwebhooks", other)
    webhooks = package.Client(base_url="https://a.example").webhooks
    with pytest.raises(kind) as caught:
        webhooks.unwrap(BODY, headers=signed(), key=b"other")
    assert isinstance(caught.value, package.WebhookVerificationError)


def test_a_webhook_needs_a_key_and_json(package: ModuleType) -> None:
    webhooks = package.Client(base_url="https://a.example").webhooks
    with pytest.raises(ValueError, match="or give the client 'webhook_secret'"):
        webhooks.unwrap(BODY, headers=signed())
    with pytest.raises(ValueError, match="must be base64") as caught:
        webhooks.unwrap(BODY, headers=signed(), key="not base64!")
    assert "not base64!" not in str(caught.value)
    with pytest.raises(ValueError, match="is not an event"):
        webhooks.unwrap("{", headers=signed("{"), key=KEY)


def test_headers_that_are_none_do_not_turn_the_check_off(package: ModuleType) -> None:
    webhooks = package.Client(
        base_url="https://a.example", webhook_secret=TEXT_KEY
    ).webhooks
    with pytest.raises(package.WebhookVerificationError, match="it has no headers"):
        webhooks.unwrap(BODY, headers=None)


@pytest.mark.parametrize("key", ["whsec_", "=", ""])
def test_a_key_without_bytes_verifies_nothing(package: ModuleType, key: str) -> None:
    webhooks = package.Client(base_url="https://a.example").webhooks
    with pytest.raises(ValueError, match="key"):
        webhooks.unwrap(BODY, headers=signed(key=b""), key=key)


def test_the_key_of_the_client_is_in_no_traceback(package: ModuleType) -> None:
    for option in (TEXT_KEY, "not base64, but secret"):
        made = package.Client(base_url="https://a.example", webhook_secret=option)
        with pytest.raises(ValueError, match=r"signature|base64") as caught:
            made.webhooks.unwrap(BODY, headers=signed(key=b"other"))
        text = shown(caught.value)
        assert "m-1" in text  # the headers: local variables are shown
        assert option not in text
        assert repr(KEY) not in text


def test_an_unsafe_method_checks_nothing(package: ModuleType) -> None:
    webhooks = package.Client(base_url="https://a.example").webhooks
    with pytest.warns(DeprecationWarning, match="Use unwrap"):
        event = webhooks.unsafe_unwrap('{"type": "order.lost", "more": 1}')
    assert type(event).__name__ == "OrderLostPayload"
    assert package.types.UnsafeUnwrapWebhookEvent is not None
    assert list(inspect.signature(webhooks.unsafe_unwrap).parameters) == ["payload"]


def test_the_client_itself_reads_webhooks(generate: Generate) -> None:
    package = generate(
        DESCRIPTION,
        """
resources:
  $client: { methods: { unwrap: { type: webhook_unwrap, discriminator: type } } }
  orders: { models: { created: Created } }
""",
    )
    client = package.Client(base_url="https://a.example")
    event = client.unwrap(BODY, headers=signed(), key=KEY)
    assert type(event) is package.types.Created
    with pytest.raises(TypeError, match="key"):
        client.unwrap(BODY, headers=signed())


def test_the_configuration_names_the_option_with_the_key(
    generate_with_findings: GenerateWithFindings,
) -> None:
    package, report = generate_with_findings(
        DESCRIPTION,
        """
client_settings:
  opts:
    webhook_secret: { type: string, nullable: true }
    sender: { type: string, nullable: true }
    attempts: { type: integer, nullable: true }
resources:
  webhooks:
    models: { created: Created }
    methods:
      unsafe_unwrap: { type: webhook_unwrap, webhook_key_opt: sender }
      unwrap: { type: webhook_unwrap, webhook_key_opt: attempts }
""",
    )
    webhooks = package.Client(base_url="https://a.example", sender=TEXT_KEY).webhooks
    assert webhooks.unsafe_unwrap(BODY, headers=signed()).order == "ö-1"
    with pytest.raises(package.WebhookVerificationError):
        webhooks.unsafe_unwrap(BODY, headers=signed(key=b"other"))
    with pytest.raises(TypeError, match="key"):
        webhooks.unwrap(BODY, headers=signed())
    (found,) = (d for d in report.diagnostics if d.code.startswith("C"))
    assert found.code == "C027"
    assert found.place.pointer == "/resources/webhooks/methods/unwrap/webhook_key_opt"
    assert found.help == "use one of client_settings.opts: webhook_secret, sender"


@pytest.mark.parametrize(
    ("webhooks", "message"),
    [
        (
            "{}",
            "the description has no webhooks with JSON, so 'unwrap' returns any value",
        ),
        (
            "{a: {post: {requestBody: {content: {application/json: {schema: {type: object}}}}}}}",
            "a webhook has no property 'type', which is to tell webhooks apart",
        ),
    ],
)
def test_webhooks_that_are_not_described_are_a_finding(
    generate_with_findings: GenerateWithFindings, webhooks: str, message: str
) -> None:
    _, report = generate_with_findings(
        f"paths: {{}}\nwebhooks: {webhooks}",
        "resources: {hooks: {methods: {unwrap: {type: webhook_unwrap, discriminator: type}}}}",
    )
    (found,) = (d for d in report.diagnostics if d.code == "C024")
    assert found.message == message
    assert found.place.pointer == "/resources/hooks/methods/unwrap"
