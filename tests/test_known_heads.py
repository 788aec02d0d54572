"""Headlines that were put together: later stages know them, whatever moved since."""

from cleaner.document import Document
from cleaner.paper.earlier import known_heads
from cleaner.stages import INTERLEAVED_COLUMNS, WRAPPED_HEADLINE

TURNS = (
    "本报讯（记者王宁）昨天上",
    "会议强调，要加强道路巡查，",
    "午，全市农村公路养护工作会议",
    "及时处理路面病害，确保群众出",
    "在市政府礼堂召开。会议要求，",
    "行安全。对超限超载车辆要严格",
    "各县区要把养护资金列入年度预",
    "管理，依法处罚，保护好来之不",
    "算，落实专人负责，做到有路必",
    "易的建设成果。",
    "养、养必到位。",
    "市交通运输局负责人表示，",
    "会议指出，今年以来，全市",
    "下一步将继续加大投入力度，完",
    "新建和改造农村公路一百二十公",
    "善管理制度，推动农村公路高质",
    "里，解决了三十个村的出行难题，",
    "量发展，为乡村振兴提供有力支",
    "群众的生产生活条件得到明显改",
    "撑。",
    "善。",
)
PAGE = "全市农村公路养护工\n作会议昨天召开\n\n" + "\n".join(TURNS) + "\n"


def test_a_headline_stays_known_when_columns_moved() -> None:
    (joined,) = WRAPPED_HEADLINE(Document("page", PAGE))
    assert known_heads(joined) == {"全市农村公路养护工作会议昨天召开"}
    (moved,) = INTERLEAVED_COLUMNS(joined)
    assert moved.text != joined.text
    assert moved.text.startswith("全市农村公路养护工作会议昨天召开\n")
    assert known_heads(moved) == known_heads(joined)


def test_a_traditional_headline_is_known_in_both_scripts() -> None:
    page = (
        "全市農村公路養護工\n作會議昨天召開\n\n"
        "昨天上午，全市農村公路養護工\n作會議在市政府禮堂召開。會議\n要求，各縣區要把養護資金列入\n"
        "年度預算，落實專人負責，做到\n有路必養、養必到位。\n會議指出，今年以來，全市新建\n"
        "和改造農村公路一百二十公里，\n解決了三十個村的出行難題，群\n眾的生產生活條件得到改善。會\n"
        "議部署了今年的重點任務，強調\n要加強道路巡查，及時處理路面\n病害，確保群眾出行安全。\n"
    )
    (joined,) = WRAPPED_HEADLINE(Document("page", page))
    assert joined.text.startswith("全市農村公路養護工作會議昨天召開\n")
    assert known_heads(joined) == {
        "全市農村公路養護工作會議昨天召開",
        "全市农村公路养护工作会议昨天召开",
    }


def test_nothing_is_known_of_other_texts() -> None:
    assert known_heads(Document("page", PAGE)) == frozenset()
