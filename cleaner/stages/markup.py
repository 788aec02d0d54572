"""Tags of HTML that a database or a forum left in a text.

The text of a page as its editors' program keeps it, and what a careless extractor makes of it, has
the tags of its paragraphs and of its bold words still in it:

    <p>修改的方式就是对反向磁化的改进。</p>
    <p>&nbsp;&nbsp;前面说过，<strong>一般是不公开的</strong>。</p>

Text about HTML and templates has tags too, and there they are what it is about. What is left over
shows by its form: every tag is one of those that set prose; a paragraph's stands at the edge of
a line or beside another tag, and a bold word's opens and closes; between them is prose. Feeds
and databases write the tags in entities: &lt;p&gt;.
"""

import html
from collections import Counter
from collections.abc import Iterator, Sequence

from cleaner import late as re
from cleaner.chars.raised import SUB, SUP, placed, with_placed
from cleaner.document import Document, Edit
from cleaner.stage import Rewrite

# Tags between paragraphs, and tags in them; others (table, input, title) are a page's source.
BLOCKS = frozenset("p div br hr center blockquote section h1 h2 h3 h4 h5 h6".split())  # noqa: SIM905
INLINES = frozenset("b strong i em u span font a small big sup sub".split())  # noqa: SIM905
# What stands alone.
VOIDS = frozenset(("br", "hr", "img"))

TAG_RE = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,30})(?:\s[^<>\n]{0,600})?/?>")
# The same in entities, of which the & may be one itself.
ESCAPED_RE = re.compile(
    r"&(?:amp;)?lt;(/?)([A-Za-z][A-Za-z0-9:-]{0,30})"
    r"(?:\s(?:(?!&(?:amp;)?[lg]t;)[^<>\n]){0,600})?/?&(?:amp;)?gt;"
)
GATE_RE = re.compile(
    r"(?:<|&(?:amp;)?lt;)(?:/?(?:p|div|br|center|h[1-6])\b|/(?:span|font|strong|b|a|em|u|su[bp])(?:>|&))",
    re.IGNORECASE,
)
SIGN_RE = re.compile("&(?:amp;)?lt;")
# Who speaks of markup puts a tag between quotes, or shows it as code.
TALK_RE = re.compile(
    r"```|`[<&]|“(?:<[^<>\n]{1,40}>|&(?:amp;)?lt;[^<>&\n]{1,40}&(?:amp;)?gt;)”"
    r"|标签(?:<|&(?:amp;)?lt;)(?!/|br)|\bHTML\b|\bCSS\b|标签[“《]"
    r"|(?:<|&lt;)(?:!DOCTYPE|\?)|{{|\$\{",
    re.IGNORECASE,
)
# Entities of spaces and quotes that lost their &, so many: nothing else looks like them.
BARE_RE = re.compile(
    "(?<![&A-Za-z0-9_#.-])(?:amp;)?((?:nbsp|[lr][ds]quo|quot|hellip|mdash|middot|e[mn]sp);)"
)
MIN_BARE = 2
# Who speaks of them, or of what they are.
BARE_TALK_RE = re.compile(
    r"</?[a-zA-Z!]|&(?:lt|amp);|(?i:html|xml|\bcss|escap|entit)|[转轉][义義]|字符[实實][体體]"
    r"|(?:(?:空[格白]|引[号號])[ ：:]|(?:[写寫]成?|出[现現]) )[a-z]{4,6};"
    r"|(?:nbsp|quot|ldquo); [和与與或跟及] [a-z]{4,6};"
)
HAN_RE = re.compile("[\u4e00-\u9fff]")

# So many tags of paragraphs, and so much prose, show that the text was a page; of so many tags one
# < may be another sign. Chosen.
MIN_BLOCKS, MIN_HAN, TAGS_A_SIGN = 2, 30, 20
# Without tags of paragraphs so many of type and links, and nobody who names them, what they do or
# shows a word; the bold words of an exercise are asked for, raised figures are no others: 10<sup>8.
MIN_TAGS = 4
ALONE_TALK_RE = re.compile(
    r"[标標][签籤记記]|代[码碼]|[语語]法|(?i:\btag|markdown)|加粗|[粗斜][体體]|下[划劃][线線]"
    r"|尖括|(?:样|樣)式[^<>。]{0,12}(?:<|&lt;)|[写寫用][成作]? (?:<|&lt;)"
    r"|[0-9A-Za-z)]\s?(?:<|&lt;)su[bp](?:>|&gt;)|<u>[\s_]+</u>"
    r"|(?:>|&gt;)(?:和|与|與|跟|及|到|、|,|，|\.\.\.|…{1,2}|文字|内容|xxx?)?(?:<|&lt;)/"
)
# Who says where to type them or what they do; a string of a program.
FIGURES_TALK_RE = re.compile(
    r'[上下角][标標]|(?:打|[输輸]入|写|寫) ?[0-9A-Za-z]{0,9}<su[bp]|"[^"\n]*<su[bp]', re.IGNORECASE
)


