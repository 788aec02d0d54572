"""Say what a line of a web page is called, when it is a label and no text.

A label is short, has no end mark and no comma, and is built of few words (cleaner/web/words.py).
A heading of a link list is a product: a kind (相关, 热门, 最新) times a noun (阅读, 文章, 新闻),
which covers headings that nobody has listed. Where the shape alone tells, no words are asked:
`首页 > 财经 > 正文`, `a | b | c`, `2019-09-07 13:43:45 来源: 新京报`, `更多>>`.

A label proves nothing alone: a newspaper has 来源：, a manual 设置 > 通用, a poem may be made of
分享 and 登录. cleaner/web/page.py weighs them. Words that texts use as freely as pages do (登陆,
二维码, 扫一扫, 许可证) count only as the whole line or with a label's colon.

No function looks at a line of more than 480 characters, so each takes bounded time.
"""

from collections.abc import Iterable
from itertools import chain
from operator import add
from typing import Final

from cleaner import late as re
from cleaner.kept import kept_of_short
from cleaner.layout import END, ending_of
from cleaner.paper.folding import WIDTHS
from cleaner.paper.press import credit_line, staff_line
from cleaner.web import abroad, facts, needles, platforms, words
from cleaner.web.stamps import DAY_RE, LONG_STAMP_RE, ROW_RE, STAMP_RE, STAMPED_RE

CRUMB: Final = "crumb"  # where one is on the site
LINKS: Final = "links"  # the heading of a list of links, or a link to more
TAGS: Final = "tags"  # key words under an article
SHARE: Final = "share"  # share, print, font size, follow, QR code
LOGIN: Final = "login"
COMMENT: Final = "comment"
CREDIT: Final = "credit"  # author, editor: papers have them too
FOOTER: Final = "footer"  # filing numbers, rights, site maps
META: Final = "meta"  # date, source, readers
NEXT: Final = "next"  # neighbouring pages and articles
LEGAL: Final = "legal"  # disclaimers
NAV: Final = "nav"  # a word or a bar of navigation
PROMO: Final = "promo"  # install our app, follow our account
SKIP: Final = "skip"  # past the navigation to the text
NOTE: Final = "note"  # what a site sets into an article: (相关资料图)

# A label is no longer; tag lines, footers and disclaimers reach LONG. Chosen, try 40 to 80.
LABEL_CHARS = 60
LONG_CHARS = 120

# What is set round a label for show; not part of its name.
DECORATION = " \t•·●■◆▪※*►▶|丨【】[]()（）「」<>《》»›:：…~～-—_/#＃▲∨∧+×"

# What a list of links has before each.
LIST_MARKS = "*•·"
BULLETS = f"{LIST_MARKS} "

# A letter that a site's font shows as a picture: ė1157次浏览, Ɣ回顶部.
ICON_RE = re.compile("^[\u0100-\u024f\ue000-\uf8ff](?=[\\d\u4e00-\u9fff])")

# Full-width to half-width and traditional to simplified in one pass.
FOLDS: dict[int, int | str | None] = {**WIDTHS, **words.TRADITIONAL, ord("﹕"): ":"}
FOLDED_RE = re.compile(f"[{re.escape(''.join(map(chr, FOLDS)))}]")


@kept_of_short
def fold(line: str) -> str:
    """Return the line as the tables have it: half-width, simplified, lower case, no space."""
    if FOLDED_RE.search(line):  # to translate what is not in the table takes most of the time
        line = line.translate(FOLDS)
    return "".join(line.lower().split())


def _fold_all(table: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word).strip(DECORATION) for word in table)


def _any(table: Iterable[str]) -> str:
    """Return a regex of the words, the longest first."""
    folded = sorted({fold(word) for word in table}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in folded) + ")"


def _forms(*tables: Iterable[str]) -> re.Pattern[str]:
    """Return a regex of the forms; only characters are folded, the syntax stays."""
    forms = (form.translate(words.TRADITIONAL) for form in chain(*tables))
    return re.compile("(?:" + "|".join(forms) + ")")


