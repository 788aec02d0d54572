"""Text that the wrong decoding, a file format or an operating system has left its marks on.

The order inside the family: a byte order mark first, since no charset can write it back; then
mojibake, before anything touches line breaks or control codes, because both are halves of
misread characters (the 85 of 入 in UTF-8 is U+0085, a line break, in Latin-1); then the rest.

What cannot be repaired is counted, never guessed: U+FFFD, and the 锟斤拷 that two of them become
when UTF-8 is read as GBK.
"""

import html
from collections.abc import Iterator

from cleaner import late as re
from cleaner.chars import misread
from cleaner.chars.mixups import LOST
from cleaner.chars.suspect import LINE_RE
from cleaner.document import Document, Edit, Note
from cleaner.stage import Rewrite

# Entities that stand for a typographic character or a space: nobody writes them for their own sake
# but who writes about HTML, and then HTML_TALK_RE finds more signs of it. Those for < and > mark up
# and are told apart by what stands beside them.
TYPOGRAPHIC = (
    "amp|bull|copy|deg|emsp|ensp|gt|hellip|laquo|ldquo|lsaquo|lsquo|lt|mdash|middot|nbsp|ndash"
    "|permil|quot|raquo|rarr|rdquo|reg|rsaquo|rsquo|thinsp|times|trade|yen"
)

# Patterns begin with one class: a search skips fast to what has it.

# U+FEFF, wherever files were put together.
BYTE_ORDER_MARKS = "\ufeff"
BYTE_ORDER_MARK_RE = re.compile(BYTE_ORDER_MARKS)
# What ends a line besides \n: \r and \r\n, the vertical tab (Word's break inside a paragraph),
# U+0085, U+2028 and U+2029. The form feed stays: a page ends there, and the line where pages were
# put together without a break.
LINE_BREAKS = "\r\v\x85\u2028\u2029"
BREAKS = f"{LINE_BREAKS}\f"
LINE_BREAK_RE = re.compile(f"[{BREAKS}](?:(?<=\r)\n|(?<=[^\n{BREAKS}]\f)|(?<!\f))")
# Control codes but \t \n \f (and \r \v, a line break by then), the colour codes of terminals with
# what belongs to them, and code points that are no characters.
CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff"
# With what a manual's printer struck over: N^HNA^HA, _^HN; what Word's field says to Word, before
# what it shows (HYPERLINK "…"; always a name in Latin); and a terminal's colours.
CONTROL_RE = re.compile(
    rf"\x13\x20{{0,2}}[=A-Za-z][^\x13-\x15\n]{{0,400}}[\x14\x15]|_\x08|(\S)\x08(?=\1)|[{CONTROLS}](?:(?<=\x1b)\[[0-9;]{{0,20}}[A-Za-z]|[{CONTROLS}]*)"
)
# Two halves of a character beyond U+FFFF, as JSON writes them, or one half alone.
SURROGATES = "\ud800-\udfff"
SURROGATE_RE = re.compile(f"[{SURROGATES}](?:(?<=[\ud800-\udbff])[\udc00-\udfff])?")
# U+FFFD, and what becomes of it: 锟斤拷 is two of them read as GBK, 烫 and 屯 are memory that was
# never written to (CC and CD), at least three in a row.
LOST_STARTS = f"{LOST}锟烫屯"
LOST_RE = re.compile(f"{LOST}|锟斤拷|锟斤|烫烫烫+|屯屯屯+")
# An entity of the table or a number, with the & written as an entity up to three times itself; the
# space also without its semicolon, as browsers let it pass.
ENTITY_RE = re.compile(
    f"&(?:amp;){{0,3}}(?:(?:{TYPOGRAPHIC}|#[0-9]{{2,7}}|#[xX][0-9a-fA-F]{{1,6}});"
    "|nbsp(?![A-Za-z0-9=_;]))"
)
LINE_ENDS, NEXT_HALF_RE = frozenset("\r\n"), re.compile(r"\r?\n|&#(?:10|[xX]0?[aA]);")
# U+0085 behind the end of a sentence, so many; what is misread has others of its kind. Chosen.
ENDED_RE, OTHER_C1_RE = re.compile("[。！？；：”]\x85"), re.compile("[\x80-\x84\x86-\x9f]")
MIN_NEXT_LINES = 3
# Two letters of a misread line as entities: &#228;&#184;&#173; and &auml;&cedil; of 中; in other
# charsets they have other numbers, &#955;&#141; or &#28051;.
HIDDEN_RE = re.compile("(?:&(?:#[1-9][0-9]{2,4}|#[xX][0-9a-fA-F]{2,4}|[A-Za-z]{3,6});){2}")
# Signs that a text is about markup or is markup: a tag, an escaped one, code in an escaped &, the
# words, not the end of an address; &lt; before anything but Han (&lt;通知&gt; is a title). There
# entities are meant. 实体 is also what an economy, a shop or a state is.
HTML_TALK_RE = re.compile(
    r"</?[a-zA-Z!]|&lt;(?![\u4e00-\u9fff])|(?i:(?<!\.)html|xml|&amp;amp;|escap|unicode|U\+[0-9A-F]{4})"
    r"|(?<![\w/.-])[A-Za-z0-9_-]{1,40}\.html|转义|轉義"
    r"|(?<!经济)(?<!經濟)(?<!政治)(?<!法律)(?<!商业)(?<!商業)(?:实体|實體)"
    r"(?!经济|經濟|经营|產|产|企|店|门店|書|书|零售|商|行业|清单|名单|单位|工业|制造)"
)
# Who speaks of breaks, with one.
BREAK_RE, BREAK_TALK_RE = re.compile("&#(?:1[03]|[xX]0?[aAdD]);"), re.compile("[换換]行|回[车車]")
# An entity that something seems to be said about. Where all spaces or quotes are entities, one in
# ten stands before such a word by chance.
SAID_RE = re.compile(r"&(?:amp|nbsp|quot);?[ ]?(?:表示|代表|是|=|等|和|或)")
MOST_SAID = 10


