"""`copy` on programs and tables: what differs there is what they are for (all synthetic)."""

import pytest
from dedup_texts import kept

from cleaner.programs import is_program

STORE = """\
class {name}Store:
    def __init__(self, path):
        self.path = path
        self.items = {{}}

    def load(self, key):
        if key not in self.items:
            self.items[key] = read(self.path / "{name}" / key)
        return self.items[key]

    def drop(self, key):
        self.items.pop(key, None)
"""
STYLE = ".page {{\n  color: {};\n  margin: 0 auto;\n}}\n.foot {{\n  padding: 2px;\n}}\n"
CONFIG = (
    "[main]\nhost = 0.0.0.0\nport = {}\nretries = 3\n[queue]\nname = letters\ndepth = 16\n"
    "timeout = 30\nlevel = info\n"
)
PLOT = (
    "\\begin{{axis}}[xlabel={{年份}}, ylabel={{产量（万吨）}}]\n\\addplot coordinates {{\n"
    "(2001,{}) (2002,44) (2003,51) (2004,{})\n}};\n\\legend{{小麦}}\n\\end{{axis}}\n"
)
HEAD = (
    "# Made by the table maker from the list of letters. Do not change it by hand; run it again.\n"
)


def table(first: int) -> str:
    return HEAD + "\n".join(str(first + at * at * 7) for at in range(14))


OTHERS = (
    (STORE.format(name="Order"), STORE.format(name="Older")),
    (STYLE.format("#3fa2b1"), STYLE.format("#3fa2c1")),
    (CONFIG.format(8080), CONFIG.format(8081)),
    (PLOT.format(37, 60), PLOT.format(38, 60)),
    (PLOT.format(37, 60), PLOT.format(29, 66)),
    (table(9000), table(5200)),
)
COPIES = (
    (STORE.format(name="Order"), STORE.format(name="Order").replace("    ", "\t")),
    (STORE.format(name="Order"), STORE.format(name="Order").split("\n    def drop")[0]),
    (CONFIG.format(8080), CONFIG.format(8080).replace(" = ", "=")),
    (PLOT.format(37, 60), PLOT.format(37, 60).replace("\n", "\r\n")),
    (table(9000), table(9000).rpartition("\n")[0]),
    (table(9000), HEAD + table(9000)),
)


@pytest.mark.parametrize("texts", OTHERS)
def test_another_program_or_table_stays(texts: tuple[str, str]) -> None:
    assert kept(*texts) == 2


@pytest.mark.parametrize("texts", COPIES)
def test_a_copy_of_a_program_or_table_goes(texts: tuple[str, str]) -> None:
    assert kept(*texts) == 1


def test_most_lines_make_a_program() -> None:
    assert is_program(STORE)
    assert not is_program("河边的茶馆开了门。\n" * 30 + STORE)
    assert not is_program("")
