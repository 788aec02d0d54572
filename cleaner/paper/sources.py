"""Lines and brackets that say where an article is from: 来源：新华社, 摘自《人物》."""

from cleaner import late as re
from cleaner.paper.folding import folded

# A source holds a house, a paper or what its writer is; chosen, try 50 to 80.
SOURCE_CHARS = 60

# (作者系清华大学教授), (来源：新华社), (据《大公报》报道): where an article is from.
SOURCE_RE = re.compile(r"作者|来源:|原载|据[^,，。]{2,24}(?:报道|电)$")

# The same on a line of its own, under the text: 作者单位：江城大学文学院, 作者系县作协会员,
# 据《经济日报》. Leaves 据《史记》, 作者系列作品的特点, 作者系统地回顾了本地的历史。
BARE_SOURCES = frozenset(("作者", "本文", "据《"))
BARE_SOURCE_RE = re.compile(
    r"(?:本文)?作者(?:单位:\s?|系(?![列统]))[^,;:!?。]{4,36}"
    r"|据《[^《》]{2,8}(?:日报|晚报|时报|新闻|周刊|报|网)》(?:报道|消息)?"
)

# The same at the end of a paragraph: (据《长江日报》), (来源：央视新闻), (本报综合). Leaves
# (据《史记》), (《史记》), (苏轼《定风波》): a book, a poem; and a clause.
TAIL_SOURCE_RE = re.compile(
    r"据(?:《[^《》]{2,10}(?:报|刊|周刊|网|社|新闻|时间)》|[\u4e00-\u9fff]{2,8}(?:报|社|网|新闻|客户端)|[\u4e00-\u9fff]{1,8}[视台])"
    r"(?:报[道导]|消息|电)?|来源:\s?[\u4e00-\u9fff《》·、 ]{2,20}"
    r"|(?:本文)?作者(?:系|为|单位)[^,。]{4,40}"
    r"|(?:本报|本刊|新华社)?综合(?:报[道导]|整理|消息)?"
    # of a digest: 摘自《人物》, 余秋 《书屋》第9期, 《科学画报》
    r"|(?:摘自|摘编自|选自)[^,。]{2,30}"
    r"|[\u4e00-\u9fff]{2,3}\s?《[^《》]{2,10}》(?:\d{4}年)?第?\d{1,3}期"
    r"|(?:[\u4e00-\u9fff]{2,3}\s?)?《[^《》]{1,8}(?:[日晚早画]报|周刊|月刊|杂志|文摘)》"
    r"(?:\d{4}年)?(?:第?\d{1,3}期)?"
)


def bare_source(line: str) -> bool:
    """Say whether a line under a text says whence it or its writer is, without brackets."""
    if line[:2] not in BARE_SOURCES or len(line) > SOURCE_CHARS:
        return False
    return BARE_SOURCE_RE.fullmatch(folded(line)) is not None


def tail_source(bracket: str) -> bool:
    """Say whether the bracket at the end of a paragraph says where the article is from."""
    return TAIL_SOURCE_RE.fullmatch(folded(bracket).strip()) is not None
