"""Records that a database of newspapers gave, one below the other in one file.

    题名: 石桥镇：“红管家”管出好日子
    作者: 温小军
    报纸中文名: 青溪日报
    正文:
    石桥镇老旧小区多，楼道灯坏了没人修……

Each becomes a document: the title, a subtitle and who wrote it go to their own metadata, the other
fields to `meta["source_line"]`; the label of the text, numbers and rules between records go.
`cleaner.paper.databases` has how they are told from forms, lists and dialogues.
"""

from collections.abc import Iterator

from cleaner.chars.asread import as_read
from cleaner.chars.scripts import CHINESE, script_of
from cleaner.document import Document, Piece, Span
from cleaner.paper.databases import Record, Records, field_name, may_have_records, records_of
from cleaner.stage import Split


def _has_labels(document: Document) -> bool:
    """Say at a glance whether a text may open with fields."""
    return may_have_records(document.text)


def database_record(document: Document) -> Iterator[Piece]:
    """Divide what a database gave into its articles, and lift their fields to metadata.

    Leaves forms, lists, dialogues, bibliographies, and all that has no title and no text in each
    record.
    """
    if document.meta.get("title") or not _has_labels(document):
        return
    if script_of(document) not in CHINESE | {"mixed"}:
        return
    found = records_of(document.text)
    if found:
        for one in found.records:
            yield _piece(found, one)


def _piece(found: Records, one: Record) -> Piece:
    """Turn a record into spans: its text is one, since what stands between its lines tells."""
    lifted = []
    for field in (*one.fields, *one.behind):
        name = field_name(found.kinds[field.label])
        first = field.lines[0]
        if first.value == one.at or not field.values:
            continue
        spans = field.values
        if name in {"byline", "source_line"}:  # with the label, without which a value says little
            spans = ((first.start, first.end), *spans[first.value < first.end :])
        lifted += [(name, Span(*span)) for span in spans]
    body = (Span(one.at, one.text[-1].end),) if one.text else ()
    return Piece((body,) if body else (), tuple(lifted))


# Synthetic, as all below: two texts of a paper.
_FIRST = (
    "柳园镇老旧小区多，楼道灯坏了没人修，垃圾堆了没人运。今年春天，镇里请热心的老人认领楼栋，"
    "当起了管家。\n眼下，全镇一百一十名管家每月上门一次，化解邻里纠纷七十多起。"
)
_SECOND = (
    "天还没亮，渡口村的米粉作坊已经冒起热气。四十六岁的冉启碧做了二十多年，从前只够赶场卖，"
    "如今一天要发八百单快递。\n“以前山里的东西出不去，现在是订单催人。”冉启碧说。"
)
_ONE, _TWO = "柳园镇：一百一十名管家上门化解纠纷", "渡口村米粉作坊一天要发八百单"

