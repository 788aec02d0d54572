"""Heads that the tops of pages show together; all texts are synthetic."""

from cleaner.document import Document
from cleaner.layout import read_lines
from cleaner.paper.pagetops import first_lines, tops_of
from cleaner.pipeline import Pipeline

TEXT = "守闸人住在老闸的上面已经四十五年，他每天早上都要去看一次水尺，把水位写在蓝皮本"
END = "子里，写完了再去看闸门，看过闸门以后才回来吃早饭，风雨天也是这样。"
LEFT, RIGHT = "第4期 李明：老闸水尺札记", "水利与社会 第38卷"


def _paper(*heads: str) -> str:
    pages = [f"{head}\n{END}\n{TEXT}\n{END}\n{TEXT}" for head in heads]
    pages[0] = f"{heads[0]}\n老闸水尺札记\n李明\n{TEXT}\n{END}\n{TEXT}"
    return "\f".join(pages) + "\n" + END


def test_left_and_right_pages() -> None:
    """Each head stands twice, on each second page; the title that one says stays and is lifted."""
    (found, *more) = Pipeline()(Document("case", _paper(LEFT, RIGHT, LEFT, RIGHT)))
    assert not more
    assert found.meta["title"] == "老闸水尺札记"
    assert LEFT not in found.text
    assert RIGHT not in found.text


def test_other_tops_stay() -> None:
    """Tops that say nothing of a page before, as chapters that the contents list, are no heads."""
    papers = [_paper("甲县水利志稿", "乙县水利志稿", "丙县水利志稿")]
    contents = "目录\n水情的变化\n闸门的维修\n守闸的人们\n\f"
    chapters = "\f".join(
        f"{name}\n{TEXT}\n{END}\n" for name in ("水情的变化", "闸门的维修", "守闸的人们")
    )
    for text in (*papers, contents + chapters):
        lines = read_lines(text)
        assert not [at for firsts in first_lines(lines, []) for at in tops_of(lines, firsts) if at]
