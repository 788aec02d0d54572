"""Half-width marks in Chinese text whose full-width ones were lost.

Which lines are damaged is decided by their commas (halfwidth.py argues it); here, which marks of
a damaged line are Chinese ones. A mark belongs to the character before it: after a Han character,
a closing quote or a closing bracket it is Chinese. After a digit or a Latin letter it is Chinese
only where Han follows: 占比31.6%,位居 but 3,500元, 12:30, 105-86,92-80, apt, dpkg. Brackets are
judged in pairs: with Han inside, or between Han and without operators (世卫组织(WHO), not f(x+1)).
A full stop is one at the end of a line or a quotation; inside a line it may be the dot of a name
(约翰.史密斯): there it needs a clause on both sides, no name, and a line without 。.

Widths are evidence of the layout (a column is so many em wide), so all this runs after paragraphs.
"""

from collections.abc import Iterator

from cleaner import late as re
from cleaner.chars.halfwidth import FULL_WIDTH, damaged_lines
from cleaner.chars.scripts import HAN, HAN_RE, is_han, script_of
from cleaner.document import Document, Edit
from cleaner.lexicon import NAME, kind_of
from cleaner.stage import Rewrite

WIDER = str.maketrans(FULL_WIDTH)

# What may stand before a Chinese mark, besides Han: what closes a quotation or a bracket, and the
# marks that can come first of two. Straight quotes are turned before this stage.
CLOSING = "”’》〉」』】〕）)］]…％。！？"
# What may stand after a Chinese mark that follows a digit or a letter, besides Han.
OPENING = "“‘《〈「『【〔（("
# What may end a number: 31.6%, 12℃.
UNITS = "%‰℃°′″"
# A colon before these is a face or a path, not a mark: :) :-( ://
NO_COLON_BEFORE = "()-/\\"

# A mark, or several of ! and ?: "吗?!". It begins with a class, which makes a search fast.
MARK_RE = re.compile(r"[!,:;?](?:(?<=[!?])[!?]+)?")
BRACKET_RE = re.compile("[()（）]")
# An entity's end: &nbsp; is no semicolon.
ENTITY_RE = re.compile(r"&#?[0-9A-Za-z]{1,8}\Z")
# In a bracket without Han these are a formula or code.
OPERATOR_RE = re.compile(r"[-=+*/<>^_{}$|\\]")
# How far a bracket is read for Han: the longest aside that we count on.
BRACKET_REACH = 300

# A full stop after Han, before the end, a quotation mark or Han; the line has no 。 beside it.
STOP_RE = re.compile(
    f"[.](?:(?<=[{HAN}”’》）)][.])(?= ?(?:[”’」』）)]|[{HAN}“‘《「0-9]|$))|(?<=[0-9%℃][.])$)"
)
# Behind a number at the end of a line that is a sentence: 全长6公里,宽3.5米,造价120.
MIN_SENTENCE = 10
# What a line ends with that has sentences, and no 。 among them.
ENDS = (".", "?", "!", "？", "！", "…")
# Characters of a clause before it and after: a name has fewer before its dot, or the word list
# tells. Shorter ones will do where a character beside the dot is in no foreign name.
MIN_CLAUSE, MIN_SHORT, MIN_NEXT = 5, 2, 2
HAN_BEFORE_RE = re.compile(f"[{HAN}]{{1,{MIN_CLAUSE}}}\\Z")
# What nine of ten characters of foreign names are written with.
OF_NAMES = frozenset(
    "丁丘丹乌乔亚亨什代伊伍伦伯佐佛佩倍克兰兹内冈凯利加努劳勃勒华卓卡卢史吉哈哥唐喀善图土圣坎坦埃基塔塞夫奇奈奎奥妮姆威娃娅娜宁安密察尔尤尼山巴布希帕库康廷弗弥彭彻彼德戈戴扎托扬拉拜"
    "拿提摩撒文斐斯施明普曼朗本朱杜杰林柏查柯柴格桑梅森楚欧歇比沃沙法波泰泽洛洪海温滕潘爱特玛珀珍琳琼瓦甘白皮盖福科穆米索约纪纳纽维罗翁翰考肖肯胡舍色艾芬芭苏范茨莉莎莫莱菲萨蒂蒙蓬蕾"
    "詹让诺谢豪贝贡费贾赛赫路辛达迈迪逊道邓那邦都里金门阿雅雨雪雷霍露韦韩顿马高魏鲁鲍黎默齐龙"
)

