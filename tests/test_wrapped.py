"""Texts of many kinds, broken into lines of one width: their paragraphs come back.

They stand in wrapped_texts.txt, each under `=== kind`; all are synthetic. Each kind is broken at
several widths, with and without the indent of first lines (which the extractor has taken away: its
shadow) and blank lines. What nobody can tell is left out: a paragraph whose last line is full ends
where any line could, unless an indent or a blank line shows it. So are columns under 17 em: in
texts as short as these nothing but a word cut in two shows that lines so short are no verse.
"""

import pathlib
import textwrap

import pytest

from cleaner.document import Document
from cleaner.layout import display_width
from cleaner.pipeline import Pipeline
from cleaner.stages.paragraphs import WRAPPED_LINE

PIPELINE = Pipeline()

SOURCE = pathlib.Path(__file__).with_name("wrapped_texts.txt").read_text(encoding="utf-8")
KINDS = {
    kind: paragraphs.split("\n")
    for kind, _, paragraphs in (
        part.strip().partition("\n") for part in SOURCE.removeprefix("=== ").split("\n=== ")
    )
}

OPEN, CLOSE = "“（《「", "，。、；：！？”）》」"


def wrapped(paragraph: str, em: float, indent: float) -> list[str]:
    """Break a paragraph as a typesetter does: no mark opens a line, no bracket ends one."""
    lines, line, room = [], "", em - indent
    for piece in pieces(paragraph):
        if line and display_width(line + piece) > room and piece not in CLOSE:
            held = line[-1] if line[-1] in OPEN else ""
            lines.append(line.removesuffix(held).rstrip())
            line, room = held, em
        line += piece if line else piece.lstrip()
    return [*lines, line]


def pieces(text: str) -> list[str]:
    """Characters, but words and numbers in ASCII as wholes."""
    found: list[str] = []
    for char in text:
        if (
            found
            and char.isascii()
            and char != " "
            and found[-1][-1].isascii()
            and found[-1] != " "
        ):
            found[-1] += char
        else:
            found.append(char)
    return found


def cleaned(text: str) -> list[str]:
    documents = [one for one in PIPELINE(Document("page", text)) if one.outcome is None]
    return [
        line
        for one in documents
        for line in (*filter(None, [one.meta.get("title")]), *one.text.split("\n"))
    ]


def bare(paragraphs: list[str]) -> list[str]:
    """What a page does not tell: the space between Latin and Han at a line's end."""
    return ["".join(one.split()) for one in paragraphs]


@pytest.mark.parametrize("blank", ["\n", "\n\n"], ids=["", "blank lines"])
@pytest.mark.parametrize("indent", [0.0, 2.0], ids=["", "indent"])
@pytest.mark.parametrize("em", [17, 22, 30, 38])
@pytest.mark.parametrize("kind", KINDS)
def test_paragraphs_come_back(kind: str, em: int, indent: float, blank: str) -> None:
    paragraphs = KINDS[kind]
    broken = [wrapped(one, em, indent) for one in paragraphs]
    if (
        not indent
        and blank == "\n"
        and any(len(b) > 1 and display_width(b[-1]) > em - 2 for b in broken)
    ):
        pytest.skip("a paragraph's last line is full")
    assert bare(cleaned(blank.join("\n".join(lines) for lines in broken))) == bare(paragraphs)


@pytest.mark.parametrize("chars", [52, 60, 72, 80])
def test_a_text_in_another_alphabet_comes_back(chars: int) -> None:
    paragraphs = [
        (
            "Старик родился на воде. По крайней мере, так он говорил сам. Когда ему дали комнату на"
            " берегу, он в первую ночь вставал три раза и качал кровать, потому что не мог заснуть,"
            " если она стоит неподвижно. Потом привык и уже не вставал."
        ),
        (
            "Внук его вёл книгу, в которую с тысяча девятьсот тридцать первого года записывали"
            " переправы: сколько людей, сколько коров, был ли туман. Коровы платили три монеты."
        ),
    ]
    assert cleaned("\n\n".join(textwrap.fill(one, chars) for one in paragraphs)) == paragraphs


# Synthetic: newspapers of the twenties and thirties have one mark for clause and sentence.
STOPPED = (
    (
        "輪渡公司昨開常會、到董事九人、主席王君報告、本\n"
        "年江水暴漲、輪渡停駛凡四十餘日、損失甚鉅、現水\n"
        "已退落、各輪均經修竣、擬自下月一日起、恢復舊班\n、並減收學生票價、衆無異議、\n"
    ),
    (
        "昨晨七時、有農夫某、挑菜入城、行經石橋、因霜滑\n"
        "失足、連人帶擔墮入河中、適有小舟經過、舟子急以\n"
        "竹篙救起、已凍僵不能言語、抬至茶館、飲以薑湯、\n移時始蘇、\n"
    ),
    (
        "縣立圖書館自遷入文廟以來、閱覽者日衆、館長李君\n"
        "以座位不敷、擬將東廡闢爲兒童閱覽室、業經呈請縣\n"
        "府核准、不日興工、約兩月可竣、所需經費、由地方\n款項下撥給、\n"
    ),
)
# Lists, verse: no such text.
UNSTOPPED = (
    ("筆、\n墨、\n紙、\n硯、\n茶葉、\n火柴、\n洋燭、\n肥皂、\n白糖、\n紅棗、\n木耳、\n"),
    (
        "風從江上來、\n船向下游去、\n岸邊的柳樹、\n一棵一棵退、\n她站在船頭、\n望著那煙囪、\n"
        "說不出話來、\n只聽見水聲、\n天色漸漸暗、\n燈一盞盞亮、\n"
    ),
    (
        "輪渡、帆船、竹筏、\n農夫、舟子、茶客、\n學生、教員、館長、\n石橋、河岸、文廟、\n"
        "薑湯、霜、雪、\n"
    ),
)


@pytest.mark.parametrize("size", [1, 2, 3])
def test_where_a_comma_is_the_only_mark_a_short_line_ends_its_paragraph(size: int) -> None:
    text = "".join(STOPPED[:size]) if size > 1 else STOPPED[0] + STOPPED[2]
    (found,) = WRAPPED_LINE(Document("case", text, {"script": "zh-Hant"}))
    assert len(found.text.split()) == max(size, 2)


@pytest.mark.parametrize("text", UNSTOPPED)
def test_lists_and_verse_of_such_commas_stay(text: str) -> None:
    (found,) = WRAPPED_LINE(Document("case", text, {"script": "zh-Hant"}))
    assert found.text == text


PROSE = [
    one
    for paragraphs in KINDS.values()
    for at in range(0, 6, 3)
    if len(one := "".join(paragraphs[at : at + 3])) > 90 and one.isprintable()
    if not set(one).intersection("0123456789“「（")
]


@pytest.mark.parametrize("size", [68, 72, 80])
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_lines_of_so_many_characters(size: int, between: str) -> None:
    """`textwrap` and lynx count characters, a Latin letter as much as Han: lines of 80 em."""
    told = [one for one in PROSE if len(one) % size < size - 3]
    text = between.join("\n".join(textwrap.wrap(one, size)) for one in told)
    (after,) = WRAPPED_LINE(Document("case", text))
    assert [line for line in after.text.split("\n") if line] == told


def test_long_titles_of_any_width_stay() -> None:
    text = "\n".join(one[: 66 + 7 * at % 16].replace("，", "") for at, one in enumerate(PROSE))
    (after,) = WRAPPED_LINE(Document("case", text))
    assert after.text == text