NAV_ENDS = tuple(sorted(words.NAV_ENDS))
NAV_WORDS = _fold_all(words.CHANNELS | words.SERVICES | words.CHANNELS_JA | platforms.NAV_WORDS)
SHARE_WORDS = _fold_all(words.SHARE_WORDS | platforms.SHARE_WORDS)
FIELDS = {fold(name): field for name, field in facts.META_NAMES.items()}
HOMES = _fold_all(words.HOMES)
LOGIN_WORDS = _fold_all(words.LOGIN_WORDS | platforms.LOGIN_WORDS)

# ---- regexes: all are matched against the whole folded line --------------------------------------

_SCOPE, _KIND, _NOUN = _any(words.LINK_SCOPES), _any(words.LINK_KINDS), _any(words.LINK_NOUNS)
# 相关阅读, 热门文章, 48小时点击排行, 作者最新文章, 本站推荐; leaves 最新进展, 相关部门, 推荐理由.
LINKS_RE = re.compile(
    rf"{_SCOPE}{{0,2}}{_KIND}{{1,2}}的?{_SCOPE}?{_NOUN}{{1,2}}|{_SCOPE}{{0,2}}排行榜?"
    "|" + _forms(words.LINK_PHRASES, platforms.LINK_FORMS).pattern
)

# 标签：冀疆 满天山, tags: a b, #露营 #新竹; leaves 标签化的人生.
TAGS_RE = re.compile(rf"{_any(words.TAG_NAMES)}[:/|].*|标签|tags?|(?:#[^#]{{1,16}}){{2,12}}")

# 您的位置：首页 > 情感, 首页 >> 教育, > 正文: one is enough.
CRUMB_STRONG_RE = re.compile(
    r"(?:您|你)?(?:现在|当前|目前|所在|的|所处)*位置(?:是|在)?[:>].*|.*[>»›/]正文|.{2,8}(?:网|网站|在线)正文"
    r"|(?:首页|主页|网站首页|本站首页|home|トップ|ホーム|.{2,6}首页|.{2,40}[)|]首页)(?:-{0,2}>|»|›|→|::|/).*"
)

PARTED_RE = re.compile(
    r".{0,8}位置.*(?:[>»›→＞]|\s[-/]\s)|[^>»›]{2,16}[>»›][^>»›]{2,16}[>»›].*[>»›]\s?正文$"
)

# 宁波 > 企业资讯 > 正文, 評論 > 海外觀察; leaves `a > b` of a formula by its names.
CRUMB_RE = re.compile(
    # No comparison: max(x) > 7.0, if n > max {; no quotation's end: «…»; no echo 1 > a/b.conf.
    r"[^<>=|,。»›(){}]{2,16}(?:[>»›]{1,2}(?![-\d.]+[a-z%]*$|[.;:!?]|[!-~]{1,40}\w\.[a-z]{1,8}$)[^<>=|,。»›(){}]{2,24}){1,5}[>»›]?"
)

# 首页|新闻|图片|评论: three names or more between bars; not the bars of a tune: 5 5 | 1 7 |.
BAR_RE = re.compile(r"(?=.*[^\W\d_])[^|。,!?]{1,12}(?:\|[^|。,!?]{0,12}){2,30}")

# 选择其他平台 >>, 戦争・紛争 一覧へ>, 查看全部>, 更多>>相关图片; leaves markup: </body>, x ->.
MORE_RE = re.compile(r"[^<>=;:{}()\"'/-]{2,16}[>»›]{1,2}|更多[>»›]{1,2}[^,。<>=;]{0,16}")

SHARE_RE = _forms(words.SHARE_FORMS, platforms.SHARE_FORMS)
COMMENT_RE = _forms(words.COMMENT_FORMS, platforms.COMMENT_FORMS)
FOOTER_RE = _forms(words.FOOTER_FORMS, platforms.FOOTER_FORMS)
NEXT_RE = _forms(words.NEXT_FORMS, platforms.NEXT_FORMS)
# How a disclaimer of any length opens: 免责声明：, 【版权声明】, 平台声明：.
NOTICE_RE = re.compile(
    r"[*※【\[(\"“]?(?:(?:免责|版权|平台|网站|本站|本网|特别|郑重)(?:版权|免责)?声明[】\])]?:?|(?:notice|disclaimer):)"
)
# What a site calls itself in what it says to its readers.
OWN_NAMES = ("本站", "www.")
# Near its beginning: 免责声明：…; at it: ©著作权归作者所有,….
NOTICE_WORD_RE = re.compile("[声聲]明|^©?\\s?(?:著作|版)[权權][归歸]")
NOTICE_CHARS = 16
PROMO_RE = _forms(words.PROMO_FORMS)
SKIP_RE = _forms(words.SKIP_FORMS)
LEGAL_RE = _forms(words.LEGAL_FORMS, platforms.LEGAL_FORMS)
NOTE_RE = _forms(words.NOTE_FORMS, platforms.NOTE_FORMS)

