"""What the values of a configuration mean: defaults, short forms, durations, anchors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.config import load_config
from generator.diagnostics import Report
from generator.ir import USUAL_RETRIES, USUAL_TIMEOUT
from generator.runtime import DEFAULT_TIMEOUT
from generator.runtime.client.client_options import DEFAULT_MAX_RETRIES
from tests import material

from .conftest import Configuring

TIMEOUT = "/client_settings/default_timeout"
A_DURATION = "a number or a string"


def test_absent_keys_have_the_documented_default(configuring: Configuring) -> None:
    config = configuring.read()
    assert configuring.found == []
    assert (config.timeout_seconds, config.retries.max_retries) == (
        USUAL_TIMEOUT,
        USUAL_RETRIES,
    )
    assert USUAL_RETRIES == DEFAULT_MAX_RETRIES
    assert DEFAULT_TIMEOUT.read == USUAL_TIMEOUT
    assert (config.array_format, config.nested_format) == (None, None)
    assert config.license.name == "Apache-2.0"
    assert config.sort_properties is True
    assert (config.import_name, config.project_name) == ("acme", "acme")


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("PT60S", 60),
        ("PT1M30S", 90),
        ("PT2H", 7200),
        ("PT1H1M1S", 3661),
        ("PT0.5S", 0.5),
        (60000, 60),
        (1500.5, 1.5005),
        (0, 0),
        (None, 60),
    ],
)
def test_a_duration_is_milliseconds_or_iso_8601(
    configuring: Configuring, written: object, seconds: float
) -> None:
    config = configuring.read(client_settings={"default_timeout": written})
    assert configuring.found == []
    assert config.timeout_seconds == pytest.approx(seconds)


@pytest.mark.parametrize(
    ("written", "finding"),
    [
        *(
            (text, f"C004 {TIMEOUT} '{text}' is not a duration")
            for text in ("PT", "60", "1m", "P1D", "PT.S", "PT1.2.3S", "PT-1S", "")
        ),
        (
            -1,
            f"C004 {TIMEOUT} 'default_timeout' must be a number from 0 to 1000000000, not -1",
        ),
        (True, f"C017 {TIMEOUT} 'default_timeout' must be {A_DURATION}, not a boolean"),
        ([], f"C017 {TIMEOUT} 'default_timeout' must be {A_DURATION}, not a list"),
    ],
)
def test_an_invalid_duration_is_an_error(
    configuring: Configuring, written: object, finding: str
) -> None:
    configuring.read(client_settings={"default_timeout": written})
    assert configuring.found == [finding]


@pytest.mark.parametrize("written", ["1e308", "1" + "0" * 30, f'"PT{"9" * 400}H"'])
def test_a_duration_beyond_all_bounds_is_an_error(
    configuring: Configuring, written: str
) -> None:
    configuring.read_text(
        '{"organization": {"name": "a"}, "resources": {}, "client_settings":'
        f' {{"default_timeout": {written}}}}}'
    )
    (found,) = configuring.report.diagnostics
    assert (found.code, found.place.pointer) == ("C004", TIMEOUT)


@pytest.mark.parametrize(
    ("written", "count", "findings"),
    [(3, 3, 0), (3.0, 3, 0), (0, 0, 0), (2.5, 2, 1), (1e308, 2, 1), (10**20, 2, 1)],
)
def test_a_number_of_retries_is_whole_and_bounded(
    configuring: Configuring, written: float, count: int, findings: int
) -> None:
    retries = {"default_retries": {"max_retries": written}}
    assert configuring.read(client_settings=retries).retries.max_retries == count
    assert len(configuring.found) == findings


def test_retries_and_headers(configuring: Configuring) -> None:
    settings = {
        "default_retries": {"max_retries": 0},
        "default_headers": {"X-A": "b", "X-N": 7},
    }
    config = configuring.read(client_settings=settings)
    assert config.retries.max_retries == 0
    assert config.default_headers == {"X-A": "b", "X-N": "7"}
    configuring.read(client_settings={"default_retries": {"max_retries": -1}})
    assert (
        "'max_retries' must be a whole number from 0 to 1000, not -1"
        in configuring.found[-1]
    )


@pytest.mark.parametrize("value", [True, None, ["a"]])
def test_a_header_that_is_not_text_is_an_error(
    configuring: Configuring, value: object
) -> None:
    configuring.read(client_settings={"default_headers": {"X-A": value}})
    assert configuring.found[0].startswith("C017 /client_settings/default_headers/X-A")


def test_an_old_option_is_its_type_alone(configuring: Configuring) -> None:
    opts = {"KEY": "string", "flag": {"type": "boolean", "default": False}}
    config = configuring.read(client_settings={"opts": opts})
    key, flag = config.options
    assert (key.name, key.type, key.nullable, key.env) == ("KEY", "string", False, None)
    assert (flag.type, flag.default) == ("boolean", False)


def test_an_option_of_an_unknown_type_is_an_error(configuring: Configuring) -> None:
    configuring.read(client_settings={"opts": {"a": {"type": "text"}}})
    assert configuring.found == [
        "C004 /client_settings/opts/a/type unknown type 'text'"
    ]


@pytest.mark.parametrize(
    "name", ["", "a b", "a:", "a\nX: 1", "é", 'a"""', "a; b", "a=b"]
)
def test_a_header_or_cookie_has_a_name_that_can_be_sent(
    configuring: Configuring, name: str
) -> None:
    option = {"type": "string", "send_in_header": name, "send_in_cookie": name}
    configuring.read(
        client_settings={"opts": {"a": option}, "idempotency": {"header": name}}
    )
    assert sorted(found.partition(" '")[0] for found in configuring.found) == [
        "C004 /client_settings/idempotency/header",
        "C004 /client_settings/opts/a/send_in_cookie",
        "C004 /client_settings/opts/a/send_in_header",
    ]


