"""Megabytes of UTF-8 a second on one core: the stages that look at characters and single lines.

    python benchmarks/text_stages.py [--mb 20] [--rounds 5] [--all]

`clean` is text in which nothing is to be repaired, in documents of several sizes: what the stages
cost a corpus that is clean already. `repair` has one kind of repair in every line; `dirty` five:
mojibake, radicals, invisible characters, wide digits, stray characters, half-width marks. Each
document is another text, so that what stages keep of the last ones helps as it does in a run, and
no more. The families are timed together; each figure is the median of the rounds. The published
thresholds, which are off, are timed one by one on the seeds' articles: text that says the same over
and over is rejected by the first.
"""

import argparse
import statistics
import time
from collections import Counter
from collections.abc import Sequence

from throughput import clean_texts
from throughput import documents as documents_of

from cleaner.document import Document
from cleaner.pipeline import Pipeline
from cleaner.stage import Stage
from cleaner.stages import ORDER

# The families that the figure "together" is about; spacing, width and quotes are of their kind.
TOGETHER = ("encoding", "language", "characters", "spacing", "script", "width", "quotes")
TOGETHER += ("punctuation",)
ALSO = ("boilerplate", "quality")

CLEAN = (
    "我们在会议室里讨论了这个问题，决定下个月开始试运行，请各单位做好准备。会后，大家参观了新建成的"
    "图书馆，馆内藏书十二万册，每天上午9时开放。“读者比去年多了三成”，馆长说，“周末尤其多。”\n"
    "第二天，气温降到零下3.5℃，公园里（湖边除外）仍有不少人锻炼——有的跑步，有的打拳；"
    "孩子们在雪地里嬉戏，笑声传得很远……\n"
)
REPAIR = (
    "我们在会议室里讨论了这个问题，决定下个⽉开始试运行，请各单位做好准备，不得有误，会后参观图书馆。\n"
    "馆内藏书十二万册，每天上午9时開放，“读者比去年多了三成”，馆长说，“周末尤其多，请大家早来。”\n"
    "２０２４年的冬天，公园里（湖边除外）仍有不少人锻炼：有的跑步，有的打拳，笑声传得很远很远……\n"
    "第二天，气温降到零下三度，孩子们在\u200b雪地里嬉戏，堆雪人，打雪仗，直到天黑才回家，大人也来了。\n"
    + "会后大家参观了新建成的图书馆，馆内藏书十二万册。".encode("gbk").decode("latin-1")
    + "\n他打开门,走了进去,屋里没有人,灯还亮着,桌上放着一封信,信封上写着他的名字,字迹很熟悉。\n"
)
DIRTY = (
    "我們在会议室里⽇讨论了这个问题,决定下个⽉开始試運行,请各单位做好准备,不得有误!\n"
    + "会后大家参观了新建成的图书馆，馆内藏书十二万册。".encode("gbk").decode("latin-1")
    + "\n２０２４年\u200b的冬天,公园里(湖边除外)仍有不少\ufeff人锻炼:有的跑步,有的打拳,笑声很远。\n"
    + "第二天气温降到零下三度，孩子们在雪地里嬉戏。".encode().decode("latin-1")
    + "\n他说&ldquo;走吧&rdquo;，，她没有回答\x07，锟斤拷看着窗外\u2003的雪\ufffd。\n"
)


KINDS = (
    ("clean", CLEAN, (3, 30, 300)),
    ("repair", REPAIR, (3, 30)),
    ("dirty", DIRTY, (3, 30)),
)


def seconds(text: str, count: int, stages: Sequence[Stage]) -> float:
    """Return the processor's seconds that the stages take for so many documents of the text."""
    # A few spaces at its end make each text another.
    documents = [Document(f"{number}", text + " " * (number % 97)) for number in range(count)]
    pipeline = Pipeline(stages)
    before = time.thread_time()
    for document in documents:
        pipeline(document)
    return time.thread_time() - before


def by_stage(text: str, count: int, stages: Sequence[Stage]) -> Counter[str]:
    """Return the seconds of each stage."""
    spent = Counter[str]()
    for number in range(count):
        alive = [Document(f"{number}", text + " " * (number % 97))]
        for stage in stages:
            before = time.perf_counter()
            alive = [one for each in alive for one in stage(each) if one.outcome is None]
            spent[stage.name] += time.perf_counter() - before
    return spent


def threshold_table(megabytes: float, rounds: int) -> None:
    """Print the speed of each published threshold, on the seeds' articles as they come out."""
    articles = list(clean_texts())
    size = sum(len(text.encode()) for text in articles) / 1e6
    total = 0.0
    for stage in (stage for stage in ORDER if stage.family == "thresholds"):
        spent = []
        for _ in range(rounds):
            documents = list(documents_of(megabytes, articles))
            before = time.thread_time()
            for document in documents:
                stage(document)
            spent.append((time.thread_time() - before) / (size * len(documents) / len(articles)))
        total += statistics.median(spent)
        print(f"articles      {stage.name:20} {1 / statistics.median(spent):9.1f} MB/s")
    print(f"articles      {'all thresholds':20} {1 / total:9.1f} MB/s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mb", type=float, default=20)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--all", action="store_true", help="each stage by itself as well")
    arguments = parser.parse_args()
    families = {
        "together": [stage for stage in ORDER if stage.family in TOGETHER],
        **{name: [stage for stage in ORDER if stage.family == name] for name in ALSO},
    }
    for kind, unit, sizes in KINDS:
        for size in sizes:
            text = unit * max(1, size * 1000 // len(unit.encode()))
            megabyte = len(text.encode()) / 1e6
            count = max(3, int(arguments.mb / megabyte / (1 if kind == "clean" else 10)))
            for name, stages in families.items():
                seconds(text, 2, stages)
                rounds = [seconds(text, count, stages) for _ in range(arguments.rounds)]
                middle = statistics.median(rounds)
                print(f"{kind:6} {size:4} kB  {name:12} {megabyte * count / middle:9.1f} MB/s")
                if arguments.all:
                    for stage, spent in by_stage(text, count, stages).items():
                        print(f"    {stage:24} {megabyte * count / spent:12.1f} MB/s")
    threshold_table(arguments.mb / 10, arguments.rounds)


if __name__ == "__main__":
    main()
