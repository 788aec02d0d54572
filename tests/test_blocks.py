"""Blocks of a page that were given row by row; every text here is synthetic."""

from itertools import pairwise, product

import pytest

from cleaner.document import Document
from cleaner.layout import read_lines
from cleaner.model import SHIPPED
from cleaner.order.blockcosts import Junctions
from cleaner.order.blockread import read_blocks
from cleaner.order.blocks import in_sentences
from cleaner.order.rows import read_rows
from cleaner.stages.columns import MISPLACED_BLOCK

WIDTH = 16
HEADLINE = "市委书记在全市农村公路养护工作会议上强调 把好事办好\n"
ARTICLES = (
    (
        (
            "本报讯（记者王宁）昨天上午，全市农村公路养护工作会议在市政府礼堂召开。会议要求，"
            "各县区要把养护资金列入年度预算，落实专人负责，做到有路必养、养必到位，确保群众出行安全。"
        ),
        (
            "会议强调，要加强道路巡查，及时处理路面病害，对超限超载车辆要严格管理，依法处罚，"
            "保护好来之不易的建设成果。"
        ),
    ),
    (
        (
            "本报讯（记者李青）记者从市教育局了解到，今年秋季开学前，全市将新建和改扩建三十所"
            "中小学校，增加学位两万个，进一步缓解城区学校大班额问题。"
        ),
        (
            "市教育局负责人表示，将继续加强教师队伍建设，提高农村学校教学质量，"
            "让更多的孩子在家门口就能享受到优质教育资源。"
        ),
    ),
    (
        (
            "本报讯（记者张华）入冬以来，市供热公司对全市供热管网进行了全面检查和维修，"
            "保证居民家中温度达到标准，让广大市民群众温暖过冬。"
        ),
        (
            "据介绍，供热期间，服务热线全天开通，维修人员二十四小时值班，"
            "市民遇到问题可以随时拨打电话反映情况，工作人员将及时上门解决。"
        ),
    ),
)
CUTS = tuple(product(((3, 7), (2, 7), (3, 8)), ((3, 6), (3, 7)), ((3, 6), (2, 6))))


def wrapped(paragraph: str) -> list[str]:
    """Return the lines of a paragraph, the first two characters shorter, without its indent."""
    lines, at, size = [], 0, WIDTH - 2
    while at < len(paragraph):
        end = at + size
        end += paragraph[end : end + 1] in tuple("，。、）")  # a mark hangs out
        lines.append(paragraph[at:end])
        at, size = end, WIDTH
    return lines


def pieces(article: tuple[str, ...], cuts: tuple[int, ...]) -> list[str]:
    """Return an article cut before some of its lines, a blank line between paragraphs."""
    lines = [("\n" * (not at), line) for text in article for at, line in enumerate(wrapped(text))]
    bounds = [0, *cuts, len(lines)]
    return [
        "".join(blank + line + "\n" for blank, line in lines[a:b]).lstrip("\n")
        for a, b in pairwise(bounds)
    ]


def page(cuts: tuple[tuple[int, ...], ...]) -> tuple[str, str]:
    """Return a page as its blocks come row by row, and as it was written."""
    columns = [pieces(article, cut) for article, cut in zip(ARTICLES, cuts, strict=True)]
    rows = [piece for row in zip(*columns, strict=True) for piece in row]
    order = [piece for column in columns for piece in column]
    return "\n".join([HEADLINE, *rows]), "\n".join([HEADLINE, *order])


def ordered(text: str) -> str:
    return MISPLACED_BLOCK(Document("page", text))[0].text


def lines_of(text: str) -> list[str]:
    return [line for line in text.replace("\f", "\f\n").split("\n") if line]


@pytest.mark.parametrize("cuts", CUTS, ids=str)
def test_rows_of_blocks_are_set_in_columns(cuts):
    dealt, written = page(cuts)
    assert lines_of(written) == lines_of(ordered(dealt))


@pytest.mark.parametrize("cuts", CUTS, ids=str)
def test_blocks_in_order_stay(cuts):
    _, written = page(cuts)
    assert written == ordered(written)


def test_a_misread_character_at_a_cut_is_outweighed_by_the_rest():
    dealt, written = page(CUTS[0])
    misread = ordered(dealt.replace("到标准", "剑标淮"))
    assert lines_of(written.replace("到标准", "剑标淮")) == lines_of(misread)


def test_no_block_crosses_a_form_feed():
    dealt, written = page(CUTS[0])
    assert lines_of(f"{written}\f{written}") == lines_of(ordered(f"{dealt}\f{dealt}"))


def test_no_blank_line_is_left_where_a_sentence_goes_on():
    dealt, _ = page(CUTS[0])
    assert "各县区要把养\n护资金" in ordered(dealt)


def test_without_blank_lines_there_are_no_blocks():
    dealt, _ = page(CUTS[0])
    lines = "".join(line + "\n" for line in dealt.split("\n") if line)
    assert lines == ordered(lines)


def test_a_block_too_short_to_show_a_width_takes_that_of_its_neighbours():
    dealt, _ = page(CUTS[0])
    lines = read_lines(dealt)
    rows = read_rows(lines)
    blocks = read_blocks(rows, [not at or line.blanks > 0 for at, line in enumerate(lines)])
    alone = next(block for block in blocks if rows[block.first].text.startswith("会议强调"))
    assert (
        alone.end - alone.first,
        alone.width,
        alone.top,
        alone.foot,
    ) == (1, 2 * WIDTH, "stands back", "full")


def test_a_dateline_on_a_line_of_its_own_is_no_heading() -> None:
    lines = ("公路养护会议召开", "", "央视网消息（新闻联播）：", "", "昨天，会议在礼堂召开。")
    rows = read_rows(read_lines("\n".join(lines) + "\n"))
    blocks = read_blocks(rows, [True] * 3)
    assert [block.title for block in blocks] == [True, False, False]
    assert [block.dateline for block in blocks] == [False, True, False]


@pytest.mark.parametrize(
    ("lines", "inner"),
    [
        # a line of a sentence that the reader set apart, before its rest and behind its start
        (("各县区要把养护资金列入年度预", "", "算，落实专人负责，确保群众出行"), {0}),
        (("会议要求，各县区要进一步加强农", "", "村公路养护和资金管理"), {1}),
        # headings
        (("农村公路养护工作会议召开", "", "昨天上午，全市农村公路养护工作"), set()),
        (("会议在市政府礼堂召开，各县区要落实", "", "中小学校增加学位两万个"), set()),
    ],
)
def test_a_piece_of_a_sentence_is_no_heading(lines, inner):
    read = read_lines("\n".join(lines) + "\n")
    rows = read_rows(read)
    blocks = read_blocks(rows, [not at or line.blanks > 0 for at, line in enumerate(read)])
    off = [not block.title for block in blocks]
    assert in_sentences(blocks, off, Junctions(rows, blocks, SHIPPED)) == inner
