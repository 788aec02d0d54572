r"""Escapes of a program's strings that were never read back: \n for a line break, \u4e2d for 中.

What went through JSON twice, or came out of a table's column, holds a whole page in one line:

    第一段说完了。\n\u3000\u3000第二段从这里开始，说到\"水尺\"。\r\n第三段

Such a \n stands where a line ends: behind Chinese or a mark, before Chinese or an indent. What was
printed as a list of Python's has lost its line breaks and keeps its spaces and quotes: \xa0 \u201c.
They stand beside Chinese, at a line's edge or beside each other. Programs, paths (C:\new), formulas
(a \neq b), and who speaks of them have the same signs, and mean them.
"""

from collections.abc import Iterator

from cleaner import late as re
from cleaner.document import Document, Edit
from cleaner.lexicon import PROSE_RE, is_cut
from cleaner.stage import Rewrite

# A character by its code, or by those of its two halves.
CODES = r"x(?:a0|ad|b7)|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}"
# An escape. Before a small letter \n, \r, \t and \f are the start of a word (\neq, \right, \times),
# but for a \n behind the end of a sentence; \\ is a backslash, and what follows it is no escape.
ESCAPE_RE = re.compile(
    rf"\\(?:\\|r\\n|[nrtf](?![a-z])|(?<=[。！？…”』」）].)n(?=[a-z])|[\"'/]|{CODES})"
)
# In a text that is written in codes all are meant.
CODED_RE = re.compile(rf"\\(?:r\\n|[nrtf\\\"'/]|{CODES})")
MEANT = {"n": "\n", "r\\n": "\n", "r": "\n", "t": "\t", "f": "\f", '"': '"', "'": "'", "/": "/"}
BREAKS = frozenset(("\\n", "\\r\\n"))
# A break that may be a program's: behind Latin or a quote, and before neither Chinese nor another.
LATIN_RE = re.compile(r"(?<!\\[nrt])(?<!\\u[0-9a-fA-F]{4})(?<!\\)[A-Za-z%\"'=]\Z")
GOES_ON_RE = re.compile(r"[^\x00-\x7f]|[\\\s]|$")
# The end of a sentence, behind which an indent or a quote may stand.
END_RE = re.compile(r"[。！？…”』」）](?:\s|\\[\"/]|\\u3000){0,4}\Z")
NEAR_CHARS = 24
# Breaks behind the end of a sentence, or wherever a page broke its lines; the share of those that
# may be a program's. Chosen.
MIN_ENDS, MIN_BREAKS, MAX_DOUBTFUL = 2, 10, 0.1

