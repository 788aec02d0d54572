"""Which lines are one headline that took several. Texts are made up."""

import pytest
from test_articles import BODY, COLUMNS, MORE, titles

LEAD = (
    "昨天，省林业厅向全省护林员大会发去慰问信。信中说，全省林区火情明显减少，"
    "山区新种的果树长势良好，群众增收有了盼头。"
)
PAGE = "港口三期码头开工建设\n\n昨天上午，港口三期码头开工建设。" + BODY


@pytest.mark.parametrize(
    ("one", "rest", "together"),
    [
        pytest.param("省林业厅向全省护林员大会发去", "慰问信", True, id="said, short"),
        pytest.param("省林业厅向全省护林员大会发去慰", "问", True, id="a word is cut"),
        pytest.param("全省林区火情明显减少", "山区果树长势良好", True, id="both said"),
        pytest.param("省林业厅向全省护林员大会发去", "王小雨", False, id="a name, not said"),
        pytest.param("全省林区火情明显减少", "防火演练昨天举行", False, id="the second not said"),
        pytest.param("林区平安过冬天", "山区果树长势良好", False, id="the first not said"),
        pytest.param("火情明显减少", "山区新种的果树长势良好", False, id="the second wider"),
        pytest.param("全省林区 火情减少", "新种果树 长势良好", False, id="both pause"),
        pytest.param("全省林区火情减少", "林区火情减少明显", False, id="both say the same"),
    ],
)
@pytest.mark.parametrize("blank", ["", "\n"])
def test_in_columns_two_lines_are_one_headline_by_what_the_text_says(
    blank: str, one: str, rest: str, *, together: bool
) -> None:
    page = f"{PAGE}\n\n{one}\n{blank}{rest}\n\n{LEAD}\n{BODY}\n{MORE}"
    found = [title for title in titles(page, **COLUMNS) if title]
    assert (one + rest in [title.replace(" ", "") for title in found]) is together


def test_a_headline_of_two_lines_goes_whole_to_the_text_that_repeats_it() -> None:
    page = (
        f"全省山区林区火情明显减少群众增\n收\n\n港口三期码头开工建设\n\n"
        f"本报讯 （记者王宁）港口三期码头昨天开工建设。{BODY}\n{MORE}\n\n"
        f"本报讯 （记者李青）全省山区林区火情明显减少，群众增收有了盼头。{BODY}\n{MORE}"
    )
    assert "全省山区林区火情明显减少群众增收" in [
        (title or "").replace(" ", "") for title in titles(page, **COLUMNS)
    ]
