"""The custom code of an existing client: found in its repository, and matched with a client of ours.

Reads an untrusted checkout as data: nothing of it is run or imported, and its git configuration is
never read. Knows no description, and does not write.
"""

from .carrying import Carrying, carry
from .checkout import Checkout, read_checkout
from .counterparts import Counterparts
from .custom import custom_code
from .report import Adopted, as_values, render_adopted

__all__ = [
    "Adopted",
    "Carrying",
    "Checkout",
    "Counterparts",
    "as_values",
    "carry",
    "custom_code",
    "read_checkout",
    "render_adopted",
]