# A space or a mark by its code; so many, half of which touch what is no ASCII, an edge or another.
# Chosen.
SIGN_RE = re.compile(
    r"\\(?:x(?:a0|ad|b7)|u(?:00(?:a0|ad|b7)|20[0-6][0-9a-f]|30[01][0-9a-f]|ff[01][0-9a-f]|feff))",
    re.IGNORECASE,
)
NUMBERED_RE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4})")
MIN_SIGNS, MIN_TOUCHING = 3, 0.5
# Who speaks of spaces, marks and codes, or shows one in a program.
SIGN_TALK_RE = re.compile(
    r"[编編][码碼]|字[符元]|空格|空白符|(?i:unicode|python|utf|ascii|escape)|U\+|\([\"']\\|\[\\"
    r"|(?:[标標][点點]|引[号號])[^。\n\\]{0,4}\\[ux]"
    r"|\\u\w{4}[ 都]?[是为為][^。\n\\]{0,6}(?:[标標][点點]|引[号號])"
)
# A list of strings as Python prints it, with a paragraph among them or cut words.
_ITEM = r"(?:'[^'\\\n]*(?:\\.[^'\\\n]*)*'|\"[^\"\\\n]*(?:\\.[^\"\\\n]*)*\")"
LIST_RE = re.compile(rf"\s*\[{_ITEM}(?:, {_ITEM})*\]\s*")
ITEM_RE = re.compile(_ITEM)
# Lines each of which is a string of JSON, a comma behind it perhaps.
STRINGS_RE = re.compile(r'(?:"[^"\\\n]*(?:\\.[^"\\\n]*)*",?(?:\r?\n|\s*\Z)){3,}')
PARAGRAPH = 40
# Who speaks of escapes; a program's string, a path, a command of TeX, a pattern; a line of code.
TALK_RE = re.compile(
    r"转义|轉義|换行符|換行符|回车符|字符串|字串|正则|反斜|\bprint|\becho\b|```|`\\|\":"
    r"|(?<!\\)[\"'“‘（(]\\[nrt][\"'”’）)]|(?<![A-Za-z0-9])[A-Za-z]:\\|\\(?:begin|frac|left|right|text|[dwsW0]|x(?!a0|ad|b7))|[{;]$"
    # An item of a program's list: a line with an indent that is a string.
    r"|^[ \t]+[fru]?(?:\"[^\n]*\"|'[^\n]*'),?$",
    re.MULTILINE,
)
# A text that is one string, quotes and all.
STRING_RE = re.compile(r"\s*(\")[^\"\\]*(?:\\.[^\"\\]*)*(\")\s*")
# A text written in numbers: so many characters, and such a share of all.
CODE_RE = re.compile(r"\\u[0-9a-fA-F]{4}")
CODE_CHARS, MIN_CODES, MIN_CODED = 6, 20, 0.6


def string_escape(document: Document) -> Iterator[Edit]:
    r"""Read the escapes of a program's strings (\n \t \" \u3000) in Chinese prose.

    Of a text in which each \n ends a line, or that is written in \u4e2d; of JSON strings, one a
    line; of a list that Python printed; of codes of spaces and marks (\xa0 \u201c), where there are
    no others. Leaves programs, paths, formulas, and what speaks of escapes.
    """
    text = document.text
    if whole := list(_of_strings(text) if _are_strings(text) else _of_list(text)):
        yield from whole
        return
    if "\\" not in text or TALK_RE.search(text):
        return
    is_coded = _is_coded(text)
    escapes = list((CODED_RE if is_coded else ESCAPE_RE).finditer(text))
    if not (is_coded or _has_breaks(text, escapes)):
        escapes = _signs(text)
    if not escapes:
        return
    string = STRING_RE.fullmatch(text)
    if string:
        yield Edit(string.start(1), '"', "")
    for escape in escapes:
        new = MEANT.get(escape[0][1:]) or _character(escape[0])
        if is_coded and escape[0] == "\\\\":
            new = "\\"
        if new != escape[0]:
            yield Edit(escape.start(), escape[0], new)
    if string:
        yield Edit(string.start(2), '"', "")


def _character(code: str) -> str:
    """Return the character of a code, or of two halves; half a character stays a code."""
    if code[1] == "x":
        return chr(int("0" + code[1:], 16))
    if code[1] != "u":
        return code
    halves = b"".join(int(one, 16).to_bytes(2, "little") for one in code.split("\\u")[1:])
    try:
        return halves.decode("utf-16-le")
    except UnicodeDecodeError:
        return code


def _are_strings(text: str) -> bool:
    """Say whether each line of a text is a string of JSON in ASCII, Chinese among them."""
    if text[:1] != '"' or not text.isascii() or not STRINGS_RE.fullmatch(text):
        return False
    return len(CODE_RE.findall(text)) >= MIN_CODES


def _of_strings(text: str) -> Iterator[Edit]:
    """Yield the edits that take the quotes off strings, a line each, and read their escapes."""
    for item in ITEM_RE.finditer(text):
        start, end = item.start() + 1, item.end() - 1
        yield Edit(start - 1, '"', "")
        yield from _read(text, start, end)
        behind = text[end : end + 2].rstrip()
        yield Edit(end, behind, "")


