"""Which lines are a program, a configuration, a log, a difference of two files.

Such lines are short and mostly without end marks, and with comments in Chinese the decode sees
broken words and columns in them, commas show damage, `end` and `a > b` are labels of a web page.
So they are joined to nothing, keep their marks, and are no evidence. Each shape below occurs in
prose too (a line of English may end in a semicolon, a sentence begin with `from`); prose does not
have it line after line. So a stretch is a program where at least `MIN_LINES` lines have a shape and
`MIN_SHARE` of all its lines do; the comments between are part of it, and the strings of more than
one line that Python has for them, at its ends. Of a difference of two files
(`@@ -1,6 +1,6 @@`) the head counts the lines that belong to it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from cleaner import late as re
from cleaner.layout import Line, kept_with_lines, read_lines

ASKED_CHARS = 20_000  # how far a text is read to know whether it is one
FENCE = "```"  # round a block of code in Markdown

# What most lines of a program have one of, and prose hardly ever: a colon between digits, behind a
# quote or at the end, a bracket behind a letter, a quote before a comma, a sign. One class comes
# first: that makes a search nine times as fast.
SIGNS = (
    r"[{}=<>;\\$|_@#:(\"](?:(?<![:(\"])|(?<=[0-9]:)(?=[0-9])|(?<=[\"']:)|(?<=[a-z]:)$|(?<=[a-z]\()"
    r"|(?<=\"),(?: ?\"|$))"
)

# Where a program fills something in: 请选择 %s 油泵：. So many lines with one, and such a share of
# all, and they are what a program says. Chosen.
FORMAT_RE = re.compile(r"%(?:[0-9]\$)?[-+0]?[0-9]{0,3}(?:\.[0-9]{1,2})?l?[sdiufgx](?!\w)")
MIN_FORMATS, MIN_FORMAT_SHARE = 5, 0.05

# Words that open a line of code. English opens lines with some: a sign must follow.
KEYWORDS = (
    "async|await|case|catch|class|const|def|elif|else|enum|except|export|finally|fn|for|from|func"
    "|function|if|import|impl|let|local|match|namespace|package|print|private|protected|public|raise"
    "|return|static|struct|switch|throw|try|type|use|using|var|while|with|yield"
)
SQL = "ALTER|AND|CREATE|DELETE|DROP|FROM|GROUP BY|HAVING|INSERT|ORDER BY|SELECT|UPDATE|VALUES|WHERE"
# Commands as manuals have them line after line; a line of prose that opens so has marks.
# fmt: off
COMMANDS = (
    "apt", "apt-get", "brew", "cargo", "cat", "cd", "chmod", "chown", "cmake", "conda", "cp",
    "curl", "docker", "echo", "export", "git", "go", "ln", "ls", "make", "mkdir", "mv", "node",
    "npm", "npx", "pip", "pip3", "pnpm", "python", "python3", "rm", "sh", "source", "ssh", "sudo",
    "systemctl", "tar", "touch", "unzip", "vim", "wget", "yarn", "yum",
)
# fmt: on
COMMAND_FIRSTS = frozenset(command[0] for command in COMMANDS)
COMMAND = rf"(?:{'|'.join(sorted(COMMANDS, reverse=True))}) [^，。,;:!?]*[^，。,;:!?.]$"
# A line of code, by its shape; matched at its start, white space round it aside.
SHAPES = (
    COMMAND,
    # Its end: ; { } \ after what is no Chinese, and brackets alone: `});`
    r".*[!-~] ?[;{}\\]$",
    r"[\[\](){}<>,;]{1,6}$",
    # Its start: a comment, a prompt, a preprocessor, a command of TeX.
    r"//|/\*|\*/|<!--|;;|#!|\$ [a-z./]|>>> |\\[A-Za-z]{2,}|%%?[ ]?[A-Za-z]",
    r"#[ ]?(?:include|define|if|ifdef|ifndef|endif|pragma)\b",
    r"(?:begin|do|done|else|end|esac|fi|then|End (?:Function|If|Sub)|Next \w{1,30})$",
    # A tag.
    r"</?[A-Za-z!?][^<>]{0,300}>",
    # name = value, name: value, "name": value, a.b += c, x := y, [section]
    r"[\w.\[\]()\"'$*-]{1,60}(?:, ?[\w.]{1,60}){0,4} {0,16}(?:[-+*/|&:]?=|=>|<-|::)[> ]?\S",
    # An entry of BibTeX.
    r"@[A-Za-z]{3,20}\{",
    r"(?:- )?[a-z_][\w.-]{0,60}:(?:[ /]\S|$)",
    r"(?:- )?[\"'][^\"'\n]{1,60}[\"'] ?: ?\S",
    # Strings of a list: "a", "b", at its start; not "a" alone, which somebody says.
    r"\"[^\"\n]{0,999}\",(?: ?\"|$)",
    # A row of them in brackets, or of numbers: ("子时", 1),  [4, "水"]],  # 两行
    r"[\[({]{1,3}(?:[bfru]?[\"'][^\"'\n]{0,200}[\"']|-?[0-9][\w.]{0,40}) ?, ?.*[\])},](?: *#.*)?$",
    # A name with its type: GAUGES: tuple[str, int] = (
    r"[A-Za-z_]\w{0,60}: [A-Za-z][\w.\[\], |]{0,80} = \S",
    r"\[{1,2}[\w.\"-]{1,60}\]{1,2}$",
    # The fields of a mail, of a package.
    r"(?:[A-Z][A-Za-z]{1,20}(?:-[A-Za-z]{1,20}){1,4}|Cc|Date|Files|From|License|Subject|To): ",
    # A word of a language, with a sign of a program after it.
    rf"(?:{KEYWORDS})\b[^。，]*(?:[(){{}}\[\]=<>;_#+\"']|:$|\bimport\b)",
    rf"(?:{SQL})\b",
    r"(?:import|package|use|using) [\w.:]{1,80}(?: as \w{1,30})?$",
    r"(?:Traceback \(|File \"|at [\w.$/]{3,80}\(|Caused by: |\.\.\. \d{1,4} more$)",
    # A string of Python with its sign, alone: r'[嘅嗰啲]|'
    r"[bfru]{1,2}(?:\"[^\"\n]*\"|'[^'\n]*')(?: ?[+,|)\]]{1,4})?$",
    # What Lua opens a block with, a comment of it that is a field or empty.
    r"(?:else)?if [^。，]* then$|for [^。，]* do$|-{2,3} @[a-z]|--$",
    # A call alone: f(x, y); one whose string says something; what opens one; how one ends: ): T
    r"[A-Za-z_][\w.:]{0,60}\([^。，]*\) ?[;{:,]?$",
    r"[A-Za-z_][\w.:]{0,60}\([bfru]?[\"'][^\n]*[\"']\)[;,]?$",
    r"[A-Za-z_][\w.:]{0,60}\((?:[^。，]*\)(?:: ?| -> ?)[A-Za-z][\w.<>\[\], |]{0,80})?$",
    r"\)(?:: ?| -> )[A-Za-z][\w.<>\[\], |]{0,80}:?$",
    r"return (?:False|None|True|false|null|true)$",
    # A command with an option, a variable, a pipe.
    r"[a-z][\w./-]{0,40}(?: [!-~]{1,80}){0,6} (?:-{1,2}[A-Za-z]|[|<>] ?[\w./\"$]|\"?\$)",
    # A record of a game of go: ;B[pd];W[dp], and its head, EV[…]DT[2019-05-02].
    r"\(?;?(?:[A-Z]{1,2}\[[^\[\]]{0,80}\][;)]?){2}",
    # A log: date and second, or in brackets.
    r"\[?(?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2}[ T]\d\d:\d\d:\d\d",
    # An entry of a folder, and what the folder holds: drwxr-xr-x 2 root root 4096 …; total 8
    r"[-bcdlps](?:[-r][-w][-xsSt]){3}[.+@]? |total [0-9]{1,9}$",
    # A prompt or a folder of Windows, and an entry of the folder.
    r"[A-Z]:\\",
    r"\d{2,4}[-/]\d\d[-/]\d\d {1,4}\d\d:\d\d {2,20}(?:<DIR>|[\d,]{1,20}) ",
    # The head of a difference of two files.
    r"diff --git |index [0-9a-f]{7,40}\.\.|--- [ab]/|\+\+\+ [ab]/|@@ -",
)
# A request of roff, in which pages of manuals are written: .TP, .B 水尺, '\" t. Of these each page
# names itself and its sections.
REQUEST_RE = re.compile(r"[.'](?:\\\"|[A-Za-z]{1,2}(?: |$))")
PAGE_RE = re.compile(r"\.(?:SH|Sh|TH) ")
# A comment or a decorator: part of a program beside one, by itself none.
COMMENT_RE = re.compile(r"[#%@*]|--|//|'|<!--")
# What stands at both ends of a string of more than one line.
LONG_STRING_RE = re.compile("\"\"\"|'''")
HUNK_HEAD_RE = re.compile(r"diff --|index [0-9a-f]|--- |\+\+\+ ")
HUNK_RE = re.compile(r"@@ -\d{1,7}(?:,(\d{1,7}))? \+\d{1,7}(?:,(\d{1,7}))? @@")

# Least lines of a shape, and their share of the stretch's lines; so many others may stand between
# two of them. Chosen; of 540 texts of all kinds these take the programs and no line of prose.
MIN_LINES, MIN_SHARE, MAX_BETWEEN = 3, 0.6, 2
# A text of so many lines, such a share of them a program, is a file of one, and what stands between
# them is written for its readers: titles, notes, rows of data. Chosen; try .6 to .9.
MIN_FILE, MIN_FILE_SHARE = 10, 0.75
# Of the lines of a page of roff such a share at least are requests: of 55 pages .11 and more.
MIN_REQUESTS = 0.1
# How far from a line with a sign another with one stands in a program, and how far from both lines
# are asked for their shape: to match costs ten times as much as to search.
REACH = 3

# A paragraph's indent is 2 em. Lines that stand deeper at two depths, such a share of all at each
# and so many in all, and end where a terminal does, are set by a program that prints manuals (man,
# texinfo): on 6 pages of these .6 to .99; of 245 web pages, papers and scans none has two such
# depths. A page of the web that kept the indent of its source has whole paragraphs in its lines.
INDENT_EM, MIN_DEPTH, MIN_DEEP, MIN_SET, TERMINAL_EM = 2, 0.1, 0.5, 10, 60


@kept_with_lines
def is_manual(lines: Sequence[Line]) -> bool:
    """Say whether a program set the lines of a text at its depths, as those of a manual page."""
    if len(lines) < MIN_SET:
        return False
    depths = Counter([line.indent for line in lines if line.indent > INDENT_EM])
    if len(depths) < 2:  # most texts
        return False
    deep = [count for _, count in depths.most_common(2)]
    return (
        deep[1] >= MIN_DEPTH * len(lines)
        and sum(deep) >= MIN_DEEP * len(lines)
        and max(line.indent + line.width for line in lines) <= TERMINAL_EM
    )


@kept_with_lines
def program_lines(lines: Sequence[Line]) -> list[bool]:
    """Say of each line of a text whether it belongs to a program. Linear."""
    if _is_roff(lines):
        return [True] * len(lines)
    found = [False] * len(lines)
    has_sign, has_shape = _signs().search, _shape().match
    is_command = _command().match
    signed = [
        at
        for at, line in enumerate(lines)
        if has_sign(line.text) or (line.text[0] in COMMAND_FIRSTS and is_command(line.text))
    ]
    # In a reply each line has its sign.
    texts = ((at, lines[at].text) for at in _near(signed, len(lines)))
    shaped = [
        at
        for at, text in texts
        if has_shape(text) or (text[0] == ">" and has_shape(text.lstrip("> ")))
    ]
    shaped = sorted({*shaped, *_following(lines, shaped, has_shape)})
    for start, end in _stretches(lines, shaped):
        found[start:end] = [True] * (end - start)
    for start, end in _long_strings(lines) if any(found) else ():
        above = lines[start - 1].text if start else ""
        if any(found[max(start - 1, 0) : end + 1]) or (above[-1:] == ":" and has_shape(above)):
            found[start:end] = [True] * (end - start)
    done = 0
    for at in signed:
        if at >= done and (hunk := HUNK_RE.match(lines[at].text)):
            done = _mark_hunk(lines, found, at, [int(size or 1) for size in hunk.groups()])
    is_file = len(lines) >= MIN_FILE and sum(found) >= MIN_FILE_SHARE * len(lines)
    return [True] * len(lines) if is_file else found


def _is_roff(lines: Sequence[Line]) -> bool:
    """Say whether a text is a page of a manual as it is written, with its requests."""
    opened = [line.text for line in lines if line.text[0] in ".'"]
    if len(opened) < max(MIN_LINES, MIN_REQUESTS * len(lines)):  # most texts
        return False
    requests = sum(REQUEST_RE.match(text) is not None for text in opened)
    named = any(PAGE_RE.match(text) for text in opened)
    return named and requests >= max(MIN_LINES, MIN_REQUESTS * len(lines))


def is_program(text: str) -> bool:
    """Say whether most of a text's lines are a program, by its first ones."""
    lines = read_lines(text[:ASKED_CHARS])
    return sum(program_lines(lines)) * 2 > len(lines)