# A path, to its end: C:\用户\报告(终稿).docx, /home/周/原始:备份/a,b.txt, or where Markdown's link
# goes: [成品](图/成品.jpg). Its marks are its own; not those of [1](见下文).
PATH_RE = re.compile(
    r"(?:\b[A-Za-z]:\\|(?<![^\s：:，（“])(?:~|\.{1,2})?/[^\s/，。；“”]{1,60}/)[^\s，。；“”]{0,300}"
    r"|(?<=\])\((?=[^()\s]{0,299}[./#])[^()\s]{1,300}\)"
)

# A list of data, whose commas are its own: [智者, 助手]. A sentence has an end or two clauses.
DATA_RE = re.compile(r"\[[^\[\]。！？，；]{1,300}\]|\{[^{}。！？，；]{1,300}\}")

# Three dots or more between Chinese, six of 。 too: 等待... ; not 1...5 or a path.
DOTS_RE = re.compile(r"\.{3,}")
# Two or three hyphens: a dash --他说; four and more are a rule.
HYPHENS_RE = re.compile("(?<!-)-{2,3}(?!-)")

# A mark that a scan's reader wrote twice. 。。 and ！！ are left out: people write them.
DOUBLED = "，、；："
TWICE = tuple(2 * mark for mark in DOUBLED)
DOUBLED_RE = re.compile(rf"([{DOUBLED}])(?<![{DOUBLED}].)\1(?![{DOUBLED}])", re.DOTALL)


def half_width_mark(document: Document) -> Iterator[Edit]:
    """Write the marks , : ; ! ? ( ) and the full stops of damaged Chinese lines in full width.

    A space that stood for the missing width after a mark goes with it. Leaves numbers, times,
    ratios, Latin lists, formulas, entities, and every line that the commas do not show damaged.
    """
    for start, line in damaged_lines(document):
        has_path = "/" in line or "\\" in line or "](" in line
        spans = [path.span() for path in PATH_RE.finditer(line)] if has_path else []
        if "[" in line or "{" in line:
            spans += [data.span() for data in DATA_RE.finditer(line)]
        own = {at for span in spans for at in range(*span)}
        for edit in _all_marks(line, start):
            if not own or edit.start - start not in own:
                yield edit


def _all_marks(line: str, offset: int) -> Iterator[Edit]:
    yield from _marks(line, offset)
    if "(" in line or ")" in line:
        yield from _brackets(line, offset)
    if "." in line:
        yield from _stops(line, offset)


def ascii_ellipsis(document: Document) -> Iterator[Edit]:
    """Write ... after a Han character as …… and -- between Han as ——, in damaged lines."""
    if "..." not in document.text and "--" not in document.text:
        return
    for start, line in damaged_lines(document):
        for match in DOTS_RE.finditer(line):
            before, _ = _neighbours(line, match.start(), match.end())
            if before and _closes(before):
                yield Edit(start + match.start(), match.group(), "……")
        for match in HYPHENS_RE.finditer(line):
            before, after = _neighbours(line, match.start(), match.end())
            if (not before or _closes(before)) and after and (is_han(after) or after in OPENING):
                yield Edit(start + match.start(), match.group(), "——")


