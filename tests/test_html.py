"""Web pages: the article comes out, its frame does not, and nothing hangs or gets lost silently."""

import builtins
import gzip
import pathlib

import orjson
import pytest
import zstandard
from click.testing import CliRunner
from html_pages import INDEX, PAGES, PORTAL, Page, paragraphs
from written import lines

from cleaner import InputError, rebuild
from cleaner.cli import cli
from cleaner.io.html import declared_charset, read_page
from cleaner.io.markup import MarkupLine, page_lines
from cleaner.io.readers import Reading
from cleaner.run import Settings, run

HTML = Settings(Reading(html=True))


def cleaned(tmp_path: pathlib.Path, data: bytes, name: str = "page.html") -> dict:
    """The record of the one document that a file becomes."""
    (tmp_path / name).write_bytes(data)
    run([str(tmp_path / name)], tmp_path / "out")
    found = lines(tmp_path / "out") + lines(tmp_path / "out", "dropped")
    (record,) = found
    return record


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_the_article_comes_out_and_its_frame_does_not(page: Page, tmp_path: pathlib.Path) -> None:
    record = cleaned(tmp_path, page.markup.encode())
    lines = record["text"].split("\n")
    assert [line for line in lines if line in page.wanted] == list(page.wanted)
    assert [word for word in page.unwanted if word in record["text"]] == []


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_what_a_page_says_of_itself(page: Page) -> None:
    meta = read_page(page.markup).meta
    wanted = {"title": page.title, "date": page.date, "author": page.author, "site": page.site}
    for key, value in wanted.items():
        if value:
            assert meta[key] == value


def test_the_title_of_the_window_gives_up_the_site() -> None:
    meta = read_page(PAGES["government"].markup).meta
    assert (meta["title"], meta["site"]) == ("关于临时停水的通知", "青溪镇人民政府")
    body = f"<body>{paragraphs(*PORTAL.wanted)}</body>"
    meta = read_page(f"<html><head><title>长江-黄河水系考</title></head>{body}</html>").meta
    assert meta["title"] == "长江-黄河水系考"  # nothing on the page says that it ends earlier


def test_a_page_of_links_is_no_document(tmp_path: pathlib.Path) -> None:
    record = cleaned(tmp_path, INDEX.markup.encode())
    assert record["dropped"]["stage"] == "read"
    assert record["dropped"]["reason"].startswith("no article: ")
    assert record["dropped"]["reason"].endswith("on a page of 26 links")


def test_a_page_without_text(tmp_path: pathlib.Path) -> None:
    record = cleaned(tmp_path, b"<html><body><script>var a=1</script><img src=x></body></html>")
    assert record["dropped"]["reason"] == "no text in 61 characters of HTML"


# What the page says of its charset is wrong as often as it is right.
@pytest.mark.parametrize(
    ("declared", "charset", "noted"),
    [
        ("utf-8", "gbk", "gb18030"),
        ("gb2312", "utf-8", None),
        ("big5", "gbk", "gb18030"),
        ("gb2312", "gbk", "gb18030"),
        ("iso-8859-1", "gbk", "gb18030"),
        ("x-no-such-charset", "gbk", "gb18030"),
    ],
)
def test_bytes_say_the_charset(
    declared: str, charset: str, noted: str | None, tmp_path: pathlib.Path
) -> None:
    markup = PORTAL.markup.replace('<meta charset="utf-8">', f'<meta charset="{declared}">')
    record = cleaned(tmp_path, markup.encode(charset))
    assert record["text"].split("\n") == list(PORTAL.wanted)
    assert record["meta"].get("charset") == noted


def test_a_declared_charset_helps_where_bytes_fit_two(tmp_path: pathlib.Path) -> None:
    text = "看雲"
    markup = f'<meta charset="big5"><p>{text}</p>'
    assert cleaned(tmp_path, markup.encode("big5"))["text"] in {text, None}
    assert declared_charset(b"<META http-equiv=x content='text/html; charset=GB2312'>") == "gb18030"
    assert declared_charset(b"<?xml version='1.0' encoding='big5'?>") == "big5"
    assert declared_charset(b"<p>charset=") == ""


def test_source_lines_in_a_paragraph_are_no_spaces() -> None:
    markup = (
        "<html><body><p>建成后，\n   过湖时间将\n缩短到六分钟。The lake\nis wide.</p></body></html>"
    )
    assert read_page(markup).text == "建成后，过湖时间将缩短到六分钟。The lake is wide."