def _means_entities(text: str) -> bool:
    """Say whether a text speaks of its entities, or is markup that has them."""
    if HTML_TALK_RE.search(text) or (BREAK_TALK_RE.search(text) and BREAK_RE.search(text)):
        return True
    said = sum(1 for _ in SAID_RE.finditer(text))
    return said > 0 and said * MOST_SAID >= sum(1 for _ in ENTITY_RE.finditer(text))


def byte_order_mark(document: Document) -> Iterator[Edit | Note]:
    """Delete byte order marks (U+FEFF), at the start or where files were joined."""
    for match in BYTE_ORDER_MARK_RE.finditer(document.text):
        yield Edit(match.start(), match[0], "")


def mojibake(document: Document) -> Iterator[Edit | Note]:
    """Read lines again that were decoded with the wrong charset, where that is proved.

    UTF-8 read as GBK, GB 18030, Big5, Shift JIS or in a charset of one byte, GBK and Big5 read as
    such or as each other, also twice over or with an entity for each letter, Japanese and Korean
    charsets read as Latin-1 (see cleaner/chars/misread.py); Europe's in each other
    (european.py); and what ftfy repairs in lines of Latin, Greek or Cyrillic letters.
    """
    text = document.text
    if _has_next_lines(text):
        return
    found = {start: Edit(start, line, repaired) for start, line, repaired in misread.repairs(text)}
    if "&" in text and HIDDEN_RE.search(text):
        for match in LINE_RE.finditer(text):
            line = match[0]
            if HIDDEN_RE.search(line) and not _means_entities(line):
                # An entity that is none of a byte stays, and then nothing is proved.
                decoded = html.unescape(line)
                if (repaired := misread.repair(decoded)) != decoded:
                    found[match.start()] = Edit(match.start(), line, repaired)
    yield from (found[start] for start in sorted(found))


def _has_next_lines(text: str) -> bool:
    """Say whether U+0085 ends the lines of a text, as on mainframes; in Windows-1252 it is …."""
    return (
        text.count("\x85") >= MIN_NEXT_LINES
        and "\n" not in text.strip()
        and len(ENDED_RE.findall(text)) >= MIN_NEXT_LINES
        and not OTHER_C1_RE.search(text)
    )


