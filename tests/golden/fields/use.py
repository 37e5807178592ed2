from fields import Fields
from stub import Stub

with Stub({"name": "Rex", "chip": None, "weight": "heavy", "tail": 1}) as stub:
    pet = Fields(base_url=stub.url).pets.retrieve("p 1")

assert stub.requests == ["GET /pets/p%201"]
assert (pet.name, pet.chip, pet.age) == ("Rex", None, None)
assert pet.weight == "heavy"  # kept as it came
assert pet.model_extra == {"tail": 1}
assert pet.model_fields_set == {"name", "chip", "weight", "tail"}
