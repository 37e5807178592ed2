from stub import Stub
from unions import Unions
from unions.types import Circle

with Stub(
    {"shape": {"kind": "square", "side": 2}, "label": 3, "only": {"kind": "circle"}}
) as stub:
    drawing = Unions(base_url=stub.url).shapes.draw()
assert type(drawing.shape).__name__ == "ShapeSquare" and drawing.label == 3
assert isinstance(drawing.only, Circle)