@pytest.mark.parametrize(
    "url",
    [
        *("", "/v1", "a.example", "javascript:alert(1)", "ftp://a.example"),
        *("https://", "https://a.example/?x=1", "https://a.example/'", "https://a b"),
        *('https://a.example"""', "https://a.example/\n", "https://a.example\\"),
    ],
)
def test_an_environment_is_an_absolute_url(configuring: Configuring, url: str) -> None:
    configuring.read(environments={"production": url})
    (found,) = configuring.report.diagnostics
    assert (found.code, found.place.pointer) == ("C004", "/environments/production")


@pytest.mark.parametrize(
    ("written", "delays"),
    [
        ({"initial_delay_seconds": 1}, (1, 8)),
        ({"max_delay": 2500}, (0.5, 2.5)),
        ({"initial_delay": 1000, "initial_delay_seconds": 3}, (3, 8)),
        ({"initial_delay": 0, "max_delay_seconds": 0}, (0, 0)),
        ({"max_retries": 1}, None),
    ],
)
def test_delays_of_retries_are_in_seconds(
    configuring: Configuring,
    written: dict[str, float],
    delays: tuple[float, float] | None,
) -> None:
    found = configuring.read(client_settings={"default_retries": written})
    assert found.retries.delays == delays


@pytest.mark.parametrize(
    ("written", "file"),
    [
        ({"contents": "Ours."}, ("LICENSE", "Ours.")),
        ({"contents": "Ours.", "extension": "md"}, ("LICENSE.md", "Ours.")),
        ({"contents": "Ours.", "extension": ".TXT"}, ("LICENSE.TXT", "Ours.")),
        ({"contents": "", "extension": "md"}, None),
        ({"extension": "md"}, None),
    ],
)
def test_a_license_has_a_file_where_its_text_is_given(
    configuring: Configuring, written: dict[str, str], file: tuple[str, str] | None
) -> None:
    found = configuring.read(settings={"license": {"name": "MIT", **written}})
    assert (found.license.name, found.license.file) == ("MIT", file)


