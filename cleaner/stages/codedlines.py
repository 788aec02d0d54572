r"""Lines whose Chinese a program wrote in codes of ASCII, and nobody read back.

    %E6%B0%B4%E5%B0%BA      an address bar, a form        %u6C34%u5C3A          JavaScript's escape
    =E6=B0=B4=E5=B0=BA      mail (quoted-printable)       <U+6C34><U+5C3A>      R on Windows
    \xe6\xb0\xb4\xe5\xb0    a log of bytes                \346\260\264\345\260  git, a shell
    \\u6c34\\u5c3a          JSON twice over

An encoder leaves no character out: such a line is all ASCII, or a stretch of it that was put in.
The codes make half of it at least, and what they say is exact (UTF-8 checks itself) and Chinese of
common characters. Addresses, lines of programs and of properties, and texts that speak of codes or
show a word beside them mean them. Where a whole text is written so, its lines of Latin are too.
"""

from collections.abc import Iterator

from cleaner import late as re
from cleaner.chars.common import (
    MIN_COMMON_ORDINARY,
    common_share,
    has_no_code,
    is_ordinary,
)
from cleaner.chars.scripts import HAN_RE
from cleaner.document import Document, Edit
from cleaner.stage import Rewrite

# A byte in each of its dresses; a character, by its number. Each begins with a character, so that
# a search skips to it.
BYTES = (r"%[0-9A-Fa-f]{2}", "=[0-9A-F]{2}", r"\\x[0-9A-Fa-f]{2}", r"\\[0-3][0-7]{2}")
CHARACTERS = (
    r"\\\\?u[0-9A-Fa-f]{4}",
    "%u[0-9A-Fa-f]{4}",
    r"<U\+(?:[0-9A-Fa-f]{4,5}|10[0-9A-Fa-f]{4})>",  # there is none beyond 10FFFF
)
CHARACTER = "|".join(CHARACTERS)
CHARACTER_RE = re.compile(CHARACTER)
CODE_RE = re.compile("|".join((*CHARACTERS, *BYTES)))
# Two characters of Chinese: the gate.
RUN_RE = re.compile(
    "|".join(
        (
            *(f"{one}(?:{CHARACTER})" for one in CHARACTERS),
            *(f"{one}(?:{one}){{3}}" for one in BYTES),
        )
    )
)
# Mail cuts its lines at = and goes on in the next.
LINE_RE = re.compile(r"(?:[^\n]*=\r?\n)*[^\n]+")
# Of another line, what a program put in: 标题：%E6%B0%B4, of so many characters.
STRETCH_RE = re.compile("[!-~](?:[ -~]*[!-~])?")
MIN_INSIDE = 4
# Strings of JSON, one a line, are read as such (string-escape).
STRINGS_RE = re.compile(r'"[^"\\\n]*(?:\\.[^"\\\n]*)*",?\r?\n"')
SOFT_BREAK_RE = re.compile(r"=\r?\n")
# What a line has beside its codes where they are meant: an address or a field, a program.
MEANT_RE = re.compile(r"[/?&=#@{}();\"'`\[\]]|[A-Za-z]\.[A-Za-z]")
# The same in a long line, where brackets and slashes may be the text's.
LONG_CHARS, MEANT_IN_LONG_RE = 20, re.compile(r"://|^/|[&@{}`]|[A-Za-z]\.[A-Za-z]|^[\w. -]*=")
# Who speaks of codes.
TALK_RE = re.compile(
    r"编码|編碼|转义|轉義|乱码|亂碼|(?i:unicode|utf-?8|gbk|encod|escape|urldecode|\bURL\b)"
)
# All that an encoder leaves of a text: of mail, no = that begins no code and ends no line; of a
# form, nothing that an address has.
WHOLE_RES = (
    re.compile(r"(?:[^=%\\]|%(?![0-9A-Fa-f]{2}|u)|=[0-9A-F]{2}|=\r?\n)*"),
    re.compile(r"(?:[\w.~!*'() \r\n-]|%[0-9A-F]{2})*"),
)
# The share of a line that its codes make, white space aside; the least Chinese: UTF-8 checks
# itself, and GBK does not. Chosen.
MIN_CODED = 0.5
MIN_CHARS, MIN_GBK_CHARS, MIN_COMMON = 2, 5, 0.35
# How far off what a code says may be shown: a line or two.
BESIDE = 200
HALVES_RE = re.compile("[\ud800-\udfff]")


