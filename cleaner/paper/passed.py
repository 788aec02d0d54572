"""Who wrote, checked and passed an article, a role and its names a line, under its last paragraph.

    全县的春茶今年多采了一轮，茶农都说价钱也好。
    县融媒体中心记者：王小雨
    编 辑：李 立
    一 审：赵 强
    二 审：陈思远
    监 制：孙 平

One such line may be a fact of the text, and a list of them the cast of a film or a form to fill in.
What shows an office's own list: it stands right under a paragraph, each line is a role that such
offices have and names, two of the roles are of those who write or pass a text, and it ends there:
a cast goes on (老板：赵刚), and a text tells what those do whom it names. A list whose editor is
named by a login (责任编辑：admin) is sure where no other facts stand beside it (书名：老渡口), and
so is a source in brackets under the last paragraph.
"""

from collections.abc import Sequence

from cleaner import late as re
from cleaner.layout import END, Line
from cleaner.paper.folding import folded
from cleaner.paper.persons import is_name

MIN_PARAGRAPH_CHARS = 25  # of what stands above; chosen
MOST_CHARS = 40  # of a line; chosen
MOST_NAME = 3  # characters of a name that is no phrase: 维持原判
PASSING = 2  # roles of those who write or pass a text, in lines of their own; chosen

# 县融媒体中心记者：王小雨, 编 辑｜李 立 赵 强; group 1: the role, group 2: the names.
ROLE_NAMES_RE = re.compile(
    r"([\u4e00-\u9fff][\u4e00-\u9fff ]{0,13}?) ?[:|丨︱/] ?([\u4e00-\u9fff·、, ]{2,24})"
)
# Of those who write or pass a text; what else such lists name.
PASSING_RE = re.compile(
    ".{0,8}(?:记者|通讯员|编辑|责编|主编|编审|校对|校审|审校|审核|核稿|签发|值班编委|值班主任"
    "|[一二三初复终]审|[一二三初复终]校)"
)
OTHERS_RE = re.compile(
    ".{0,4}(?:监制|监审|视觉|摄影|摄像|拍摄|制作|排版|美编|设计|配音|播音|供稿|供图|文字|图片|文案"
    "|撰稿|策划|统筹|出品|出品人|作者|来源|[图文])"
)
# （来源：江城晨报）, 【来源：《江城日报》】; not （来源：《论语》）, a book.
SOURCE_RE = re.compile(
    r"[(【\[](?:文章|新闻|稿件)?来源:"
    r"(?:[\u4e00-\u9fffA-Za-z0-9·、 -]{2,24}|《[^《》]{1,10}[报刊网]》)[)】\]]"
)
# 责任编辑：admin, （责编：DF380）, 责任编辑：王芳 SF183.
LOGIN_RE = re.compile(
    r"[(【\[]?(?:责任编辑|责编) ?: ?(?:[\u4e00-\u9fff]{2,3} ?)?_?[A-Za-z][\w.-]{0,15}[)】\]]?"
)
# A fact with its label: 开本：16开.
LABEL_RE = re.compile(r"[^:,;。]{1,10}:.")
# A name of two characters that stand apart: 李 立.
SPACED_RE = re.compile(
    r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]) {1,2}(?=[\u4e00-\u9fff](?![\u4e00-\u9fff]))"
)
APART_RE = re.compile("[、, ]+")


def passed_lines(lines: Sequence[Line], *, staffed: bool) -> frozenset[int]:
    """Return the lines of such lists, and the source in brackets under the last paragraph. Linear.

    One role is enough where a staff line was found (`staffed`).
    """
    found: set[int] = set()
    if len(lines) > 1 and _is_told(lines[-2]) and SOURCE_RE.fullmatch(folded(lines[-1].text)):
        found.add(len(lines) - 1)
    least = 1 if staffed else PASSING
    start = 0
    while start < len(lines):
        end, roles = start, list[str]()
        while end < len(lines) and (role := _role(lines[end].text)):
            roles.append(role)
            end += 1
        beside = [*lines[max(start - 1, 0) : start], *lines[end : end + 1]]
        if roles and start and not any(map(_is_fact, beside)):
            told = _is_told(lines[start - 1]) and all(line.ending != END for line in beside[1:])
            whole = told and _is_list(roles, least)
            found.update(at for at in range(start, end) if whole or _is_login(lines[at].text))
        start = end + 1
    return frozenset(found)


def _is_list(roles: Sequence[str], least: int) -> bool:
    """Say whether a list names each role once, and enough of those who pass a text."""
    passing = sum(PASSING_RE.fullmatch(role) is not None for role in roles)
    # 一审：原告胜 二审：和解
    courts = least == PASSING and all(role.endswith("审") for role in roles)
    return passing >= least and len({*roles}) == len(roles) and not courts


def _is_fact(line: Line) -> bool:
    """Say whether a line has a label that is no role of the list beside it."""
    short = len(line.text) <= MOST_CHARS and line.ending != END
    return short and LABEL_RE.match(folded(line.text)) is not None


def _is_login(text: str) -> bool:
    """Say whether a line names the editor by what he is called in the site's program."""
    return len(text) <= MOST_CHARS and LOGIN_RE.fullmatch(folded(text)) is not None


def _is_told(line: Line) -> bool:
    """Say whether a line is a paragraph, whole, that announces nothing (…如下。)."""
    long = len(line.text) >= MIN_PARAGRAPH_CHARS
    return long and line.ending == END and not line.text.endswith("如下。")


def _role(text: str) -> str:
    """Return the role that a line names people for, without its spaces; or nothing."""
    if _is_login(text):
        return "责任编辑"
    found = ROLE_NAMES_RE.fullmatch(folded(text)) if len(text) <= MOST_CHARS else None
    if not found:
        return ""
    role = found[1].replace(" ", "")
    if not (PASSING_RE.fullmatch(role) or OTHERS_RE.fullmatch(role)):
        return ""
    names = APART_RE.split(SPACED_RE.sub(r"\1", found[2]).strip())
    named = all(is_name(name) and len(name) <= MOST_NAME for name in names)
    return role if named or role.endswith("来源") else ""