def is_said(text: str) -> bool:
    """Say whether a text is what a program says, line by line."""
    if text.count("%") < MIN_FORMATS:
        return False
    said = sum(FORMAT_RE.search(line) is not None for line in text.split("\n") if "%" in line)
    return said >= max(MIN_FORMATS, MIN_FORMAT_SHARE * text.count("\n"))


def _near(places: Sequence[int], end: int) -> Iterator[int]:
    """Yield the lines up to REACH lines from two places that are as near, each once, in order."""
    at = 0
    for before, place in pairwise((-end, *places)):
        if place - before > REACH:
            continue
        at = max(at, before - REACH)
        while at <= place + REACH and at < end:
            yield at
            at += 1


def _following(
    lines: Sequence[Line], shaped: Sequence[int], has_shape: Callable[[str], object]
) -> Iterator[int]:
    """Yield the lines of a shape that go on from a program: there few have a sign."""
    done = 0
    for _, end in _stretches(lines, shaped):
        first = done = max(done, end)
        while done < len(lines) and has_shape(lines[done].text):
            done += 1
        yield from range(first, done)


def _stretches(lines: Sequence[Line], shaped: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretches that are a program, with the comments at both ends."""
    run: list[int] = []
    for at in (*shaped, len(lines) + MAX_BETWEEN + 1):
        if run and at - run[-1] > MAX_BETWEEN + 1:
            start, end = run[0], run[-1] + 1
            if len(run) >= MIN_LINES and len(run) >= MIN_SHARE * (end - start):
                while start and COMMENT_RE.match(lines[start - 1].text):
                    start -= 1
                while end < len(lines) and COMMENT_RE.match(lines[end].text):
                    end += 1
                yield start, end
            run = []
        run.append(at)


def _long_strings(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield the lines of strings that have three quotation marks at their ends.

    Where a mark is lost the text of the program between two strings is taken for one: no harm.
    """
    opened = -1
    for at, line in enumerate(lines):
        if len(LONG_STRING_RE.findall(line.text)) % 2:
            if opened >= 0:
                yield opened, at + 1
            opened = -1 if opened >= 0 else at


def coded_lines(lines: Sequence[Line]) -> list[bool]:
    """Say of each line of a text whether it belongs to a program or stands in a block of code."""
    fenced = fenced_lines([line.text for line in lines])
    return [a or b for a, b in zip(program_lines(lines), fenced, strict=True)]


def program_starts(text: str) -> frozenset[int]:
    """Return where the lines of a text start that are of a program or in a block of code."""
    lines = read_lines(text)
    coded = coded_lines(lines)
    found: set[int] = set()
    before = 0  # where the line above ends: no further back, or many lines take their square
    for line, is_one in zip(lines, coded, strict=True):
        if is_one:
            breaks = (text.rfind(one, before, line.start) + 1 for one in "\n\f")
            found.add(max(before, *breaks))
        before = line.end
    return frozenset(found)


def fenced_lines(lines: Sequence[str]) -> list[bool]:
    """Say of each line whether it stands in a block of code; of none where a block does not end."""
    found, inside = [], False
    for line in lines:
        is_fence = line.startswith(FENCE)
        found.append(inside or is_fence)
        inside ^= is_fence
    return [False] * len(lines) if inside else found


def _mark_hunk(lines: Sequence[Line], found: list[bool], head: int, left: list[int]) -> int:
    """Mark the lines of a hunk, return its end.

    As many old and new ones as its head says, blank ones aside; and the names above the head.
    """
    at = head + 1
    while at < len(lines) and max(left) > 0:
        left = [size - lines[at].blanks for size in left]
        if max(left) <= 0:
            break
        sign = lines[at].text[0]
        left[0] -= sign != "+"
        left[1] -= sign != "-"
        at += 1
    start = head
    while start and not found[start - 1] and HUNK_HEAD_RE.match(lines[start - 1].text):
        start -= 1
    found[start:at] = [True] * (at - start)
    return at


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(SIGNS)


@cache
def _command() -> re.Pattern[str]:
    return re.compile(COMMAND)


@cache
def _shape() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{shape})" for shape in SHAPES))