def line_break(document: Document) -> Iterator[Edit | Note]:
    r"""Turn every kind of line break into \n; form feeds stay, but behind a break of their own."""
    for match in LINE_BREAK_RE.finditer(document.text):
        if match[0] == "\r\n":
            yield Edit(match.start(), "\r", "")
        elif match[0] == "\f":
            yield Edit(match.start(), "", "\n")
        else:
            yield Edit(match.start(), match[0], "\n")


def control_character(document: Document) -> Iterator[Edit | Note]:
    """Delete control codes, terminal colours and code points that are no characters.

    Of a letter that a printer struck twice (bold) or over a line, one stays, and what a field of
    Word's shows. Tabs, line breaks and form feeds stay.
    """
    for match in CONTROL_RE.finditer(document.text):
        yield Edit(match.start(), match[0], "")


def surrogate(document: Document) -> Iterator[Edit | Note]:
    """Join two halves of a character; make a half alone U+FFFD, since no file can hold it."""
    for match in SURROGATE_RE.finditer(document.text):
        whole = match[0].encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        yield Edit(match.start(), match[0], whole)


def html_entity(document: Document) -> Iterator[Edit | Note]:
    """Decode entities (&nbsp; &ldquo; &amp;nbsp; &#20013;) that a page left in its text.

    Where the text is about markup or holds any, they are meant and stay: one `<br>`, one word of
    HTML is enough. The no-break space becomes a plain one: &#13;&#10; is one
    break. A text that was cleaned before is left: its page, where markup may have stood, is gone.
    """
    text = document.text
    if "&" not in text or not ENTITY_RE.search(text) or _means_entities(text):
        return
    for match in ENTITY_RE.finditer(text):
        decoded = match[0]
        while decoded != (shorter := html.unescape(decoded)):
            decoded = shorter
        if len(decoded) == 1 and decoded.isprintable():
            yield Edit(match.start(), match[0], decoded)
        elif decoded in LINE_ENDS:
            is_half = NEXT_HALF_RE.match(text, match.end())  # of a break, or a break stands there
            yield Edit(match.start(), match[0], "" if is_half else "\n")
        elif decoded.isspace():
            yield Edit(match.start(), match[0], " ")


def lost_character(document: Document) -> Iterator[Edit | Note]:
    """Note how many places have lost their characters for good: U+FFFD, 锟斤拷, 烫烫烫.

    They stay as they are: nobody knows what stood there.
    """
    lost = sum(1 for _ in LOST_RE.finditer(document.text))
    if lost:
        yield Note("lost_characters", lost)


# All cases are synthetic.
_MAC = "Хозяин стоял на пристани и смотрел, как прибывает вода, моя лодка уплыла, и твоя."
_RUSSIAN = "Старый сторож записывал уровень воды каждое утро и каждый вечер."
_CZECH = "Starý hlídač zapisoval stav vody každé ráno, ještě dřív, než přišli rybáři."
_FRENCH = "Le gardien relevait la cote à sept heures, même l’été, où la rivière était à sec."
_HANS = "老闸下游的水尺，每天早晚各读一次，看水的人姓秦。"
_HANT = "看水的人換過四個，每天早晚讀一次，最早的一個姓秦，後來的人都住在閘邊。"

