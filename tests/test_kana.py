"""Japanese lines that a column broke, and lines that somebody set. The texts are made up."""

import pytest

from cleaner.document import Document
from cleaner.stages.paragraphs import WRAPPED_LINE
from cleaner.unwrap.kana import cuts_kana

PARAGRAPHS = (
    (
        "雨が降ると、町の図書館はいつもより少しだけ混む。傘立てはすぐに一杯になり、入り口の床には濡れた足跡が"
        "いくつも重なる。司書の山田さんは、そんな日のために古い新聞紙を取っておく。"
    ),
    (
        "窓際の席に座っているのは、たいてい同じ顔ぶれである。定年を迎えた元教師、受験をひかえた高校生、それから、"
        "いつも地図帳ばかり眺めている若い男。誰も互いに話しかけることはない。"
    ),
    "「今日は来ませんね」と、ある日、元教師が言った。",
    "誰のことを言っているのか、聞き返す者はいなかった。",
)


def cleaned(text: str) -> str:
    (result,) = WRAPPED_LINE(Document("page", text))
    return result.text


def column(paragraph: str, em: int) -> str:
    """Break a paragraph at a width; a mark that may not open a line hangs."""
    lines = [""]
    for char in paragraph:
        if len(lines[-1]) >= em and char not in "、。」":
            lines.append("")
        lines[-1] += char
    return "\n".join(lines)


@pytest.mark.parametrize("em", [13, 15, 18])
def test_a_column_is_put_together(em: int) -> None:
    page = "\n".join(column(f"　{one}", em) for one in PARAGRAPHS)
    assert cleaned(page).replace("　", "") == "\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "text",
    [
        # verse of old, in which を opens words, and of today
        "天つ風\n雲の通ひ路\n吹きとぢよ\nをとめの姿\nしばしとどめむ",
        "をぐら山\nふもとの里に\nるいするものなし",
        "あの日の夕焼けを\n忘れないでいて\nれんげの咲く丘で\nひとつの傘を\nふたりで支えた",
        # what to buy, words of the syllabary
        "買い物メモ\nにんじん\nれんこん\nごぼう\nるすばん電話のテープ\nれいぞうこの電球",
        "らっぱ\nりんご\nるびー\nれもん\nをんな\nんだ",
        # talk
        "A 明日どうする\nB っていうか雨じゃない\nA まじか\nんじゃ来週で\nれんらくする",
        "太郎　ん？　誰か来てるの\n母　　おじいちゃんがね\nるり子　やあ\n太郎　あっ",
    ],
)
def test_lines_that_somebody_set_stay(text: str) -> None:
    assert cleaned(text) == text


@pytest.mark.parametrize(
    ("left", "right", "cut"),
    [
        ("図書館の本を読", "んでいる", True),
        ("雨が降", "る", True),
        ("待っ", "ている", True),
        ("コンピュータ", "ー", True),
        ("図書館の本を", "読む", False),
        ("雨が降る。", "んだ", False),
        ("雨じゃない", "っていうか", False),
        ("图书馆", "的书", False),
    ],
)
def test_kana_tell_where_a_word_is_cut(left: str, right: str, *, cut: bool) -> None:
    assert cuts_kana(left, right) is cut