STREET = ("天还没亮，卖豆浆的推车就响了。", "巷口的老人一边扫地一边和熟人打招呼。")
DATA = "今天上午，新桥正式通车，市民纷纷前来参观，桥面宽阔平整。" * 5
BAR = "".join(f"<a href={name}>{name}</a>|" for name in ("首页", "新闻", "图片", "视频"))
ARTICLE = f"<h1>老街的早晨</h1><p>{STREET[0]}</p><p>{STREET[1]}</p>"
LAYOUT = f"<table><tr><td>{BAR}</td></tr><tr><td>{ARTICLE}</td><td>{BAR}</td></tr></table>"
TABLE = "<table><tr><th>品名</th><th>价</th></tr><tr><td>豆浆</td><td>2</td></tr></table>"
NEXT = "<a href=1>上一章</a><a href=2>目录</a><a href=3>下一章</a>"
LINKED = "<p>他生于<a>成都</a>，字<a>子美</a>，号<a>少陵</a>，是<a>唐代</a>的诗人。</p>"
IN_DATA = f'<script type="application/ld+json">{{"articleBody":"{DATA}"}}</script>'
NUMBERED = (
    "<table><tr><td><pre><span>1</span><br><span>2</span></pre></td>"
    "<td><pre><span>if a:</span><br><span>  b()</span></pre></td></tr></table>"
)
BETWEEN = (
    "<figure><img src=a></figure><div>上一页</div><div><a href=1>老街怎么走？</a></div>"
    "<div>未经授权，不得转载。</div><div>赞！</div>"
)
BOXES = "<x-share>分享到微信</x-share><aside><p>订阅我们的早报。</p></aside>"
STEPS = "<li>磨豆子。</li><li>煮<b>两遍</b>。</li>"
# What stands in the markup, and the text that is in it.
SHAPES = {
    "a layout of tables": (LAYOUT, "\n".join(STREET)),
    "a table of data": (
        f"<p>{STREET[0]}</p>{TABLE}",
        f"{STREET[0]}\n| 品名 | 价 | \n|---|---|\n| 豆浆 | 2 |",
    ),
    "links at the end": (f"<div>{'<br><br>'.join(STREET)}</div>{NEXT}", "\n".join(STREET)),
    "verse": ("<p>床前明月光，<br>疑是地上霜。</p>", "床前明月光，\n疑是地上霜。"),
    "links in a sentence": (LINKED, "他生于成都，字子美，号少陵，是唐代的诗人。"),
    "a paragraph that is a div among paragraphs": (
        f"<p>{STREET[0]}</p><div>{STREET[1]}</div><p>豆浆卖完的时候，天亮了。</p>",
        f"{STREET[0]}\n{STREET[1]}\n豆浆卖完的时候，天亮了。",
    ),
    "a table in a figure": (
        f"<p>{STREET[0]}</p><figure class=wp-block-table>{TABLE}</figure><p>{STREET[1]}</p>",
        f"{STREET[0]}\n| 品名 | 价 | \n|---|---|\n| 豆浆 | 2 | \n{STREET[1]}",
    ),
    "code beside its lines' numbers": (
        f"<p>{STREET[0]}</p><figure>{NUMBERED}</figure><p>{STREET[1]}</p>",
        f"{STREET[0]}\nif a:\n  b()\n{STREET[1]}",
    ),
    "a box of an editor": (
        f"<p>{STREET[0]}</p><fieldset><section>{STREET[1]}</section></fieldset>",
        "\n".join(STREET),
    ),
    "a day in a paragraph": (
        f"<p>{STREET[0]}</p><p>新桥于<time>2019年</time>建成，行人可以走。</p>",
        f"{STREET[0]}\n新桥于2019年建成，行人可以走。",
    ),
    "a caption and a row of links among paragraphs": (
        f"<p>{STREET[0]}</p>{BETWEEN}<p>{STREET[1]}</p>",
        "\n".join(STREET),
    ),
    "a table of two numbers": (
        f"<p>{STREET[0]}</p><table><tr><td>2018</td><td>1500</td></tr></table><p>{STREET[1]}</p>",
        f"{STREET[0]}\n| 2018 | 1500 | \n{STREET[1]}",
    ),
    "steps with their numbers": (
        f"<p>{STREET[0]}</p><ol start=2>{STEPS}</ol><p>{STREET[1]}</p>",
        f"{STREET[0]}\n2. 磨豆子。\n3. 煮两遍。\n{STREET[1]}",
    ),
    "steps that have their numbers": (
        f"<p>{STREET[0]}</p><ol><li>1、{STREET[0]}<li>2、{STREET[1]}</ol><p>{STREET[1]}</p>",
        f"{STREET[0]}\n- 1、{STREET[0]}\n- 2、{STREET[1]}\n{STREET[1]}",
    ),
    "a paragraph of a name that its site made up": (
        f"<p>{STREET[0]}</p><x-note>豆浆卖两块一大碗。</x-note><p>{STREET[1]}</p>",
        f"{STREET[0]}\n豆浆卖两块一大碗。\n{STREET[1]}",
    ),
    "a button of such a name, and a box in an aside": (
        f"<p>{STREET[0]}</p>{BOXES}<p>{STREET[1]}</p>",
        "\n".join(STREET),
    ),
    "text in data alone": (f"<div id=app></div>{IN_DATA}", DATA),
}


