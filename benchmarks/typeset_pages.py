"""Dirty pages made in plain Python of the seeds' own clean articles, each with the answer to it.

The articles that people made of the seeds (tests/gold) are set, for one seed always alike, as

    column  one article broken to lines of 14 to 38 em, indents shown or lost, with and without
            blank lines between paragraphs
    page    three articles in columns one after the other, under a page head, on sheets
    rows    one article in two to four columns, read row by row
    scan    a page whose commas became half width and some of whose characters traditional
    web     one article inside the frame of a web page: trail, source, related links, tags
"""

import itertools
import json
import pathlib
import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import opencc
from layout import wrap

ROOT = pathlib.Path(__file__).resolve().parent.parent
HALF = str.maketrans("，：；（）？！", ",:;()?!")
# Lines of a page; then comes a form feed.
PAGE_LINES = 60
# Of the characters of a scan so many were read as their traditional form.
STRAY = 0.01
SOURCES = ("阳光网", "城市晚报", "新都市报", "江南日报", "县融媒体中心")
LINKS = (
    "老旧小区加装电梯，居民怎么看",
    "这个周末去哪儿？八处赏花好去处",
    "全市中小学今日开学",
    "三条公交线路明起调整",
    "图书馆新馆月底开放",
    "夜市又热闹起来了",
    "一碗面里的乡愁",
    "地铁四号线年内通车",
    "菜价连降三周",
)

Gold = Mapping[str, Any]


class Page(NamedTuple):
    """A dirty page, and the answer to it."""

    kind: str
    text: str
    gold: Gold


def articles() -> list[Gold]:
    """Return the articles of the seeds that have a title and more than one paragraph of prose."""
    found = []
    for path in sorted((ROOT / "tests" / "gold").glob("*.json")):
        for one in json.loads(path.read_text(encoding="utf-8"))["documents"]:
            prose = [p for p in one["paragraphs"] if len(p["text"]) > 40 and p["text"][-1] in "。”"]
            if one["title"] and len(prose) > 1:
                found.append({"title": one["title"], "paragraphs": prose})
    return found


def pages(count: int, seed: int) -> Iterator[Page]:
    """Yield `count` pages of each kind."""
    known = articles()
    for kind, setter in (
        ("column", set_column),
        ("page", set_page),
        ("rows", set_rows),
        ("scan", set_scan),
        ("web", set_web),
    ):
        chance = random.Random(f"{seed} {kind}")
        for _ in range(count):
            yield setter(kind, known, chance)


def answer(chosen: Sequence[Gold], removed: Sequence[str], *, titled: bool = True) -> Gold:
    documents = [
        {
            "title": one["title"] if titled else None,
            "subtitle": None,
            "credits": [],
            "paragraphs": one["paragraphs"],
        }
        for one in chosen
    ]
    return {"documents": documents, "removed": removed}


def excerpt(article: Gold, chance: random.Random, most: int) -> Gold:
    """Return up to `most` paragraphs in a row of the article, under its title."""
    start = chance.randrange(max(1, len(article["paragraphs"]) - most + 1))
    return {**article, "paragraphs": article["paragraphs"][start : start + most]}


def lines_of(article: Gold, em: int, chance: random.Random) -> list[str]:
    """Break the article's paragraphs; indents and blank lines are the page's habit."""
    shown, blank = chance.random() < 0.5, chance.random() < 0.5
    lines = []
    for paragraph in article["paragraphs"]:
        first, *more = wrap(paragraph["text"], em, 2)
        lines += [f"　　{first}" if shown else first, *more, *([""] if blank else [])]
    return lines


def page_head(chance: random.Random) -> str:
    day = f"2024年{chance.randint(1, 12)}月{chance.randint(1, 28)}日"
    return f"{day} 星期{chance.choice('一二三四五')} 要闻 第{chance.randint(2, 8)}版"


def set_column(kind: str, known: Sequence[Gold], chance: random.Random) -> Page:
    one = excerpt(chance.choice(known), chance, 12)
    text = "\n".join(lines_of(one, chance.choice((14, 18, 24, 38)), chance))
    return Page(kind, text, answer([one], [], titled=False))


def set_page(kind: str, known: Sequence[Gold], chance: random.Random) -> Page:
    chosen = [excerpt(one, chance, 6) for one in chance.sample(known, 3)]
    em = chance.choice((14, 16, 18, 22))
    head = page_head(chance)
    lines: list[str] = []
    for one in chosen:
        lines += [one["title"], "", *lines_of(one, em, chance), ""]
    sheets = [
        "\n".join([head, "", *lines[at : at + PAGE_LINES]])
        for at in range(0, len(lines), PAGE_LINES)
    ]
    return Page(kind, "\n\f".join(sheets), answer(chosen, [head]))


def set_rows(kind: str, known: Sequence[Gold], chance: random.Random) -> Page:
    columns, em = chance.choice(((2, 18), (3, 16), (4, 12)))
    one = excerpt(chance.choice(known), chance, 8)
    lines = [line for line in lines_of(one, em, chance) if line]
    tall = -(-len(lines) // columns)
    rows = itertools.zip_longest(*(lines[at : at + tall] for at in range(0, len(lines), tall)))
    text = "\n".join(cell for row in rows for cell in row if cell)
    return Page(kind, text, answer([one], [], titled=False))


def set_scan(kind: str, known: Sequence[Gold], chance: random.Random) -> Page:
    page = set_page(kind, known, chance)
    traditional = opencc.OpenCC("s2t").convert(page.text)
    misread = (
        theirs if chance.random() < STRAY else ours
        for ours, theirs in zip(page.text, traditional, strict=True)
    )
    return page._replace(text="".join(misread).translate(HALF))


def set_web(kind: str, known: Sequence[Gold], chance: random.Random) -> Page:
    one = excerpt(chance.choice(known), chance, 10)
    site = chance.choice(SOURCES)
    trail = f"首页 > 新闻中心 > {chance.choice(('要闻', '社会', '民生'))} > 正文"
    stamp = f"2024-0{chance.randint(1, 9)}-1{chance.randint(0, 9)} 08:3{chance.randint(0, 9)}"
    tags = f"标签：{' '.join(chance.sample(('就业', '民生', '交通', '教育', '文化'), 3))}"
    links = chance.sample(LINKS, 5)
    hot = [f"{number}. {link}" for number, link in enumerate(chance.sample(LINKS, 4), 1)]
    above = [trail, one["title"], f"{stamp} 来源：{site} 字号：大 中 小"]
    below = [tags, "分享到：微信 微博 QQ空间", "相关阅读", *links, "热门文章", *hot]
    below.append(f"版权所有 {site} 未经授权禁止转载")
    body = [paragraph["text"] for paragraph in one["paragraphs"]]
    frame = [trail, tags, "相关阅读", *links, "热门文章", *hot, below[-1]]
    return Page(kind, "\n".join([*above, *body, *below]), answer([one], frame))