def doubled_mark(document: Document) -> Iterator[Edit]:
    """Delete the second of two equal commas, colons or semicolons: 冬天，，湖面.

    Before Han, what opens a quotation, or a line's end. Before layout: the page had one of them.
    """
    text = document.text
    if not any(two in text for two in TWICE) or not script_of(document).startswith("zh"):
        return
    for match in DOUBLED_RE.finditer(text):
        before, after = _neighbours(text, match.start(), match.end())
        if not before or not after:
            continue
        opens = is_han(after) or after in OPENING or after == "\n"
        if opens and (_closes(before) or before.isalnum()):
            yield Edit(match.start() + 1, match.group()[1], "")


def _marks(line: str, offset: int) -> Iterator[Edit]:
    """Write the marks of a line that are Chinese; `offset` is where the line starts."""
    for match in MARK_RE.finditer(line):
        start, end = match.span()
        mark = match[0]
        # Most are a comma after Han, which needs no call.
        is_plain = mark == "," and "\u4e00" <= line[start - 1] <= "\u9fff"
        if start and (is_plain or _is_chinese(line, mark, start, end)):
            # A typist's space after the mark; before Latin text too it stood for the width.
            space = line[end : end + 1] == " " and end + 1 < len(line)
            wide = FULL_WIDTH[mark] if mark in FULL_WIDTH else mark.translate(WIDER)
            # Not Edit(...), which takes most of the time for a mark.
            old = line[start : end + space]
            yield tuple.__new__(Edit, (offset + start, old, wide, "", None, None))


def _stops(line: str, offset: int) -> Iterator[Edit]:
    """Write the full stops of a line; in one that has Chinese ones only where it ends."""
    is_mixed = "。" in line
    is_shown = not is_mixed and line.rstrip("”’」』）) ").endswith(ENDS)
    for match in STOP_RE.finditer(line):
        start, end = match.span()
        after = end + (line[end : end + 1] == " ")
        if line[start - 1].isascii() and len(HAN_RE.findall(line)) < MIN_SENTENCE:
            continue
        follows = line[after : after + 1]
        if is_mixed and follows:
            continue
        inside = is_han(line[start - 1]) and follows != "" and follows.isalnum()
        if not inside or (is_shown and _parts_clauses(line, start, after)):
            yield Edit(offset + start, line[start:after], "。")


def _parts_clauses(line: str, left: int, right: int) -> bool:
    """Say whether clauses end at left and begin at right, and not two parts of a name."""
    clause = HAN_BEFORE_RE.search(line, max(0, left - MIN_CLAUSE), left)
    before, after = clause[0] if clause else "", line[right : right + MIN_NEXT]
    is_long = len(before) == MIN_CLAUSE
    if len(after) < MIN_NEXT or not all(map(is_han, after)):
        return is_long and after[:1].isdigit()
    if OF_NAMES.isdisjoint(before[-1:]) or OF_NAMES.isdisjoint(after[0]):
        return len(before) >= MIN_SHORT
    return is_long and NAME not in {
        kind_of(line, left - 1, left),
        kind_of(line, right, right + 1),
    }


def _is_chinese(line: str, marks: str, start: int, end: int) -> bool:
    before, after = line[start - 1], line[end : end + 1]
    if marks == ":" and after and after in NO_COLON_BEFORE:
        return False
    if _closes(before):
        return True
    if marks == ";" and ENTITY_RE.search(line, max(0, start - 10), start):
        return False
    return (before.isalnum() or before in UNITS) and after != "" and _opens(after)


def _closes(character: str) -> bool:
    return is_han(character) or character in CLOSING


def _opens(character: str) -> bool:
    return is_han(character) or character in OPENING


def _neighbours(line: str, start: int, end: int) -> tuple[str, str]:
    """Return the characters before start and at end, "" at the line's ends."""
    return line[max(0, start - 1) : start], line[end : end + 1]