def _read(text: str, start: int, end: int) -> Iterator[Edit]:
    """Yield the edits that read the escapes of a string, its own backslashes among them."""
    for escape in CODED_RE.finditer(text, start, end):
        new = MEANT.get(escape[0][1:]) or _character(escape[0])
        yield Edit(escape.start(), escape[0], "\\" if escape[0] == r"\\" else new)


def _of_list(text: str) -> Iterator[Edit]:
    """Yield the edits that make lines of a list of strings that Python printed, if it is prose."""
    if text.lstrip()[:2] != "['" or not LIST_RE.fullmatch(text):
        return
    items = list(ITEM_RE.finditer(text))
    lines = [item[0][1:-1] for item in items]
    is_page = any(len(line) >= PARAGRAPH and PROSE_RE.search(line) for line in lines)
    if not (is_page or is_cut(lines)):
        return
    at = 0
    for item in items:
        yield Edit(at, text[at : item.start() + 1], "\n" if at else "")
        at = item.end() - 1
        yield from _read(text, item.start() + 1, at)
    yield Edit(at, text[at:], "")


def _signs(text: str) -> list[re.Match[str]]:
    """Return the codes of spaces and marks, where they are a text's own; no other may be there."""
    found = list(SIGN_RE.finditer(text))
    if len(found) < max(MIN_SIGNS, len(NUMBERED_RE.findall(text))) or SIGN_TALK_RE.search(text):
        return []
    touching = 0
    for one in found:
        beside = text[max(0, one.start() - 1) : one.start()], text[one.end() : one.end() + 1]
        touching += any(char in ("", "\n", "\\") or not char.isascii() for char in beside)
    return found if touching >= MIN_TOUCHING * len(found) else []


def _is_coded(text: str) -> bool:
    """Say whether a text is written in numbers throughout."""
    codes = len(CODE_RE.findall(text))
    return codes >= MIN_CODES and CODE_CHARS * codes >= MIN_CODED * len("".join(text.split()))


def _has_breaks(text: str, escapes: list[re.Match[str]]) -> bool:
    r"""Say whether each \n of a text stands where a line ends."""
    ends = doubtful = count = 0
    for one in escapes:
        if one[0] in BREAKS:
            before = text[max(0, one.start() - NEAR_CHARS) : one.start()]
            count += 1
            if END_RE.search(before):
                ends += 1
            elif LATIN_RE.search(before) and not GOES_ON_RE.match(text, one.end()):
                doubtful += 1
    is_page = ends >= MIN_ENDS or count >= MIN_BREAKS
    # Lines of its own, more than these: a catalogue of messages (msgstr), resources of a program.
    return is_page and doubtful <= MAX_DOUBTFUL * count and count >= text.strip().count("\n")


# Synthetic, as all below.
_TEXT = "水尺立在老闸的下游，每天早晚各读一次。"
_MORE = "看水的人换过四个，字迹各不相同。"
_LINES = ("入秋以后，湖边的步道", "修好了，全长六公里，", "沿途有四座木桥，老人")
_PAGE = (*_LINES, "5G网络也通了", *_LINES, "AI也来了", *_LINES)
_CODED = "".join(f"\\u{ord(char):04x}" for char in _TEXT + _MORE)

