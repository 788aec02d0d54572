"""Runs of blocks that move where all evidence says that they stand; every text is synthetic."""

from itertools import pairwise, permutations, product

import numpy as np
import pytest

from cleaner.layout import read_lines
from cleaner.model import SHIPPED
from cleaner.order import blocks
from cleaner.order.blockcosts import Junctions
from cleaner.order.blockmoves import HEADED, LEAST, LOOKED_AT, MAX_RUN, _Move, _moves, moved
from cleaner.order.blockread import Block, breaks_off, read_blocks
from cleaner.order.blocks import page_order
from cleaner.order.blockwidths import read_widths
from cleaner.order.rows import Row, read_rows
from cleaner.order.topics import Topics, likelihood, read_topics

ROADS = """\
农村公路养护工作会议召开

昨天上午，全市农村公路养护工作会
议在市政府礼堂召开。会议要求，各

县区要把农村公路的养护资金列入年
度预算，落实专人负责，做到有路必

养、养必到位，确保农村公路畅通和
群众出行安全。
"""
SCHOOLS = """\
三十所中小学校将新建改扩建

今年秋季开学前，全市将新建和改扩
建三十所中小学校，增加学位两万个，

进一步缓解城区中小学校大班额的问
题，教师队伍建设将继续加强，提高

农村中小学校的教学质量，让孩子就
近享受到优质教育。
"""
Page = tuple[list[Row], list[Block], Topics, Junctions]


@pytest.fixture
def page() -> Page:
    lines = read_lines(f"{ROADS}\n{SCHOOLS}")
    rows = read_rows(lines)
    found = read_blocks(rows, [not at or line.blanks > 0 for at, line in enumerate(lines)])
    texts = ["".join(row.text for row in rows[one.first : one.end]) for one in found]
    return list(rows), found, read_topics(texts, SHIPPED), Junctions(rows, found, SHIPPED)


def order_of(page: Page, dealt: list[int]) -> list[int]:
    rows, of_page, topics, junctions = page
    off = [breaks_off(rows, block) for block in of_page]
    return moved(dealt, of_page, off, topics, junctions)


def test_blocks_in_order_stay(page: Page) -> None:
    assert order_of(page, list(range(8))) == list(range(8))


@pytest.mark.parametrize(
    "dealt",
    [
        pytest.param([0, 1, 2, 5, 6, 3, 4, 7], id="a run in another article"),
        pytest.param([0, 4, 1, 2, 3, 5, 6, 7], id="a headline over another's text"),
        pytest.param([0, 1, 2, 3, 5, 6, 7, 4], id="a headline behind its text"),
        pytest.param([0, 2, 3, 4, 5, 6, 7, 1], id="a lead at the end"),
    ],
)
def test_a_run_goes_where_it_belongs(page: Page, dealt: list[int]) -> None:
    assert order_of(page, dealt) == list(range(8))


def test_the_first_block_stays(page: Page) -> None:
    assert order_of(page, [3, 0, 1, 2, 4, 5, 6, 7])[0] == 3


@pytest.mark.parametrize(
    ("known", "dealt", "moves"),
    [
        # as poems and a list of rules are, some lines of which end at a full width
        pytest.param((False, False), range(8), False, id="in order as far as is known"),
        pytest.param((True, False), range(8), True, id="a scan"),
        pytest.param((False, True), range(8), True, id="a search before found disorder"),
        pytest.param((False, False), (0, 1, 2, 3, 4, 6, 5, 7), True, id="this one does"),
    ],
)
def test_blocks_move_where_disorder_is_known(page: Page, monkeypatch, known, dealt, moves) -> None:
    rows, of_page, _, _ = page
    asked = []
    monkeypatch.setattr(blocks, "_is_broken", lambda *_: True)
    monkeypatch.setattr(blocks, "_dealt", lambda *_: list(dealt))
    monkeypatch.setattr(blocks, "moved", lambda order, *_: asked.append(order) or order)
    page_order(rows, of_page, SHIPPED, scanned=known[0], disordered=known[1])
    assert bool(asked) == moves


def test_tables_say_of_all_pairs_what_is_said_of_each(page: Page) -> None:
    rows, of_page, topics, junctions = page
    alone, size = Junctions(rows, of_page, SHIPPED), len(of_page)
    pairs = list(permutations(range(size), 2))
    costs, ratios = junctions.tables()
    assert [costs[pair] for pair in pairs] == pytest.approx([alone.cost(*one) for one in pairs])
    assert [ratios[pair] for pair in pairs] == pytest.approx([alone.ratio(*one) for one in pairs])

    shared, sizes = topics.shared(), topics.sizes
    likely = [
        [likelihood(shared[i, j], min(sizes[i], sizes[j])) for j in range(size)]
        for i in range(size)
    ]
    widths = read_widths(of_page)
    wide = [[widths.of_one_article([i], [j]) for j in range(size)] for i in range(size)]
    for i, j in product(range(size), repeat=2):
        assert topics.likelihoods()[i, j] == pytest.approx(0.0 if i == j else likely[i][j])
        assert widths.of_pairs()[i, j] == pytest.approx(0.0 if i == j else wide[i][j])
    assert np.isfinite(costs).all()


@pytest.mark.parametrize("size", [6, 9, 30])
def test_the_best_moves_are_those_of_all(size: int) -> None:
    random = np.random.default_rng(size)
    links = random.normal(-3, 2, (size + 1, size)).round(1)
    order = [0, *(1 + random.permutation(size - 1)).tolist()]
    heads = (random.random(size) < 0.3).tolist()

    def links_of(blocks: list[int]) -> float:
        return sum(links[pair] for pair in pairwise(blocks))

    every = []
    for run in range(1, min(MAX_RUN, size - 2) + 1):
        for start, to in product(range(1, size - run + 1), range(1, size + 1)):
            move = _Move(0.0, start, start + run, to)
            gain = links_of(move.made(order)) - links_of(order)
            if not start <= to <= start + run and gain > (HEADED if heads[order[start]] else LEAST):
                every.append(round(gain, 6))
    gains = [move.gain for move in _moves(order, links, heads)]
    assert gains == pytest.approx(sorted(every, reverse=True)[:LOOKED_AT])


def test_a_sure_sentence_is_put_together(page: Page) -> None:
    _, of_page, _, junctions = page
    in_order = list(range(len(of_page)))
    apart = [at for at in in_order if at != 2] + [2]
    assert blocks._whole(apart, [(1, 2)], of_page, junctions)[:3] == [0, 1, 2]
    assert blocks._whole(in_order, [(1, 2)], of_page, junctions) == in_order
    # the first block of a page stays
    assert blocks._whole(in_order, [(3, 0)], of_page, junctions) == in_order
