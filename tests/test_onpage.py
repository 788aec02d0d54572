"""Headlines of a page that kept its paragraphs, told by small signs and by their neighbours.

All texts are synthetic.
"""

import pytest
from made import PIPELINE, titles

from cleaner import Document
from cleaner.layout import read_lines
from cleaner.paper.headshape import closed_up, is_heading

HEAD = "青石日报　2024年3月9日　星期六　第4版　综合\n责编：王平 版式：李燕"
WATER = (
    "入冬以来，老闸边的水尺每天早晚各读一次，读数写在一本蓝皮的本子里，用完就放进木箱。\n"
    "看水的人换过四个，如今是一位姑娘，她说水尺读久了，夜里也听得出涨落。"
)
MARKET = (
    "昨天清晨五点，东门菜市场的灯已经亮了，卖豆腐的夫妻把木板一块块卸下来。\n"
    "市场改造以后，摊位比过去宽了一尺，雨天地上也不再积水，生意好了三成。"
)
BRIDGE = (
    "3月7日，县里给石拱桥做了一次检查，工程师用锤子敲，用雷达扫，写了十页报告。\n"
    "报告说，桥身完好，桥面的石板要换二十块，四月里半幅施工，行人照常通行。"
)
POEM = (
    "渡口还是那个渡口\n船比从前瘦了\n水落下去，石阶一级一级\n露出从前的脚印\n有人在对岸喊一个名字"
)
HOUSE = "门环锈了\n推开时还是那一声咳嗽\n院里的枣树\n比我先认出了我\n背面是母亲记的账"

VOICE = (
    "看水人天不亮就起来，先到老闸边看一眼水，再回屋里生火，锅里的粥要熬上半个时辰。\n"
    "他不爱说话，一个人住久了，话都说给水听，水涨了他高兴，水落了他也不发愁。"
)
NIGHT = (
    "夜里看水人要起来两次，提着灯走到老闸边，照一照水，把读数记在本子上再回屋里睡。\n"
    "灯是旧的，玻璃罩子裂了一道缝，风大的时候要用手挡着，看水人的手背上有烫过的印子。"
)
STREET = (
    "东街的店铺一家挨着一家，最早开门的是豆腐坊，木板卸下来，热气就涌到了街心。\n"
    "卖针线的老太太坐在门口，谁家的孩子要上学，谁家的媳妇要回门，她都叫得出名字。"
)
SERIAL = (
    "刘科长推开门，屋里的人一下子都不说话了。老许端起茶缸，吹了吹并不存在的茶叶。\n"
    "“怎么，我一来就散会？”刘科长笑着拉过一把椅子。没有人接着说。"
)
ADS = (
    "本厂招缝纫工二十名，包食宿，月薪面议，有经验者优先。联系人：王先生。",
    "解放路临街门面两间，面积六十平方米，水电齐全，租金面议。",
)


