"""Tags that forums write in square brackets (BBCode, UBB), in a text that was taken from one.

    [align=center][b]水尺[/b][/align]
    [size=3][color=#333333]水尺立在老闸的下游，[url=http://example.org/]每天早晚[/url]各读一次。[/color][/size]
    [img]http://example.org/a.jpg[/img]

They show by their form: each that opens closes, and no other closes. Phonetics, indices and notes
have brackets too ([b], a[i]), and close none; who speaks of the tags says so.
"""

from collections import Counter
from collections.abc import Iterator

from cleaner import late as re
from cleaner.document import Document, Edit
from cleaner.stage import Rewrite

# Of paragraphs; of type and links; those whose text is an address or a number.
BLOCKS = frozenset("p align center indent left right quote list free hide hr br".split())  # noqa: SIM905
INLINES = "b i u s size color backcolor font url email sup sub float"
SOURCES = "img attach attachimg media flash audio video"
# What stands alone.
VOIDS = frozenset(("hr", "br"))

NAMES = "|".join((*sorted(BLOCKS), *INLINES.split(), *SOURCES.split()))
TAG_RE = re.compile(
    rf"\[(?P<source>{SOURCES.replace(' ', '|')})(?:=[^\[\]\n]{{0,40}})?\][^\[\]\n]{{0,400}}"
    rf"\[/(?P=source)\][ ]?|\[(?P<close>/?)(?P<name>{NAMES})(?:=[^\[\]\n]{{0,200}})?\]",
    re.IGNORECASE,
)
# What closes, or breaks a line: few texts have any.
GATE_RE = re.compile(r"\[(?:/[a-z]{1,10}|br)\]", re.IGNORECASE)
# Who speaks of them: names them and what they do, or shows them with a word between; a program.
TALK_RE = re.compile(
    r"UBB|BB ?Code|(?:标签|標籤)[^\n\[]{0,4}\[(?!/)|```|\([\"']\["
    r"|(?:代[码碼]|[语語]法|[写寫]法|方括[号號])[^\[\]。]{0,12}\[(?!br\])[a-z]|\](?:加粗|[粗斜][体體])"
    r"|\][ ]?(?:和|与|與|跟|及|到|、|,|，|\.\.\.|…{1,2}|文字|内容|xxx?)[ ]?\[/",
    re.IGNORECASE,
)
HAN_RE = re.compile("[\u4e00-\u9fff]")
# So many tags, and so much prose, show that the text was a forum's. Chosen.
MIN_TAGS, MIN_HAN = 2, 30


def forum_tag(document: Document) -> Iterator[Edit]:
    """Delete the tags of forums ([b], [size=3], [url=…], [img]…[/img]) that are left in Chinese.

    Where a tag parted two paragraphs or lines, a line break stands. Leaves a text in which one of
    them does not close or another closes ([code]), and what speaks of them.
    """
    text = document.text
    if not GATE_RE.search(text) or TALK_RE.search(text):
        return
    tags = list(TAG_RE.finditer(text))
    names = [(tag["source"] or tag["name"]).lower() for tag in tags]
    pairs = list(zip(tags, names, strict=True))
    opened = Counter(name for tag, name in pairs if not tag["source"] and not tag["close"])
    closed = Counter(name for tag, name in pairs if tag["close"])
    if len(tags) < MIN_TAGS or len(HAN_RE.findall(TAG_RE.sub("", text))) < MIN_HAN:
        return
    if any(opened[name] != closed[name] for name in {*names} - VOIDS):
        return
    closing = sum(bool(tag["source"] or tag["close"]) for tag in tags)
    if len(GATE_RE.findall(text)) != closing + opened["br"]:
        return  # another closes
    for tag, name in pairs:
        yield Edit(tag.start(), tag[0], _instead(text, tag, name))


def _instead(text: str, tag: re.Match[str], name: str) -> str:
    """Return a line break where a tag parted two paragraphs, else nothing."""
    parts = name in VOIDS or (name in BLOCKS and tag["close"])
    return "\n" if parts and text[tag.end() : tag.end() + 1] not in ("", "\n", "\r") else ""


# All cases are synthetic.
_TEXT = "水尺立在老闸的下游，每天早晚各读一次，读数写在一本蓝皮的本子里。"

FORUM_TAG = Rewrite(
    forum_tag,
    once=True,
    gate="[",
    examples={
        f"[align=center][b]水尺[/b][/align]\n[size=3][color=#333]{_TEXT}[/color][/size]": (
            f"水尺\n{_TEXT}"
        ),
        f"[p]{_TEXT}[/p][p]看水的人[URL=http://example.org/]换过[/URL]四个。[/p]": (
            f"{_TEXT}\n看水的人换过四个。"
        ),
        f"{_TEXT}[br]看水的人换过四个。[br]\n[img=9,9]http://example.org/a.jpg[/img]": (
            f"{_TEXT}\n看水的人换过四个。\n"
        ),
        f"[b]他贴上标签[/b]\n[b]{_TEXT}[/b]": f"他贴上标签\n{_TEXT}",
        f"[font=宋体]{_TEXT}[/font]\n数组a[3]不变。[attach]312[/attach]": (
            f"{_TEXT}\n数组a[3]不变。"
        ),
    },
    keeps=[
        # who speaks of them; phonetics, indices, notes, marks of time
        f"加粗的标签是 [b] 和 [/b]，斜体的是 [i] 和 [/i]。{_TEXT}",
        f"用UBB写帖：[b]粗[/b]，[i]斜[/i]。{_TEXT}",
        f"粗体用[b]和[/b]，斜体用[i]文字[/i]。{_TEXT}",
        f"本版支持的代码：\n[b]粗的字[/b]\n[color=red]红的字[/color]\n{_TEXT}",
        f'print("[b]老闸[/b]水位[u]3.12[/u]米")\n{_TEXT}',
        f"清音[p]、[t]、[k]，浊音[b]、[d]、[g]。{_TEXT}",
        f"令 a[i] = b[i]，则 s[i] 不变。{_TEXT}",
        f"{_TEXT}[1] 又见[2]。",
        # one does not close; another does; a program's text, another language's
        f"[b]{_TEXT}\n[i]看水的人换过四个。[/i]",
        f"[b]水尺[/b]\n[code]level = 3[/code]\n{_TEXT}",
        f"[WARN]{_TEXT}[/WARN]\n[b]水尺[/b]",
        "[b]Level[/b] [i]gauge[/i]",
        f"[b]{_TEXT}",
    ],
)
