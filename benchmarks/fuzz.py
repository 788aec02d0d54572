"""Documents made at random from the seeds, through the whole pipeline: what must hold for any text.

    python benchmarks/fuzz.py [--count 2000] [--first 0] [--show 5]

Each document is mixed from the seeds' lines and from what is hard (marks, forms, scripts, charsets
read wrongly once and twice, code points that are no characters), cut and changed at random places.
It is checked that

    no stage fails                          "exception"
    every id leaves once, none is lost      "ids"
    undoing gives the source back           "undo"
    cleaning the output changes nothing     "again"
    the output can be written as UTF-8      "utf-8"
    the same bytes give the same result     "same"

A failing document is shrunk line by line, then by characters, and printed with what it broke. The
number of a document is its seed, so `--first N --count 1` makes one again. Bytes are tried too:
each document is written in a random charset, damaged, and decoded.
"""

import argparse
import collections
import pathlib
import random
from collections.abc import Callable

from cleaner.document import Division, Document, rejoin, undo
from cleaner.errors import InputError
from cleaner.io.charset import decode
from cleaner.pipeline import Pipeline

ROOT = pathlib.Path(__file__).resolve().parent.parent
LINES = [
    line
    for path in sorted((ROOT / "seeds").glob("*.txt"))
    for line in path.read_text("utf-8").split("\n")
]
CLEAN = (ROOT / "tests" / "clean_texts.txt").read_text("utf-8").split("\n")
# fmt: off
HARD = (
    "\u3000", "\x0c", "\ufeff", "- 3 -", "3", "第2版", "（上接第2版）", "（下转第３版）",
    "●本报记者 张三", "(新华社北京5月28日电)", "——副题", "相关阅读", "标签:",
    "当前位置:首页 > 新闻 > 正文", "責任編輯:李四", "来源:新华网", "他说,“走吧”.",
    "涓枃缂栫爜", "ÖÐÎÄ±àÂë", "⽇⼈⺠", "a,b,c", "The quick brown fox",
    "jumps over the lazy dog.", "これはペンです。", "第一条 本法自公布之日起施行。",
    "床前明月光", "\t1\t2", "水庫的竣工", "於是乾淨的髮", "”$LANG” 来", "“好“，", "锟斤拷",
    "烫烫烫", "�", "&nbsp;", "&lt;br&gt;", "<p>", "中 国 人 民 银 行 行 长 说", "8月 13日",
    "１２：３０", "ＡＢＣ", ",", ",,", "，，", "。。。", "...", "--", "——", "…", "(", ")",
    "（", "）", "《", "》", '"', "'", "“", "”", "「", "」", "/", "\\", "{", "}", "[1]",
    "* 列表", "1. 项", "http://a.cn/?x=1&y=2", "x@y.cn", "第1页 共3页", "打印", "关闭窗口",
    "分享到", "上一篇：没有了", "字号：大 中 小", "Copyright © 2024", "\ue5e5", "\ue815",
    "\uf8f5", "嶲", "\u845b\U000e0100", "\U0001f469\u200d\U0001f52c", "\u202eabc", "\u200b",
    "\xad", "\x00", "\x1b[31m", "\x85", "\u2028", "한국어 문장입니다.",
    "\u0645\u0631\u062d\u0628\u0627\u200c", "ไทย", "\ud842", "\udfb7", "\ud842\udfb7",
    "\uffff", "\U0010ffff", "á", "臺灣的天氣很好", "嘅咗喺", "囧", "〇", "々", "〻", "㍿",
    "江城晚报", "2018年5月6日 星期日", "要 闻", "03", "A03｜城事", "今日8版 零售价1.00元",
    "第7277期", "新闻热线：0471-6512345", "菜价连跌三周 →5版", "（王小雨）", "□王小雨",
    "他走了。（李立 赵强）", "（本报记者 王小雨 摄影", "报道）", "●本报记者 杜琪红 汪勇", "洋",
    "2021―2025年", "对 ⼈ ⼤ ⼯ ⽅ ⾯ 的",
    "①", "㎡", "ﬁ", "｡｢ｱ｣", "¥", "~", "～", "‖", "│├┤",
)
# fmt: on
WRONG = ("gb18030", "big5", "latin-1", "cp1252", "cp1251", "shift_jis", "euc_kr", "utf-8", "cp437")
RIGHT = ("utf-8", "gb18030", "big5", "shift_jis", "euc_jp", "utf-16-le", "utf-16-be", "big5hkscs")


def line(rng: random.Random) -> str:
    """Return a line: of a seed, of a clean text, or several hard pieces."""
    kind = rng.random()
    if kind < 0.4:
        return rng.choice(LINES)
    if kind < 0.6:
        return rng.choice(CLEAN)
    return "".join(rng.choice(HARD) for _ in range(rng.choice((1, 1, 2, 3, 8))))


def misread(rng: random.Random, text: str) -> str:
    """Return the text written in one charset and read in another, with or without losses."""
    how = rng.choice(("ignore", "replace"))
    return text.encode(rng.choice(RIGHT), "ignore").decode(rng.choice(WRONG), how)


