"""Make paragraphs of lines: join what the page broke, and what a page's end cut in two.

The decision is `cleaner.unwrap.decision.decide`, one decode over the whole text; what stands at a
joint says `cleaner.unwrap.joints`. A join is one edit: all white space between two lines. Line
breaks and blank lines between blocks stay: what comes after (articles) reads them, and the last
family takes them away.

A stage that pulls interleaved columns apart belongs before these (an Arrange): the decode then
reads each column by itself.

Notes: `meta["columns"]`: the widths of the columns in em, the commonest first, when the text was
wrapped (five joined breaks in columns, and a tenth of all); absent otherwise. Text that is not
wrapped may still have had single paragraphs rejoined. `meta["blank_lines"]`: where blank lines
stand in a wrapped text: "none", "everywhere", or "some".
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from cleaner import late as re
from cleaner.chars.asread import as_read
from cleaner.document import Document, Edit, Note
from cleaner.layout import END, Line, Lines, read_lines
from cleaner.paper.earlier import known_heads
from cleaner.paper.headshape import is_heading
from cleaner.paper.names import is_byline, is_lone_byline
from cleaner.paper.rubrics import is_rubric
from cleaner.paper.signs import APART, credit_lines, having, jump_lines
from cleaner.programs import coded_lines
from cleaner.stage import Rewrite
from cleaner.unwrap.apart import SHOWN, is_apart, subtitle_times
from cleaner.unwrap.breaks import Break
from cleaner.unwrap.cuts import REPLY_SIGN
from cleaner.unwrap.datelines import broken_datelines, with_datelines, with_full_datelines
from cleaner.unwrap.decision import decide, joins_nothing, of_blocks
from cleaner.unwrap.items import item_signs
from cleaner.unwrap.joints import EAST_ASIAN_RE, HYPHENS, STRAIGHT, Joints
from cleaner.unwrap.labels import GONE, LABEL_CHARS, SPACED, join_labels, label_joint
from cleaner.unwrap.rows import sets_columns
from cleaner.unwrap.spread import spread_gaps
from cleaner.unwrap.sureheads import head_lines
from cleaner.unwrap.tables import table_rows
from cleaner.unwrap.torn import join_torn, torn_lines
from cleaner.unwrap.twolines import merge_headings

# What a reply sets before each line of the letter it answers; some text follows.
REPLY_RE = re.compile("(?:> ?){1,9}(?=[^> ])")

# What opens a line of code or of a comment in it.
CODE_OPENS = frozenset("#$%/;<>\\{|}")

# A text is wrapped when so many breaks were joined in columns, and such a share of all.
MIN_WRAPPED_BREAKS, MIN_WRAPPED_SHARE = 5, 0.1


def wrapped_line(document: Document, *, bullets: bool = True) -> Iterator[Edit | Note]:
    """Join the lines of a paragraph that the page broke; take its indent and list bullets off.

    Left alone: lines that end their paragraph, headings, lists, verse, tables, credit lines; the
    bullets of text that was not wrapped, or all bullets with `bullets=False`; and text that was
    cleaned before, whose line breaks are its paragraphs' ends.
    """
    text = document.text
    whole = read_lines(text)
    if joins_nothing(whole) and not torn_lines(whole) and not broken_datelines(whole):
        return
    lines, fixed, breaks = decisions(document)
    joints, quotes = Joints(text), 0
    straight = STRAIGHT in text
    for one in breaks:
        if not one.joined:
            quotes = 0
            continue
        left, right = lines[one.line], lines[one.line + 1]
        if straight:
            quotes += left.text.count(STRAIGHT)
        quoted = quotes % 2 == 1
        yield _join((left, right), joints, quoted=quoted, bullets=bullets)
    if any(one.joined and one.column for one in breaks):
        yield from _margins(text, lines, breaks, fixed, bullets=bullets)
        yield from spread_gaps(lines, breaks)
    yield from _notes(lines, breaks)


def decisions(
    document: Document,
) -> tuple[tuple[Line, ...], Sequence[bool], tuple[Break, ...]]:
    """Return the lines, which of them are blocks of their own, and what is decided of each break.

    Nothing is decided of text that was cleaned before.
    """
    lines = Lines() if document.was_cleaned else read_lines(document.text)
    if len(lines) < 2:
        return lines, (), ()
    signs = zip(having(lines, APART), credit_lines(lines), jump_lines(lines), strict=True)
    fixed = [is_apart(line, *sign) for line, sign in zip(lines, signs, strict=True)]
    for at in range(1, len(lines) - 1):
        # The name of a column over a headline; no piece of one, whose other lines are as wide.
        if lines[at].width < lines[at - 1].width and is_heading(lines[at + 1]):
            fixed[at] = fixed[at] or is_rubric(lines[at].text)
    if known := known_heads(document):
        fixed = [a or line.text in known for a, line in zip(fixed, lines, strict=True)]
    # A headline is fixed for the decode, not for its second line.
    heads = head_lines(lines)
    # Names without a role are a byline under a headline only.
    for at, is_head in enumerate(heads[:-1], 1):
        if is_head and not fixed[at]:
            below = lines[at + 1] if at + 1 < len(lines) else None
            named = is_byline(lines[at - 1].text, lines[at].text)
            fixed[at] = named or is_lone_byline(lines[at - 1], lines[at], below)
    if SHOWN in document.text:
        fixed = [a or b for a, b in zip(fixed, subtitle_times(lines), strict=True)]
    programs = coded_lines(lines)
    rows = table_rows(lines)
    fixed = [any(one) for one in zip(fixed, programs, rows.prose, strict=True)]
    blocks = [a or b for a, b in zip(fixed, heads, strict=True)]
    datelines = broken_datelines(lines)
    for at in chain.from_iterable(datelines):
        fixed[at] = blocks[at] = False
    breaks = decide(lines, blocks)
    web = document.meta.get("web")
    breaks = join_torn(lines, breaks, fixed) if web is None else of_blocks(lines, breaks)
    merged = merge_headings(lines, with_full_datelines(lines, breaks), fixed, heads)
    merged = with_datelines(lines, merged, datelines)
    merged = join_labels(lines, merged, broken=_is_wrapped(merged))
    if isinstance(web, Mapping) and web.get("headline"):  # it is the first line
        merged = (merged[0]._replace(joined=False), *merged[1:])
    return lines, fixed, merged


def _join(pair: tuple[Line, Line], joints: Joints, *, quoted: bool, bullets: bool) -> Edit:
    """Return the edit that puts two lines together; `quoted`: a straight quote is open."""
    text, (left, right) = joints.text, pair
    label = label_joint(left, right) if len(left.text) <= LABEL_CHARS else None
    if label is not None:
        start = left.start if label == GONE and bullets else left.end
        return Edit(start, text[start : right.start], " " if label == SPACED else "")
    if "一" <= left.text[-1] <= "鿿" and "一" <= right.text[0] <= "鿿":
        return Edit(left.end, text[left.end : right.start], "")  # the commonest joint
    sign = REPLY_RE.match(right.text)
    if left.text[0] == REPLY_SIGN and sign:
        right = right._replace(start=right.start + sign.end(), text=right.text[sign.end() :])
    between = joints.between(left, right, quoted=quoted)
    start, end = left.end, right.start
    if left.text[-1] in HYPHENS and not joints.keeps_hyphen(left, right):
        start -= 1
    return Edit(start, text[start:end], between)


def _margins(
    text: str,
    lines: Sequence[Line],
    breaks: Sequence[Break],
    fixed: Sequence[bool],
    *,
    bullets: bool,
) -> Iterator[Edit]:
    """Take off what set a paragraph apart on the page: its indent, the sign of a list's item.

    The indents are those of the paragraphs that were put together and of the items; other lines
    of prose that have one of them lose it too. Code and tables keep theirs.
    """
    joined = [one.joined for one in breaks]
    starts = [at for at in range(len(lines)) if (not at or not joined[at - 1]) and not fixed[at]]
    items = item_signs(lines, starts, joined) if bullets else {}
    wide = {at for at in starts if at < len(breaks) and breaks[at].joined and breaks[at].column}
    indents = {lines[at].indent for at in (*wide, *items) if lines[at].indent}
    for at in starts:
        line = lines[at]
        start, end = line.start, line.start + items.get(at, 0)
        if line.indent in indents and (at in wide or at in items or _is_sentence(line)):
            start = max(text.rfind("\n", 0, start), text.rfind("\f", 0, start)) + 1
        if start < end:
            yield Edit(start, text[start:end], "")


def _is_sentence(line: Line) -> bool:
    """Say whether a line alone is prose: Han or an end mark in it, no code and no table's row."""
    if line.text[0] in CODE_OPENS or sets_columns(line.text):
        return False
    return line.ending == END or EAST_ASIAN_RE.search(line.text) is not None