# 责任编辑：崔宁宁, 来源：新华网, 原标题：…; leaves 记者：您怎么看？
# (an interview). Group 1: the name.
# 出处：《…》 cites a book, in an entry of a dictionary.
META_RE = re.compile(
    rf"(?!出处:[《“\"])[【\[(]?(?:本文|文章|信息)?({_any(facts.META_NAMES)})[:|/丨︱].{{0,56}}"
)

# Names of people who passed a text: 一审：张三 二审：李四; a court's 一审：… has more than a name.
PASSED_RE = re.compile(
    r"(?:[一二三]审|排版|美工|运营)[:|/丨︱][\u4e00-\u9fff]{2,4}(?:[、,][\u4e00-\u9fff]{2,4}){0,3}"
)

DIGIT_RE = re.compile(r"\d")  # every day has one

# Filing numbers and rights, anywhere in a line; in the line as it stands.
FOOTER_STRONG_RE = re.compile(
    r"ICP\s?[备備证證]案?号?[:：]?\s?\d|公网安备\s?\d|网站标识码[:：]?\s?\d"
    r"|(?:互联网新闻信息服务|信息网络传播视听节目|广播电视节目制作经营)许可证(?:编号|号)?[:：]?\s?\d"
    r"|[Cc](?:opyright|OPYRIGHT)\s{0,3}(?:©|\([Cc]\)|（[Cc]）|@|(?:19|20)\d\d)"
    r"|©\s{0,3}(?:Copyright\s{0,3})?(?:(?:19|20)\d\d|[A-Z][a-z]{2})"
    r"|[Aa][Ll][Ll] [Rr][Ii][Gg][Hh][Tt][Ss] [Rr][Ee][Ss][Ee][Rr][Vv][Ee][Dd]"
    r"|©\s?版[权權]所有|版[权權]所有.{0,4}不得[转轉][载載]|無断転載|無断使用を禁"
)
# Of them what programs, manuals and books have as well.
COPYRIGHT_RE = re.compile("[Cc]opyright|COPYRIGHT|©(?!.?版)")

# What parts the labels of one line: 打印 关闭, 【纠错】 【责任编辑：杨婷】, 举报/反馈, 首页 · 关于.
PIECES_RE = re.compile(r"[\s\u3000/|·•丨｜]+|[】\])](?=[【\[(])")
MANY_PIECES = 30
NAMED_PIECES = 3  # 小说：某某 作者：某某 字数：3120
BAR_PIECES, BAR_PIECE_CHARS = 5, 6  # of a bar whose names are not known; a headline has fewer

# A mark that ends a sentence or parts a clause: a label has neither.
# A half-width one does between Han characters: many pages were written down so.
PROSE_RE = re.compile("[。！？；，、]|[,;!?](?<=[\u4e00-\u9fff][,;!?])(?=[\u4e00-\u9fff])")

# Links and pictures as html2text writes them, numbers of links as lynx does.
LINKED_CHARS = 2_000
LINK_RE = re.compile(r"\[([^\[\]]{0,80})\]\([^()\s]{0,300}\)")
IMAGE_RE = re.compile(rf"!\[[^\[\]]{{0,80}}\]\([^()\s]{{0,300}}\)|^{platforms.PICTURE}$")
NUMBERED_RE = re.compile(r"\[\d{1,3}\](?=[^\s\d])")

