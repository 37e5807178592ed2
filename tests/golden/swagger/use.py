from datetime import date

from swagger import Swagger
from stub import Stub

PET = {"name": "Tom", "born": "2020-02-29"}
with Stub([PET], PET, None) as stub:
    pets = Swagger(api_key="k", base_url=f"{stub.url}/v1").pets
    (tom,) = pets.list(kind=["cat"], limit=1)
    assert tom.born == date(2020, 2, 29)
    assert pets.retrieve("Tom").name == "Tom"
    assert pets.delete("Tom") is None
assert stub.requests[1:] == ["GET /v1/pets/Tom", "DELETE /v1/pets/Tom"]
assert stub.headers[0]["x-key"] == "k"
assert str(Swagger(api_key="k").base_url) == "https://swagger.example/v1/"