@pytest.mark.parametrize(
    ("flows", "url"),
    [
        (
            {"clientCredentials": {"tokenUrl": "https://a.example/t"}},
            "https://a.example/t",
        ),
        ({"password": {"tokenUrl": "https://a.example/t"}}, None),
        ({"clientCredentials": {"tokenUrl": 5}}, None),
        ({"clientCredentials": []}, None),
        ([], None),
    ],
)
def test_the_flow_of_client_credentials_says_where_tokens_are(
    configuring: Configuring, flows: object, url: str | None
) -> None:
    schemes = {"auth": {"type": "oauth2", "flows": flows}}
    found = configuring.read(security_schemes=schemes)
    assert found.security_schemes["auth"].get("tokenUrl") == url


@pytest.mark.parametrize("extension", ["", ".", "../x", "py", "toml", "md\n"])
def test_a_license_is_a_text_file(configuring: Configuring, extension: str) -> None:
    configuring.read(settings={"license": {"contents": "x", "extension": extension}})
    (found,) = configuring.report.diagnostics
    assert (found.code, found.place.pointer) == (
        "C004",
        "/settings/license/extension",
    )


@pytest.mark.parametrize(
    ("auth", "finding"),
    [
        ({}, "C005 /client_settings/opts/a/auth 'security_scheme' is missing"),
        (
            {"security_scheme": "x", "role": "owner"},
            "C004 /client_settings/opts/a/auth/role unknown role 'owner'",
        ),
    ],
)
def test_an_incomplete_credential_is_an_error(
    configuring: Configuring, auth: object, finding: str
) -> None:
    configuring.read(client_settings={"opts": {"a": {"type": "string", "auth": auth}}})
    assert configuring.found == [finding]


def test_a_word_has_forms_in_the_singular_and_in_the_plural(
    configuring: Configuring,
) -> None:
    forms = {"singular": {"pascal": "Datum"}, "plural": {"pascal": "Data"}}
    config = configuring.read(
        custom_casings={"datum": forms, "entry": {"plural": {"snake": "es"}}}
    )
    assert config.casings == {
        "datum": {"pascal": "Datum"},
        "datums": {"pascal": "Data"},
        "entries": {"snake": "es"},
    }


def test_casings_are_kept_by_lower_case_word(configuring: Configuring) -> None:
    config = configuring.read(
        custom_casings={
            "QA": {"initialism": True},
            "id": {"initialism": False},
            "v1": {"pascal": "v1", "snake": "v_1"},
        }
    )
    assert config.initialisms == {"qa": True, "id": False}
    assert config.casings["v1"] == {"pascal": "v1", "snake": "v_1"}


@pytest.mark.parametrize(
    ("organization", "target", "names"),
    [
        ("acme-bird", {}, ("acme_bird", "acme-bird")),
        ("Lightspark Grid", {}, ("Lightspark_Grid", "Lightspark-Grid")),
        ("a", {"package_name": "acme-bird"}, ("acme_bird", "acme-bird")),
        ("a", {"package_name": "_acme_bird__"}, ("_acme_bird__", "acme-bird")),
        ("a", {"package_name": "b", "project_name": "c.d"}, ("b", "c.d")),
    ],
)
def test_a_package_gets_a_name_that_can_be_imported(
    configuring: Configuring,
    organization: str,
    target: dict[str, str],
    names: tuple[str, str],
) -> None:
    config = configuring.read(
        organization={"name": organization}, targets={"python": target}
    )
    assert (config.import_name, config.project_name) == names
    assert configuring.found == []