@pytest.mark.parametrize(("body", "text"), SHAPES.values(), ids=SHAPES)
def test_shapes_of_markup(body: str, text: str) -> None:
    assert read_page(f"<html><body>{body}</body></html>").text.strip() == text


@pytest.mark.parametrize("pack", ["", ".gz", ".zst"])
@pytest.mark.parametrize("ending", [".html", ".htm", ".HTML", ".shtml"])
def test_names_that_are_pages(ending: str, pack: str, tmp_path: pathlib.Path) -> None:
    data = PORTAL.markup.encode()
    packed = {"": data, ".gz": gzip.compress(data), ".zst": zstandard.compress(data)}[pack]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / f"page{ending}{pack}").write_bytes(packed)
    run([str(tmp_path / "in")], tmp_path / "out")
    (record,) = lines(tmp_path / "out")
    assert (record["id"], record["title"]) == (f"in/page{ending}{pack}", PORTAL.title)


def test_records_that_hold_pages(tmp_path: pathlib.Path) -> None:
    pages = [
        {"id": "a", "html": PORTAL.markup, "url": "https://example.org/a", "date": "2000-01-01"},
        {"id": "b", "html": INDEX.markup},
    ]
    (tmp_path / "pages.jsonl").write_bytes(b"\n".join(map(orjson.dumps, pages)))
    settings = Settings(Reading("html", html=True))
    run([str(tmp_path / "pages.jsonl")], tmp_path / "out", settings=settings)
    (record,) = lines(tmp_path / "out")
    assert record["text"].split("\n") == list(PORTAL.wanted)
    # What the record says of the page is known better than what the page says.
    assert (record["meta"]["date"], record["meta"]["site"]) == ("2000-01-01", PORTAL.site)
    assert [one["id"] for one in lines(tmp_path / "out", "dropped")] == ["b"]


def test_an_output_is_no_markup(tmp_path: pathlib.Path) -> None:
    (tmp_path / "page.html").write_text(PORTAL.markup, encoding="utf-8")
    run([str(tmp_path / "page.html")], tmp_path / "out")
    run([str(tmp_path / "out")], tmp_path / "again", settings=HTML)
    once, again = ((tmp_path / name / "corpus.jsonl").read_bytes() for name in ("out", "again"))
    assert once == again


def test_a_page_on_standard_input(tmp_path: pathlib.Path) -> None:
    out = str(tmp_path / "out")
    done = CliRunner().invoke(
        cli, ["run", "-", "--html", "-q", "-o", out], input=PORTAL.markup.encode()
    )
    assert done.exit_code == 0, done.output
    (record,) = lines(tmp_path / "out")
    assert record["title"] == PORTAL.title


def test_rebuild_gives_what_was_extracted(tmp_path: pathlib.Path) -> None:
    cleaned(tmp_path, PORTAL.markup.encode())
    assert rebuild(tmp_path / "out") == {"page.html": read_page(PORTAL.markup).text}


def test_explain_reads_pages(tmp_path: pathlib.Path) -> None:
    (tmp_path / "page.html").write_text(PORTAL.markup, encoding="utf-8")
    done = CliRunner().invoke(cli, ["explain", str(tmp_path / "page.html")])
    assert (done.exit_code, f"title: {PORTAL.title}" in done.output) == (0, True)