BYTE_ORDER_MARK = Rewrite(
    byte_order_mark,
    gate=BYTE_ORDER_MARKS,
    examples={"\ufeff第一章\n\ufeff第二章": "第一章\n第二章"},
    keeps=["第一章\n第二章", "\u200b第一章"],
)
MOJIBAKE = Rewrite(
    mojibake,
    by_line=True,
    examples={
        "涓枃缂栫爜娴嬭瘯": "中文编码测试",
        "ÖÐÎÄ±àÂë²âÊÔ": "中文编码测试",
        "标题如下\n鎴戜滑鍘诲叕鍥簡": "标题如下\n我们去公园了",
        # Thirteen characters, an odd number of bytes: the last is lost.
        "浠婂ぉ鐨勫ぉ姘斿緢濂斤紝鎴戜滑鍘诲叕鍥�": "今天的天气很好，我们去公\ufffd",
        _HANT.encode("big5").decode("gb18030"): _HANT,
        "10月25日 " + _HANT.encode("big5").decode("gb18030"): (f"10月25日 {_HANT}"),
        _HANS.encode().decode("koi8-r"): _HANS,
        _HANS.encode().decode("iso8859-15"): _HANS,
        # what Big5 and Shift JIS do not have is lost
        _HANS.encode("gbk").decode("big5", "replace"): (
            "老闸下游的水尺，每天早晚各读一次，看水的\ufffd姓秦\ufffd"
        ),
        "看水的人每天早晚各读一次。".encode().decode("cp932", "replace"): (
            "看水\ufffd人每天早晚各读一次\ufffd"
        ),
        # words prove what a few characters alone do not
        "╦«│▀├┐╠∞╢┴╩²": "水尺每天读数",
        "\xc0\xc6\u2265\ufb02\u221a\xf8\xc3\xcf\u2202\xa1\xa0\u02dd": "水尺每天读数",
        "Л®іЯГїМм¶БКэ": "水尺每天读数",
        "к╝Ёъц©лЛ╤айЩ": "水尺每天读数",
        "帪寁壆偺庡恖偼惷偐偵徫偭偨丅": "時計屋の主人は静かに笑った。",
        "鍏戒汉寮╂墜": "兽人弩手",
        "ä»Šå¤©å¾ˆå¥½": "今天很好",
        "&#228;&#187;&#138;&#229;&#164;&#169;&#229;&#1"
        "90;&#136;&#229;&#165;&#189;&#227;&#128;&#130;": "今天很好。",
        "&frac12;&ntilde;&Igrave;&igrave;&ordm;&Uuml;&ordm;&Atilde;&iexcl;&pound;": "今天很好。",
        # lines that end in \r alone, one with entities and one without
        "&#228;&#187;&#138;&#229;&#164;&#169;&#229;&#190;&#136;&#229;&#165;"
        "&#189;&#227;&#128;&#130;\rä»Šå¤©å¾ˆå¥½": "今天很好。\r今天很好",
        "The cafÃ© is openâ€¦": "The café is open…",
        # a part of a line; bytes lost; three times over
        "下文是" + _HANS.encode().decode("cp1251"): "下文是" + _HANS,
        # Europe's charsets in each other
        _RUSSIAN.encode("cp1251").decode("latin-1"): _RUSSIAN,
        _RUSSIAN.encode("koi8-r").decode("cp1251"): _RUSSIAN,
        _RUSSIAN.encode("koi8-r").decode("cp866"): _RUSSIAN,
        # of which the small letters but one are the same
        _MAC.encode("mac-cyrillic").decode("cp1251"): _MAC,
        _CZECH.encode("cp1250").decode("cp1252", "replace"): _CZECH,
        _FRENCH.encode("mac-roman").decode("latin-1"): _FRENCH,
        "他说：" + "水尺立在老闸下游".encode().decode("gb18030"): "他说：水尺立在老闸下游",
        _HANS.encode().decode("cp932", "replace"): ("�闸下游�水尺�每天早晚各读一次�看水�人姓秦�"),
        "水尺每天读数。".encode()
        .decode("latin-1")
        .encode()
        .decode("latin-1")
        .encode()
        .decode("latin-1"): "水尺每天读数。",
        # other languages, and marks of Latin ones
        "수위표는 매일 아침에 읽는다.".encode().decode("mac-roman"): "수위표는 매일 아침에 읽는다.",
        "Смотритель читает шкалу дважды в день.".encode().decode("gb18030"): (
            "Смотритель читает шкалу дважды в день."
        ),
        "It鈥檚 open, isn鈥檛 it?": "It’s open, isn’t it?",
        "箱长3Ã—4尺，水温为25â€“30度。": "箱长3×4尺，水温为25–30度。",  # a sign come back
        # a heading below a line that is proved
        f"{_HANS}\n水尺\nCafé".encode().decode("cp1251"): f"{_HANS}\n水尺\nCafé",
        # charsets of two bytes read in those of one
        "每天早晚各讀一次。".encode("big5").decode("cp437"): "每天早晚各讀一次。",
        "時計屋の主人は静かに笑った。".encode("euc_jp").decode("koi8-r"): (
            "時計屋の主人は静かに笑った。"
        ),
        # synthetic: Shift_JIS, EUC-KR read as Latin-1
        (
            "\x8e\x9e\x8cv\x89\xae\x82\xcc\x8e\xe5\x90l\x82\xcd\x90\xc3\x82\xa9\x82\xc9\x8f\xce"
            "\x82\xc1\x82\xbd\x81B"
        ): "時計屋の主人は静かに笑った。",
        "½Ã°è¹æÀÇ ÁÖÀÎÀº Á¶¿ëÈ÷ ¿ô¾ú´Ù.": "시계방의 주인은 조용히 웃었다.",
    },
    keeps=[
        # a page whose lines end in U+0085
        "首页\x85 \x85»\x85水位\x85青山湖——步道修好了。\x85老人们来走上一圈。\x85他说：“好。”\x85",
        "╔════╧══╗─┴──┬─┴──╦══════╣\n╠═══════╩╗───┴┬───╚╗     ║",
        "Conseil Debian nº 26 : si un paquet ne semble pas contenir la documentation, cherchez-la.",
        "Моя лодка уплыла, твоЯ осталась, и никто не знает, чьЯ она.",
        "Његош је рекао: „Љубав је вода“, и отишао у Ђаково.",
        _RUSSIAN,
        _CZECH,
        _FRENCH,
        # words alone, capitals, accents of a keyboard, names of several languages (synthetic)
        "нягледзячы",
        "СТАРЫЙ СТОРОЖ ЗАПИСЫВАЛ УРОВЕНЬ ВОДЫ.",
        "фФ ыЫ вВ аА пП рР оОёЁ лЛ дД",
        "пРИВЕТ, кАК дЕЛА? у мЕНЯ зАЖАТ кАПС лОК, яПИШУ тАК, кАК пОЛУЧАЕТСЯ.",
        "Dvořák, Łódź, Málaga, Åse, Çelik, Þór",
        "今天的天气很好，我们去公园",
        "會議在臺北舉行，與會者眾。",
        "Größe, Ärger, ÄÖÜ, Œuvre, Ångström",
        "“中文”用 Latin-1 误读为“ä¸\xadæ–‡å¾ˆå¥½”，编码没有错。",
        "第一组：王泽、吕诚成、陈杉、龚焱焱、翟羿翀",
        "## 快速参考卡片",  # as Big5 it has two common characters of six
        "彳亍 魍魉 饕餮 踟蹰 蹀躞 龃龉 觊觎 嗫嚅",
        "│姓名│单位│…… “温度”±0.5℃ × 3 · 5°",
        "中文\tä¸\xadæ–‡",  # a table of misreadings: synthetic
        # two signs of which each is meant happen to be UTF-8, of Hebrew and of ű
        "他驾驶京A×××××“红旗”牌汽车，用3×‘大’号的箱子运货，与李×“互殴”。",
        "两层间距为2.5Å±0.2Å，直径为Ø±0.1毫米。",
        "20Ð¡Ê±Ç°",  # GBK of 20小时前, too short for proof; valid as UTF-8: synthetic
        "ÉýÎÂ¡£",  # GBK of 升温。, too short for proof; half of it is valid as UTF-8: synthetic
        "東京は今日も雨だった。",
        "서울의 기온은 평년보다 높았다.",
        # In Big5 these are bytes that GBK reads as common characters: synthetic
        "Предисловие",
        "В сборник вошли рассказы разных лет.",
        "啦啦啦 啦啦啦 啦啦啦啦啦",
        "ГГГГ-ММ-ДД",
        "caf&eacute;&eacute;\rna&iuml;&iuml;f",
        "M&uuml;he, K&uuml;he, fr&uuml;h, Fr&uuml;he, ber&uuml;hmt&ldquo;&hellip;",
        "Gr&ouml;&szlig;e, na&#239;f, &ldquo;&eacute;t&eacute;&rdquo;&hellip;&hellip;",
        "实体 &auml;&cedil;&shy; 是转义，&#228;&#184;&#173; 也是。",
        "ﾊﾟｿｺﾝﾉｾｯﾄｱｯﾌﾟｦｵﾈｶﾞｲｼﾏｽ",
        "ПРЕДИСЛОВИЕ К ПЕРВОМУ ИЗДАНИЮ",
        # accents that Windows-1252 pairs with the letters of their words
        "Obrázky vrátených úprav, dátum: ÉÉÉÉ-HH-NN.",
        # in other charsets these are hangul, kana, Cyrillic: verse, marks of tones, a table
        "趁风飞过小楼南畔，不觉花阑漏促。",
        "次韻和山中二十詠寄仁止堂",
        "仄仄仄仄仄，平平平平仄。",
        "家里人玩过“老狼老狼几点钟”的游戏。",
        "弌丐丕个丱丶丼丿乂乖乘亂亅豫亊舒弍于亞亟亠亢亰亳亶从仍仄仆仂仗仞仭仟价伉佚估佛佝佗佇佶侈侏侘佻佩佰侑佯來侖儘俔俟",
        "さらなる情報については次の章を見てください。",
        "鈥 与 窶 是两个罕见的字，字典里有。",
        "Größe und Ärger\nПредисловие\nMüller",
        "assert 'â€œquotedâ€\x9d'.encode('cp1252').decode() == '“quoted”'",
        "Гарам",
    ],
)
LINE_BREAK = Rewrite(
    line_break,
    gate=BREAKS,
    examples={
        "一\r\n二\r三\u2028四\x85五": "一\n二\n三\n四\n五",
        "第一页\f第二页": "第一页\n\f第二页",
    },
    keeps=["一\n\n二", "第一页\n\f第二页\n\f\f第三页", "\f第一页"],
)
CONTROL_CHARACTER = Rewrite(
    control_character,
    gate=CONTROLS,
    examples={
        "会\x00议\x07记录\x7f\x13一本\x15": "会议记录一本",
        "\x1b[31m错误\x1b[0m": "错误",
        '见 \x13 HYPERLINK "http://example.org/" \\h \x14老闸\x15。\x13 XE "闸" \x15': "见 老闸。",
        "N\x08NA\x08AM\x08ME\x08E _\x08f_\x08i_\x08l_\x08e 书\x08书": "NAME file 书",
    },
    keeps=["列\t列\n第一页\f第二页", "数组[31m]", "é€①", "按 ^S 暂停，按 ^Q 继续"],
)
SURROGATE = Rewrite(
    surrogate,
    gate=SURROGATES,
    examples={"\ud842\udfb7野家": "𠮷野家", "半\ud842个": "半\ufffd个"},
    keeps=["𠮷野家", "😀"],
)
HTML_ENTITY = Rewrite(
    html_entity,
    once=True,
    gate="&",
    examples={
        "&ldquo;很好&rdquo;，他说&hellip;&hellip;&nbsp;完": "“很好”，他说…… 完",
        "&#20013;&#x6587;&amp;nbsp;网": "中文 网",
        "第一段&nbsp&nbsp第二段": "第一段  第二段",
        "第一段&#xD;\n第二段&#13;&#10;第三段": "第一段\n第二段\n第三段",
        # the real economy, an address; all spaces are entities, and one stands before 是
        "实体经济&nbsp;稳中有进": "实体经济 稳中有进",
        "见&nbsp;http://example.com/a.html": "见 http://example.com/a.html",
        "&nbsp;".join(["水尺", "是", *("每天读",) * 10]): " ".join(
            ["水尺", "是", *("每天读",) * 10]
        ),
    },
    keeps=[
        "在 HTML 里，&nbsp; 是空格。",
        "U+4E2D 和 &#20013; 是同一个字。",
        "单元格里的换行写成 &#10; 才认。",
        "字符实体 &ldquo; 和 &rdquo; 成对。",
        "网页常用实体一览\n空格 &nbsp;\n版权 &copy;",
        "存成 index.html 以后，空格要写成 &nbsp; 才看得见。",
        "打出 &nbsp;和&ensp; 就空一格。",
        "要显示小于号，写 &lt; 和 &gt; 即可。",
        "<p>第一段&nbsp;</p>",
        "A&B 公司，AT&T；a&b;",
        "地址是 example.org/?a=1&nbsp=2&nbspx",
    ],
)
LOST_CHARACTER = Rewrite(
    lost_character,
    gate=LOST_STARTS,
    examples={"会议\ufffd记录锟斤拷": "会议\ufffd记录锟斤拷"},
    keeps=["水很烫，烫手"],
)
