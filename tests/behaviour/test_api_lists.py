"""A resource may have its methods listed in a file of its own (``standalone_api``)."""

from __future__ import annotations

from pathlib import Path

from tests.behaviour.conftest import Generate

_GET = "{ get: { responses: { '204': { description: ok } } } }"
DESCRIPTION = f"paths: {{ /a: {_GET}, /b: {_GET}, /c: {_GET} }}"
CONFIGURATION = """
resources:
  chat:
    standalone_api: true
    methods: { list: get /a }
    subresources: { turns: { methods: { list: get /b } } }
  others: { methods: { list: get /c } }
"""


def test_a_list_of_its_own_is_linked_from_the_main_one(generate: Generate) -> None:
    package = generate(DESCRIPTION, CONFIGURATION)
    assert package.__file__ is not None
    source = Path(package.__file__).parent
    main = (source.parents[1] / "api.md").read_text()
    own = (source / "resources" / "chat" / "api.md").read_text()
    link = f"src/{package.__name__}/resources/chat/api.md"
    assert f"[{link}]({link})" in main
    assert "chat.turns" not in main
    assert "client.others" in main
    assert "client.chat.<a" in own
    assert "client.chat.turns.<a" in own
    assert "client.others" not in own
    file = f"src/{package.__name__}/resources/chat/chat.py"
    assert f'href="../../../../{file}"' in own
    assert (source / "resources" / "chat" / ".." / ".." / ".." / ".." / file).is_file()
