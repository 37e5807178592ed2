"""What holds for all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# A busy machine is no failure. Every run looks at the same examples; `make explore` at others.
settings.register_profile("fixed", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("PROPERTIES", "fixed"))
