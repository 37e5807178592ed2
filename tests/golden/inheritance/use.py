from inheritance import Inheritance
from inheritance.types import Animal, Node
from stub import Stub

with Stub({"name": "Tom", "lives": 9}) as stub:
    cat = Inheritance(base_url=stub.url).cats.any()
assert isinstance(cat, Animal) and (cat.name, cat.lives) == ("Tom", 9)
node = Node.model_validate({"parent": {"parent": {}}, "twin": {"of": {}}})
assert node.parent is not None and isinstance(node.parent.parent, Node)
