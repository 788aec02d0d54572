"""Who wrote an article, took its picture, sent it: credit lines go to metadata, datelines stay.

`cleaner.paper.press` reads the shape of a line; here its surroundings say whether it credits this
article. A line with a house (本报记者), a mark (□新华社记者) or brackets round it does wherever it
stands. A bare one (记者 王晓, 王平 摄) does only at the head or the foot of the text, and in a
text that has other signs of a newspaper: in minutes and film credits such lines are the text. So
a run of several is left alone whatever it looks like.

A credit glued to the end of a paragraph, `……赴疆旅游。(河北日报记者刘冰洋 通讯员王新文)`, is lifted
where the sentence before it has ended and the brackets hold nothing but a credit. A dateline that
opens a paragraph (新华社日内瓦5月28日电 （记者…）) is part of the first sentence and stays; it
is copied to `meta["dateline"]`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaner import late as re
from cleaner.chars.scripts import CHINESE, script_of
from cleaner.chars.simplified import simplified
from cleaner.document import Document, Edit, Note
from cleaner.layout import COLON, END, Line, read_lines
from cleaner.paper.facts import works_at
from cleaner.paper.letters import is_signature
from cleaner.paper.names import is_byline, is_writers, names_one, signs_alone, writer
from cleaner.paper.passed import passed_lines
from cleaner.paper.press import MARKS, is_placed, names_line
from cleaner.paper.signs import credit_lines, dateline_ends
from cleaner.paper.sources import tail_source
from cleaner.paper.tails import MIN_PARAGRAPH_CHARS, NO_TAIL_ENDS, is_sure, tail_edits
from cleaner.stage import Rewrite

# The gate: every credit and every dateline holds one of these. No branch begins with a class, so
# that the search skips to the next of the first characters.
CREDIT_SIGN_RE = re.compile(
    "记 ?者|記者|评[论論][员員]|評[论論][员員]|摄|攝|责[编編]|責[编編]|编 ?[辑輯译譯]|編[辑輯译譯]"
    "|供[图圖]|采[写寫]|採[写寫]|撰|电[)）:： 〕]|電[)）:： 〕]|发[)）:： 〕]|發[)）:： 〕]|校对"
    "|日[电電]|社[电電]|讯|訊|消息|报[导導]|報導|文[/／]|作者|据新华|據新華|据中新|据央视|来源"
)

# Under a title and a name that will do. Chosen; try 15 to 30.
MIN_TITLED_CHARS = 20
# A heading after a paragraph shows that the article ended there.
MAX_HEADING_CHARS = 30

# A sentence that quotes what stands below it is longer: no 本报讯：. Chosen; try 8 to 15.
QUOTING_EM = 10

# A speaker of an interview, a line of minutes.
SPEAKER_RE = re.compile(r"[^\s：:]{2,4}[：:]")

# Where a bare credit may stand: among the first and the last lines. Chosen: title, subtitle, kicker
# before a byline; a credit, an editor and a source after the text.
HEAD_LINES, FOOT_LINES = 4, 3
# More credit lines in a row than this, or so many names over further texts, are a list of people.
MAX_RUN, MIN_LISTED = 4, 2


def credit(document: Document) -> Iterator[Edit | Note]:
    """Lift bylines, picture credits and wire marks, and note the dateline.

    Leaves a dateline that opens a paragraph in its place, lists of people, and names that no role
    or house goes with.
    """
    text = document.text
    # What was cleaned before has lost the signs of its page.
    paged = not document.was_cleaned and bool(document.meta.keys() & {"parent", "credits", "title"})
    maybe = paged or CREDIT_SIGN_RE.search(text)
    if not maybe or script_of(document) not in CHINESE | {"mixed"}:
        return
    lines = read_lines(simplified(text))
    shaped = credit_lines(lines)
    if _are_sentences(lines, shaped):
        return
    found = _found(lines, shaped)
    datelines = [
        text[line.start : line.start + end].strip(" :：")
        for line, end in zip(lines, dateline_ends(lines), strict=True)
        if end
    ]
    paper = bool(datelines) or any(found) or bool(document.meta.keys() & {"parent", "title"})
    lifted = _lifted(found, paper=paper)
    for at in passed_lines(lines, staffed=bool(paged) and "credits" in document.meta):
        found[at] = lifted[at] = True
    if named := paged or (not document.was_cleaned and (bool(datelines) or any(found))):
        title = str(document.meta.get("title") or "")
        _names(lines, found, lifted, title=title, divided="parent" in document.meta)
    foot = len(lines)
    while foot and lifted[foot - 1]:
        foot -= 1
    for number, line in enumerate(lines):
        if lifted[number]:
            field = _field(line.text, number, found)
            yield _whole(text, line, last=number >= foot > 0, field=field)
        elif found[number] is None and line.text[-1] not in NO_TAIL_ENDS:
            after = lines[number + 1] if number + 1 < foot else None
            ends = after is None or (after.ending != END and len(after.text) <= MAX_HEADING_CHARS)
            yield from tail_edits(text, line, alone=named and ends)
    if datelines:
        yield Note("dateline", datelines)


def _are_sentences(lines: Sequence[Line], shaped: Sequence[bool]) -> bool:
    """Say whether no line is a credit or names, has any at its end, or opens with a dateline."""
    ended = all(line.text[-1] in NO_TAIL_ENDS for line in lines)
    return ended and not (any(shaped) or any(dateline_ends(lines)))


def _found(lines: Sequence[Line], shaped: Sequence[bool]) -> list[bool | None]:
    """Say of each line whether it is a credit, and a sure one; None where it is none."""
    found = [
        _sureness(line.text) if is_shaped else None
        for line, is_shaped in zip(lines, shaped, strict=True)
    ]
    if len(lines) > 1 and found[0] is None and shaped[0]:
        # 记者：李明 over a paragraph, or 受访者：李立 below; a speaker has others after him.
        end = 1 + (shaped[1] and len(lines) > 2)
        below = lines[end].text
        spoken = SPEAKER_RE.match(below) or (end == 1 and len(below) < MIN_PARAGRAPH_CHARS)
        found[:end] = found[:end] if spoken else [False] * end
    quoted = False  # 照片下面写着拍照片的人，例如：, and the credits below it
    for at in range(1, len(lines)):
        opened = lines[at - 1].ending == COLON and lines[at - 1].width > QUOTING_EM
        quoted = found[at] is not None and (quoted or opened)
        found[at] = None if quoted else found[at]
    labels = Counter(name for line in lines if (name := _label(line.text)))
    return [
        None if one is not None and labels[_label(line.text)] > 1 else one
        for line, one in zip(lines, found, strict=True)
    ]


def _label(text: str) -> str:
    """Return what stands before the colon of a short line, as in each of several records."""
    label = SPEAKER_RE.match(text) if len(text) <= MAX_HEADING_CHARS else None
    return label[0] if label else ""


def _whole(text: str, line: Line, *, last: bool, field: str) -> Edit:
    """Lift a line with its break and the blank lines below; the indent of the next line is its own.

    `last`, nothing but credits follow: with the white space before it.
    """
    start, end = line.start, line.end
    while not last and end < len(text) and text[end].isspace():
        end += 1
    end = text.rfind("\n", start, end) + 1 or end
    while last and start and text[start - 1].isspace():
        start -= 1
    return Edit(start, text[start:end], "", field=field)


def _sureness(line: str) -> bool | None:
    """Say whether a credit is sure; None where it may name a speaker or an office: 记者：李明."""
    if is_placed(line):
        return False
    return is_sure(line) or (None if SPEAKER_RE.match(line) else False)


def _run(found: Sequence[bool | None], number: int) -> int:
    """Count the credit lines in a row round one of them, as far as it matters."""
    first = last = number
    while first and number - first <= MAX_RUN and found[first - 1] is not None:
        first -= 1
    while last + 1 < len(found) and last - number <= MAX_RUN and found[last + 1] is not None:
        last += 1
    return last - first + 1


def _lifted(found: Sequence[bool | None], *, paper: bool) -> list[bool]:
    """Say of each line whether it is lifted: a sure credit, or a bare one at the head or foot.

    The head and the foot are counted in lines that stay: so it is the same when done again.
    """
    lifted = [one is True and _run(found, at) <= MAX_RUN for at, one in enumerate(found)]
    if not paper:
        return lifted
    for order, most in ((range(len(found)), HEAD_LINES), (reversed(range(len(found))), FOOT_LINES)):
        stay = 0
        for at in order:
            if found[at] is False and _run(found, at) <= MAX_RUN:
                lifted[at] = True
            stay += not lifted[at]
            if stay >= most:
                break
    return lifted


def _names(
    lines: Sequence[Line],
    found: list[bool | None],
    lifted: list[bool],
    *,
    title: str,
    divided: bool,
) -> None:
    """Mark names that stand alone over the first paragraph, or in brackets under one.

    Of what was divided (`divided`) also a name with a place over it, a bare one under the last.
    """
    stay = [at for at, one in enumerate(lifted) if not one]
    if len(stay) < 2:
        return
    # Under a title the day may stand first: （1998年9月10日）.
    dated = title and len(stay) > HEAD_LINES and lines[stay[0]].text[0] in "（("
    top = stay[1:] if dated else stay
    least = MIN_TITLED_CHARS if title else MIN_PARAGRAPH_CHARS
    bare = divided and title != ""
    named = []
    if _are_writers([lines[at] for at in top], title=title, divided=divided, least=least):
        named.append(top[0])
    for before, at in pairwise(stay):
        ended = lines[before].ending == END and len(lines[before].text) >= least
        if ended and _signs_under(lines[at].text, last=at == stay[-1], bare=bare):
            named.append(at)
    for at in named:
        found[at], lifted[at] = False, True


def _are_writers(lines: Sequence[Line], *, title: str, divided: bool, least: int) -> bool:
    """Say whether the first line names who wrote what follows: a paragraph of `least` characters.

    Under a title also who is addressed, or where the writer works: 同志们：; （江城大学，江城
    430000）; 江城大学，江城 430000.
    """
    names, under = lines[0].text, lines[1].text
    over = len(under) >= least and lines[1].ending == END
    if title and not over:
        over = lines[1].ending == COLON or under[0] in "（(" or works_at(under)
    if not over:
        return False
    if is_writers(names) or writer(names) or (title and is_byline(title, names)):
        # Who heads the first of several texts is one of those whom the list names.
        below = (line.text for line in lines[2:])
        return (
            sum(len(one) <= MAX_HEADING_CHARS and writer(one) != "" for one in below) < MIN_LISTED
        )
    return divided and title != "" and names_one(names)


def _signs_under(text: str, *, last: bool, bare: bool) -> bool:
    """Say whether a line names who wrote the paragraph over it.

    The last line (`last`) may do so without brackets: a letter's signature, or (`bare`) a name.
    """
    bracket = text[1:-1] if text[0] in "（(" and text[-1] in "）)" else ""
    if bracket and names_line(bracket):
        return True
    return last and (
        tail_source(bracket)
        or is_signature(text)
        or (bare and (names_line(text) or signs_alone(text)))
    )


def _field(line: str, number: int, found: Sequence[bool | None]) -> str:
    """Name the field: a byline names writers over the text, all other credits are credits."""
    writers = ("记者" in line or "通讯员" in line) and "摄" not in line and "参与" not in line
    writers = writers or names_line(line.lstrip(MARKS)) or line.startswith("作者")
    writers = writers or bool(writer(line)) or is_byline("", line) or names_one(line)
    above = number < HEAD_LINES and any(one is None for one in found[number:])
    return "byline" if writers and above else "credits"


# Synthetic: a paragraph of news.
_NEWS = (
    "从今年春天起，柳园街道把三间闲置的门面房改成了社区食堂，中午十一点半，队伍已经排到了门口，"
    "来吃饭的多是附近的老人。"
)

CREDIT = Rewrite(
    credit,
    examples={
        # Bylines, the credits of those who helped, and the wire, each on a line of its own.
        (
            "□新华社记者 王泽 吕诚成 陈杉\n看到照片，总统露出了笑容。\n(参与记者 曾维 曾涛 韩旭)\n"
            "(新华社马拉博5月29日电)"
        ): ("看到照片，总统露出了笑容。"),
        # Glued to the last sentence.
        "组织百余架次包机、1万余名京津冀游客赴疆旅游。(河北日报记者刘冰洋 通讯员王新文)": (
            "组织百余架次包机、1万余名京津冀游客赴疆旅游。"
        ),
        "近年来，肃宁县种植高品质蔬菜，供应京津等市场。\n新华社记者 杨世尧 摄": (
            "近年来，肃宁县种植高品质蔬菜，供应京津等市场。"
        ),
        # A picture credit behind its caption. synthetic
        "图为社员在分拣收获的西红柿。 新华社记者 李明 摄": "图为社员在分拣收获的西红柿。",
        # Names alone, and sources, in a text that has other signs of a paper. synthetic, as below
        f"本报讯 {_NEWS}（王小雨 李立）": f"本报讯 {_NEWS}",
        f"本报讯 {_NEWS}\n（陈思远）": f"本报讯 {_NEWS}",
        f"本报讯 {_NEWS}（据《长江日报》）": f"本报讯 {_NEWS}",
        f"□王小雨\n本报讯 {_NEWS}": f"本报讯 {_NEWS}",
        f"王小雨\n本报讯 {_NEWS}": f"本报讯 {_NEWS}",
        f"文/王小雨\n本报讯 {_NEWS}": f"本报讯 {_NEWS}",
        f"作者 王小雨\n本报讯 {_NEWS}": f"本报讯 {_NEWS}",
        f"记者：王小雨\n本报讯 {_NEWS}": f"本报讯 {_NEWS}",
        f"■记者高峰\n本报讯 {_NEWS}\n（指导教师：黎明）": f"本报讯 {_NEWS}",
        f"采访者：王小雨\n受访者：李兰\n问：几点开饭？\n答：{_NEWS}\n本报讯 {_NEWS}": (
            f"问：几点开饭？\n答：{_NEWS}\n本报讯 {_NEWS}"
        ),
        f"{_NEWS}\n记 者｜王小雨 李 立\n视 觉｜赵强\n编 辑｜陈思远\n一 审｜孙平": _NEWS,
        f"据新华社\n{_NEWS}": _NEWS,
        f"本报评论员\n{_NEWS}": _NEWS,
        f"本报讯 {_NEWS}\n作者单位：江城大学文学院": f"本报讯 {_NEWS}",
        f"本报讯 {_NEWS}（作者系县作协会员）": f"本报讯 {_NEWS}",
        f"本报讯 {_NEWS}\n据《江城日报》": f"本报讯 {_NEWS}",
        f"{_NEWS} 本报记者 王小雨 文/图": _NEWS,
        f"本报讯 {_NEWS}（市民 王小雨）": f"本报讯 {_NEWS}",
        f"本报讯 {_NEWS}\n柳园街道居民 王小雨": f"本报讯 {_NEWS}",
        f"本报讯 {_NEWS}（摘自《江城文摘》）": f"本报讯 {_NEWS}",
        f"本报讯 {_NEWS}（王小雨 《渡口》第9期）": f"本报讯 {_NEWS}",
        f"（江城） 王小雨\n本报讯 {_NEWS}": f"本报讯 {_NEWS}",
        f"本报讯 {_NEWS}新华社发（王小雨 摄）": f"本报讯 {_NEWS}",
        f"{_NEWS}记者王小雨 报道": _NEWS,
        f"江城讯 {_NEWS}\n{_NEWS}王小雨　报道": f"江城讯 {_NEWS}\n{_NEWS}",
        # With the writer's house, where the report was made, the reporter alone.
        f"本报讯 {_NEWS}（县公安局 王小雨）": f"本报讯 {_NEWS}",
        f"本报讯 {_NEWS}（据江城卫视报道）": f"本报讯 {_NEWS}",
        f"本报讯 {_NEWS}【王小雨江城報導】": f"本报讯 {_NEWS}",
        f"本报讯 {_NEWS}記者王小雨": f"本报讯 {_NEWS}",
        f"□ 文学院2017级 王小雨\n本报讯 {_NEWS}": f"本报讯 {_NEWS}",
        f"采写｜王小雨 李立\n本报讯 {_NEWS}": f"本报讯 {_NEWS}",
        f"本报讯 {_NEWS}〔王小雨〕": f"本报讯 {_NEWS}",
        f"县融媒体中心记者 王小雨\n本报讯 {_NEWS}": f"本报讯 {_NEWS}",
        f"高二（6）班 王小雨\n本报讯 {_NEWS}": f"本报讯 {_NEWS}",
        # A mark that recognition read as a character, in the middle of the text.
        f"{_NEWS}\n{_NEWS}\n{_NEWS}\n{_NEWS}\n图 新华社记者 何晓\n" + f"{_NEWS}\n" * 4: (
            f"{_NEWS}\n" * 8
        ),
        f"【王小雨／江城报导】\n{_NEWS}": _NEWS,
        f"采访：王小雨　摄影：李立\n本报讯 {_NEWS}": f"本报讯 {_NEWS}",
        # Traditional.
        "記者王大明／台北報導\n台北今天下雨，氣溫降到十五度。": "台北今天下雨，氣溫降到十五度。",
        "本報訊 渡口的擺渡船換了新機器。\n記者 閔鳳霞 鄔劍鋒 攝": "本報訊 渡口的擺渡船換了新機器。",
    },
    keeps=(
        f"本报讯 {_NEWS}\n设计原则：\n先易后难，由点到面。",  # a heading
        # A dateline is part of the first sentence.
        "新华社日内瓦5月28日电 （记者 张兆卿 陈俊侠）国际电信联盟28日公布奖项归属。",
        "本报讯 （记者田国全 通讯员葛红普）日前，山东省公布了评选结果。",
        # An interview.
        "记者：何时开始的？\n王平：去年五月。\n记者：有多少人？\n王平：二十人。",
        f"采访者：王小雨\n受访者：李兰\n采访者：几点开饭？\n受访者：{_NEWS}\n本报讯 {_NEWS}",
        f"采访者：王小雨\n受访者：李兰\n地点：柳园\n\n采访者：赵强\n受访者：陈思远\n{_NEWS}",
        f"采访：王小雨\n{_NEWS}\n采访：李立\n{_NEWS}",
        # The credits of a film. synthetic
        "导演：张一白\n摄影：李文\n剪辑：王新\n美术：赵刚\n录音：孙平\n配乐：周深",
        # A bracket that is part of the text.
        "他见到了许多人。（记者注：当时在场的有二十人）",
        "本报记者在现场看到，工人正在安装设备。",
        # Labels of what a paper prints beside a report.
        f"本报讯 {_NEWS}\n（记者的话）\n{_NEWS}\n【作者简介】\n{_NEWS}\n■记者连线\n{_NEWS}",
        f"学生：王小雨\n学号：0714\n指导教师：李兰\n答辩日期：六月\n{_NEWS}",
        # Names without another sign of a paper: a cast, a signature, whose words they are.
        f"{_NEWS}（王小雨）",
        f"王小雨\n{_NEWS}",
        f"{_NEWS}\n（王小雨）",
        "演员\n王小雨 李立\n陈思远 赵强",
        f"□王小雨\n□李立\n□赵强\n{_NEWS}",
        # In a paper: words, a book, a quotation and a verse with their authors, a guest's answer.
        f"本报讯 {_NEWS}\n检查人：☑李立 □王小雨",
        f"本报讯 {_NEWS}（安徽）",
        f"本报讯 {_NEWS}（据《史记》）",
        f"本报讯 {_NEWS}（《史记》）",
        f"本报讯 {_NEWS}（苏轼《定风波》）",
        f"本报讯 {_NEWS}（参见《史记》）",
        # More than three credits in a row are a list.
        "●本报记者 王小雨" * 8,
        f"本报讯 {_NEWS}（市民代表）",
        f"本报讯 {_NEWS}\n市民 你好",
        f"本报讯 {_NEWS}\n柳园镇中学校长 王小雨",
        f"本报讯 {_NEWS}（王小雨饰）",
        f"本报讯 {_NEWS}\n据《史记》",
        f"采访李立\n本报讯 {_NEWS}",
        f"采访：地点\n本报讯 {_NEWS}",
        f"本报讯 {_NEWS}\n作者系列作品的特点",
        f"本报讯 {_NEWS}\n作者系统地回顾了历史。\n作者系好鞋带，站起来走了。",
        f"本报讯 {_NEWS}记者连夜报道",
        f"本报讯 {_NEWS}谁来报道",
        f"本报讯 {_NEWS}记者连夜 报道",
        f"本报讯 {_NEWS}记者连夜",
        f"渡口｜江边\n本报讯 {_NEWS}",
        f"领队：王小雨\n本报讯 {_NEWS}",
        f"高二（6）班 王小雨\n本报讯 {_NEWS}\n初三（2）班 李立\n{_NEWS}\n柳园镇中学 赵强\n{_NEWS}",
        f"本报讯 {_NEWS}（文学院2017级新生）",
        f"本报讯 {_NEWS}【连夜江城报道】",
        f"本报讯 {_NEWS}（县公安局 电话）",
        # A sentence quotes them; the words of a list.
        f"照片下面常常写着拍照片的人：\n王平 摄\n新华社记者 李明 摄\n{_NEWS}",
        f"□ 文本输入\n□ 编辑更简单\n□ 图片与表格\n{_NEWS}",
        f"本报讯 {_NEWS}（张三摔倒）",
        f"本报讯 {_NEWS}\n“{_NEWS}”（陈思远）",
        f"本报讯 {_NEWS}\n风把门推开，\n你在灯下写信。\n（陈思远）",
        f"本报讯 {_NEWS}\n获奖名单\n王小雨\n李立",
        # Traditional: a sentence of a reporter; a dateline stays.
        "本報記者在現場看到，工人正在安裝設備。",
        "〔記者陳小華／高雄報導〕昨日下午高雄下雨。",
    ),
)
