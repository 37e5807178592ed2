"""The SDK configuration: the format as one table (``table``), and a file as one frozen value.

From the table come the checks (``audit``), the typed reads (``entry``), the JSON Schema for
editors (``schema``) and the reference page (``reference``). Knows nothing of descriptions: names
in a configuration are looked up by later phases.
"""

from .docs import NO_FILES, DocsFiles, load_docs_files
from .extensions import PREFIX as EXTENSION_PREFIX
from .extensions import audit_extensions
from .flow import flow
from .kept import is_before
from .load import is_endpoint, is_version, load_config, read_config
from .model import (
    AuthRole,
    ErrorKindsConfig,
    ErrorSettings,
    ErrorVariantConfig,
    EventRuleConfig,
    ExampleRequest,
    MethodConfig,
    ModelConfig,
    OptionConfig,
    PageConfig,
    PageProperty,
    ResourceConfig,
    ScopeConfig,
    SdkConfig,
    StreamingConfig,
    WebhookConfig,
)

from .package import is_package_name
from .reference import reference_page
from .schema import schema_text
from .stated import STATING, with_stated

__all__ = [
    "EXTENSION_PREFIX",
    "NO_FILES",
    "STATING",
    "AuthRole",
    "DocsFiles",
    "ErrorKindsConfig",
    "ErrorSettings",
    "ErrorVariantConfig",
    "EventRuleConfig",
    "ExampleRequest",
    "MethodConfig",
    "ModelConfig",
    "OptionConfig",
    "PageConfig",
    "PageProperty",
    "ResourceConfig",
    "ScopeConfig",
    "SdkConfig",
    "StreamingConfig",
    "WebhookConfig",
    "audit_extensions",
    "flow",
    "is_before",
    "is_endpoint",
    "is_package_name",
    "is_version",
    "load_config",
    "load_docs_files",
    "read_config",
    "reference_page",
    "schema_text",
    "with_stated",
]
