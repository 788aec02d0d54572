"""Private data: what is asked for is nowhere in an output, whatever way it could have got there."""

import pathlib
import unicodedata

import orjson
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import CleanerError, Document, Pipeline, Recipe, rebuild, undo
from cleaner.cli import cli
from cleaner.errors import Redacted
from cleaner.run import run
from cleaner.stage import Redact
from cleaner.stages import DEFAULT, ORDER

SEEDS = pathlib.Path(__file__).parent.parent / "seeds"
PRIVACY = [stage for stage in ORDER if isinstance(stage, Redact)]
ON = Recipe(on=("privacy",))

# All made up; the card and the identity number have right check digits.
MOBILE = "13912345678"
WIDE = "１３９１２３４５６７８"
PRIVATE = {
    "mobile": MOBILE,
    "landline": "010-62345678",
    "identity": "11010119900307803X",
    "card": "6222021234567890128",
    "email": "zhang.san@example.org",
    "ip": "203.0.113.77",
    "plate": "京A12345",
    "wechat": "lisi_wx_2020",
    "qq": "987654321",
}
TEXT = (
    f"手机{MOBILE}，电话{PRIVATE['landline']}，身份证{PRIVATE['identity']}，卡号{PRIVATE['card']}，"
    f"邮箱{PRIVATE['email']}，地址{PRIVATE['ip']}，车牌{PRIVATE['plate']}，"
    f"微信号：{PRIVATE['wechat']}，QQ：{PRIVATE['qq']}。"
)
PROSE = "山川一脉同风雨，这里的人们世代以种稻养蚕为生，日子过得平静而踏实，直到公路修进了村子。"

# Fails on one text, with words of it in the error, and lets others pass.
FAILING = '''
from cleaner.stage import Rewrite

def failing(document):
    """Fail."""
    if "失败" in document.text:
        raise ValueError(document.text[:9])
    return ()

FAILING = Rewrite(failing, examples={"a": "a"}, keeps=["b"])
'''


def line(**fields: object) -> bytes:
    return orjson.dumps(fields) + b"\n"


def sources(folder: pathlib.Path) -> None:
    """Write a corpus that has private data in every place that we know of."""
    folder.mkdir()
    page = (
        f"客服{MOBILE}热线开通\n本报讯（记者 王宁 {MOBILE}）{PROSE}\n联系：{WIDE}，"
        f"或手机139 1234 5678。\n{PROSE}\n责任编辑：李四 电话：{MOBILE}\n"
    )
    (folder / "page.txt").write_text(page, encoding="utf-8")
    (folder / f"{MOBILE}.txt").write_text(PROSE + TEXT, encoding="utf-8")
    (folder / "latin.txt").write_bytes(
        (PROSE + TEXT + WIDE).encode("utf-8").decode("latin-1").encode()
    )
    (folder / "gbk.txt").write_bytes((PROSE + TEXT + WIDE).encode("gb18030"))
    (folder / "short.txt").write_text("a", encoding="utf-8")
    frame = "首页 | 新闻 | 财经 | 体育\n您的位置：首页 > 新闻 > 正文\n"
    foot = f"相关阅读\n标签：春耕\n版权所有 举报电话：{MOBILE} 京ICP备00000000号\n"
    article = f"{frame}村里的公路修好了\n2020-09-11 18:05 来源：{MOBILE}\n{PROSE}\n{PROSE}\n{foot}"
    (folder / "web.txt").write_text(article, encoding="utf-8")
    nested = {"phones": [MOBILE, int(MOBILE)], MOBILE: {"more": float(MOBILE)}}
    (folder / "lines.jsonl").write_bytes(
        line(id=MOBILE, text=PROSE + "一")
        + line(id=int(MOBILE), text=PROSE + "二", title=f"致电{MOBILE}", author=PRIVATE["email"])
        + line(id="n", text=PROSE + "三", more=nested, phone=int(MOBILE))
        + line(id="d", text=f"{PROSE}四{MOBILE}")
        + line(id="e", text=f"{PROSE}四{MOBILE[:-1]}9")
        + line(id="f", text=f"失败{MOBILE[:5]}\n{MOBILE[5:]}{PROSE}", note=MOBILE)
        + b'{"text": "'
        + b" " * 60
        + MOBILE.encode()
        + b"\n"
        + line(body=TEXT, **{MOBILE: "field"})
        + line(
            schema=1,
            id="own",
            source=f"{MOBILE}.txt",
            title=f"热线{MOBILE}",
            text=PROSE + "五",
            meta={"byline": [MOBILE]},
            unknown=MOBILE,
        )
    )


def written(folder: pathlib.Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def clear(text: str) -> list[str]:
    """What is private in a text, in whatever width, or cut short by two digits."""
    plain = unicodedata.normalize("NFKC", text).replace(" ", "")
    return [kind for kind, value in PRIVATE.items() if value[:-2] in plain]


def test_nothing_private_is_written(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "failing_rule.py").write_text(FAILING, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path / "lib"))
    sources(tmp_path / "in")
    extra = ("failing_rule:FAILING",)
    plain = run([str(tmp_path / "in")], tmp_path / "plain", Recipe(extra=extra))
    found = {kind for text in written(tmp_path / "plain").values() for kind in clear(text)}
    assert found == set(PRIVATE)  # else the test would prove nothing
    ran = run([str(tmp_path / "in")], tmp_path / "out", Recipe(on=("privacy",), extra=extra))
    assert {
        name: clear(text) for name, text in written(tmp_path / "out").items() if clear(text)
    } == {}
    assert ran.figures["documents"]["in"] == plain.figures["documents"]["in"]