def _is_wrapped(breaks: Sequence[Break]) -> bool:
    joined = sum(one.joined and one.column > 0 for one in breaks)
    return joined >= max(MIN_WRAPPED_BREAKS, MIN_WRAPPED_SHARE * len(breaks))


def _notes(lines: Sequence[Line], breaks: Sequence[Break]) -> Iterator[Note]:
    if not _is_wrapped(breaks):
        return
    joined = [one for one in breaks if one.joined and one.column]
    widths = Counter(one.column for one in joined)
    yield Note("columns", [em for em, _ in sorted(widths.items(), key=lambda w: (-w[1], w[0]))])
    inside = sum(lines[one.line + 1].blanks > 0 for one in joined) / len(joined)
    ends = [one for one in breaks if not one.joined]
    between = sum(lines[one.line + 1].blanks > 0 for one in ends) / max(len(ends), 1)
    yield Note(
        "blank_lines",
        "everywhere"
        if inside > 0.6 and between > 0.6
        else "none"
        if inside < 0.02 and between < 0.02
        else "some",
    )


# Synthetic. A column of 16 em with an indent's shadow, and what stands in it.
_COLUMN = (
    "今年以来，我市坚持把就业摆在\n首位，完善政策体系，拓宽就业渠道。\n"
    "截至目前，全市新增就业三万人，\n完成全年任务的八成。\n"
    "下一步，我市将继续办好招聘活\n动，把岗位送到群众家门口，让更\n多人在家门口就业。\n"
)
_PARAGRAPHS = (
    "今年以来，我市坚持把就业摆在首位，完善政策体系，拓宽就业渠道。\n"
    "截至目前，全市新增就业三万人，完成全年任务的八成。\n"
    "下一步，我市将继续办好招聘活动，把岗位送到群众家门口，让更多人在家门口就业。\n"
)