def html_tag(document: Document) -> Iterator[Edit]:
    """Delete the tags of paragraphs, pictures and type that are left in Chinese prose.

    Where a tag parted two paragraphs or lines, a line break stands; figures that one raised or
    lowered become such characters (10⁸). Leaves a text in which any tag is none of these or
    stands where no page has it, and what speaks of markup.
    """
    text = document.text
    if not GATE_RE.search(text) or TALK_RE.search(text):
        return
    # Beside tags, what is written in entities is shown.
    tags = list(TAG_RE.finditer(text)) or list(ESCAPED_RE.finditer(text))
    if not (_are_left_over(text, tags) or _are_figures(text, tags)):
        return
    after = 0
    for at, tag in enumerate(tags):
        if tag.start() < after:
            continue  # closed what is raised
        after = tags[at + 1].end() if (figures := _placed(text, tags, at)) else tag.end()
        yield Edit(tag.start(), text[tag.start() : after], figures or _instead(text, tags, at))


def bare_entity(document: Document) -> Iterator[Edit]:
    """Decode entities of spaces and quotes that lost their &: nbsp; ldquo; in Chinese prose.

    Spaces become plain ones. Leaves what speaks of markup.
    """
    text = document.text
    found = list(BARE_RE.finditer(text))
    if len(found) < MIN_BARE or BARE_TALK_RE.search(text) or not HAN_RE.search(text):
        return
    for entity in found:
        decoded = html.unescape(f"&{entity[1]}")
        yield Edit(entity.start(), entity[0], " " if decoded.isspace() else decoded)


def _are_left_over(text: str, tags: Sequence[re.Match[str]]) -> bool:
    """Say whether all tags are such as set prose, and there is prose."""
    names = [tag[2].lower() for tag in tags]
    if not all(name in BLOCKS or name in INLINES or name == "img" for name in names):
        return False
    is_escaped = bool(tags) and tags[0][0][0] == "&"
    signs = (len(SIGN_RE.findall(text)) if is_escaped else text.count("<")) - len(tags)
    if signs * TAGS_A_SIGN > len(tags):
        return False
    if sum(name in BLOCKS for name in names) < MIN_BLOCKS and (
        len(tags) < MIN_TAGS or ALONE_TALK_RE.search(text)
    ):
        return False
    opened = Counter(name for tag, name in zip(tags, names, strict=True) if not tag[1])
    closed = Counter(name for tag, name in zip(tags, names, strict=True) if tag[1])
    if any(opened[name] != closed[name] for name in INLINES):
        return False
    edges = [_at_edge(text, tags, at) for at in range(len(tags)) if names[at] in BLOCKS - VOIDS]
    spoken = any(
        name == "br" and _is_spoken_of(text, tag) for tag, name in zip(tags, names, strict=True)
    )
    return all(edges) and not spoken and len(HAN_RE.findall(TAG_RE.sub("", text))) >= MIN_HAN


def _are_figures(text: str, tags: Sequence[re.Match[str]]) -> bool:
    """Say whether nothing but figures in prose is tagged, and all of them have characters."""
    if not all(tag[2].lower() in (SUP, SUB) for tag in tags):
        return False
    bare = with_placed(text)
    is_prose = len(HAN_RE.findall(bare)) >= MIN_HAN and not ALONE_TALK_RE.search(bare)
    return (
        is_prose
        and not FIGURES_TALK_RE.search(text)
        and not TAG_RE.search(bare)
        and not ESCAPED_RE.search(bare)
    )


def _at_edge(text: str, tags: Sequence[re.Match[str]], at: int) -> bool:
    """Say whether a paragraph's tag stands at the edge of a line or beside another tag."""
    tag = tags[at]
    if tag[1]:
        after = text[tag.end() : tag.end() + 2].strip(" \t\u3000")[:1]
        return after in ("", "\n", "\r", tag[0][0])
    before = text[max(0, tag.start() - 2) : tag.start()].strip(" \t\u3000")[-1:]
    return before in ("", "\n", "\r", tag[0][-1]) or (at > 0 and tags[at - 1].end() == tag.start())