@pytest.mark.parametrize(
    "name", ["../up", "a.b", "import", "1st", "größe", "a/b", "", "_", "-__"]
)
def test_a_package_name_that_cannot_be_imported_is_an_error(
    configuring: Configuring, name: str
) -> None:
    configuring.read(
        organization={"name": "?"}, targets={"python": {"package_name": name}}
    )
    (finding,) = configuring.report.diagnostics
    assert finding.code == "C004"
    assert finding.place.pointer == "/targets/python/package_name"


@pytest.mark.parametrize("name", ["-a", "a b", 'a"\nx = "', "a/"])
def test_an_invalid_distribution_name_is_an_error(
    configuring: Configuring, name: str
) -> None:
    configuring.read(targets={"python": {"project_name": name}})
    assert configuring.found[0].startswith("C004 /targets/python/project_name")


@pytest.mark.parametrize("version", ["one", "1.2-x", "v1", '1"'])
def test_an_invalid_version_is_an_error(configuring: Configuring, version: str) -> None:
    configuring.read(**{"x-version": version})
    assert configuring.found == [f"C004 /x-version '{version}' is not a version"]


@pytest.mark.parametrize("version", ["1", "0.1.0", "2.0b1", "1.0.post2", "3.dev4"])
def test_versions_follow_the_python_rules(
    configuring: Configuring, version: str
) -> None:
    assert configuring.read(**{"x-version": version}).version == version
    assert configuring.found == []


def test_anchors_and_merge_keys_are_expanded(
    configuring: Configuring,
) -> None:
    config = configuring.read_text(
        "organization: {name: acme}\n"
        "resources:\n"
        "  zones: &zones\n"
        "    methods: {list: get /zones}\n"
        "  copies:\n"
        "    <<: *zones\n"
        "    description: The same again.\n"
    )
    assert config is not None
    zones, copies = config.resources
    assert [m.path for m in copies.methods] == [m.path for m in zones.methods]
    assert copies.description == "The same again."


def test_an_unquoted_date_is_an_edition(configuring: Configuring) -> None:
    text = "edition: 2025-10-10\norganization: {name: acme}\nresources: {}\n"
    assert configuring.read_text(text) is not None
    assert configuring.found == []


MARK = "x-stainless-pagination-property"


def scheme(**more: object) -> dict[str, Any]:
    items = {"type": "array", "items": {}}
    return {"name": "p", "type": "fake_page", "response": {"data": items}, **more}


def test_an_old_pagination_is_one_scheme_without_a_name(
    configuring: Configuring,
) -> None:
    single = scheme()
    del single["name"]
    (page,) = configuring.read(pagination=single).pages
    assert (page.name, page.kind) == ("page", "fake_page")
    assert configuring.found == []


def test_roles_are_inferred_from_types_and_names(configuring: Configuring) -> None:
    page = scheme(
        type="cursor",
        request={"cursor": {"type": "string"}, "limit": {"type": "integer"}},
        response={
            "data": {"type": "array", "items": {}},
            "next_cursor": {"type": "string"},
        },
    )
    (read,) = configuring.read(pagination=[page]).pages
    assert {p.path: p.purpose for p in (*read.request, *read.response)} == {
        ("cursor",): "next_cursor_param",
        ("limit",): "",
        ("data",): "items",
        ("next_cursor",): "next_cursor_field",
    }


@pytest.mark.parametrize("stated", [["string", "null"], ["null", "string"], "string"])
def test_a_property_of_a_page_may_be_null(
    configuring: Configuring, stated: object
) -> None:
    response = {"data": {"type": ["array", "null"]}, "next": {"type": stated}}
    (read,) = configuring.read(pagination=[scheme(response=response)]).pages
    assert [(p.type, p.purpose) for p in read.response] == [
        ("array", "items"),
        ("string", ""),
    ]


