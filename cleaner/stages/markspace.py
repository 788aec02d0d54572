"""Spaces beside full-width marks, which hold a space already.

A reader of pages takes the blank half of a mark for a space, and programs join lines at marks:
下游， 每天早晚各读一次。 A writer of verse puts one between the halves of a line, a list and a form
behind what leads on:

    春眠不觉晓， 处处闻啼鸟。        姓名： 张三        一、 总则

So the spaces between clauses are counted (，；。！？ alone). Where there are many, and the clauses
before them have many lengths, as those of verse have not, all beside marks go. Those of a song have
many lengths, too; but its lines are short, and no column's: their ends are ragged. A space before
a comma or a full stop has no such use: a few are enough, if a third of the marks have one.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from cleaner import late as re
from cleaner.chars.halfwidth import SCRIPTS
from cleaner.chars.scripts import HAN, parts_words, script_of
from cleaner.document import Document, Edit
from cleaner.stage import Rewrite

# The end of a clause and the start of the next, with a space between, and with none.
AFTER = f"(?=[{HAN}0-9“「《（])"
SPACED_RE = re.compile(f"[{HAN}”」）] ?[，；。！？] {AFTER}")
CLOSED_RE = re.compile(f"[{HAN}”」）] ?[，；。！？]{AFTER}")
MARKS = "，；。！？"
BESIDE_RE = re.compile(f" (?:(?<=[{MARKS}] )|(?=[{MARKS}]))")
BESIDE = ("， ", "； ", "。 ", "！ ", "？ ", " ，", " ；", " 。", " ！", " ？")
# A space before a mark and none behind it: nobody means it. Words that are set apart have both.
BEFORE_RE = re.compile(
    f"(?<=[{HAN}0-9”」》）]) (?=[，；。！？、：](?:[{HAN}0-9“「《（]|$))", re.MULTILINE
)
FULL_WIDTH_MARK_RE = re.compile("[，；。！？、：]")
# A space behind a mark, before one, inside quotes, and before them.
SPACE_RE = re.compile(
    f"(?<=[，、；：。！？“「《（]) (?=[{HAN}0-9“「《（])"
    f"|(?<=[{HAN}0-9”」》）。！？]) (?=[，、；：。！？”」》）])"
    f"|(?<=[”」》）]) (?=[{HAN}])|(?<=[{HAN}]) (?=[“「《（])"
)
# So many, and such a share of all ends of clauses; the lengths of clauses. Chosen.
MIN_SPACES, MIN_SHARE, MIN_LENGTHS = 8, 0.3, 6
MIN_BEFORE = 3
# A line of verse has at most so many characters; so many of a column's lines are equally wide but
# for a mark. Chosen.
VERSE_CHARS, MIN_FULL = 24, 0.5


def mark_space(document: Document) -> Iterator[Edit]:
    """Delete spaces beside the full-width marks of Chinese prose, where a program put them.

    Where clauses of many lengths are set apart so, again and again. Leaves verse, lists, forms,
    traditional text, which some type so, and a text that was cleaned before: its page, which was
    the witness, is gone.
    """
    text = document.text
    if not any(map(text.__contains__, MARKS)):
        return
    # A quick look; a space stands beside two marks at most.
    if 2 * len(BESIDE_RE.findall(text)) < MIN_BEFORE or sum(map(text.count, BESIDE)) < MIN_BEFORE:
        return
    if script_of(document) not in SCRIPTS or parts_words(text):
        return
    before = sum(1 for _ in BEFORE_RE.finditer(text))
    if _is_apart(text):
        yield from (Edit(space.start(), " ", "") for space in SPACE_RE.finditer(text))
    elif before >= max(MIN_BEFORE, MIN_SHARE * len(FULL_WIDTH_MARK_RE.findall(text))):
        yield from (Edit(space.start(), " ", "") for space in BEFORE_RE.finditer(text))


def _is_apart(text: str) -> bool:
    """Say whether clauses of many lengths are set apart by spaces, and no song's."""
    spaced = sum(1 for _ in SPACED_RE.finditer(text))
    closed = sum(1 for _ in CLOSED_RE.finditer(text))
    if spaced < max(MIN_SPACES, MIN_SHARE * (spaced + closed)):
        return False
    lines = text.split("\n")
    lengths = {len(clause) for line in lines for clause in SPACED_RE.split(line)[:-1]}
    return len(lengths) >= MIN_LENGTHS and not _is_song(lines)