def _is_spoken_of(text: str, tag: re.Match[str]) -> bool:
    """Say whether a break is a word of a sentence: 用 <br> 换行."""
    before, after = text[tag.start() - 1 : tag.start()], text[tag.end() : tag.end() + 2]
    return before == " " and after[:1] == " " and after != "  "  # an indent


def _placed(text: str, tags: Sequence[re.Match[str]], at: int) -> str:
    """Return the figures that a tag raises or lowers, as characters; "" where it does not."""
    name = tags[at][2].lower()
    if tags[at][1] or name not in (SUP, SUB) or at + 1 == len(tags):
        return ""
    return placed(name, text[tags[at].end() : tags[at + 1].start()])


def _instead(text: str, tags: Sequence[re.Match[str]], at: int) -> str:
    """Return what stands where a tag stood: a line break between two paragraphs, else nothing."""
    tag, name = tags[at], tags[at][2].lower()
    if name not in BLOCKS or (not tag[1] and name not in VOIDS):
        return ""
    after = text[tag.end() : tag.end() + 1]
    return "" if after in ("", "\n", "\r") else "\n"


# All cases are synthetic.
_TEXT = "水尺立在老闸的下游，每天早晚各读一次，读数写在一本蓝皮的本子里。"

HTML_TAG = Rewrite(
    html_tag,
    once=True,
    gate="<&",
    examples={
        f"<p>{_TEXT}</p>\n<p>看水的人<strong>换过四个</strong>。</p>\n<p><img src='a.jpg' /></p>": (
            f"{_TEXT}\n看水的人换过四个。\n"
        ),
        f'<div class="text"><p>{_TEXT}</p><p style="x">看水的人换过四个。</p></div>': (
            f"{_TEXT}\n看水的人换过四个。\n"
        ),
        f"{_TEXT}<BR>看水的人换过四个，字迹各不<br/>相同。": (
            f"{_TEXT}\n看水的人换过四个，字迹各不\n相同。"
        ),
        # a quotation that a line's end cuts
        f"{_TEXT}<br>\n他说：“<br>\n换过四个。”<br>\n": f"{_TEXT}\n他说：“\n换过四个。”\n",
        # a label, a quotation that a line's end cuts, one sign of many that is no tag
        f"<p>标签</p>\n<p>{_TEXT}他说：“</p>\n<p>换过四个。”</p>": (
            f"标签\n{_TEXT}他说：“\n换过四个。”"
        ),
        f"{_TEXT}<br>\n" * 20 + "水位<3米。": f"{_TEXT}\n" * 20 + "水位<3米。",
        f"<center>水尺</center>\n<p>{_TEXT}<a href='b'>全文</a></p>": f"水尺\n{_TEXT}全文",
        f"<p>他说：“<b>换过</b>四个。”</p>\n<p>{_TEXT}</p>": f"他说：“换过四个。”\n{_TEXT}",
        # without those of paragraphs
        f"<span style='a'>{_TEXT}</span>看水的人<strong>换过</strong>四个。": (
            f"{_TEXT}看水的人换过四个。"
        ),
        # in entities, of which the & is one too; an indent behind a break
        f"&lt;p id=&quot;a&quot;&gt;{_TEXT}&lt;/p&gt;\n&lt;p&gt;他&lt;b&gt;换过&lt;/b&gt;。": (
            f"{_TEXT}\n他换过。"
        ),
        f"{_TEXT}&amp;lt;br /&amp;gt;看水的人换过&amp;lt;br /&amp;gt;四个。": (
            f"{_TEXT}\n看水的人换过\n四个。"
        ),
        f"<p>{_TEXT}</p>\n<p>3×10<sup>8</sup>米，H<sub>2</sub>O，<sup>[1]</sup>注。</p>": (
            f"{_TEXT}\n3×10⁸米，H₂O，[1]注。"
        ),
        f"{_TEXT}量得流量3×10<SUP>-2</SUP>m<sup>3</sup>/s。": (f"{_TEXT}量得流量3×10⁻²m³/s。"),
        f"{_TEXT} <br>    看水的人<br>    换过四个。": f"{_TEXT} \n    看水的人\n    换过四个。",
    },
    keeps=[
        # one bold word; who names a tag; one that does not close; nothing between
        f"{_TEXT}看水的人<b>换过</b>四个。",
        f"“<b>”和“</b>”成对，“<p>”和“</p>”也是。<br>\n<br>\n{_TEXT}",
        f"标签<b>粗</b>和<i>斜</i>成对。{_TEXT}",
        f"{_TEXT}看水的人<b>换过</b><i>四个。",
        f"写成<b></b>和<i></i>。{_TEXT}",
        f"想粗就写 <b>粗的话</b>，想斜就写 <i>斜的话</i>。{_TEXT}",
        f"给加粗的字注音：他<b>趴</b>着看鱼，白<b>鹭</b>飞回来了。{_TEXT}",
        f"水由<u>　　</u>元素和<u>　　</u>元素组成。{_TEXT}",
        f"光速约为3×10<sup>8</sup>m/s，<b>请</b>记住。{_TEXT}",
        # with tags of other kinds, or one of no figure; who speaks of the tag
        f"{_TEXT}量得流量2m<sup>3</sup>/s，水深a<sup>x+1</sup>。",
        f"{_TEXT}立方米写成 m<sup>3</sup>，这是标签的用法。",
        f"{_TEXT}流量的单位，在编辑框里输入 m<sup>3</sup>/s，保存以后就看到了。",
        f"{_TEXT}把数字放进上标里，即 m<sup>3</sup>，浏览器会把它抬高。",
        f'msgid "Flow (m<sup>3</sup>/s)"\nmsgstr "流量（m<sup>3</sup>/s），{_TEXT}"',
        "m<sup>3</sup>",
        f"粗的写作&lt;b&gt;粗&lt;/b&gt;，斜体&lt;i&gt;斜&lt;/i&gt;。{_TEXT}",
        # In entities: who speaks of them, a page's source, titles in such brackets.
        f"在 HTML 里，段落写作 &lt;p&gt;，换行写作 &lt;br&gt;。{_TEXT}",
        f"用 &lt;br&gt; 换行，用 &lt;br&gt; 两次就空一行，这是从前的办法。{_TEXT}",
        f"写 &lt;p&gt; 和 &lt;/p&gt;，中间是一个段落；&lt;p&gt; 可以省掉结尾。{_TEXT}",
        f"&lt;div id='a'&gt;\n  &lt;input&gt;\n&lt;/div&gt;\n{_TEXT}",
        f"见&lt;水尺&gt;一书，又见&lt;老闸&gt;。{_TEXT}",
        # Who speaks of tags; templates, code, tables, comparisons.
        f"在 HTML 里，段落写作 <p>，换行写作 <br>。{_TEXT}",
        f"用 <br> 换行，用 <br> 两次就空一行，这是从前的办法。{_TEXT}",
        f"写 <p> 和 </p>，中间是一个段落；<p> 可以省掉结尾。{_TEXT}",
        f"```\n<p>{_TEXT}</p>\n<p>第二段</p>\n```",
        f"<p>{{{{ title }}}}</p>\n<p>{_TEXT}</p>\n<p>完</p>",
        f"<table>\n<tr><td>水位</td></tr>\n</table>\n<p>{_TEXT}</p>\n<p>完</p>",
        f"<html>\n<body>\n<p>{_TEXT}</p>\n<p>完</p>\n</body>\n</html>",
        f"设 a<b，b>c，则 a<c。{_TEXT}",
        "<p>第一段&nbsp;</p>",
        f"他在信里写道：<p>{_TEXT}",
        "<p>One</p>\n<p>Two</p>",
        # A bold word that does not close.
        f"<p>{_TEXT}</p>\n<p><b>看水的人换过四个。</p>",
    ],
)

BARE_ENTITY = Rewrite(
    bare_entity,
    once=True,
    gate=";",
    examples={
        "nbsp;nbsp;他说：ldquo;水退了。rdquo;": "  他说：“水退了。”",
        "amp;nbsp;老闸，amp;quot;水尺amp;quot;": ' 老闸，"水尺"',
    },
    keeps=[
        "转义时写 ldquo; 和 rdquo;，前面加 &amp;。",
        "在 HTML 里，nbsp; 前面要有 &，ldquo; 也是。",
        "老闸nbsp;水尺",
        "a.nbsp; b-ldquo; c",
        "nbsp; ldquo; rdquo;",
        "导出的文章满篇都是 nbsp; 和 quot; ，替换就好。",
        "空格 nbsp;\n双引号 quot;\n",
    ],
)
