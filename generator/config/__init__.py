"""The SDK configuration: what ``stainless.yml`` says, as one frozen value."""

from .load import load_config
from .model import (
    AuthRole,
    ErrorSettings,
    ExampleRequest,
    MethodConfig,
    ModelConfig,
    OptionConfig,
    PageConfig,
    PageProperty,
    ResourceConfig,
    ScopeConfig,
    SdkConfig,
)

__all__ = [
    "AuthRole",
    "ErrorSettings",
    "ExampleRequest",
    "MethodConfig",
    "ModelConfig",
    "OptionConfig",
    "PageConfig",
    "PageProperty",
    "ResourceConfig",
    "ScopeConfig",
    "SdkConfig",
    "load_config",
]
