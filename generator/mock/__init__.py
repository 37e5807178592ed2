"""A server that behaves like the described API, for demonstrations and tests."""

from .application import Mock
from .scenario import Step, load_scenario
from .server import Server, bind

__all__ = ["Mock", "Server", "Step", "bind", "load_scenario"]
