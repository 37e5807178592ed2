import warnings

from deprecated import Deprecated
from stub import Stub

with Stub({}) as stub, warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    Deprecated(base_url=stub.url).old.get()
assert [str(w.message) for w in caught if w.category is DeprecationWarning] == [
    "use `new` instead"
]
