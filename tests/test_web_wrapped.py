"""Pages whose text a program broke into lines, between the bars of a site; all are synthetic."""

import base64
import textwrap

import pytest

from cleaner.document import Document
from cleaner.layout import Lines, read_lines
from cleaner.stages.boilerplate import WEB_EDGE, WEB_PAGE
from cleaner.web.wrapped import mended

ZH = """
水尺装在老闸的下游，一共有三根，每根一米，最上面的一根只有大水的年份才用得着。守闸的人每天早晚各
读一次，读数写进本子，月底由站里的人核对一遍，没有差错再报到县里。

自动站建成以后，读数由仪器直接送到省里，每五分钟一次，人工的读数只作校核之用。两者相差超过两厘米
的时候，守闸的人要在当天写明原因，并通知维护的人来看一看仪器是不是被水草缠住了

如果仪器停了电，就要改为每小时读一次，直到供电恢复为止，读数同样写进本子，不过要用红笔写，以便站
里的人一眼就能看出来，核对的时候不再另外询问

冬天水尺结冰的时候，先用木槌把冰敲掉再读，敲的时候要小心，不要把尺面上的漆敲掉了，漆掉了的地方到
春天要补上，补好以后由站里的人用水准仪重新校一遍零点
"""
EN = """
The gauge stands below the old lock and has three boards, each a metre long, of which the topmost
is needed only in years of high water; the keeper reads it in the morning and in the evening and
writes down what he sees

Since the automatic station was built the readings go straight to the county, one every five
minutes, and those of the keeper serve as a check; where the two differ by more than two
centimetres he has to write down why on the same day

If the station has no current the gauge is read every hour until it is back, and the readings are
written in red ink so that those who compare the books at the end of the month see at once what
they are

In winter, when there is ice on the boards, it is knocked off with a mallet before the gauge is
read, with care, since the paint comes off as well and has to be put on again in spring
"""


def broken(text: str, em: int, gap: str) -> str:
    """Break the paragraphs at a width, Latin at its spaces."""
    size, space = (2 * em, " ") if text.isascii() else (em, "")
    whole = [one.strip().replace("\n", space) for one in text.split("\n\n")]
    return gap.join("\n".join(textwrap.wrap(one, size)) for one in whole)


def dump(text: str, em: int, gap: str) -> str:
    """Return what a browser without pictures prints of a section of a manual."""
    prev, following = ("Prev", "Next") if text.isascii() else ("上一页", "下一页")
    body = broken(text, em, gap)
    return (
        f"  • {prev}\n  • Lock Keeper's Handbook\n  • {following}\n\n4.2. Gauges\n\n{body}\n\n"
        f"4.2.1. Ice\n\n{body}\n\n  • {prev}4.1. Locks\n  • Up\n  • Home\n"
        f"  • {following}4.3. Gates\n"
    )


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
@pytest.mark.parametrize("em", [30, 36, 40])
@pytest.mark.parametrize("text", [ZH, EN], ids=["zh", "en"])
def test_the_text_of_a_dump_stays(text: str, em: int, gap: str) -> None:
    page = dump(text, em, gap)
    for stage in (WEB_PAGE, WEB_EDGE):
        (after,) = stage(Document("case", page))
        for line in broken(text, em, gap).split("\n"):
            assert page.count(line) == after.text.count(line)


def lines_of(*parts: tuple[str, str | None]) -> tuple[Lines, list[str | None]]:
    """Return the lines of a text, and their fates: that of each part is the fate of its lines."""
    fates = [fate for part, fate in parts for line in part.split("\n") if line.strip()]
    return read_lines("\n".join(part for part, _ in parts)), fates


def stays(lines: Lines, fates: list[str | None]) -> bool:
    """Say whether the fates are left as they are."""
    return mended(lines, fates) == fates


BAR = "首页\n要闻\n图片\n视频\n关于我们\n下一页"
TITLES = "\n".join(
    f"{place}公布今年新能源公交车辆更新计划，{more}"
    for place, more in zip(
        ["老闸镇", "市交通局", "水文站", "县里", "上游各村"],
        ["首批年内上路", "八成", "新站动工，场站增设充电桩", "充电桩年底前建成", "两条线先换"],
        strict=True,
    )
)
WHOLE = "\n".join(one.strip().replace("\n", "") for one in ZH.split("\n\n"))


@pytest.mark.parametrize("em", [24, 30, 36])
def test_what_goes_on_and_goes(em: int) -> None:
    text = broken(ZH, em, "\n\n")
    first, rest = text.split("\n", 1)
    assert mended(*lines_of((BAR, ""), (text, ""))) is None
    assert mended(*lines_of((BAR, ""), (first, ""), (rest, None))) is None
    assert mended(*lines_of((text, None), (f"\n{text}", ""))) is None


@pytest.mark.parametrize("em", [24, 30, 36])
def test_a_frame_goes(em: int) -> None:
    text = broken(ZH, em, "\n\n")
    assert stays(*lines_of((text, None)))
    assert stays(*lines_of((BAR, ""), (f"\n{text}", None), (f"\n{BAR}", "")))
    assert stays(*lines_of((f"{text}\n", None), ("责任编辑：吴敏", "credits"), (BAR, "")))
    # The paragraphs are no program's, so what is wide in the frame does not go on.
    assert stays(*lines_of((BAR, ""), (WHOLE, None), (f"{TITLES}\n" * 3, "")))
    assert stays(*lines_of((TITLES, ""), (WHOLE, None), (BAR, "")))
    assert stays(*lines_of((TITLES, "")))


@pytest.mark.parametrize("em", [24, 30, 36])
def test_what_goes_on_in_text_is_no_fact(em: int) -> None:
    first, rest = broken(f"原标题：守闸人的本子{ZH.strip()}", em, "\n\n").split("\n", 1)
    lines, fates = lines_of((f"{BAR}\n", ""), (first, "source_line"), (rest, None))
    assert mended(lines, fates) == [*fates[:6], None, *fates[7:]]
    # a fact of its own, and what no program broke
    assert stays(*lines_of((f"{BAR}\n", ""), ("原标题：守闸人\n", "source_line"), (rest, None)))
    assert stays(*lines_of((BAR, ""), (f"原标题：{WHOLE[:40]}", "source_line"), (WHOLE, None)))
    # a bar whose names are short goes on in nothing
    assert stays(*lines_of((BAR, ""), (f"{first}\n{rest}", None), (BAR.replace("\n", "，\n"), "")))


# A picture that the page holds itself, as lynx prints it between the names of two links.
SVG = b'<svg width="32" viewBox="0 0 32 32" fill="white"><path d="M0 4 A16 16 0 0 0 16"/></svg>'
LETTERS = f"[svg+xml;base64,{base64.b64encode(SVG * 4).decode()}]"
ROWS = textwrap.indent("\n".join(textwrap.wrap(LETTERS, 87)), " " * 7)
PICTURE = "\n".join(
    f"     * {ROWS.strip()}\n       {n}月的雪下了三天！守闸人说：水尺又要结冰了，木槌没有备好\n"
    f"{ROWS}  竹溪观察 ⋅  55评论 ⋅   相关\n       不感兴趣"
    for n in range(1, 6)
)


@pytest.mark.parametrize(("block", "goes"), [(PICTURE, True), (broken(ZH, 44, "\n\n"), False)])
def test_a_picture_in_letters_is_no_text(block: str, goes: bool) -> None:
    lines = read_lines(f"水尺\n\n{block}\n")
    fates = [None, *[""] * (len(lines) - 1)]
    assert (mended(lines, fates) is not None) is goes