def test_without_the_extra_the_error_names_it(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object, **more: object) -> object:
        if name.partition(".")[0] == "trafilatura":
            raise ModuleNotFoundError("No module named 'trafilatura'")
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    (tmp_path / "page.html").write_text(PORTAL.markup, encoding="utf-8")
    (tmp_path / "page.txt").write_text("今天天气很好，我们去公园。", encoding="utf-8")
    with pytest.raises(InputError, match=r"the extra `html`: pip install 'cleaner\[html\]'"):
        run([str(tmp_path / "page.html")], tmp_path / "out")
    assert not (tmp_path / "out").exists()
    run([str(tmp_path / "page.txt")], tmp_path / "out")  # who reads no page needs no extra


WORDS = "这是一个很长的段落，它有很多字，讲的是一件事情。"
LAST = "后面还有一段很长的文字，也不能丢。"
DEEP = 20_000
# What ends nowhere hides the rest of a page in a browser too.
HIDING = {"unclosed comments", "unclosed scripts", "open quote"}
HOSTILE = {
    "nested blocks": f"{'<div>' * DEEP}<p>{WORDS}</p>{'</div>' * DEEP}<p>{LAST}</p>",
    "nested tables": f"{'<table><tr><td>' * DEEP}{WORDS}{'</td></tr></table>' * DEEP}<p>{LAST}</p>",
    "unclosed inline": f"{'<b><i>' * DEEP}{WORDS}<p>{LAST}</p>",
    "unclosed comments": f"<p>{WORDS}</p>{'<!-- ' * DEEP}<p>{LAST}</p>",
    "unclosed scripts": f"<p>{WORDS}</p>{'<script>' * DEEP}<p>{LAST}</p>",
    "unclosed tags": f"<p>{WORDS}</p>{'<a <b ' * DEEP}<p>{LAST}</p>",
    "angle brackets": f"<p>{WORDS}</p>{'<' * DEEP}<p>{LAST}</p>",
    "open quote": f'<p>{WORDS}</p><a href="{"x" * DEEP}<p>{LAST}</p>',
    "entities": f"<p>{WORDS}{'&amp;' * DEEP}</p><p>{LAST}</p>",
    "many blocks": f"{'<div><p>短</p></div>' * DEEP}<p>{WORDS}</p><p>{LAST}</p>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_neither_hangs_nor_loses_text(name: str) -> None:
    text = read_page(f"<html><body>{HOSTILE[name]}</body></html>").text
    assert WORDS in text
    assert name in HIDING or LAST in text


@pytest.mark.parametrize("odd", ["\x1a", "&#8;", "&#xffff;", "\ufffe", "\x1b[31m"])
def test_what_no_tree_may_hold_costs_no_page(odd: str) -> None:
    """Found by benchmarks/fuzz_files.py: a control character ended the run."""
    body = f"<div><p>{WORDS}{odd}{LAST}</p><pre>{LAST}{odd}</pre></div>"
    text = read_page(f"<html><body>{body}</body></html>").text
    assert text.startswith(f"{WORDS}{LAST}")


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>甲</p>乙<br>丙", [("甲", False), ("乙", False), ("丙", False)]),
        ("<td>甲</td><td>乙", [("甲 乙", False)]),
        ("<li><a href=x>甲</a><li>乙<a>丙</a>", [("甲", True), ("乙丙", False)]),
        ("a < b, 3 <5 &lt;p&gt; &nbsp;甲", [("a < b, 3 <5 <p> \xa0甲", False)]),
        ("<style>p{}</style><!-- <p>无 --><p>有<script>'</p>'</SCRIPT>", [("有", False)]),
        ("<!-- 未完<p>有", [("未完", False), ("有", False)]),
    ],
)
def test_lines_of_markup(markup: str, lines: list[tuple[str, bool]]) -> None:
    assert list(page_lines(markup)) == [MarkupLine(*line) for line in lines]


def test_raised_figures_keep_their_place() -> None:
    text = "光速约为3×10<sup>8</sup>m/s，水写作H<sub class=x>2</sub>O，见<sup>[1]</sup>。"
    page = f"<body><article>{paragraphs(*PORTAL.wanted, text)}</article></body>"
    assert "3×10⁸m/s，水写作H₂O，见[1]。" in read_page(page).text
