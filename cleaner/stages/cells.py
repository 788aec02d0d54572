"""Set cells that stand side by side in columns, padded or behind tabs, one below the other.

What moves is part of a line, so this is a rewrite of the rows, not an arrangement of lines. It
stands before the stages that find columns by what their lines say: these read what is left.
"""

from collections.abc import Iterator

from cleaner.document import Document, Edit
from cleaner.order.cells import deal_cells
from cleaner.stage import Rewrite


def column_cell(document: Document) -> Iterator[Edit]:
    """Set columns whose cells stand in one line, padded or behind tabs, one below the other.

    Left alone: tables, lists in columns, forms, verse, code, contents: whatever is not prose,
    broken at a width, on both sides of the gutter.
    """
    yield from deal_cells(document.text)


# Synthetic: an article in two columns.
_LEFT = (
    "从今年春天起，柳园街道把三间",
    "闲置的门面房改成了社区食堂。中午",
    "十一点半，队伍已经排到了门口，来",
    "吃饭的多是附近的老人。",
    "食堂由街道出房子、企业管做饭、志",
)
_RIGHT = (
    "愿者帮着送餐，一荤两素的套餐卖十",
    "二元，七十岁以上的居民再减三元。",
    "开业两个月，每天卖出三百多份。",
    "街道负责人说，下一步还要在河",
    "西的两个小区各开一家。",
)
_PAIRS = tuple(zip(_LEFT, _RIGHT, strict=True))
_ROWS = "".join(f"{left}{'  ' * (18 - len(left))}{right}\n" for left, right in _PAIRS)
_LAYOUT = "".join(f"{left:18}{right}\n" for left, right in _PAIRS)
_TABS = "".join(f"{left}\t{right}\n" for left, right in _PAIRS)
_DEALT = "".join(f"{line}\n" for line in (*_LEFT, *_RIGHT))
_HEAD = "社区食堂开进老旧小区\n\n"

# Synthetic: articles side by side, and one below them, without a blank line around headlines.
_FOOD = ("柳园街道社区食堂开业", "  " + _LEFT[0], *_LEFT[1:4])
_DITCH = (
    "北塘镇赶在开春前清淤",
    "  入冬以来，北塘镇组织人手清",
    "理河道，十二条沟渠的淤泥全部挖",
    "净，岸边的杂草和垃圾也运走了，",
    "开春后还要种上两排柳树。",
)
_TEA = "高山茶园迎来头采季"
_TEA_LEFT = (
    "  清明前后，云岭乡的三千亩高",
    "山茶园陆续开采，外出的人也赶了",
    "回来，一天能采两斤鲜叶。乡里请",
    "来的炒茶师傅在村口支起了大锅，",
)
_TEA_RIGHT = (
    "边炒边教，年轻人学得很快。",
    "  合作社负责人说，今年的春茶",
    "已经订出去一半，价钱比去年高出",
    "一成，大家的劲头更足了。",
)

# Synthetic: figures make a line of its own longer, in characters, than the column is wide; and the
# right column's rows stand between the left one's.
_LOW = (
    "全镇今年修好 12.5 公里水渠，比",
    "去年多出 3.5 公里，总投资 1460 万",
    "元，受益农田 23800 亩，每亩可以少",
    "用水 40 立方米，多收粮食 55 公斤。",
)
_HIGH = (
    "镇里的水管员说，过去浇一遍地",
    "要等上十来天，如今轮到哪家，扫码",
    "开闸就行，水费也算得清清楚楚，谁",
    "家用了多少，手机上看得见。",
)
_ALTERNATE = _LAYOUT + "".join(
    line for low, high in zip(_LOW, _HIGH, strict=True) for line in (f"{low}\n", f"{'':18}{high}\n")
)
_PULLED = "".join(f"{line}\n" for line in (*_LEFT, *_LOW, *_RIGHT, *_HIGH))


