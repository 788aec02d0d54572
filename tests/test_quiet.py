"""Where the decode is skipped, it would have joined nothing. Texts are synthetic, or the seeds'."""

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.layout import read_lines
from cleaner.unwrap import decision
from cleaner.unwrap.decision import decide, joins_nothing
from cleaner.unwrap.measure import Costs, columns_of, costs_of, least_in
from cleaner.unwrap.viterbi import FIRST, LAST, MIDDLE, cheapest

ROOT = Path(__file__).parent.parent
SEEDS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
ARTICLES = [
    [one["title"] or "", *(paragraph["text"] for paragraph in one["paragraphs"])]
    for path in sorted((ROOT / "tests/gold").glob("*.json"))
    for one in json.loads(path.read_bytes())["documents"]
]
# Whole paragraphs, short ones, headings, lines of columns, what was cut, what leans on it.
LINES = (
    *(line for text in SEEDS for line in text.split("\n") if line.strip()),
    *(line for article in ARTICLES for line in article if line),
    "奥比昂总统在28",
    "日的会谈中表示，医院造福了人民。",
    "要求，深入开展七大专项行动，进一步拓",
    "宽就业渠道。",
    "了。",
    "坐吧。",
    "　　她说，“这里的人们",
    "”他说。",
    "The committee met on Monday to dis-",
    "cuss the plan.",
    "热门",
)
# Synthetic: what ends near the edge of a column, wider, narrower, set in, in quotes of half an em.
ROWS = tuple(
    "\n".join(
        sign * inset + f"{mark}" + "水" * (size + step) + end
        for step in (0, 0, 1, -1, 0, 2, -2, 0, 1)
        for end in ("", "。", "；", "，", "1")
    )
    for size in (8, 17, 24, 40)
    for sign, inset in (("", 0), ("\u3000", 2))
    for mark in ("", "“水”")
)
SENTENCE = "水尺在老闸边上立了很多年"
PROSE = tuple(line for article in ARTICLES for line in article if line)
# Long paragraphs, some without their end.
CUT_OFF = tuple(line[: len(line) - cut] for line in PROSE if len(line) > 60 for cut in (0, 1))


def parts_of(pool: tuple[str, ...]) -> st.SearchStrategy[list[tuple[str, str, bool]]]:
    """Lines of a pool, each with the break after it and whether it is fixed."""
    gaps = st.sampled_from(("\n", "\n", "\n\n"))
    part = st.tuples(st.sampled_from(pool), gaps, st.booleans())
    return st.lists(part, min_size=2, max_size=40)


@pytest.mark.parametrize("article", ARTICLES, ids=[article[0][:12] for article in ARTICLES])
def test_clean_articles_need_no_decode(article: list[str]) -> None:
    assert joins_nothing(read_lines("\n".join(article)))


def test_paragraphs_of_which_the_last_is_cut_off_need_none() -> None:
    long = [line for line in PROSE if len(line) > 60][:4]
    assert joins_nothing(read_lines("\n".join((*long[:3], long[3][:-1]))))


@pytest.mark.parametrize(
    "text",
    [
        "总统的回忆从那一年讲起。\n\n当地的医疗条件有望改善。总统在28\n\n日的会谈中表示，医院造福了人民。",
        "今年以来，我市坚持把就业摆在\n首位，完善政策体系，拓宽就业渠道。\n截至目前，全市新增就业三万人。",
    ],
    ids=["a cut number", "a column"],
)
def test_what_may_be_joined_is_decoded(text: str) -> None:
    assert not joins_nothing(read_lines(text))


@given(st.sampled_from((LINES, PROSE, CUT_OFF)).flatmap(parts_of), st.booleans())
@settings(max_examples=200, deadline=None)
def test_quiet_texts_have_no_joins(parts: list[tuple[str, str, bool]], some_fixed: bool) -> None:
    lines = read_lines("".join(line + gap for line, gap, _ in parts))
    fixed = [is_fixed and some_fixed for _, _, is_fixed in parts][: len(lines)]
    joined = any(one.joined for one in decide(lines, fixed))
    assert not (joined and joins_nothing(lines))


def made_line(sign: str, size: int, end: str, gap: str) -> str:
    """Return a synthetic line, its words cut from one sentence, with the break after it."""
    return sign + (size // 12 * SENTENCE + SENTENCE)[:size] + end + gap


# Few widths, so that columns are found; headings, items, sentences near their edges and far.
MADE = st.lists(st.integers(5, 30), min_size=1, max_size=3).flatmap(
    lambda sizes: st.lists(
        st.builds(
            made_line,
            st.sampled_from(("", "", "　　", "（一）", "“")),
            st.sampled_from((*sizes, *(size + 1 for size in sizes), *(size - 2 for size in sizes)))
            | st.integers(60, 75),
            st.sampled_from(("", "。", "。", "。", "；", "，", "：", "）")),
            st.sampled_from(("\n", "\n", "\n", "\n\n")),
        ),
        min_size=2,
        max_size=30,
    )
)


@given(MADE, st.lists(st.booleans(), min_size=30, max_size=30) | st.just([False] * 30))
@settings(max_examples=300, deadline=None)
def test_the_decode_of_quiet_texts_joins_nothing_in_any_round(
    made: list[str], fixed: list[bool]
) -> None:
    lines = read_lines("".join(made))
    if not joins_nothing(lines):
        return
    paths = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            decision, "cheapest", lambda *args: paths.append(cheapest(*args)) or paths[-1]
        )
        decide(lines, fixed[: len(lines)])
    assert not any(
        place in {FIRST, MIDDLE} and after in {MIDDLE, LAST}
        for path in paths
        for (place, _), (after, _) in pairwise(path)
    )


@pytest.mark.parametrize("text", [*SEEDS, *ROWS])
def test_the_least_costs_are_those_of_the_columns_or_less(text: str) -> None:
    lines = read_lines(text)[:200]
    columns = columns_of(lines)
    half = tuple(columns.widths[: len(columns.widths) // 2].tolist())
    assert half
    costs = Costs(*(cost[:, :-1] for cost in costs_of(lines, columns)))
    wanted = [np.minimum(costs.first, costs.middle), costs.single, costs.last]
    wanted.append(costs.first - costs.single)
    bounds = [
        least_in(line, after, half, narrow=columns.quotes_narrow)
        for line, after in zip(lines, [*lines[1:], None], strict=True)
    ]
    found, exact = np.array(bounds).T, np.array([cost.min(axis=1) for cost in wanted])
    assert (found <= exact + 1e-4).all()
    # What has any width in a column is not bounded but known.
    assert np.allclose(found[1:3], exact[1:3], atol=1e-4)