DATABASE_RECORD = Split(
    database_record,
    shown=as_read,
    glance=_has_labels,
    examples={
        (
            f"题名: {_ONE}\n作者: 温小军\n报名: 柳园日报\n日期: 2024-09-10\n正文:\n{_FIRST}\n\n"
            f"题名: {_TWO}\n报名: 柳园日报\n日期: 2024-09-12\n正文:\n{_SECOND}\n"
        ): [_FIRST, _SECOND],
        # A head above, labels in brackets, set apart, the text behind its own, rules between.
        (
            f"检索结果 共2条\n\n【标　题】{_ONE}\n【作　者】温小军\n【日　期】2024年9月10日\n"
            f"【正　文】{_FIRST}\n----------\n【标　题】{_TWO}\n【副　题】渡口村见闻\n"
            f"【作　者】王平\n【日　期】2024年9月12日\n【正　文】{_SECOND}\n----------\n"
        ): [_FIRST, _SECOND],
        # Numbers, another order, no label at the text, a field behind it.
        (
            f"[1] 来源：柳园日报\n日期：2024/9/10\n标题：{_ONE}\n{_FIRST}\n关键词：社区\n"
            f"[2] 来源：柳园日报\n日期：2024/9/12\n标题：{_TWO}\n{_SECOND}\n关键词：乡村\n"
        ): [_FIRST, _SECOND],
        # The first has no writer, whose label stands above the others' titles.
        (
            f"[1] 标题：{_ONE}\n来源：柳园日报\n日期：2024/9/10\n{_FIRST}\n"
            f"[2] 作者：王平\n标题：{_TWO}\n来源：柳园日报\n日期：2024/9/12\n{_SECOND}\n"
        ): [_FIRST, _SECOND],
        # Values on lines of their own; labels whose meaning only their values tell.
        (
            f"【名】\n{_ONE}\n【报】\n柳园日报\n【期】\n2024-09-10\n【文】\n{_FIRST}\n"
            f"【名】\n{_TWO}\n【报】\n柳园日报\n【期】\n2024-09-12\n【文】\n{_SECOND}\n"
        ): [_FIRST, _SECOND],
        # English labels; traditional; a single record.
        (
            f"Title: {_ONE}\nAuthor: 温小军\nSource: 柳园日报\nText:\n{_FIRST}\n\n"
            f"Title: {_TWO}\nAuthor: 王平\nSource: 柳园日报\nText:\n{_SECOND}\n"
        ): [_FIRST, _SECOND],
        (
            "標題：渡口的擺渡船\n作者：閔鳳霞\n來源：柳園晚報\n內容：\n"
            "渡口的擺渡船換了新機器，開船的還是老人，他在這裏撐了四十年的船。"
        ): ["渡口的擺渡船換了新機器，開船的還是老人，他在這裏撐了四十年的船。"],
        f"标题：{_ONE}\n作者：温小军\n报纸：柳园日报\n正文：\n{_FIRST}": [_FIRST],
    },
    keeps=(
        # A form; minutes; contacts; a life. No record has a title.
        (
            "姓名：王平\n性别：男\n单位：柳园镇中心小学\n事迹：从教三十年，每天走八里山路去上课，没有落下一节。\n"
            "姓名：李立\n性别：男\n单位：渡口村卫生室\n事迹：守着一间小药房，夜里有人敲门就起来，风雨无阻三十年。"
        ),
        (
            f"时间：2024年5月6日\n地点：二楼会议室\n主持：王平\n内容：{_FIRST}\n"
            f"时间：2024年5月8日\n地点：二楼会议室\n主持：王平\n内容：{_SECOND}"
        ),
        "姓名：王平\n电话：0478-8200000\n地址：柳园镇新街8号\n姓名：李立\n电话：0478-8200001\n地址：渡口村",
        f"2001年—2008年\n单位：柳园镇中心小学\n职务：教师\n主要工作：{_FIRST}",
        # Products, whose titles have no paper; books and films with what they are about.
        (
            f"标题：柳园冬枣五斤装\n价格：59元\n产地：柳园\n详情：{_FIRST}\n"
            f"标题：渡口米粉十包装\n价格：39元\n产地：渡口村\n详情：{_SECOND}"
        ),
        (
            f"书名：渡口\n作者：温小军\n出版社：柳园出版社\n日期：2019-04\n内容简介：{_FIRST}\n"
            f"书名：老闸\n作者：王平\n出版社：柳园出版社\n日期：2020-06\n内容简介：{_SECOND}"
        ),
        # A bibliography, with abstracts and without.
        (
            f"题名: 古镇社区治理研究\n作者: 温小军\n来源: 柳园学报\n日期: 2019-04\n摘要: {_FIRST}\n"
            f"题名: 山区米粉产业调查\n作者: 王平\n来源: 柳园学报\n日期: 2020-06\n摘要: {_SECOND}"
        ),
        (
            "题名: 古镇社区治理研究\n作者: 温小军\n来源: 柳园学报\n年: 2019\n"
            "题名: 山区米粉产业调查\n作者: 王平\n来源: 柳园学报\n年: 2020"
        ),
        # Questions and their answers; a dictionary; recipes; places.
        f"题目：楼道灯坏了怎么办？\n答案：{_FIRST}\n题目：米粉怎么卖到山外？\n答案：{_SECOND}",
        f"问：楼道灯坏了怎么办？\n答：{_FIRST}\n问：米粉怎么卖到山外？\n答：{_SECOND}",
        f"词条：管家\n读音：guǎn jiā\n释义：{_FIRST}\n词条：米粉\n读音：mǐ fěn\n释义：{_SECOND}",
        # A book on a site, one record, its title above; a film; a song with its words.
        (
            "《渡》\n作者: 陈石渔\n出版社: 青石出版社\n出版年: 1987-5\n页数: 212\n装帧: 平装\n\n"
            f"{_FIRST}"
        ),
        f"片名：渡口\n导演：王平\n年代：1987\n剧情：{_FIRST}\n片名：老闸\n导演：李立\n年代：1990\n剧情：{_SECOND}",
        f"菜名：渡口米粉\n用料：米粉、辣椒\n做法：{_FIRST}\n菜名：柳园枣糕\n用料：冬枣\n做法：{_SECOND}",
        # E-mails; a dialogue; an interview, whose turns are long.
        (
            f"发件人：王平\n收件人：李立\n日期：2024-05-06\n主题：{_ONE}\n\n{_FIRST}\n\n"
            f"发件人：李立\n收件人：王平\n日期：2024-05-07\n主题：{_TWO}\n\n{_SECOND}"
        ),
        f"王平：你去过渡口吗？\n李立：{_FIRST}\n王平：后来呢？\n李立：{_SECOND}",
        f"记者：楼道灯坏了怎么办？\n王平：{_FIRST}\n记者：米粉呢？\n王平：{_SECOND}",
        # Subheads in brackets; one label with a title; titles alone.
        f"【楼道灯】\n{_FIRST}\n【米粉】\n{_SECOND}",
        f"标题：{_ONE}\n{_FIRST}\n标题：{_TWO}\n{_SECOND}",
        f"标题：{_ONE}\n标题：{_TWO}\n标题：渡口的摆渡船换了新机器",
        # An article that speaks of one.
        f"{_FIRST}\n标题：{_ONE}\n作者：温小军\n来源：柳园日报\n正文：\n{_SECOND}",
    ),
)