@pytest.mark.parametrize("number", [MOBILE, WIDE, "139-1234-5678", PRIVATE["email"]])
def test_pages_that_are_divided_have_it_nowhere(number: str, tmp_path: pathlib.Path) -> None:
    """In titles, credits, page furniture, leftovers: whatever line of a page it is put into."""
    for start in range(3):
        folder = tmp_path / f"in{start}"
        folder.mkdir()
        for path in SEEDS.glob("*.txt"):
            lines = path.read_text(encoding="utf-8").split("\n")
            for place in range(start, len(lines), 3):
                half = len(lines[place]) // 2
                lines[place] = f"{lines[place][:half]}，{number}，{lines[place][half:]}"
            (folder / path.name).write_text("\n".join(lines), encoding="utf-8")
        ran = run([str(folder)], tmp_path / f"out{start}", ON)
        assert ran.figures["documents"]["split"] > 0
        found = {name: clear(text) for name, text in written(tmp_path / f"out{start}").items()}
        assert {name: kinds for name, kinds in found.items() if kinds} == {}


def test_no_part_of_a_wide_number_is_written(tmp_path: pathlib.Path) -> None:
    (tmp_path / "in.txt").write_text(
        f"{PROSE}联系１３９-１２３４-５６７８，谢谢。", encoding="utf-8"
    )
    run([str(tmp_path / "in.txt")], tmp_path / "out", ON)
    edits = [orjson.loads(one) for one in written(tmp_path / "out")["edits.jsonl"].splitlines()]
    assert [one["old"] for one in edits] == [None] * len(edits)
    last = {"id": "in.txt", "stage": "mobile-number", "old": None, "new": "<mobile-number>"}
    assert last.items() <= edits[-1].items()
    assert edits[-1]["length"] == 13


def test_what_is_not_private_stays_in_the_audit(tmp_path: pathlib.Path) -> None:
    (tmp_path / "in.txt").write_text(f"{PROSE}\u200b手机{MOBILE}。\r\n", encoding="utf-8")
    run([str(tmp_path / "in.txt")], tmp_path / "out", ON)
    edits = [orjson.loads(one) for one in written(tmp_path / "out")["edits.jsonl"].splitlines()]
    assert {"\u200b", "\r"} <= {one["old"] for one in edits}


def test_undo_and_rebuild_say_that_it_is_gone(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"手机{MOBILE}，{PROSE}", encoding="utf-8")
    run([str(tmp_path / "*.txt")], tmp_path / "out", ON)
    with pytest.raises(Redacted, match=r"^b\.txt: what mobile-number took out was private"):
        rebuild(tmp_path / "out")
    assert rebuild(tmp_path / "out", skip_redacted=True) == {"a.txt": PROSE}
    (document,) = ON.pipeline()(Document("x", f"手机{MOBILE}"))
    with pytest.raises(Redacted):
        undo(document)
    assert issubclass(Redacted, CleanerError)


def test_explain_shows_no_private_data(tmp_path: pathlib.Path) -> None:
    sources(tmp_path / "in")
    for name in ("page.txt", "web.txt", "lines.jsonl"):
        path = str(tmp_path / "in" / name)
        done = CliRunner().invoke(cli, ["explain", path, "--on", "privacy", "--limit", "0"])
        assert "private data were taken out" in done.output
        assert clear(done.output.replace(str(tmp_path), "")) == []
    assert "[-11 characters-]{+<mobile-number>+}" in done.output


def test_an_output_without_private_data_stays_as_it_is(tmp_path: pathlib.Path) -> None:
    sources(tmp_path / "in")
    run([str(tmp_path / "in")], tmp_path / "out", ON)
    run([str(tmp_path / "out")], tmp_path / "again", ON)
    once, again = ((tmp_path / name / "corpus.jsonl").read_bytes() for name in ("out", "again"))
    assert once == again


def test_nothing_is_taken_out_unless_asked_for() -> None:
    assert not any(stage.on for stage in PRIVACY)
    assert not {stage.name for stage in PRIVACY} & {stage.name for stage in DEFAULT}
    (document,) = Pipeline()(Document("x", TEXT))
    assert document.text == TEXT


def test_one_is_asked_for_by_its_name() -> None:
    recipe = Recipe(on=("qq-number",))
    (document,) = recipe.pipeline()(Document("x", TEXT))
    assert document.text == TEXT.replace(PRIVATE["qq"], "<qq-number>")


def test_the_seeds_are_public() -> None:
    """Papers print no private numbers; what they print of numbers stays."""
    for path in SEEDS.glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        assert [(stage.name, span) for stage in PRIVACY for span in stage.func(text)] == []


HOSTILE = (
    "1",
    "1391234567",
    "6222 ",
    "1.",
    "a@",
    "@",
    "a.",
    "京A",
    "QQ",
    "微信号",
    "12:",
    "电话 ",
    "0",
    "(0",
)


@pytest.mark.parametrize("stage", PRIVACY, ids=lambda stage: stage.name)
@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hostile_line_is_done_with(stage: Redact, unit: str) -> None:
    """Quadratic, it would not end; how long it takes is for benchmarks/hostile.py."""
    source = Document("x", unit * (1_000_000 // len(unit)))
    (found,) = stage(source)
    assert len(found.text) <= 3 * len(source.text)


PARTS = st.sampled_from(
    [*PRIVATE.values(), WIDE, "\n", "。", "1", "a", "号", "：", "手机", "微信", "QQ", " ", "-", "."]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PARTS, max_size=30).map("".join))
def test_twice_is_once(text: str) -> None:
    pipeline = Pipeline(PRIVACY)
    (once,) = pipeline(Document("x", text))
    (again,) = pipeline(Document("x", once.text))
    assert again.text == once.text
