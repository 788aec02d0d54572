"""Pages without bylines: headings that speak each of its own text, and texts that are signed alike.

All texts are synthetic.
"""

import pytest
from made import titles

BUS = (
    "腊月十八，村口第一次停了公交车，七十岁的老人排在头一个，他不去哪里，只想坐一个来回。\n"
    "公交车从村口到镇上二十五分钟，票价两元，司机是邻村的小伙子。"
)
PEARS = (
    "正月初八，农技站的老师来给果农讲梨树修剪，上午讲课，下午到果园里动手剪枝。\n"
    "老师说，剪枝不是理发，不能图好看，要看明年的芽长在哪里。"
)
LEDGER = (
    "祠堂里新添了一件展品，是老会计的账本，用牛皮纸包着，从建社那年记到分田到户。\n"
    "老会计一笔一笔写得清楚，哪年打了几眼井，谁家借过几斤粮，账本上都有。"
)
NEWS = f"村口通了公交车\n{BUS}\n农技老师教梨树剪枝\n{PEARS}\n祠堂展出老会计账本\n{LEDGER}"
TITLES = ["村口通了公交车", "农技老师教梨树剪枝", "祠堂展出老会计账本"]

ASKED = (
    "打呼噜要不要治\n问：我打呼噜十多年了，夜里常常憋醒，要不要去医院看？\n"
    "答：打呼噜又憋醒，可能是睡眠呼吸暂停，应做监测，轻的减重、侧睡就能改善。\n"
    "甲状腺结节怎么办\n问：体检查出甲状腺结节，五毫米，三类，会不会变坏？\n"
    "答：三类结节大多是良性的，甲状腺功能也正常，半年到一年复查一次就可以。\n"
    "孩子只喝果汁行吗\n问：孩子六岁，只喝果汁，不喝白水，会有什么影响？\n"
    "答：果汁含糖高，会引起肥胖和龋齿，可以先兑水，慢慢调淡，家长也要带头。"
)
NOTICES = (
    "关于清明节放假的通知\n根据上级安排，清明节放假三天，请各科室做好值班安排，把值班表报办公室。\n"
    "院办公室\n2016年3月28日\n招领启事\n门诊大厅拾到黑色钱包一个，内有现金和银行卡，请失主到保卫科认领。\n"
    "保卫科\n2016年3月30日"
)
ONE_NOTICE = (
    "关于清明节放假的通知\n根据上级安排，清明节放假三天，请各科室做好值班安排，把值班表报办公室。\n"
    "院办公室\n2016年3月28日\n值班安排表\n值班的人每天早晚各巡查一遍，门窗水电都要看过，在本子上签名。"
)
BRACKETED = (
    f"渡口换新船\n{BUS}\n（县交通局 颜清）\n梨树修剪有讲究\n{PEARS}\n（县农技站果树科 沈梅）\n"
    f"老账本进祠堂\n{LEDGER}\n（县档案馆 水清）"
)

# One paragraph each.
BRIEFS = (
    "小河口村通了自来水\n5月8日，小河口村的自来水通了，一百二十户不再到河里挑水。\n"
    "县图书馆新增盲文书\n昨日，县图书馆新增盲文书三百册，可以借回家，也可以请人送上门。\n"
    "采茶比赛在北山举行\n日前，采茶比赛在北山茶场举行，六十名茶农参加，最快的一分钟采了七十二颗。"
)
BRIEF_TITLES = ["小河口村通了自来水", "县图书馆新增盲文书", "采茶比赛在北山举行"]
TIPS = (
    "夏季养生有讲究\n入夏以后气温升高，医生提醒大家从三个方面做好夏季养生。\n"
    "多喝温水少贪凉\n出汗多的时候要少量多次喝温水，每次半杯，不要等口渴了才喝。\n"
    "中午睡上半小时\n中午阳光最强，睡上半小时可以让心脏休息，时间太长反而头昏。"
)
WORK = (
    "我局开展安全生产月活动\n今年6月是安全生产月，我局组织开展了一系列活动，取得较好成效。\n"
    "领导带队检查\n局长带队到六家企业检查消防设施，查出隐患十一处，当场整改八处。\n"
    "举办消防演练\n6月14日在园区举办消防演练，一百二十名职工参加，演练了疏散和灭火。\n"
    "发放宣传资料\n在广场设立咨询台，发放宣传资料三千份，解答群众咨询二百余人次。"
)