def _brackets(line: str, offset: int) -> Iterator[Edit]:
    """Write half-width brackets whose pair is Chinese; `offset` is where the line starts."""
    opened: list[int] = []
    for match in BRACKET_RE.finditer(line):
        at, mark = match.start(), match.group()
        if mark in "(（":
            opened.append(at)
        elif opened:
            first = opened.pop()
            if (line[first] == "(" or mark == ")") and _is_aside(line, first, at):
                for place in (first, at):
                    if line[place] in FULL_WIDTH:
                        yield Edit(offset + place, line[place], FULL_WIDTH[line[place]])


def _is_aside(line: str, first: int, last: int) -> bool:
    """Say whether a pair of brackets is Chinese punctuation."""
    inside = line[first + 1 : min(last, first + BRACKET_REACH)]
    before, after = line[max(0, first - 1) : first], line[last + 1 : last + 2]
    if HAN_RE.search(inside):
        return True
    if not inside or OPERATOR_RE.search(inside) or (before and not _closes(before)):
        return False
    return (before != "" and is_han(before)) or (after != "" and is_han(after))


HALF_WIDTH_MARK = Rewrite(
    half_width_mark,
    gate=",:;!?()",
    examples={
        # synthetic: a link stays
        "![菜](图/菜.jpg)啤酒鸭不仅入口鲜香,还带有一股啤酒清香,肉久吃不腻。": (
            "![菜](图/菜.jpg)啤酒鸭不仅入口鲜香，还带有一股啤酒清香，肉久吃不腻。"
        ),
        "他说[1](见下文,第三节),这里有很多东西,可以买,可以看.": (
            "他说[1]（见下文，第三节），这里有很多东西，可以买，可以看。"
        ),
        "山川一脉同风雨,冀疆何曾是两乡。\n2019年12月,河北省援疆干部人才入疆,开启新一轮工作。": (
            "山川一脉同风雨，冀疆何曾是两乡。\n2019年12月，河北省援疆干部人才入疆，开启新一轮工作。"
        ),
        "位居第一,占比31.6%,其中:高技能人才1,200人(含技师),你信吗?他不信!于是,又查了一遍。": (
            "位居第一，占比31.6%，其中：高技能人才1,200人（含技师），你信吗？他不信！"
            "于是，又查了一遍。"
        ),  # synthetic
        "下午2:30,世卫组织(WHO)来函,内容(见附件),比分是3:1,函数f(x+1)不变;他看了看,没说话。": (
            "下午2:30，世卫组织（WHO）来函，内容（见附件），比分是3:1，函数f(x+1)不变；"
            "他看了看，没说话。"
        ),  # synthetic
        "他打开门, 走了进去, 屋里没有人: 灯还亮着。": "他打开门，走了进去，屋里没有人：灯还亮着。",
        # synthetic: a path among damage; full stops too
        "备份在 C:\\用户\\报告(终稿).docx\n文件(旧的)找到了,可是,打不开,没有办法。": (
            "备份在 C:\\用户\\报告(终稿).docx\n文件（旧的）找到了，可是，打不开，没有办法。"
        ),
        "尺子立在闸门下游,已经换过四次.那次大水以后,至今没有找到.他说:“找不到了,算了.”": (
            "尺子立在闸门下游，已经换过四次。那次大水以后，至今没有找到。他说：“找不到了，算了。”"
        ),
        "他写了两本书,都没有卖出去.后来搬到乡下,种了几亩地,你说怪不怪!": (
            "他写了两本书，都没有卖出去。后来搬到乡下，种了几亩地，你说怪不怪！"
        ),
        "酒过三巡,客人辞回.主人送到门口.1987年的事,至今没有忘.": (
            "酒过三巡，客人辞回。主人送到门口。1987年的事，至今没有忘。"
        ),
        # synthetic: the reader of a scan took one of two for an ASCII one
        "会上传达了通知,讨论了三个问题。会后,代表们参观了新建的水库.": (
            "会上传达了通知，讨论了三个问题。会后，代表们参观了新建的水库。"
        ),
        "约翰.史密斯来过,喝了3.5杯茶,记在第2.1节,然后走了.": (
            "约翰.史密斯来过，喝了3.5杯茶，记在第2.1节，然后走了。"
        ),
    },
    keeps=[
        # where a link of Markdown goes; a request of roff. synthetic
        "![成品](成品.jpg)",
        '.SH "名称(中文,英文,日文),其他,说明"',
        # a log
        (
            "2024-01-15 08:00:01 INFO  服务启动, 端口\n2024-01-15 08:00:07 WARN  连接超时, 重试\n"
            "[2024-01-15 08:00:12] 登录失败, 密码错误, 请重试"
        ),
        "第三条 占有单位(以下简称单位)应当评估，情形如下：\n(一)资产拍卖、转让；\n(二)企业兼并。",
        "建立污染物管理协调机制,研究解决重大问题，健全制度，落实责任，加强监督检查。",  # one slip
        "时间:2024年5月6日(周一) 地点:三楼会议室，请各部门准时参加，不得缺席!",  # synthetic
        "使用 apt, dpkg 和 aptitude 管理软件包，版本为1.2，参见 foo(1), bar(8)。",  # synthetic
        "今天天氣很好,我們去爬山,山上有很多人,大家都很開心!",  # synthetic, traditional
        # synthetic: a diary in traditional, a chat
        "他读道：\n今天天氣很好,我們去爬山,山上有很多人!\n大家都笑了，说这篇日记写得真好。",
        "[20:31] 阿杰: 在吗?有空,回我,急\n[20:32] 小白: 在,干嘛?\n[20:33] 阿杰: 嗯,两百,行吗?",
        "使用 apt, dpkg 来安装。完整的列表, 参见第3.",  # synthetic
        "The first, the second, and the third: (one) two; three!",  # synthetic
        "今天天气很好，我们去爬山.山上的人很多，大家都很开心.",  # synthetic: a habit
        # synthetic: comments in a program
        "import sys\n\ndef f(x):\n    # 读取,再清洗;注意:空的不行!\n    return x + 1  # 加一,返回",
        "[1] 李强, 张晓华. 乡村教育研究[M]. 北京: 远山出版社, 2020: 112-130.",  # synthetic
        "可选 [智者, 助手, 对手] 或 {男, 女, 幼}，每章至少出现一次，不能全写，也不能不写。",
        '编号,姓名,城市,分数\n1,王小明,北京,95\n2,"张,晓华",广州,90',  # synthetic
        'print("你好,世界,再见", file=sys.stdout, flush=True)  # 打印,输出',  # synthetic
        "東京都(千代田区),大阪府(大阪市),京都府(京都市)などの地域で行われた。",  # synthetic
    ],
)

ASCII_ELLIPSIS = Rewrite(
    ascii_ellipsis,
    gate=".-",
    examples={
        "他想了很久,还是没说...天黑了,灯亮了,人走了。": (
            "他想了很久,还是没说……天黑了,灯亮了,人走了。"
        ),  # synthetic
        "春天来了,花开了--这是约定,谁也没忘。": "春天来了,花开了——这是约定,谁也没忘。",
    },
    keeps=[
        "他想了很久，还是没说...天黑了，灯亮了。",  # synthetic: dots alone are a habit
        "取值1...5,然后,再试,用--help查看帮助,即可。",  # synthetic
        "----------\n目录一,目录二,目录三\n----------",  # synthetic
    ],
)

DOUBLED_MARK = Rewrite(
    doubled_mark,
    gate=DOUBLED,
    examples={
        "冬天来了，，湖面结了冰；；\n他想：：“３月，，再来。”，，走了。": (
            "冬天来了，湖面结了冰；\n他想：“３月，再来。”，走了。"
        ),  # synthetic
    },
    keeps=[
        "好吧。。你说了算，，，我听你的。",  # synthetic: people write these
        "命名空间 std：：vector 里，::是运算符。",  # synthetic
    ],
)