def _is_song(lines: Sequence[str]) -> bool:
    """Say whether the lines with such spaces are short, and have many widths."""
    widths = [len(line.replace(" ", "")) for line in lines if SPACED_RE.search(line)]
    short = [width for width in widths if width <= VERSE_CHARS]
    if len(short) <= MIN_FULL * len(widths):
        return False
    count = Counter(short)
    return max(count[width] + count[width + 1] for width in count) < MIN_FULL * len(short)


# All cases are synthetic.
_SPACED = (
    "水尺立在老闸的下游， 每天早晚各读一次。 看水的人换过四个， 字迹各不相同； 最早的一个， 姓秦， "
    "住在闸边上。 他说： “ 不烦。 ” 后来， 谁也没有问过他。 入秋以后， 步道修好了， 全长 6 里。"
)
_CLOSED = (
    "水尺立在老闸的下游，每天早晚各读一次。看水的人换过四个，字迹各不相同；最早的一个，姓秦，"
    "住在闸边上。他说：“不烦。”后来，谁也没有问过他。入秋以后，步道修好了，全长 6 里。"
)

_COLUMN = (
    "水尺立在闸的下游， 每天早晚\n各读一次。 看水的人换过四个，\n字迹各不相同； 最早的姓秦， 就\n"
    "住在闸边上。 他说他不烦。 后\n来， 谁也没有问过他。 入秋以后，\n步道修好了， 全长六里， 走的\n"
    "人不少。"
)

MARK_SPACE = Rewrite(
    mark_space,
    once=True,
    gate=" ",
    examples={
        _SPACED: _CLOSED,
        _SPACED.replace("， ", " ， ").replace("。 ", " 。 "): _CLOSED,
        # in a column
        _COLUMN: "\n".join(line.strip().replace(" ", "") for line in _COLUMN.split("\n")),
        "水尺立在老闸的下游 ，每天早晚各读一次 。看水的人 ，姓秦。": (
            "水尺立在老闸的下游，每天早晚各读一次。看水的人，姓秦。"
        ),
    },
    keeps=[
        # words that are parted on purpose
        (
            "水尺 立 在 老闸 的 下游 ， 每天 早晚 各 读 一 次 。 看水 的 人 换 过 四 个 ， "
            "字迹 各 不相同 ； 最早 的 姓 秦 ， 住 在 闸边 上 。 后来 谁 也 没有 问 过 他 。 "
            "步道 修 好 了 ， 全长 六 里 。"
        ),
        "水尺/n ：/w 立/v 在/p 闸下/s ，/w 每天/r 读/v 。/w\n水尺 ， 立 在 闸下 ， 每天 读 。",
        "水尺 ，每天早晚各读一次。看水的人，姓秦，住在闸边上 。他说，不烦，谁也没有问过他。",
        "春眠不觉晓， 处处闻啼鸟。\n夜来风雨声， 花落知多少。\n床前明月光， 疑是地上霜。\n" * 4,
        # a song, whose clauses have eight lengths
        (
            "风， 吹过那条长长的堤，\n你站在岸边， 不说话。\n船， 慢慢地离开了码头，\n"
            "我挥手， 挥手， 直到看不见你。\n啊， 春天还没有来， 雪落在没有人的街。\n"
            "我想起你说的那一句话， 等我。\n一盏灯亮着， 又灭了，\n月亮在水里， 谁还在等谁？ 谁？\n"
            "江水流过所有人的码头， 你听。\n"
        ),
        "一、 总则\n二、 分则\n姓名： 张三 性别： 男\n三、 附则，见下。\n" * 4,
        "水尺立在老闸的下游， 每天早晚各读一次。看水的人换过四个，字迹各不相同。 完。",
        _CLOSED,
        (
            "檔案放在這裡， 每天讀一次。 他說， 這個問題， 大家都討論過了， 沒有結論； 後來， "
            "誰也不問。 幾年以後， 機構搬走， 剩下的東西， 都歸了縣裡， 連那張桌子也是。 完。"
        ),
    ],
)