@pytest.mark.parametrize(
    ("page", "found"),
    [
        pytest.param(
            f"{HEAD}\n老闸边的水尺\n{WATER}\n菜市场的早晨\n{MARKET}\n给石拱桥看病\n{BRIDGE}",
            ["老闸边的水尺", "菜市场的早晨", "给石拱桥看病"],
            id="two paragraphs each, no byline, no blank line",
        ),
        pytest.param(
            f"{HEAD}\n水尺\n□陈小山\n{WATER}\n菜市场的早晨\n□吴莉莉\n{MARKET}",
            ["水尺", "菜市场的早晨"],
            id="two characters over a byline",
        ),
        pytest.param(
            f"{HEAD}\n青石县：\n老闸边立起新水尺\n□陈小山\n{WATER}\n菜市场的早晨\n□吴莉莉\n{MARKET}",
            ["青石县：老闸边立起新水尺", "菜市场的早晨"],
            id="the first line of a headline ends in a pause",
        ),
        pytest.param(
            f"{HEAD}\n老闸边的水尺\n□陈小山\n{WATER}\n☆街头巷尾☆\n菜市场的早晨\n□吴莉莉\n{MARKET}",
            ["老闸边的水尺", "菜市场的早晨"],
            id="the name of a column between marks",
        ),
        pytest.param(
            f"{HEAD}\n老闸边的水尺\n{WATER}\n早 晨 的 菜 市 场\n{MARKET}",
            ["老闸边的水尺", "早 晨 的 菜 市 场"],
            id="each character set apart",
        ),
        pytest.param(
            f"{HEAD}\n老闸边的水尺\n□陈小山\n{WATER}\n大院（连载·42）\n{SERIAL}\n菜市场的早晨\n{MARKET}",
            ["老闸边的水尺", "大院（连载·42）", "菜市场的早晨"],
            id="an instalment of a novel",
        ),
        pytest.param(
            f"{HEAD}\n老闸边的水尺\n{WATER}\n招聘\n{ADS[0]}\n招　租\n{ADS[1]}",
            ["老闸边的水尺", "招聘", "招 租"],
            id="small advertisements",
        ),
        pytest.param(
            f"{HEAD}\n“我家的水尺立起来了！”\n□陈小山\n{WATER}\n菜市场的早晨\n□吴莉莉\n{MARKET}",
            ["“我家的水尺立起来了！”", "菜市场的早晨"],
            id="an exclamation in quotation marks over a byline",
        ),
        pytest.param(
            f"{HEAD}\n老闸边的水尺\n{WATER}（陈小山）\n菜市场的早晨\n市场里的灯火与人\n{MARKET}",
            ["老闸边的水尺", "菜市场的早晨"],
            id="a name ends the text above",
        ),
        pytest.param(
            f"{HEAD}\n老闸边的水尺\n□陈小山\n{WATER}\n县区动态\n"
            "●石拱桥换石板\n3月7日，县里给石拱桥换石板二十块，行人照常通行，工期一个月。\n"
            "●菜市场改造完工\n昨天，东门菜市场改造完工，摊位比过去宽了一尺，地上不再积水。",
            ["老闸边的水尺", "石拱桥换石板", "菜市场改造完工"],
            id="briefs behind bullets",
        ),
        pytest.param(
            f"{HEAD}\n老闸边的水尺\n{WATER}\n渡口\n{POEM}\n菜市场的早晨\n{MARKET}",
            ["老闸边的水尺", "渡口", "菜市场的早晨"],
            id="a poem without a name among articles",
        ),
        pytest.param(
            f"{HEAD}\n渡口\n□赵国英\n{POEM}\n水尺\n□陈小山\n{WATER}\n老屋\n□李燕\n{HOUSE}\n"
            f"菜市场\n□吴莉莉\n{MARKET}",
            ["渡口", "水尺", "老屋", "菜市场"],
            id="as many verses as paragraphs, with names",
        ),
        pytest.param(
            f"{HEAD}\n老闸边的水尺每天\n早晚各读一次\n□陈小山\n{WATER}\n"
            f"东门菜市场改造\n以后摊位宽了\n□吴莉莉\n{MARKET}",
            ["老闸边的水尺每天早晚各读一次", "东门菜市场改造以后摊位宽了"],
            id="two lines of one headline, by what the text says across the cut",
        ),
        pytest.param(
            f"{HEAD}\n老闸边立起新水\n尺\n□陈小山\n{WATER}\n东门菜市场灯火通\n明的早晨\n□吴莉莉\n{MARKET}",
            ["老闸边立起新水", "东门菜市场灯火通明的早晨"],
            id="two lines of one headline, by the word that is cut",
        ),
        pytest.param(
            f"{HEAD}\n看水人的一天\n{VOICE}\n郝红雪\n东街的早晨\n{STREET}\n符玉民",
            ["看水人的一天", "东街的早晨"],
            id="a bare name returns under the texts",
        ),
        pytest.param(
            f"{HEAD}\n看水人的一天\n沧江 左立进\n{VOICE}\n东街的早晨\n岩口 邵民强\n{STREET}",
            ["看水人的一天", "东街的早晨"],
            id="a name with a place returns over the texts",
        ),
        pytest.param(
            f"{HEAD}\n看水人的一天\n{VOICE}（岩口供销社报喜组）\n东街的早晨\n{STREET}（县革委会写作班）",
            ["看水人的一天", "东街的早晨"],
            id="who sent it in stands behind every last sentence",
        ),
    ],
)
def test_headlines_of_a_page_are_found(page: str, found: list[str]) -> None:
    assert found == titles(page)