STRING_ESCAPE = Rewrite(
    string_escape,
    once=True,
    gate="\\[",
    examples={
        _TEXT + r"\n\u3000\u3000" + _MORE + r"\r\n他说：\"好。\"\n": (
            f'{_TEXT}\n\u3000\u3000{_MORE}\n他说："好。"\n'
        ),
        # the string itself
        rf'"{_TEXT}\n{_MORE}\n他说：\"好。\""': f'{_TEXT}\n{_MORE}\n他说："好。"',
        rf'"{_TEXT}"\n完了。\n对。\n她说："{_MORE}"': (f'"{_TEXT}"\n完了。\n对。\n她说："{_MORE}"'),
        # a page that was broken into lines, Latin among them
        r"\n".join(_PAGE): "\n".join(_PAGE),
        _TEXT + r"\niPhone 也能读。\n" + _MORE + r"\t完": (
            f"{_TEXT}\niPhone 也能读。\n{_MORE}\t完"
        ),
        _CODED + r"\n" + _CODED + r"\ud83d\ude00\ud83d": (
            f"{_TEXT}{_MORE}\n{_TEXT}{_MORE}😀" + r"\ud83d"
        ),
        # a string of JSON a line
        f'"{_CODED}"\n""\n"level.sh \\"3\\""\n': f'{_TEXT}{_MORE}\n\nlevel.sh "3"\n',
        f'"{_CODED}",\r\n"{_CODED}",\r\n"b"': f"{_TEXT}{_MORE}\r\n{_TEXT}{_MORE}\r\nb",
        # spaces and marks alone; a list that Python printed
        rf"\u3000\u3000{_TEXT}\xa0\xa0\u201c对。\u201d": f"\u3000\u3000{_TEXT}\xa0\xa0“对。”",
        rf"""['水尺', '\u3000{_TEXT}{_MORE}', '\xa0', "他说'对'。"]""": (
            f"水尺\n\u3000{_TEXT}{_MORE}\n\xa0\n他说'对'。"
        ),
    },
    keeps=[
        # who speaks of a space; a character by its name beside spaces; lists of a program
        rf"网页里的\u3000是全角空格，\xa0、\u2003也是。{_TEXT}",
        rf"\u2018、\u2019、\u201c、\u201d都是引号。{_TEXT}",
        rf"用text.replace('\u3000\xa0', '')删掉\u3000、\xa0。{_TEXT}",
        rf"把\u6c34和\u3000、\u2003、\xa0都删掉。{_TEXT}",
        rf"{_TEXT}\u3000{_MORE}",
        "['水尺', '老闸', '渡口', '堤脚']",
        f"['{_TEXT}', '{_MORE}', 3]",
        f"['{_TEXT}', '{_MORE}']",
        f"他列出['{_TEXT}{_MORE}', '{_MORE}']",
        # records of JSON, strings of ASCII
        f'{{"a": "{_CODED}"}}\n' * 3,
        '"level"\n"gauge"\n"gate"\n',
        f'"a": "{_CODED}",\n' * 3,
        # once; what speaks of it; strings of programs, with Chinese in them
        _TEXT + r"\n" + _MORE,
        r"换行写作 \n，" + _TEXT + r"\n" + _MORE + r"\n表示三行。这里说的是转义。",
        rf"字符串“{_TEXT}\n{_MORE}\n对。\n”打印出来是四行。",
        rf"正则里 。\n 表示句号后换行，{_TEXT}\n{_MORE}\n",
        rf'print("{_TEXT}\n{_MORE}\n")',
        rf'var text = "{_TEXT}\n{_MORE}\n";' + "\nshow(text);",
        rf'{{"text": "{_TEXT}\n{_MORE}\n{_TEXT}"}}',
        f'SAID = [\n    "{_TEXT}' + rf'\n{_MORE}\n{_TEXT}\n对。",' + "\n]\n",
        rf"用“\n”分开两段。{_TEXT}\n{_MORE}。\n",
        # a table of messages: a key, what it says
        "".join(f"key of {at}\n" + _TEXT + r"\n" + _MORE + "\n" for at in range(5)),
        # paths, formulas, patterns
        rf"备份在 D:\new\notes 里。{_TEXT}\n{_MORE}",
        rf"设 $a \neq b$，则 $\nu \times c$ 不变。{_TEXT}设 $\rho \ne 0$。{_MORE}",
        rf"命令 dir\names\new\r2\top，{_TEXT}" * 3,
        # names of characters; a list of properties
        r"字符 \u4e2d 和 \u6587 的码位在这里列出。",
        "".join(f"page.title.name.of.item{at}=\\u6c34\\u5c3a\n" for at in range(20)),
    ],
)
