from recursion import Recursion
from recursion.types import Folder, Owner
from stub import Stub

deep: dict[str, object] = {"name": "leaf"}
for number in range(50):
    deep = {"name": str(number), "children": [deep]}
folder_answer = {
    "name": "root",
    "parent": None,
    "children": [deep, "a stray word"],
    "links": {"up": {"name": "r"}},
    "owner": {"home": {"name": "h", "owner": {}}},
}
rule_answer = {"not": {"all": ["x", {"not": {}}]}}
with Stub(folder_answer, rule_answer) as stub:
    client = Recursion(base_url=stub.url)
    folder, rule = client.folders.any(), client.rules.any()

assert folder.children is not None and folder.children[1] == "a stray word"
here, depth = folder.children[0], 0
while here.children:
    assert isinstance(here, Folder)
    here, depth = here.children[0], depth + 1
assert depth == 50 and here.name == "leaf"
assert folder.links is not None and isinstance(folder.links["up"], Folder)
assert folder.owner is not None and isinstance(folder.owner, Owner)
assert folder.owner.home is not None and isinstance(folder.owner.home.owner, Owner)
assert folder.to_dict() == folder_answer
assert rule.not_ is not None and rule.not_.all is not None
assert rule.not_.all[0] == "x" and isinstance(rule.not_.all[1], type(rule))
assert rule.to_dict() == rule_answer