@pytest.mark.parametrize("names", ["毛涵 汤飞 左立进", "王小雨、李兰", "柳园镇：毛涵"])
def test_names_between_a_headline_and_its_text_are_its_byline(names: str) -> None:
    page = f"{HEAD}\n看水人的一天\n{names}\n{VOICE}\n东街的早晨\n□陈小山\n{STREET}"
    found = [one.meta.get("byline") for one in PIPELINE(Document("page", page)) if not one.outcome]
    assert found == [[names], ["□陈小山"]]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(
            f"{HEAD}\n老闸边的看水人\n□陈小山\n{WATER}\n夜里听水\n"
            "看水的姑娘把水尺擦了又擦，老闸的水声她听得出涨落，本子里的读数没有断过一天。\n"
            "换下来的水尺放在木箱里，和看水人的本子在一起，一共四根，都是老闸边的杉木。",
            id="a subhead, whose text speaks of the same",
        ),
        pytest.param(
            f"老闸边的水尺\n{WATER}\n菜市场的早晨\n{MARKET}\n给石拱桥看病\n{BRIDGE}",
            id="nothing says that it is a page of a paper",
        ),
        pytest.param(
            f"{HEAD}\n三月的工作\n□陈小山\n{WATER}\n校园招聘\n水厂今年到学校招了两名看水工，一位读水尺，"
            "一位记本子，本子记满了放进木箱，木箱放在老闸边。",
            id="hiring is a part of the report",
        ),
        pytest.param(
            f"{HEAD}\n三月的工作\n□陈小山\n{WATER}\n招聘\n水厂今年到学校去了三回，收到四十多份履历，最后招了两名看水工，一位读水尺，"
            "一位记本子。\n出 售\n旧的水泵卖给了邻县，所得的钱买了新木箱，放在老闸边。",
            id="hiring and selling are parts of the report: nobody is told whom to ask",
        ),
        pytest.param(
            f"{HEAD}\n三月的水尺\n□陈小山\n{WATER}\n日 一 二 三 四 五 六\n1 2 3 4 5 6 7\n8 9 10",
            id="the days of a calendar, set apart",
        ),
        pytest.param(
            f"{HEAD}\n三月的工作\n□陈小山\n{WATER}\n"
            "●检查\n检查石拱桥一次，写了十页报告，换石板二十块。\n"
            "●改造\n改造菜市场一处，摊位宽了一尺，地上不再积水。",
            id="items whose names are too short for headlines",
        ),
        pytest.param(
            f"{HEAD}\n老闸边的看水人\n□陈小山\n{WATER}\n看水的姑娘\n读水尺两次\n记本子一页\n擦水尺4根\n清淤300米\n"
            "看水的姑娘把水尺擦了又擦，老闸的水声她听得出涨落，本子里的读数没有断过一天。\n"
            "换下来的水尺放在木箱里，和看水人的本子在一起，一共四根，都是老闸边的杉木。",
            id="a list among paragraphs, as long as a poem",
        ),
        pytest.param(
            f"{HEAD}\n老闸边的水尺\n{WATER}\n2 本周事项\n2.1 王平查一到四号闸\n"
            "2.2 李燕编预算\n2.3 吴莉莉补发票\n2.4 陈小山换水尺\n3 其他\n3.1 食堂涨价\n3.2 没有",
            id="numbered items, as long as a poem",
        ),
        pytest.param(
            f"{HEAD}\n老闸边的水尺\n{WATER}\n审判长 王某\n审判员 赵某\n审判员 孙某\n"
            "二〇一九年八月六日\n书记员 周某\n本判决为终审判决",
            id="who signs a judgment, as long as a poem",
        ),
        pytest.param(
            f"{HEAD}\n看水人的一天\n□陈小山\n{VOICE}\n郝红雪\n看水人的夜里\n{NIGHT}",
            id="a bare name that does not return",
        ),
        pytest.param(
            f"{HEAD}\n看水人的一天\n□陈小山\n{VOICE}（见上图）\n他说了什么（原话）。\n看水人的夜里\n"
            f"{NIGHT}（见下图）\n他又说了一遍，声音比刚才低，说完就去关那盏挂在门口的灯。",
            id="brackets that stand in the midst of a text, too",
        ),
        pytest.param(
            f"{HEAD}\n看水人的一天\n□陈小山\n{VOICE}\n联系人：郝红雪 电话：82317766\n{NIGHT}",
            id="a telephone number",
        ),
    ],
)
def test_what_only_looks_like_headlines_divides_nothing(page: str) -> None:
    assert len(titles(page)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("老闸边立起新水尺", "看水的人换过四个"),
        ("给石拱桥看病", "工程师写了十页报告"),
        ("老闸边的看水姑娘", "每天早晚各读一次水尺"),
    ],
)
def test_a_subtitle_is_no_second_line_of_a_headline(first: str, second: str) -> None:
    page = f"{HEAD}\n{first}\n{second}\n□陈小山\n{WATER}\n菜市场的早晨\n□吴莉莉\n{MARKET}"
    assert [first, "菜市场的早晨"] == titles(page)


def test_an_anthology_is_no_page() -> None:
    text = "\n".join(
        f"{title}\n作者：王平\n{POEM}" for title in ("渡口的船", "老屋的门", "对岸的人")
    )
    assert len(titles(text)) == 1


@pytest.mark.parametrize(
    ("kicker", "title"),
    [
        ("本着群众的事一件一件办到底的精神", "石拱桥四月半幅施工"),
        ("认真抓好今年春天的各项生产", "东门菜市场摊位加宽"),
    ],
)
def test_a_wide_line_over_the_title_that_the_text_repeats_is_a_kicker(
    kicker: str, title: str
) -> None:
    text = BRIDGE if "桥" in title else MARKET
    page = f"{HEAD}\n{kicker}\n{title}\n□陈小山\n{text}\n老闸边的水尺\n□吴莉莉\n{WATER}"
    assert [title, "老闸边的水尺"] == titles(page)


