"""Where a line goes on in a column that hardly belongs to it (synthetic)."""

from column_rows import page_of, rows_of

from cleaner.order.doubts import doubtful, parted, standing
from cleaner.order.traces import OPENED

# Two columns in turn; row 8 is dealt behind row 6, row 12 opens a third.
DEALT = [OPENED, OPENED, *range(10), OPENED]


def lines_of(name: str, ends: str = "") -> list[str]:
    """Return 13 lines that share no pair, but for a name in those of the first column."""
    texts = []
    for at in range(13):
        own = "".join(chr(0x5000 + 16 * at + step) for step in range(12 - len(name)))
        texts.append(own + name if at % 2 == 0 else own + own[: len(name)][::-1])
    texts[6] = texts[6][: len(texts[6]) - len(ends)] + ends
    return texts


def found(
    on: set[tuple[int, int]], name: str = "", ends: str = "。", blank: str = "\n"
) -> frozenset[int]:
    going = {(before, at) for at, before in enumerate(DEALT) if before >= 0} - {(6, 8)}
    lines = lines_of(name, ends)
    lines[12] = blank + lines[12]  # the third column, behind a blank line
    return doubtful(page_of(rows_of(*lines), going | on), DEALT)


def test_a_link_is_doubted_where_another_top_goes_on_and_nothing_is_spoken_of_again() -> None:
    assert found({(6, 12)}) == {8}


def test_one_is_not_doubted_if_it_goes_on() -> None:
    assert found({(6, 8), (6, 12)}) == frozenset()


def test_nor_if_no_other_goes_on() -> None:
    assert found(set()) == frozenset()


def test_nor_if_both_speak_of_the_same() -> None:
    assert found({(6, 12)}, name="甪壴亖") == frozenset()


def test_nor_on_a_page_without_a_blank_line() -> None:
    assert found({(6, 12)}, blank="") == frozenset()


def test_nor_in_mid_sentence() -> None:
    assert found({(6, 12)}, ends="") == frozenset()


def test_what_is_doubted_opens_a_column() -> None:
    assert parted([OPENED, OPENED, 0, 1], frozenset({3})) == [OPENED, OPENED, 0, OPENED]


def test_a_doubt_stands_unless_the_line_is_set_behind_the_same_again() -> None:
    dealt = [OPENED, OPENED, 0, 1]
    assert standing(frozenset({2, 3}), dealt, [0, 2, 3, 1]) == {3}