def mutate(rng: random.Random, text: str) -> str:
    """Change a text at a random place."""
    at, to = sorted((rng.randrange(len(text) + 1), rng.randrange(len(text) + 1)))
    before, after = text[:at], text[at:]
    odd = chr(rng.choice((rng.randrange(0x3000), rng.randrange(0x110000))))
    breaks = rng.choice(("", " ", "\n\n", "\r\n"))
    return rng.choice(
        (
            before + rng.choice(HARD) + after,
            before + after[min(to - at, 20) :],
            before + "\n" * rng.choice((1, 2)) + after,
            before + after[:30] + after,
            before + misread(rng, after[:60]) + after[60:],
            before + odd + after,
            before + " ".join(after[:20]) + after[20:],
            before + after[:200].replace("\n", breaks) + after[200:],
            before + after[:300].translate(WIDTHS) + after[300:],
        )
    )


WIDTHS = str.maketrans("，。：；（）“”！？", ',.:;()""!?')


def make(number: int) -> str:
    """Return the document of this number."""
    rng = random.Random(number)
    text = "\n".join(line(rng) for _ in range(rng.choice((1, 2, 3, 5, 10, 30, 60))))
    if rng.random() < 0.3:  # columns beside each other
        rows = text.split("\n")
        half = len(rows) // 2
        text = "\n".join(
            a[:20].ljust(20, "\u3000") + "  " + b[:20]
            for a, b in zip(rows[:half], rows[half:], strict=False)
        )
    for _ in range(rng.choice((0, 1, 2, 5, 20))):
        text = mutate(rng, text)
    if rng.random() < 0.1:
        text = misread(rng, text)
        if rng.random() < 0.3:
            text = misread(rng, text)
    return text[:20_000]


PIPELINE = Pipeline()


def broken(text: str) -> str:
    """Return what the text breaks, "" where all holds."""
    try:
        results = PIPELINE(Document("page", text))
    except Exception as error:  # noqa: BLE001  that is what is looked for
        return f"exception {error!r}"[:200]
    born = [name for one in results for name in _children(one)]
    if sorted(one.id for one in results) != sorted(["page", *born]):
        return "ids"
    if _rebuilt(results, "page") != text:
        return "undo"
    if PIPELINE(Document("page", text)) != results:
        return "same"
    return next((said for one in results if (said := _unclean(one))), "")


def _unclean(one: Document) -> str:
    """Return what a clean document breaks."""
    if one.outcome is not None:
        return ""
    try:
        f"{one.text}{one.meta}".encode()
    except UnicodeEncodeError:
        return "utf-8"
    again = PIPELINE(Document(one.id, one.text, {**one.meta, "schema": 1}))
    wanted = [(one.text, one.meta.get("title"), None)]
    if [(a.text, a.meta.get("title"), a.outcome) for a in again] == wanted:
        return ""
    steps = {step.stage for a in again for step in a.history}
    return f"again {','.join(sorted(steps)) or again[0].outcome}"


def _children(one: Document) -> tuple[str, ...]:
    return one.outcome.children if isinstance(one.outcome, Division) else ()


def _rebuilt(results: list[Document], name: str) -> str:
    one = {result.id: result for result in results}[name]
    if not isinstance(one.outcome, Division):
        return undo(one)
    division, text = one.outcome, one.text
    children = [_rebuilt(results, child) for child in division.children]
    lifted = [text[a:b] for piece in division.pieces for _, (a, b) in piece.lifted]
    left = [text[a:b] for a, b in division.leftovers]
    return undo(Document(one.id, rejoin(division, children, lifted, left), {}, one.history))


def shrink(text: str, fails: Callable[[str], bool]) -> str:
    """Return a smaller text that fails in the same manner."""
    for cut in ("\n", ""):
        parts = text.split(cut) if cut else list(text)
        size = max(1, len(parts) // 2)
        while size:
            at = 0
            while at < len(parts):
                rest = parts[:at] + parts[at + size :]
                if fails(cut.join(rest)):
                    parts = rest
                else:
                    at += size
            size //= 2
        text = cut.join(parts)
        if len(text) > 400:
            break
    return text


def decoded(number: int, text: str) -> str:
    """Return what goes wrong when the text's damaged bytes are decoded."""
    rng = random.Random(number)
    data = bytearray(text.encode(rng.choice((*RIGHT, "utf-32", "utf-7")), "ignore"))
    for _ in range(rng.choice((0, 1, 3, 50))):
        if data:
            data[rng.randrange(len(data))] = rng.randrange(256)
    if rng.random() < 0.3:
        data = data[rng.randrange(len(data) + 1) :]
    try:
        decode(bytes(data))
    except InputError:
        return ""
    except Exception as error:  # noqa: BLE001  that is what is looked for
        return f"decode {error!r}"
    return ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--show", type=int, default=5)
    arguments = parser.parse_args()
    found = collections.Counter[str]()
    for number in range(arguments.first, arguments.first + arguments.count):
        text = make(number)
        for said in (broken(text), decoded(number, text)):
            if not said:
                continue
            found[said] += 1
            if found[said] <= arguments.show:
                small = text
                if not said.startswith("decode"):
                    small = shrink(text, lambda one, said=said: broken(one) == said)
                print(f"{number} {said}: {small!r}", flush=True)
    print(f"{arguments.count} documents, {found.total()} broken", dict(found))


if __name__ == "__main__":
    main()