# What is asked of a short line, in this order: the class, its regex, and whether the line's
# decoration is taken off before. The first that matches wins.
SHAPES = (
    (META, STAMPED_RE, True),
    (META, STAMP_RE, False),
    (META, ROW_RE, False),
    (META, LONG_STAMP_RE, False),
    (CREDIT, PASSED_RE, True),
    (NOTE, NOTE_RE, True),
    (NEXT, NEXT_RE, False),
    (COMMENT, COMMENT_RE, True),
    (SHARE, SHARE_RE, True),
    (LINKS, LINKS_RE, True),
    (CRUMB, CRUMB_STRONG_RE, False),
    (LINKS, MORE_RE, False),
    (CRUMB, CRUMB_RE, False),
    (FOOTER, FOOTER_RE, True),
    (NAV, BAR_RE, False),
    (PROMO, PROMO_RE, False),
    (SKIP, SKIP_RE, False),
)
PIECES = (
    (CREDIT, PASSED_RE),
    (META, STAMPED_RE),
    (NEXT, NEXT_RE),
    (SHARE, SHARE_RE),
    (COMMENT, COMMENT_RE),
    (FOOTER, FOOTER_RE),
)
# Words that are the whole line, and their class.
WORDS = {
    **dict.fromkeys(sorted(SHARE_WORDS), SHARE),
    **dict.fromkeys(sorted(LOGIN_WORDS), LOGIN),
    **dict.fromkeys(sorted(NAV_WORDS), NAV),
    **{word: label for label, table in abroad.TABLES.items() for word in sorted(_fold_all(table))},
}
PLAIN = _fold_all(abroad.PLAIN)
COUNTED = _fold_all(abroad.TABLES[COMMENT])
COUNT = "0123456789()"


def label_of(line: str) -> str:
    """Return the class of label that the stripped line is, or an empty string. Bounded time."""
    found = site_label(line)
    if found or len(line) > LABEL_CHARS or ending_of(line) == END:
        return found
    bare = line.lstrip(BULLETS)
    return CREDIT if credit_line(bare) or staff_line(bare) else ""


def plain(line: str) -> str:
    """Return the line without the marks of links: [首页](/) | [新闻](/news/), [3]首页 [4]新闻.

    So html2text and lynx write them. A line that is only a picture is none of its own.
    """
    if "[" not in line or len(line) > LINKED_CHARS:
        return line
    return NUMBERED_RE.sub("", LINK_RE.sub(r"\1", IMAGE_RE.sub("", line))).strip()


def site_label(line: str) -> str:
    """Return what `label_of` does, but for the credits that have a paper's form. Bounded time."""
    if "[" in line:
        bare = plain(line)
        if not bare:
            return NOTE
        line = bare
    if len(line) > LONG_CHARS:
        if len(line) >= 4 * LONG_CHARS:
            return ""
        if NOTICE_RE.match(fold(line[:NOTICE_CHARS])):
            return LEGAL
        return FOOTER if FOOTER_STRONG_RE.search(line) else ""
    return _site_label(line)


@kept_of_short
def _site_label(line: str) -> str:
    """Return the label; the gate and the block ask for the same lines, and pages for the same."""
    folded = fold(ICON_RE.sub("", line)).lstrip(LIST_MARKS)
    core = folded.strip(DECORATION)
    if FOOTER_STRONG_RE.search(line):
        return FOOTER
    if not _may_match(folded):
        return (_word(core) if len(line) <= LABEL_CHARS else "") or _several(line)
    if TAGS_RE.fullmatch(folded.lstrip("【[(")):
        return TAGS
    if LEGAL_RE.fullmatch(folded):
        return LEGAL
    if len(line) > LABEL_CHARS:
        shapes = (META, LONG_STAMP_RE), (FOOTER, FOOTER_RE), (NAV, BAR_RE)
        return next((label for label, regex in shapes if regex.fullmatch(core)), _several(line))
    return _short_label(folded, core) or _several(line)


def _may_match(folded: str) -> bool:
    """Say whether a line has anything in it that the regexes below ask for; most have not."""
    return not (
        needles.CHARACTERS.isdisjoint(folded)
        and needles.PAIRS.isdisjoint(map(add, folded, folded[1:]))
    )


def _short_label(folded: str, core: str) -> str:
    if not core:
        return ""
    named = META_RE.fullmatch(folded.lstrip("-"))  # - 来源： of a list
    if named:
        return META if FIELDS[named[1]] == "source_line" else CREDIT
    shapes = (label for label, regex, bare in SHAPES if regex.fullmatch(core if bare else folded))
    return _word(core) or next(shapes, "")


def _word(core: str) -> str:
    counted = core.strip(COUNT) in COUNTED  # 24 commentaires, Kommentare (3)
    return WORDS.get(core, "") or (COMMENT if counted else "")