_LONG = (
    "淮河岸边有一座青石闸，闸上住着一位守闸人，今年七十一岁。他从二十六岁起就住在这里，每天早中晚三次"
    "去看水尺，把水位写在一个蓝皮本子上，一写就是四十五年。"
)

WRAPPED_LINE = Rewrite(
    wrapped_line,
    gate="\n",
    once=True,
    shown=as_read,
    examples={
        _COLUMN: _PARAGRAPHS,
        # a page's end in mid-number and mid-word, in text that is not wrapped
        "总统的回忆从那一年讲起。\n\n当地的医疗条件有望改善。总统在28\n\n日的会谈中表示，"
        "医院造福了人民。\n\n会谈结束后，双方签署了文件。": (
            "总统的回忆从那一年讲起。\n\n当地的医疗条件有望改善。总统在28日的会谈中表示，"
            "医院造福了人民。\n\n会谈结束后，双方签署了文件。"
        ),
        # list items, one of them over two lines
        "■ 建设国家级创新平台，支持企\n业加大研发投入。\n■ 完善机场。\n"
        "■ 提升服务水平，推动高质量发\n展。": (
            "建设国家级创新平台，支持企业加大研发投入。\n完善机场。\n提升服务水平，推动高质量发展。"
        ),
        # a manual in 40 columns: the page's indents and the signs of a list go, code stays
        "    这个命令会把软件包的列表取回来，然后\n    告诉你哪些可以升级，它不会安装什么\n"
        "    东西。\n\n      * 第一次运行的时候要等一会，因为\n        列表很长。\n\n"
        "      * 以后会快一些。\n\n        apt update\n\n    请看手册。": (
            "这个命令会把软件包的列表取回来，然后告诉你哪些可以升级，它不会安装什么东西。\n\n"
            "第一次运行的时候要等一会，因为列表很长。\n\n以后会快一些。\n\n"
            "        apt update\n\n请看手册。"
        ),
        # a letter answered line by line; the formula at its end stays in two lines
        "> 请各位把手上的原始文件都发给我，格\n> 式不限，最好写上拍摄的时间，还有拍\n> 摄的地点。"
        "\n好的，我下周发。\n\n此致\n敬礼": (
            "> 请各位把手上的原始文件都发给我，格式不限，最好写上拍摄的时间，还有拍摄的地点。"
            "\n好的，我下周发。\n\n此致\n敬礼"
        ),
        # a heading in capitals stays apart, synthetic
        "    that your uncle, Mr. J. Hale, was lost\n    overboard on the night of the 9th inst.\n"
        "                        R. Crane, Master\nCHAPTER III": (
            "that your uncle, Mr. J. Hale, was lost overboard on the night of the 9th inst.\n"
            "                        R. Crane, Master\nCHAPTER III"
        ),
        # prose that speaks of programs is no program, synthetic
        "如果返回值是 NULL; 那么先检查文件是否已\n经打开，再看 errno 的值。用 return 返回之前\n"
        "要把 buffer 释放掉，否则每调用一次就会漏\n掉一块内存，而且很难发现。": (
            "如果返回值是 NULL; 那么先检查文件是否已经打开，再看 errno 的值。用 return 返回之前"
            "要把 buffer 释放掉，否则每调用一次就会漏掉一块内存，而且很难发现。"
        ),
        # Latin words keep their space, a divided one loses its hyphen
        "The committee met on Monday to dis-\ncuss the plan, and it agreed that the\n"
        "work should go on as before, with no\nchange.": (
            "The committee met on Monday to discuss the plan, and it agreed that the "
            "work should go on as before, with no change."
        ),
        # the dashes of a talk are no signs of a list: synthetic
        "- Czy ktoś widział dziś rano starego latarnika, który co dzień stoi przy\n"
        "moście i liczy łodzie?\n"
        "- Nie ma go od tygodnia. Podobno pojechał do córki, za rzekę, i zamierza\n"
        "wrócić dopiero na wiosnę.": (
            "- Czy ktoś widział dziś rano starego latarnika, który co dzień stoi przy "
            "moście i liczy łodzie?\n- Nie ma go od tygodnia. Podobno pojechał do córki, za rzekę, "
            "i zamierza wrócić dopiero na wiosnę."
        ),
        # in other alphabets too, and by the hyphen that formatters of manuals have; lines spread to
        # one width are no rows of cells; all synthetic
        "       Die Wetterstation im Hafen misst jede Stunde den Wasserstand und die Ge‐\n"
        "       schwindigkeit des Windes, damit die Lotsen-Boote rechtzeitig auslaufen kön‐\n"
        "       nen und niemand auf offener See warten muss. Wer morgens am Kai steht, sieht\n"
        "       die Boote schon vor der Mole liegen.": (
            "Die Wetterstation im Hafen misst jede Stunde den Wasserstand und die "
            "Geschwindigkeit des Windes, damit die Lotsen-Boote rechtzeitig auslaufen können und "
            "niemand auf offener See warten muss. Wer morgens am Kai steht, sieht die Boote schon "
            "vor der Mole liegen."
        ),
        "       Гавань  у  старой  мельницы  замерзает  каждую зиму, и тогда лодки\n"
        "       стоят  на  берегу  до  самой  весны.  Сторож каждое утро записывает\n"
        "       высоту  воды  и  смотрит,  не тронулся ли лёд у нижних ворот, потому\n"
        "       что по льду здесь ходят дети.": (
            "Гавань у старой мельницы замерзает каждую зиму, и тогда лодки стоят на берегу до "
            "самой весны. Сторож каждое утро записывает высоту воды и смотрит, не тронулся ли лёд "
            "у нижних ворот, потому что по льду здесь ходят дети."
        ),
        # a hyphen that stands for the end of the word behind it; synthetic
        "Der Hafen an der alten Mühle hat im Sommer breite Zufahrts-\n"
        "und Liegeplätze für alle Boote, im Winter aber liegt dort nur das\n"
        "Schiff des Lotsen, der die Tiefe misst.": (
            "Der Hafen an der alten Mühle hat im Sommer breite Zufahrts- und Liegeplätze für alle "
            "Boote, im Winter aber liegt dort nur das Schiff des Lotsen, der die Tiefe misst."
        ),
        # where words have that hyphen inside, it is theirs; synthetic
        "The well‐known harbour of the town is closed in winter, when a well‐\n"
        "known storm from the north blocks the gates with ice and the boats of\n"
        "the fishers lie on the shore until spring.": (
            "The well‐known harbour of the town is closed in winter, when a well‐known "
            "storm from the north blocks the gates with ice and the boats of the fishers lie on "
            "the shore until spring."
        ),
    },
    keeps=[
        "友谊的种子播在心里\n中国和赤道几内亚建交已逾半个世纪，传统友谊深厚。\n两国携手前行。",
        "床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。",
        "月亮爬上了屋檐\n风把门轻轻推开\n你在灯下写信\n写给一个没有去过的地方",
        # verses of two clauses: no line is an open end, synthetic
        (
            "几声雁叫，忘了归期，\n春山如旧，只剩半盏残茶。\n灯火渐稀，等一场雪落下来，\n"
            "一壶浊酒，留下一个名字。"
        ),
        # verses of one length, a word of the list across one end, synthetic
        (
            "夜色像海洋，\n灯火是渔船，\n你站在岸边，\n数着远去的帆，\n听见风说话，\n它说这世\n"
            "界太辽阔，\n我们太渺小，\n不如睡一觉，\n等天亮再走，\n等潮水退去，\n等船都回来。"
        ),
        "京津\n河北省\n山西省\n内蒙古自治区\n辽宁省",
        "品种\t产量\t同比\n小麦\t1,203.5\t+3.2%\n玉米\t980.0\t-1.1%",
        "第一章 总则…………1\n第二章 申请…………5\n第三章 审查…………12",
        "第一条 为了保障安全，制定本办法。\n第二条 本市行政区域内适用本办法。",
        "地址：滨江市科技路18号3幢2单元501室\n邮编：430000\n电话：12345678",
        "“你来了？”\n“来了。”\n“坐吧。”\n他没有坐。",
        # cells of a table that count on: synthetic
        f"江城站\n7.1\n老闸站\n7.2\n河口站\n7.3\n\n{_LONG}",
        # a heading and a question, marked as such; choices: synthetic
        f"# 市面上教你怎么修水尺的方法都是错的！它为什么总是不准，看着一个细节就够了\n\n{_LONG}",
        f"**如果没有水尺也没有本子，那么看水的人还有什么用呢（譬如在冬天）**\n\n{_LONG}",
        "1. 正确的是\nA. 水位每天读一次\nB. 读数都必须从老闸的水尺读起\nC. 单一的结果\nD. 都对。",
        # who is spoken to; a poem with its writer over a blank line: synthetic
        f"尊敬的各位领导、各位来宾、女士们、先生们：\n今天我们欢聚一堂，庆祝江城长江大桥通车。\n{_LONG}",
        "《江城子·乙卯正月二十日夜记梦》 苏轼\n\n十年生死两茫茫，不思量，自难忘。\n\n千里孤坟。",
        "* 保留清单的符号\n* 因为它没有折行\n* 一行一项",
        "> 好的\n> 我看过了\n\n谢谢！",
        "def f(x):\n    return x\n\nprint(f(1))",
        # comments and values in Chinese: a configuration, a log, a difference; all synthetic
        (
            "# 部署配置，勿手改\nversion: 3\nservices:\n  db:\n    image: postgres:15\n"
            "    environment:\n      POSTGRES_DB: 水位  # 库名允许中文\n    volumes:\n      - ./d:d"
        ),
        (
            "2021-07-01 08:00:02 WARN [db] 连接超时,重试\n2021-07-01 08:00:32 ERROR 失败:refused\n"
            'Traceback (most recent call last):\n  File "db.py", line 42, in connect'
        ),
        (
            "diff --git a/说明.md b/说明.md\nindex 3b18e51..9c0f7aa 100644\n--- a/说明.md\n"
            "+++ b/说明.md\n@@ -1,3 +1,3 @@\n 站号由五位数字组成,\n-前两位是流域代码,后三位\n"
            "+前两位是流域代码，后三位\n 是顺序号。"
        ),
        # rows of numbers and of cells, a salutation, a reference; synthetic
        (
            "> 10 35.8 26.9 31.0 T SW 雷暴\n> 上旬平均 32.2 24.9 28.1 合计160.6\n"
            "> 备注：“—”表示缺测，“T”表示微量。"
        ),
        (
            "车次  始发站  终点站  开点   到点   历时\n1461  北京    上海    12:05 08:12 20:07\n"
            "老周的儿子在城里做程序员，劝他搬去同住，他总是摇头。他说，等新闸建成了，有人接班了，他再走。"
            "可是新闸的图纸画了三年，还没有动工。"
        ),
        (
            "Sehr geehrte Frau Dr. Müller,\n\nvielen Dank für Ihr Schreiben vom 3. März d. J., das "
            "ich gestern erhalten habe. Leider ist die Ausgabe vergriffen.\n\nMit Grüßen"
        ),
        (
            f"{_LONG}\n本文所引档案，凡未注明者，均藏某省档案馆。[1] 《民国日报》8月12日"
            "的报道与此略有出入，[2] 兹不具论。\n"
            "[3] Cf. J. Needham, Science and Civilisation in China, vol. 4, pt. 3 "
            f"(Cambridge, 1971), pp. 211–378.\n[4] 同上書，第三一頁。\n{_LONG}"
        ),
        "爆竹一声除旧岁\n桃符万户换新春\n\n天增岁月人增寿\n春满乾坤福满门",
        "小明 10:02\n在吗\n小红 10:03\n在的，怎么了\n小明 10:03\n明天几点集合？",
        # a form, synthetic
        (
            "出租方（甲方）：________  身份证号：____________\n承租方（乙方）：________\n"
            "双方在平等的基础上，就房屋租赁达成如下协议。"
        ),
        "品名　数量　单价　金额\n打印纸　10　25.00　250.00\n墨盒　2　180.00　360.00",
        "你的年龄是？\nA. 18岁以下\nB. 18—30岁\nC. 31—45岁\nD. 45岁以上",
        "",
    ],
)
