"""A server that behaves like the described API, for demonstrations and tests.

Checks requests, samples responses and serves pages, all by the typed model of the description.
Knows no client and no name of one.
"""

from .application import Mock
from .scenario import Step, load_scenario
from .server import Server, bind
from .site import ROOT

__all__ = ["ROOT", "Mock", "Server", "Step", "bind", "load_scenario"]