@pytest.mark.parametrize(
    "caption",
    ["▲老闸边立着新水尺。（王平攝）", "圖為看水的姑娘在讀水尺。", "图：新水尺（资料图片）"],
)
def test_a_caption_stands_between_a_headline_and_its_text(caption: str) -> None:
    text = f"本报讯（记者李燕）{WATER}"
    page = f"{HEAD}\n菜市场的早晨\n□吴莉莉\n{MARKET}\n老闸边立起新水尺\n{caption}\n{text}"
    assert titles(page) == ["菜市场的早晨", "老闸边立起新水尺"]


def test_the_name_of_a_column_may_be_said_by_chance() -> None:
    page = f"{HEAD}\n看水尺的人\n□陈小山\n{WATER}\n市场万象\n东门菜市场摊位加宽\n□吴莉莉\n{MARKET}"
    assert titles(page) == ["看水尺的人", "东门菜市场摊位加宽"]


def test_a_title_that_pauses_and_that_the_text_repeats_is_no_kicker() -> None:
    first, second = "石拱桥做检查 桥身完好", "半个月后再看一次"
    page = f"{HEAD}\n{first}\n{second}\n□陈小山\n{BRIDGE}\n老闸边的水尺\n□吴莉莉\n{WATER}"
    assert [first, "老闸边的水尺"] == titles(page)


@pytest.mark.parametrize("byline", ["□陈小山\n", ""])
def test_a_question_with_its_answer_is_a_headline(byline: str) -> None:
    title = "石拱桥也要检查？工程师写了十页报告"
    page = f"{HEAD}\n老闸边的水尺\n□吴莉莉\n{WATER}\n{title}\n{byline}{BRIDGE}"
    assert ["老闸边的水尺", title] == titles(page)


@pytest.mark.parametrize(
    "line",
    [
        "他问我这水要涨到哪一天？我说不知道",
        "记者：今年的水比去年高吗？看水人：高一尺",
        "联系人：郝红雪",
        "书名：渡口的船",
    ],
)
def test_what_is_said_and_what_is_filled_in_is_no_headline(line: str) -> None:
    page = f"{HEAD}\n老闸边的水尺\n□吴莉莉\n{WATER}\n{line}\n{VOICE}"
    assert titles(page) == ["老闸边的水尺"]


def test_a_line_spread_to_its_column_is_no_heading_before_lines_are_joined() -> None:
    line = read_lines("火 箭 炮 系 统 和")[0]
    assert not is_heading(line)
    assert is_heading(closed_up(line))


VERSES = "江面上只有一盏灯\n它走，夜也走\n两岸的狗叫\n一声一声地退后\n船舱里的人都睡了"


@pytest.mark.parametrize(
    "poem",
    [f"夜航\n陈小雨\n{VERSES}", f"夜航\n{VERSES}\n陈小雨", f"夜航\n{VERSES}\n（陈小雨）"],
)
def test_a_poem_has_its_poet_above_or_below(poem: str) -> None:
    page = (
        f"{HEAD}\n老闸边的水尺\n本报记者 陈小山\n{WATER}\n{poem}\n菜市场的早晨\n□吴莉莉\n{MARKET}"
    )
    found = [one for one in PIPELINE(Document("page", page)) if not one.outcome]
    assert [one.meta.get("title") for one in found] == ["老闸边的水尺", "夜航", "菜市场的早晨"]
    assert found[1].text == VERSES
    assert found[1].meta["credits"][-1].strip("（）") == "陈小雨"


@pytest.mark.parametrize(
    "listed",
    [
        "获奖名单\n王小雨\n李立\n陈思远\n赵强\n何小山\n吴莉莉",
        "主编\n陈小雨\n美编\n何小山\n校对\n李立\n印刷\n本报印刷厂",
        "到会的人\n陈小雨\n何小山\n水文站\n老闸\n菜市场\n石拱桥\n渡口",
        "受灾村庄\n渡口村\n石桥村\n黄土岭村\n大李家\n马家店村\n竹溪镇",
        "先进车间\n陈小雨\n编织车间\n火烤车间\n包装车间\n后勤食堂\n运输队",
        "游园须知\n周建国\n不乱扔果皮\n不攀折花木\n不追打动物\n不大声喧哗\n看好自己的孩子",
    ],
)
def test_a_list_with_names_in_it_is_no_poem(listed: str) -> None:
    page = f"{HEAD}\n老闸边的水尺\n本报记者 陈小山\n{WATER}\n{listed}"
    found = [one for one in PIPELINE(Document("page", page)) if not one.outcome]
    assert "\n".join(one.text for one in found).endswith(listed.split("\n", 1)[1])
