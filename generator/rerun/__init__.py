"""What a run leaves in the manifest for the next one, which may then have nothing to do.

``recorded`` describes a run that compiled; ``repeated`` gives what a run would find and say that
starts from the same files with the same generator. Knows which files a run reads and what its
outcome depends on; neither what is in a description nor how anything is compiled.
"""

from .files import CLIENT, DOCS
from .made import Made
from .repeat import repeated

__all__ = ["CLIENT", "DOCS", "Made", "repeated"]