def coded_line(document: Document) -> Iterator[Edit]:
    r"""Read lines that are written in codes of ASCII: %E6%B0%B4, =E6=B0=B4, \xe6, %u6C34, <U+6C34>.

    Leaves addresses, programs, properties, and what speaks of codes.
    """
    text = document.text
    if not RUN_RE.search(text) or TALK_RE.search(text):
        return
    if text.isascii() and "\\u" in text and STRINGS_RE.match(text):
        return
    whole = _of_whole(text)
    if whole:
        yield from whole
        return
    for found in LINE_RE.finditer(text):
        line, start = found[0], found.start()
        if line.isascii():
            stretches = [(start, line)]
        else:
            stretches = [(start + one.start(), one[0]) for one in STRETCH_RE.finditer(line)]
        for at, coded in stretches:
            if not RUN_RE.search(coded):
                continue
            read = _read(coded)
            if len(coded) < len(line) and len(HAN_RE.findall(read)) < MIN_INSIDE:
                continue
            end = at + len(coded)
            beside = text[max(0, at - BESIDE) : at] + "\n" + text[end : end + BESIDE]
            if read and read not in beside:
                yield Edit(at, coded, read)


def _of_whole(text: str) -> list[Edit]:
    """Return the edits that read a text of which every line is written in one code of bytes."""
    if not text.isascii() or not any(one.fullmatch(text) for one in WHOLE_RES):
        return []
    lines = [(line.start(), line[0]) for line in LINE_RE.finditer(text)]
    joined = [SOFT_BREAK_RE.sub("", line) for _, line in lines]
    whole = "\n".join(joined)
    if len(CODE_RE.sub("", whole)) > (1 - MIN_CODED) * len(whole):
        return []
    read = _decoded(whole).split("\n")
    if common_share("".join(read))[0] < LONG_CHARS or len(read) != len(lines):
        return []
    return [Edit(at, old, new) for (at, old), new in zip(lines, read, strict=True) if old != new]


def _read(line: str) -> str:
    """Return what a line says, "" where that is not proved or not meant to be read."""
    whole = SOFT_BREAK_RE.sub("", line)
    rest = CODE_RE.sub("", whole)
    visible = len("".join(whole.split()))
    if visible - len("".join(rest.split())) < MIN_CODED * visible or MEANT_IN_LONG_RE.search(rest):
        return ""
    read = _decoded(whole)
    is_long = common_share(read)[0] >= LONG_CHARS
    return read if is_long or not MEANT_RE.search(rest) else ""


def _decoded(whole: str) -> str:
    """Return what the codes of a line say, "" where it is not Chinese."""
    if CHARACTER_RE.search(whole):
        read = CODE_RE.sub(_character, whole)
        return read if not HALVES_RE.search(read) and _is_chinese(read, MIN_CHARS) else ""
    data = CODE_RE.sub(_byte, whole).encode("latin-1")
    for charset, least in (("utf-8", MIN_CHARS), ("gb18030", MIN_GBK_CHARS)):
        try:
            read = data.decode(charset)
        except UnicodeDecodeError:
            continue
        if _is_chinese(read, least):
            return read
    return ""


def _character(code: re.Match[str]) -> str:
    """Return the character that a number stands for; beside such, a byte is one of Latin-1."""
    if not CHARACTER_RE.match(code[0]):
        return _byte(code)
    return chr(int(code[0].strip("\\%uU<>+"), 16))


def _byte(code: re.Match[str]) -> str:
    """Return the byte of a code, as the character of its number."""
    octal = code[0][0] == "\\" and code[0][1] != "x"
    return chr(int(code[0].lstrip("\\x%="), 8 if octal else 16))


