"""Short lines of nearly one width beside prose that is twice as wide; all text is synthetic."""

import pytest

from cleaner.document import Document
from cleaner.stages.paragraphs import WRAPPED_LINE

PROSE = (
    "闸口的水尺每天早晚各读一次，由值班员写在蓝皮本子上，月底\n"
    "送到县里的水文站，站里的人再抄进总册，一年装订成一本，放在\n"
    "二楼的铁柜里，谁要看都可以。\n\n"
)
AFTER = (
    "\n这些本子如今都还在，最早的一本是六十年前的，纸已经发黄，字\n"
    "迹却很清楚，连哪一天下过雨、哪一天有船搁浅都写在上面，看的\n"
    "人都说好。\n"
)
SHORT = {
    "results": "江城 4:3 柳园\n柳园 1:2 江城\n柳园 3:1 云岭\n河东 4:2 北塘\n",
    "instructions": "mov eax, 1\njmp loop\nmov rbp, rsp\nint 0x80\njne done\n",
    "a folder": "docs\n  index.md\n  guide.md\nsrc\n  main.c\n  util.c\nMakefile\n",
    "who signs": "Best regards,\nAnna Miller\nSenior Engineer\nWater Board\n",
    "an index": "芦苇荡 3, 15, 26\n守闸人的本子 42, 48\n水尺 7, 12, 108\n渡口 15, 26, 32\n",
    "a menu": "红烧鲫鱼……28元/份\n莲藕排骨汤……62元/份\n清炒菱角……18元/份\n",
    "a table's columns": "CREATE TABLE gauge (\nid INTEGER PRIMARY KEY,\nkeeper TEXT NOT NULL,\n",
    "verses": "孤舟载月过横塘\n两岸芦花白似霜\n莫道秋江无客到\n夜深犹有棹声长\n",
}


@pytest.mark.parametrize("lines", SHORT.values(), ids=SHORT)
def test_short_lines_stay_and_prose_is_joined(lines: str) -> None:
    (after,) = WRAPPED_LINE(Document("case", PROSE + lines + AFTER))
    found = [line.strip() for line in after.text.split("\n") if line]
    assert [line.strip() for line in lines.splitlines()] == found[1:-1]
    assert len(found) == len(lines.splitlines()) + 2


# A column half as wide goes on as the wide one does: a box beside an article, also one that the
# page's end cuts.
BOX = (
    "■水文站新添了一台自\n动水尺，每小时读数一\n次，用电池供电，能用\n三年，坏了会自己报\n"
    "警，不用人去看。\n"
)
CUT_BOX = BOX.replace("人去看。", "人去看着")
ENGLISH = (
    "the keeper of the mill reads the height of the water twice a day and\n"
    "writes it into a blue book that is sent to the town at the end of the\n"
    "month, where somebody copies it into the large one.\n\n"
)
QUOTED = (
    "the new gauge, which reads the height\nonce every hour, is said to last for\n"
    'three years, and it "calls for help\nwhen it breaks, as the old one did".\n'
)
# It leads to an example, and no word of it is cut.
MANUAL = (
    "open the book of the gauge that was\nread last.  What was written by hand\n"
    "is shown as it stands, and lines that\nyou read yourself are set like this >\n"
)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            PROSE + BOX + AFTER,
            "自动水尺，每小时读数一次，用电池供电，能用三年，坏了会自己报警，不用人去看。",
        ),
        (PROSE + CUT_BOX + AFTER, "三年，坏了会自己报警，不用人去看着"),
        (ENGLISH + QUOTED + "\n" + ENGLISH, QUOTED.rstrip("\n").replace("\n", " ")),
        (ENGLISH + MANUAL + "\n" + ENGLISH, MANUAL.rstrip("\n").replace("\n", " ")),
    ],
    ids=["a box", "a box that a page cuts", "a full stop behind a quote", "a sentence within"],
)
def test_a_narrow_column_of_prose_is_joined(text: str, whole: str) -> None:
    (after,) = WRAPPED_LINE(Document("case", text))
    assert whole in after.text


# Where all columns are narrow nothing is narrower than half of one; an address is one word.
LATIN = (
    "the keeper of the mill reads\nthe height of the water and\nwrites it into a blue book\n"
    "that nobody opens, year by\nyear.\n"
)


def test_one_column_is_no_narrower_than_itself() -> None:
    (after,) = WRAPPED_LINE(Document("case", LATIN))
    assert after.text.rstrip("\n") == LATIN.rstrip("\n").replace("\n", " ")