def test_a_role_can_be_written_short_and_deep_in_the_response(
    configuring: Configuring,
) -> None:
    role = "x-stainless-pagination-property"
    page = scheme(
        type="cursor",
        request={"after": {role: "next_cursor_param"}},
        response={
            "result": {role: {"purpose": "items"}, "type": "array"},
            "info": {
                "type": "object",
                "properties": {"next": {role: {"purpose": "next_cursor_field"}}},
            },
        },
    )
    (read,) = configuring.read(pagination=[page]).pages
    by_role = {p.purpose: p.path for p in (*read.request, *read.response)}
    assert by_role["next_cursor_field"] == ("info", "next")
    assert by_role["next_cursor_param"] == ("after",)
    assert configuring.found == []


@pytest.mark.parametrize(
    ("more", "finding"),
    [
        ({"type": "spiral"}, "C004 /pagination/0/type unknown type 'spiral'"),
        ({"type": None}, "C006 /pagination/0 'type' is missing"),
        ({"response": {}}, "C006 /pagination/0/response the scheme 'p' has no items"),
        (
            {"type": "offset"},
            "C006 /pagination/0 the scheme 'p' has no offset_count_param",
        ),
    ],
)
def test_a_scheme_that_cannot_work_is_an_error(
    configuring: Configuring, more: dict[str, object], finding: str
) -> None:
    assert configuring.read(pagination=[scheme(**more)]).pages == ()
    assert configuring.found == [finding]


@pytest.mark.parametrize(
    ("request_", "place", "remedy"),
    [
        (
            {"page_no": {"type": "integer"}, "limit": {"type": "integer"}},
            "/pagination/0/request/page_no",
            f"add '{MARK}: {{purpose: page_number_param}}' to 'page_no'",
        ),
        (
            {"at": {"type": "object", "properties": {"page": {"type": ["integer"]}}}},
            None,
            None,
        ),
        (
            {"at": {"type": "object", "properties": {"next-page": {}}}},
            "/pagination/0/request/at/properties/next-page",
            f"add '{MARK}: {{purpose: page_number_param}}' to 'at.next-page'",
        ),
        (
            {"limit": {"type": "integer"}},
            "/pagination/0/request",
            "add a property to its request, for example 'page: {type: integer, "
            f"{MARK}: {{purpose: page_number_param}}}}'",
        ),
    ],
)
def test_a_missing_role_is_reported_where_it_belongs_with_what_to_write(
    configuring: Configuring,
    request_: dict[str, object],
    place: str | None,
    remedy: str | None,
) -> None:
    page = scheme(type="page_number", request=request_)
    configuring.read(pagination=[page])
    findings = configuring.report.diagnostics
    assert [(f.place.pointer, f.help) for f in findings] == (
        [(place, remedy)] if place else []
    )


def methods(configuring: Configuring, **entries: object) -> list[Any]:
    config = configuring.read(resources={"zones": {"methods": entries}})
    return list(config.resources[0].methods)


def test_a_method_is_an_endpoint_or_a_mapping(configuring: Configuring) -> None:
    short, long = methods(
        configuring,
        list="get /zones",
        edit={
            "endpoint": "PATCH /zones/{id}",
            "positional_params": ["id"],
            "deprecated": {"python": "Use update."},
            "paginated": False,
        },
    )
    assert (short.verb, short.path, short.paginated) == ("get", "/zones", None)
    assert (long.verb, long.path) == ("patch", "/zones/{id}")
    assert (long.positional, long.deprecated) == (("id",), "Use update.")
    assert long.paginated is False


LIST = "/resources/zones/methods/list"


@pytest.mark.parametrize(
    ("entry", "finding"),
    [
        (None, f"C007 {LIST} the method 'list' has no endpoint"),
        ({}, f"C007 {LIST} the method 'list' has no endpoint"),
        ({"endpoint": None}, f"C007 {LIST} the method 'list' has no endpoint"),
        ("zones", f"C004 {LIST} 'zones' is not an endpoint"),
        ("f3tch /zones", f"C004 {LIST} 'f3tch /zones' is not an endpoint"),
        ("get zones", f"C004 {LIST} 'get zones' is not an endpoint"),
        ({"endpoint": "get"}, f"C004 {LIST}/endpoint 'get' is not an endpoint"),
        (7, f"C017 {LIST} 'list' must be a string or a mapping, not a number"),
    ],
)
def test_a_method_without_an_endpoint_is_an_error(
    configuring: Configuring, entry: object, finding: str
) -> None:
    assert methods(configuring, list=entry) == []
    assert configuring.found == [finding]


