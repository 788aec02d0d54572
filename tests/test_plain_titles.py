"""The title of a text that is no paper, told by its own words or said twice. All made up."""

import pytest
from test_articles import articles, titles

HEAD = "青山湖边修起了六公里长的新步道"
LEAD = "昨天，青山湖边的新步道修好了，全长六公里。"
WALK = (
    "步道沿着湖边修，有四座木桥，老人们吃过晚饭就来走上一圈，孩子们在桥上看鱼，青山的影子落在湖里。"
)
REST = (
    "园林局说，青山湖边还要种三百棵柳树，新步道旁边的旧码头也会修起来，明年春天就能坐船到对岸去。"
)
MILL = "老粮库改成了图书馆，三十万册书从旧馆搬来，自习室夜里十点才关门，周末还有人来讲本地的历史。"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{HEAD}\n{LEAD}\n{WALK}\n{REST}", id="over a short first sentence"),
        pytest.param(f"{HEAD}\n\n{LEAD}\n\n他来了。\n\n{WALK}\n\n{REST}", id="blank lines"),
        pytest.param(
            f"{HEAD}\n{LEAD}\n木桥边看鱼的孩子们傍晚都回家了\n{WALK}{REST}\n{WALK}",
            id="a subhead as wide, the words said below it, too",
        ),
        pytest.param(
            f"{HEAD}\n{WALK}\n老人们吃过晚饭以后又多了个去处\n{WALK}{REST}\n码头那边明年春天又能坐船过去了\n{REST}{WALK}",
            id="two of them",
        ),
        pytest.param(f"{HEAD}\n{WALK[:-1]}\n{REST[:-1]}", id="no marks at the ends"),
        pytest.param(f"{HEAD}\n" + (WALK + REST) * 5, id="one long paragraph"),
        pytest.param(
            f"{HEAD}\n{WALK}\n{REST}\n{MILL}\n感谢您的反馈我们会减少此类文章\n不感兴趣",
            id="a line as wide that heads nothing",
        ),
    ],
)
def test_a_title_is_told_by_its_words(text: str) -> None:
    assert titles(text) == [HEAD]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{HEAD}\n{LEAD}", id="no paragraphs"),
        pytest.param(f"{HEAD}\n{LEAD}\n{WALK}", id="one paragraph"),
        pytest.param(f"{HEAD}\n" + "青山湖边的新步道六公里长\n" * 9, id="a list"),
        pytest.param(
            f"{HEAD}\n" + f"{'青山湖边 新步道 六公里 ' * 5}\n" * 4, id="long lines without marks"
        ),
        pytest.param(f"亲爱的青山湖边的朋友们：\n{LEAD}\n{WALK}\n{REST}", id="a salutation"),
        pytest.param(f"昨天，青山湖边的新步道，\n{LEAD}\n{WALK}\n{REST}", id="a clause"),
        pytest.param(f"一、{HEAD}\n{LEAD}\n{WALK}\n{REST}", id="a section's number"),
        pytest.param(f"青山、湖边、步道、木桥\n{LEAD}\n{WALK}\n{REST}", id="a list of names"),
        pytest.param(f"那一年雨水很多的夏天\n{LEAD}\n{WALK}\n{REST}", id="other words"),
        pytest.param(f"{HEAD}\n“你来了。”\n“来了。”\n“坐。”", id="a talk"),
        pytest.param(
            f"{HEAD}\n{LEAD}{WALK}\n老粮库里搬来了县里的新图书馆\n{MILL[:-1]}\n{MILL}",
            id="a digest: the words are not said below the next heading",
        ),
        pytest.param(
            f"{HEAD}\n{WALK}\n老粮库里搬来了县里的新图书馆\n{MILL}\n码头那边明年春天又能坐船过去了\n{REST}",
            id="nor below one of them",
        ),
    ],
)
def test_a_first_line_is_no_title_by_its_words(text: str) -> None:
    assert titles(text) == [None]


LONG = "顺风快递员连升三级，省里授予特别奖状：时代奖励解决难题的摆渡人"


def test_a_title_that_the_text_says_may_be_wide() -> None:
    text = f"{LONG}。\n"
    said = "顺风快递员连升三级，省里授予他特别奖状，说时代总会奖励解决难题的人，他是小城的摆渡人。"
    assert titles(f"{LONG}\n{said}\n{WALK}") == [LONG]
    assert titles(f"{text}{said}\n{WALK}") == [None]


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        pytest.param(f"{HEAD}\n（原标题：{HEAD}）", f"（原标题：{HEAD}）", id="the first one"),
        pytest.param(f"{HEAD}\n原创{HEAD}", f"原创{HEAD}", id="behind a mark"),
        pytest.param(f"# {HEAD}\n\n**{HEAD}**", f"**{HEAD}**", id="Markdown"),
        pytest.param(f"{HEAD}-南岸\n{HEAD}", f"{HEAD}-南岸", id="with the name of a site"),
    ],
)
def test_of_two_lines_of_which_one_says_the_other_the_shorter_is_the_title(
    lines: str, first: str
) -> None:
    ((title, text),) = articles(f"{lines}\n张晓\n{MILL}")
    assert (title, text.splitlines()[0]) == (HEAD, first)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{HEAD}\n{HEAD}\n{LEAD}", id="no paragraph"),
        pytest.param(f"{HEAD}，\n{HEAD}，\n{MILL}", id="a song"),
        pytest.param(f"第一章 {HEAD}\n第一章 {HEAD}\n{MILL}", id="a chapter"),
        pytest.param(f"老粮库\n老粮库\n{MILL}", id="a short name"),
        pytest.param(f"老粮库里的图书馆\n老粮库里的图书馆夜里十点才关上门窗\n{MILL}", id="a part"),
        pytest.param(f"{HEAD}吗？\n{HEAD}。\n{MILL}", id="spoken"),
        pytest.param(f"来源：{HEAD}\n来源：{HEAD}\n{MILL}", id="a fact"),
    ],
)
def test_two_lines_alike_are_no_title(text: str) -> None:
    assert titles(text) == [None]


def test_many_headings_as_wide_take_linear_time() -> None:
    text = f"{HEAD}\n{LEAD}\n{WALK}\n{REST}\n" + f"老粮库里搬来了县里的新图书馆\n{MILL}\n" * 5_000
    assert titles(text) == [None]
