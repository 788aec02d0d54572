"""Every stage on one line of what it might stumble on: time must grow as the length does.

    python benchmarks/hostile.py [--chars 250000] [--stage NAME] [--slow 2000]

Each unit is repeated to a line (and, with line breaks, to a text) of `--chars` characters and of a
quarter of it. For each stage the nanoseconds a character at both lengths are compared: a stage
whose time grows with the square has four times as many. Printed are the growths over 2.2, and what
takes over `--slow` nanoseconds a character.
"""

import argparse
import time

from cleaner.document import Document
from cleaner.pipeline import Pipeline
from cleaner.stage import Stage
from cleaner.stages import ORDER

UNITS = {
    "brackets": "(",
    "wide brackets": "（",
    "closing brackets": ")",
    "pairs": "()",
    "nested": "（(【《",
    "book titles": "《一》",
    "dots": ".",
    "stops": "。",
    "ellipses": "…",
    "spaces": " ",
    "wide spaces": "\u3000",
    "tabs": "\t",
    "han and spaces": "中 ",
    "digits between spaces": "中 国 人 民 1 2 3 4 5 6 ",
    "quotes": '"',
    "single quotes": "'",
    "opening quotes": "“",
    "closing quotes": "”",
    "crossed quotes": '”“"',
    "commas": ",",
    "commas in han": "中,国,",
    "scripts": "中A1か가я",
    "simplified and traditional": "国國学學",
    "digits": "1",
    "numbers": "8月 13日",
    "wide digits": "１，２００",
    "times": "12:30:",
    "hyphens": "-",
    "dashes": "—",
    "de": "的",
    "mojibake": "涓枃鍏ㄥ",
    "latin mojibake": "ÖÐÎÄÃ©",
    "cut mojibake": "Ã",
    "lost": "\ufffd锟斤拷烫",
    "entities": "&amp;",
    "open entities": "&amp",
    "tags": "<p>",
    "radicals": "⽇⼈",
    "private": "\ue5e5\uecd1",
    "selectors": "中\ufe00\U000e0100",
    "tags unseen": "\U000e0041",
    "invisible": "\u200b\u200d\xad",
    "surrogates": "\ud842",
    "form feeds": "中\f",
    "breaks": "\r\n",
    "separators": "\u2028\x85",
    "emoji": "👩\u200d🔬",
    "combining": "a\u0301",
    "right to left": "م\u200c",
    "kana": "か",
    "wide kana": "ｶﾞ",
    "hangul": "가",
    "latin": "a",
    "words": "word ",
    "addresses": "http://a.cn/?",
    "mails": "a@b.cn",
    "links": "上一篇：下一篇：",
    "breadcrumbs": "首页 > 新闻 > ",
    "bars": "首页 | 新闻 | ",
    "datelines": "（记者张三）",
    "credits": "本报记者 张三",
    "jumps": "（下转第2版）",
    "staff": "责编：张三",
    "bullets": "●",
    "lists": "（一）",
    "chapters": "第一条",
    "copyright": "Copyright ©",
    "prose": "他说，我们在会议室里讨论了这个问题。",
}
SHAPES = {
    "one line": lambda unit, size: unit * (size // len(unit)),
    "lines of 20": lambda unit, size: (unit * (20 // len(unit) + 1) + "\n") * (size // 21),
    "lines of one": lambda unit, size: f"{unit}\n" * (size // (len(unit) + 1)),
    "paragraphs": lambda unit, size: (unit * 3 + "\n\n") * (size // (3 * len(unit) + 2)),
    "after prose": lambda unit, size: (
        "会议在北京举行，与会者讨论了问题\n" * 9 + unit * (size // len(unit))
    ),
}


def spent(stage: Stage, text: str) -> float:
    """Return the nanoseconds a character that a stage takes."""
    document = Document("x", text)
    before = time.thread_time()
    stage(document)
    return (time.thread_time() - before) * 1e9 / max(len(text), 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chars", type=int, default=250_000)
    parser.add_argument("--stage", default="")
    parser.add_argument("--slow", type=float, default=2000)
    arguments = parser.parse_args()
    Pipeline()(Document("x", "会议在北京举行。" * 99))  # tables are loaded once, not timed
    stages = [stage for stage in ORDER if arguments.stage in {"", stage.name}]
    found = 0
    for name, unit in UNITS.items():
        for shape, make in SHAPES.items():
            for stage in stages:
                if "\ud842" in unit and stage.family != "encoding":
                    continue  # no later stage is given any
                less = spent(stage, make(unit, arguments.chars // 4))
                more = spent(stage, make(unit, arguments.chars))
                # Short runs are noise: twice is asked again.
                if more > 200 and more > 2.2 * less:
                    less = max(less, spent(stage, make(unit, arguments.chars // 4)))
                    more = min(more, spent(stage, make(unit, arguments.chars)))
                if more > arguments.slow or (more > 200 and more > 2.2 * less):
                    found += 1
                    print(
                        f"{stage.name:24} {name:24} {shape:14} {less:9.0f} {more:9.0f}", flush=True
                    )
    print(f"{found} found in {len(UNITS) * len(SHAPES) * len(stages)}")


if __name__ == "__main__":
    main()