def test_a_method_that_reads_webhooks_has_no_endpoint(
    configuring: Configuring,
) -> None:
    unwrap = {"type": "webhook_unwrap", "discriminator": "type"}
    skipped = {**unwrap, "skip": ["python"]}
    methods = {"unwrap": unwrap, "other": skipped}
    config = configuring.read(resources={"hooks": {"methods": methods}})
    (found,) = config.resources[0].webhooks
    assert (found.name, found.discriminator) == ("unwrap", "type")
    assert (config.resources[0].methods, configuring.found) == ((), [])


def test_an_obsolete_package_counts_where_the_target_says_nothing(
    configuring: Configuring,
) -> None:
    package = {
        "python": {"name": "old-name", "repo": "acme/old"},
        "node": {"name": "x"},
    }
    target = {"python": {"package_name": "new"}}
    config = configuring.read(package=package, targets={"python": {}})
    assert (config.import_name, config.repository) == ("old_name", "acme/old")
    assert configuring.found == ["C025 /package 'package' is obsolete"]
    config = configuring.read(package=package, targets=target)
    assert (config.import_name, config.repository) == ("new", "acme/old")


def test_a_model_is_a_name_or_a_mapping(configuring: Configuring) -> None:
    config = configuring.read(
        resources={
            "$shared": {"models": {"error": "Error"}},
            "zones": {
                "models": {
                    "zone": "#/components/schemas/Zone",
                    "key": {"type": "model", "openapi_uri": "Key"},
                    "old": {"type": "alias", "to": "zone"},
                    "none": {"type": "model"},
                }
            },
        }
    )
    assert [m.target for m in config.shared] == ["Error"]
    targets = {m.name: m.target for m in config.resources[0].models}
    assert targets == {"zone": "#/components/schemas/Zone", "key": "Key", "old": ""}
    codes = [found.partition(" ")[0] for found in configuring.found]
    assert codes == ["C007"]


@pytest.mark.parametrize(
    ("text", "code"),
    [("[]", "C003"), ("a", "C003"), ("{}", "C003"), ("organization: {}", "C003")],
)
def test_a_file_that_is_not_a_configuration_is_refused(
    configuring: Configuring, text: str, code: str
) -> None:
    assert configuring.read_text(text) is None
    assert configuring.report.diagnostics[-1].code == code


@pytest.mark.parametrize(
    "path", material.each(material.files(*material.CONFIGURATIONS))
)
def test_a_real_configuration_is_read(path: Path) -> None:
    report = Report()
    config = load_config(path, report)
    assert config is not None
    assert {d.code for d in report.diagnostics} <= {"C002"}
    assert config.resources
    assert config.environments


def test_a_second_pagination_scheme_of_a_name_is_refused(
    configuring: Configuring,
) -> None:
    scheme = {
        "name": "pages",
        "type": "fake_page",
        "response": {"result": {"type": "array"}},
    }
    config = configuring.read(pagination=[scheme, {**scheme, "name": "more"}, scheme])
    assert configuring.found == [
        "C004 /pagination/2/name a second pagination scheme is called 'pages'; "
        "the first is in line 1"
    ]
    assert [page.name for page in config.pages] == ["pages", "more"]


def test_pages_are_not_inferred_next_to_schemes(configuring: Configuring) -> None:
    configuring.read(**{"pagination": [], "x-infer-pages": True})
    assert configuring.found == [
        "C002 /x-infer-pages 'x-infer-pages' has no effect next to 'pagination'"
    ]
