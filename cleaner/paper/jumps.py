"""Lines that send a reader to another page, issue or picture: （下转第6版）, （待续）, （附图片）.

A whole line of it, of a few characters; or glued to an end of text, in brackets.
"""

from typing import Literal

from cleaner import late as re
from cleaner.paper.folding import folded
from cleaner.paper.press import PAGE_WORD_RE

# A jump line is 上接, a page and brackets: `（上接A02版·要闻）`; chosen, try 12 to 20.
JUMP_CHARS = 16

# （上接第2版）, （下转第6版）, 上接A1版, （紧接第一版）. OCR may lose the page number. In brackets
# or with an arrow also what else sends to a page: （文接A1版）, （详见第2版）, ▲相关报道见第3版.
JUMP_RE = re.compile(
    r"\(?\s?(?:未完[,，]?\s?)?(?:(上接|[紧緊]接)|(下[转轉]|[转轉]第))"
    r"\s?第?[\sA-Z0-9一二三四五六七八九十?]{0,5}版?.{0,4}?\)?"
)
POINTER_RE = re.compile(
    r"(?:(文?接)|文?[转轉]|(?:[^\W\d]{0,6}[报報][导導道]|[全图圖]?文|[详詳])[见見])"
    r"\s?第?\s?[A-Z]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?版"
)
POINTER_MARKS = "()[]【】〔〕▶►→■◀◄←▲△●◆▼ "

# Brackets round a jump that was glued to text: 。（下转第4版）; （上接第2版）中国……
GLUED_RE = re.compile(
    r"(?:[（(【] ?(?:未完[，,]? ?)?(?:[上文]?接|[下文]?[转轉]|[紧緊]接) ?第? ?"
    r"[A-Z]?[0-9０-９一二三四五六七八九十]{1,3} ?版[^（()）\n]{0,6}[）)】])+"
)
# In brackets, nothing else: the text goes on in another issue, a picture stands beside it.
NOTE_RE = re.compile(
    r"[（(](?:附[图圖]片?(?:[0-9一二两三四五六]{1,2}[张張幅])?|(?:未完[,，]?)?待[续續]|未完|[续續]完)[）)]"
)
NOTE_CHARS = 10


def is_note(line: str) -> bool:
    """Say whether the line says that the text goes on, or has a picture: （待续）, （附图片）."""
    return line[:1] in "（(" and len(line) <= NOTE_CHARS and NOTE_RE.fullmatch(line) is not None


def jump_line(line: str) -> Literal["", "from", "to"]:
    """Say whether the line sends to another page: "from" for 上接, "to" for 下转, else ""."""
    if len(line) > 2 * JUMP_CHARS or not PAGE_WORD_RE.search(line):
        return ""
    body = folded(line.strip())
    if len(body) > JUMP_CHARS or ("版" not in body and not body.startswith("(")):
        return ""
    bare = body.strip(POINTER_MARKS)
    jump = JUMP_RE.fullmatch(body) or JUMP_RE.fullmatch(bare)
    if not jump and bare != body:
        jump = POINTER_RE.fullmatch(bare)
    return "" if not jump else "from" if jump[1] else "to"