@pytest.mark.parametrize(
    ("page", "found"),
    [
        pytest.param(f"青石村通讯（第12期）\n{NEWS}", TITLES, id="a number at the top"),
        pytest.param(f"青石村小报　2006年8月15日\n{NEWS}", TITLES, id="a day at the top"),
        pytest.param(f"{NEWS}\n本报记者 苏琴", TITLES, id="one credit"),
        pytest.param(
            ASKED, ["打呼噜要不要治", "甲状腺结节怎么办", "孩子只喝果汁行吗"], id="built alike"
        ),
        pytest.param(NOTICES, ["关于清明节放假的通知", "招领启事"], id="an office and a day"),
        pytest.param(
            BRACKETED, ["渡口换新船", "梨树修剪有讲究", "老账本进祠堂"], id="names in brackets"
        ),
        pytest.param(f"要闻\n{BRIEFS}", BRIEF_TITLES, id="briefs under a section's name"),
        pytest.param(f"每周动态　第8期\n{BRIEFS}", BRIEF_TITLES, id="briefs of an issue"),
    ],
)
def test_a_page_is_divided(page: str, found: list[str]) -> None:
    assert [title for title in titles(page) if title] == found


REPORT = (
    "青石村水利工作简报（第12期）\n青石村水利工作进展\n"
    "入冬以来，青石村抓紧修水利，三条水渠全部清淤，水利工地上每天有六十个人。\n"
    "村里把水利工作分到各组，一周检查一次，水渠修到哪里，管护就跟到哪里。\n"
    "主要做法\n水利工作分到各组，每组有一名水管员，早晚沿水渠走一遍。\n清淤的土填在地头，不许倒进水渠。\n"
    "存在问题\n青石村水渠老化，有两处漏水，水利经费还差三万元。\n下一步青石村将继续筹钱修渠。"
)
DIGEST = NEWS
FAQ = (
    "居住证办理问答（第2期）\n谁可以申请居住证\n问：我来本市半年了，可以申请居住证吗？\n"
    "答：有稳定的工作或者住所，就可以到派出所申请居住证。\n"
    "申请居住证要带什么\n问：申请居住证要带哪些材料？\n答：带身份证、照片和住所的证明，居住证十五日内发放。\n"
    "居住证丢了怎么办\n问：居住证丢了，可以补吗？\n答：可以到派出所申请补发，居住证的号码不变。"
)
GUIDE = (
    "怎么办理居住证？\n居住证在派出所办理，带上身份证和租房合同，十五日以后就可以领取，今年起不再收费。\n"
    "怎么换领驾照？\n驾照到期前九十天可以在车管所换领，带上体检表和照片，今年起可以网上办理。\n"
    "怎么提取公积金？\n公积金在管理中心提取，带上购房合同和发票，今年起三日到账，不用排队等候。"
)
LETTER = f"老屋的来信\n{BUS}\n母亲字\n2016年3月28日"
VERSES = "渡口（第2期）\n船比从前瘦了\n水落下去\n老屋\n门环锈了\n枣树先认出了我\n账本\n翻到末页"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(DIGEST, id="nothing else says that it is a page"),
        pytest.param(REPORT, id="a report speaks of one thing in all its sections"),
        pytest.param(FAQ, id="questions about one thing"),
        pytest.param(ONE_NOTICE, id="one notice and what goes with it"),
        pytest.param(f"办事指南　第3期\n{GUIDE}", id="answers to questions"),
        pytest.param(LETTER, id="one letter"),
        pytest.param(VERSES, id="verses"),
        pytest.param(BRIEFS, id="briefs without the head of a page"),
        pytest.param(f"健康生活　第15期\n{TIPS}", id="tips do not say when"),
        pytest.param(f"工作简报（第12期）\n{WORK}", id="the parts of a report"),
    ],
)
def test_one_work_is_not_divided(text: str) -> None:
    assert len(titles(text)) == 1