def _side_by_side(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    return "".join(f"{a:18}{b}\n" for a, b in zip(left, right, strict=True))


def _lines(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


_SHEET = f"{_side_by_side(_FOOD, _DITCH)}{_TEA}\n{_side_by_side(_TEA_LEFT, _TEA_RIGHT)}"
_SET = "\n".join((_lines(*_FOOD), _lines(*_DITCH), _lines(_TEA, *_TEA_LEFT, *_TEA_RIGHT)))
# An article that ends with who wrote it, one that ends with no mark, and two columns of which one
# has a blank line where the other goes on: no headline.
_SIGNED, _ENDLESS = (
    tuple(sheet.replace("两排柳树。", end) for sheet in (_SHEET, _SET))
    for end in ("柳树。（王桦）", "两排柳树")
)
_PAUSE = (*_DITCH[1:4], "", _DITCH[4], *_TEA_RIGHT)
_PAUSED = _side_by_side((*_LEFT, *_HIGH), _PAUSE)
_UNPAUSED = _lines(*_LEFT, *_HIGH, *filter(None, _PAUSE))
# A headline of two parts over both columns of its article; two headlines, short of their columns.
_SLOGAN = "保民生  促经济\n"
_APART, _PARTED = "食堂开业了     清淤提前完工\n", "食堂开业了\n\n清淤提前完工\n"

# Synthetic: a middle column that ends first, so that the numbers of cells mislead below it; first
# lines are set in. And gaps of two spaces behind lines of any length: no offset shows a gutter.
_OUTER, _INNER, _LAST = _LEFT + _HIGH[:2], _DITCH[1:], _RIGHT + _LOW[:2]
_SHORT_MIDDLE = "".join(
    f"{a:18}{b:18}{c}\n"
    for a, b, c in zip(
        ("  " + _OUTER[0], *_OUTER[1:]),
        (*_INNER, *[""] * (len(_OUTER) - len(_INNER))),
        ("  " + _LAST[0], *_LAST[1:]),
        strict=True,
    )
)
_IN_THREE = _lines("  " + _OUTER[0], *_OUTER[1:], *_INNER, "  " + _LAST[0], *_LAST[1:])
_NEXT_TO = "".join(f"{left}  {right}\n" for left, right in _PAIRS)

# Synthetic: what has gutters and is no column of prose.
_TABLE = (
    "地区      面积（亩）    产量（吨）    比上年增长\n"
    "河东乡    12300         4500          3.2%\n"
    "河西乡    8700          3100          1.8%\n"
    "柳园镇    15400         6200          4.5%\n"
    "北塘镇    9900          3800          2.7%\n"
)
_NAMES = (
    "王小雨  李立立  赵强国  陈思远  周大江\n"
    "孙文静  吴海波  郑春生  冯玉兰  褚建平\n"
    "卫东升  蒋月华  沈国庆  韩雪梅  杨柳青\n"
    "朱红军  秦岭南  尤长江  许多多  何必成\n"
)
_VERSE = (
    "春风又绿江南岸，细雨轻寒柳色新。  燕子归来寻旧垒，桃花落尽见残春。\n"
    "小桥流水人家远，古道西风客路频。  极目烟波千万里，不知何处是归津。\n"
    "夜来风雨声声急，晓起庭前满地尘。  一盏清茶消永日，半窗明月伴闲身。\n"
    "山中无历知寒暑，野外有人问菊邻。  莫道此身长作客，故园松竹待归人。\n"
)
_TIMETABLE = (
    "时间            活动                    地点\n"
    "八点三十分      开幕式，领导讲话        会展中心一楼大厅\n"
    "九点            代表发言，分组讨论      会展中心三楼会议室\n"
    "十一点三十分    午餐                    职工食堂\n"
    "十四点          参观企业，座谈          开发区管委会\n"
)
_FORM = (
    "姓名：          性别：          出生年月：\n"
    "籍贯：          民族：          政治面貌：\n"
    "单位：          职务：          联系电话：\n"
    "住址：          邮编：          电子信箱：\n"
)
_GLOSSARY = (
    "社区食堂        community canteen, a place to eat near home\n"
    "老旧小区        old residential compound, to be renovated\n"
    "农村公路        rural road, kept up by the county or village\n"
    "防汛抗旱        flood control and drought relief in summer\n"
)
_TERMS = (
    "养护        对公路和桥梁进行的日常保养、检查和维修。\n"
    "超限        车辆的高度、宽度或者重量超过规定的限度。\n"
    "路面病害    路面上出现的裂缝、坑槽、沉陷等各种损坏。\n"
    "年度预算    一年之内收入和支出的计划，由人大批准。\n"
)
_CODE = (
    "width   =  18      # 栏的宽度，以字计\n"
    "gutter  =  2       # 两栏之间的空，以字计\n"
    "rows    =  40      # 每栏的行数，不含标题\n"
    "indent  =  2       # 段首缩进，以字计\n"
)
_CONTENTS = (
    "第一章  社区食堂开进老旧小区的经过        1\n"
    "第二章  河道清淤工程提前完工的经验        15\n"
    "第三章  高山茶园迎来头采季的准备工作      27\n"
    "第四章  城区新增三条公交线路的前前后后    41\n"
)
_MARKDOWN = (
    "| 食堂   | 由街道出房子、企业管做饭，一荤两素卖十二元，七十岁以上减三元 |\n"
    "| 水渠   | 镇上组织人手，十二条沟渠的淤泥全部挖净，岸边的杂草也运走了   |\n"
    "| 茶园   | 三千亩高山茶园陆续开采，外出的人也赶了回来，一天能采两斤鲜叶 |\n"
    "| 公交   | 新增三条线路，早班提前到五点半，末班推迟到晚上十点，票价不变 |\n"
)
# A letter set in deeply, below each paragraph's end.
_SET_IN = "".join(f"{a}\n{'':12}{b}\n" for a, b in zip(_DITCH[1:3], _FOOD[2:4], strict=True))
_HEADLINES = (
    "社区食堂开进老旧小区街巷  河道清淤工程提前三月完工\n"
    "高山茶园今春迎来头采季节  城区新增三条公交线路开通\n"
    "县图书馆延长周末开放时间  小学生足球赛下周六将开幕\n"
    "农民画展在文化中心展出中  冬小麦播种工作已全面完成\n"
)

# A manual: lines stretched to one width, whose gaps stand below each other by chance; options that
# hang out of what they mean.
_STRETCHED = (
    "    这一行让脚本等着，直到对方送来  OK，如果规定的时间里什么也收\n"
    "    不到，就由它发出一个中断的信号  再从头等起，一直等到对方回过\n"
    "    话为止，要是第一次就收到的话，  BREAK便不会发出，后面那些已经\n"
    "    的回答也照样送出，脚本就是这些  写得很短，却够用了，不必再改\n"
    "    来改去，除非  对方换了机器，  或者换了说话的  办法，那时候再说。\n"
    "\n"
    "    拨号的时候  先送出初始化的命令，  再等对方回答  好，然后才送出号\n"
    "    码。  占线的时候对方送回  一个词，  脚本记下来，  再换一个号码来\n"
    "    试，试过  三次还不通就放弃，并且把  原因写到日志里，  留给人看。\n"
)
_OPTIONS = (
    "       -T, --tabsize=列数\n"
    "              指定左边界宽度为给定列数，而非默认的 8\n"
    "\n"
    "       -m     与 -lm 同时使用时：列出修改时间且按修改\n"
    "              时间排序；与 -l 同时使用时：列出修改时间\n"
    "              但按大小排序；其他情况：按修改时间排\n"
    "              序，最早的最前\n"
    "\n"
    "       -M     不进行排序；按照原来次序列出文件\n"
    "\n"
    "       -s     对名字中的序号（或时间值）进行数值排序\n"
    "\n"
    "       -w, --width=列数\n"
    "              设置屏幕宽度为指定列数。0 表示不折行\n"
    "\n"
    "       2      表示参数错误（例如：不能认出命令行参\n"
    "              数）。\n"
)

# Tables whose cells are wrapped prose, and begin together: a law before and after, a form of which
# one column alone is prose, a plan of lessons whose names stand in the middle of their rows.
_BEFORE_AND_AFTER = _side_by_side(
    (
        *("渡船每天往返四趟，遇到大雾就", "停航，什么时候复航由船长看了", "天色以后决定。"),
        *("乘客应当先下后上，不得在船头", "停留。", ""),
        *("货物每件不超过五十公斤，超过", "的要事先说明，能不能上船由船", "长决定。"),
        *("船票在码头的窗口买，上船以后", "不补票，没有票的人请他下船。"),
    ),
    (
        *("渡船每天往返六趟，遇到大雾或", "者大风就停航。", ""),
        *("乘客应当先下后上，不得在船头", "停留，带小孩的乘客由船员扶着", "上下。"),
        *("货物每件不超过三十公斤，超过", "的不运。", ""),
        *("船票在码头的窗口买，上船以后", "也可以补票，价钱和窗口一样。"),
    ),
)
_ONE_OF_PROSE = (
    "电话：    殷实      备注：        值班员每两小时巡查一次，\n"
    "                                  发现异常立即报告。\n"
    "住址：    张建国    审批意见：    仓库要保持通风干燥，货物\n"
    "                                  离墙离地堆放。\n"
    "事由：    赵平      说明：        学员到校后先领教材，再到\n"
    "                                  教务处登记住宿。\n"
    "姓名：    李秀英    备注：        老槐树被风刮断了一枝，大\n"
    "                                  家把它锯成了板凳。\n"
)
_LESSONS = (
    "          老师先讲例题，再让学    学生自读课文，划出不懂\n"
    "导入      生分组讨论，最后请代    的词语，同桌互相提问。\n"
    "          表上台说明。\n"
    "          通过朗读体会作者的感    孩子们轮流朗读，读错的\n"
    "新授      情，注意停顿。          地方由同桌指出，再读一\n"
    "                                  遍。\n"
    "          发下练习纸，巡回看学    先独立完成，再在小组里\n"
    "练习      生怎样做，记下共同的    对一对答案，说说是怎样\n"
    "          错误。                  想的。\n"
    "          总结这一课学到的方法    说出自己还不明白的地\n"
    "小结      和应当注意的事项。      方。\n"
)

COLUMN_CELL = Rewrite(
    column_cell,
    gate=" \t\u3000",
    once=True,
    examples={
        _HEAD + _ROWS: _HEAD + _DEALT,
        # as Poppler counts: a Han character is one
        _HEAD + _LAYOUT: _HEAD + _DEALT,
        _HEAD + _TABS: _HEAD + _DEALT,
        _SHEET: _SET,
        _SIGNED[0]: _SIGNED[1],
        _ENDLESS[0]: _ENDLESS[1],
        _HEAD + _PAUSED: _HEAD + _UNPAUSED,
        _SLOGAN + _LAYOUT: _SLOGAN + _DEALT,
        _APART + _LAYOUT: _PARTED + _DEALT,
        _ALTERNATE: _PULLED,
        _SHORT_MIDDLE: _IN_THREE,
        _HEAD + _NEXT_TO: _HEAD + _DEALT,
    },
    keeps=[
        _STRETCHED,
        _OPTIONS,
        _DEALT,
        _TABLE,
        _NAMES,
        _VERSE,
        _TIMETABLE,
        _FORM,
        _GLOSSARY,
        _TERMS,
        _CODE,
        _CONTENTS,
        _HEADLINES,
        _MARKDOWN,
        _SET_IN,
        _BEFORE_AND_AFTER,
        _ONE_OF_PROSE,
        _LESSONS,
    ],
)