def _is_chinese(read: str, least: int) -> bool:
    """Say whether what the codes say is a Chinese text."""
    telling, share = common_share(read)
    if telling < least or not has_no_code(read) or "\x00" in read:
        return False
    return share >= MIN_COMMON or (share >= MIN_COMMON_ORDINARY and is_ordinary(read, share))


# All are synthetic.
_TEXT = "水尺立在老闸的下游，每天早晚各读一次。"
_URL = "".join(f"%{byte:02X}" for byte in _TEXT.encode())
_MAIL = _URL.replace("%", "=")

CODED_LINE = Rewrite(
    coded_line,
    once=True,
    gate="%=\\<",
    examples={
        f"第一行\n{_URL}\n%E5%BE%85%E7%BB%AD": f"第一行\n{_TEXT}\n待续",
        "%CB%AE%B3%DF%C1%A2%D4%DA%20%C0%CF%D5%A2": "水尺立在 老闸",
        "=E6=B0=B4=E5=B0=BA 2024 =E5=B9=B4=E7=AB=8B=E5=9C=\n=A8=E9=97=B8=E4=B8=8B": (
            "水尺 2024 年立在闸下"
        ),
        r"\xe6\xb0\xb4\xe5\xb0\xba" + "\n" + r"\346\260\264\345\260\272": "水尺\n水尺",
        "%u6C34%u5C3A%2C%u8001%u95F8": "水尺,老闸",
        "<U+6C34><U+5C3A> 2024 <U+5E74>": "水尺 2024 年",
        r"\\u6c34\\u5c3a\\u7acb\\u5728": "水尺立在",
        f"标题：{_URL}，已存。": f"标题：{_TEXT}，已存。",
        r"\u6c34\u5c3a\040\u8001\u95f8\x21": "水尺 老闸!",
        # the whole text: lines of Latin in it, addresses
        f"{_MAIL}{_MAIL}\n(qinhe@example.org/a?b=3D1)\nlevel.sh =\n2\n": (
            f"{_TEXT}{_TEXT}\n(qinhe@example.org/a?b=1)\nlevel.sh 2\n"
        ),
        f"{_URL}{_URL}\nlevel.sh%EF%BC%881%EF%BC%89%2F1\n": f"{_TEXT}{_TEXT}\nlevel.sh（1）/1\n",
    },
    keeps=[
        "https://example.org/wiki/%E6%B0%B4%E5%B0%BA",
        "example.org/%E6%B0%B4%E5%B0%BA%E7%AB%8B%E5%9C%A8",
        "见 https://example.org/wiki/%E6%B0%B4%E5%B0%BA 一文",
        "/wiki/%E6%B0%B4%E5%B0%BA",
        "q=%E6%B0%B4%E5%B0%BA&page=2",
        "水尺\t%E6%B0%B4%E5%B0%BA",
        "水尺\n%E6%B0%B4%E5%B0%BA",
        "这一串编码是什么意思？\n%E6%B0%B4%E5%B0%BA",
        r"title=\u6c34\u5c3a\u7acb\u5728",
        r'"\u6c34\u5c3a\u7acb\u5728",',
        r"他写下\u6c34\u5c3a两个字。",
        r'回复是{"msg": "\u6c34\u5c3a\u7acb\u5728\u95f8\u4e0b"}，请查收。',
        "地址https://example.org/wiki/%E6%B0%B4%E5%B0%BA%E7%AB%8B%E5%9C%A8，请看。",
        r"print('\xe6\xb0\xb4\xe5\xb0\xba')",
        "<U+6C34>",
        "<U+6C34><U+110000><U+FFFFFF>",  # no characters
        "%D0%91%D0%BE%D0%B3 %D0%B4%D0%BE%D0%BC",  # Russian
        "a=10, b=20, c=30, d=40",
        "50% 60% 70%",
        # of a whole text: an address, what speaks of a code, a field, half of a character
        f"level.sh\nhttps://example.org/wiki/{_URL}{_URL}",
        f"{_URL}{_URL}\nencoded.sh",
        f"title={_MAIL}{_MAIL}",
        f"(level.sh) {_MAIL}{_MAIL[:-3]}",
        f"level = 3\n(level.sh) {_MAIL}{_MAIL}",
        r"\new\names\temp\x12\x13",
    ],
)