def _several(line: str) -> str:
    """Return the class of a line of several labels: two thirds of its pieces are."""
    if not PIECES_RE.search(line) or PROSE_RE.search(line):
        return ""
    pieces = [piece for piece in PIECES_RE.split(line) if piece]
    if not 2 <= len(pieces) <= MANY_PIECES:
        return ""
    named = sum("：" in piece or ":" in piece for piece in pieces) >= NAMED_PIECES
    found, others = [], len(pieces) // (2 if named else 3)
    for piece in pieces:
        label = _piece(piece)
        found += [label] if label else []
        others -= not label
        if others < 0:  # most lines with a space are told by two words
            return NAV if home_bar(line) else ""
    if len(found) < 2:
        return ""
    fact = next((label for label in found if label in (META, CREDIT)), "")
    if fact or NEXT in found:
        return fact or NEXT
    return found[0] if len(set(found)) == 1 else NAV


@kept_of_short
def _piece(piece: str) -> str:
    folded = fold(piece)
    core = folded.strip(DECORATION)
    if core in WORDS:
        return WORDS[core]
    if not core or len(core) > LABEL_CHARS // 2:
        return ""
    named = META_RE.fullmatch(folded)
    if named:
        return META if FIELDS[named[1]] == "source_line" else CREDIT
    return next((label for label, regex in PIECES if regex.fullmatch(core)), "")


def bar_shaped(line: str) -> bool:
    """Say whether a line is many short names apart, known or not: 首页 百科 专题 团队 合作."""
    has_short = PIECES_RE.search(line, 0, BAR_PIECE_CHARS + 2)  # most lines begin with none
    pieces = [piece for piece in PIECES_RE.split(line) if piece] if has_short else []
    if line.isascii() and not all(piece[0].isupper() for piece in pieces):
        return False  # The ferry that never left
    return len(pieces) >= BAR_PIECES and max(map(len, pieces)) <= BAR_PIECE_CHARS


def home_bar(line: str) -> bool:
    """Say whether one of the names of a bar is the site's first page: 首页 职位 公司 校招 简历."""
    return bar_shaped(line) and any(fold(piece) in HOMES for piece in PIECES_RE.split(line))


def names_in_bar(line: str) -> int:
    """Return how many known names of channels and services a line of NAV holds."""
    return sum(fold(piece) in NAV_WORDS for piece in PIECES_RE.split(line[:LONG_CHARS]))


def footers_in_bar(line: str) -> int:
    """Return how many names of a site's foot a bar holds: 联系我们 | 网站声明."""
    pieces = (fold(piece) for piece in PIECES_RE.split(line[:LONG_CHARS]))
    return sum(FOOTER_RE.fullmatch(piece) is not None for piece in pieces)


def picture_credit(line: str) -> bool:
    """Say whether a line credits a picture, below which text may go on: 新京报记者 薛珺 摄."""
    if len(line) > LABEL_CHARS or not any(mark in line for mark in "图摄圖攝"):
        return False
    return label_of(line) == CREDIT


def strong_crumb(line: str) -> bool:
    """Say whether one line proves a path on a site: 当前位置：…, 首页 > …, … > 正文."""
    return len(line) <= LABEL_CHARS and CRUMB_STRONG_RE.fullmatch(fold(line)) is not None


def parted_path(line: str) -> bool:
    """Say whether a path has parts, so that marks in it are its last part's: a headline's."""
    return len(line) <= LABEL_CHARS and bool(PARTED_RE.match(line)) and strong_crumb(line)


def is_day(line: str) -> bool:
    """Say whether the whole line is a day."""
    if len(line) > 20 or not DIGIT_RE.search(line):
        return False
    return DAY_RE.fullmatch(fold(line).lstrip(LIST_MARKS)) is not None


def meta_field(line: str) -> str:
    """Return the field of metadata that a META or CREDIT line goes to."""
    for part in (line, *PIECES_RE.split(line)):
        named = META_RE.match(fold(part)[:LABEL_CHARS])
        if named:
            return FIELDS[named[1]]
    if len(line) <= LABEL_CHARS and (staff_line(line) or PASSED_RE.match(fold(line))):
        return "credits"
    return "byline" if credit_line(line) else "source_line"
