"""A word put in place of another makes another text; a misread letter none (all synthetic)."""

import pytest
from dedup_texts import noisy, verdict

NOTICE = (
    "各班级：为增强全校师生的安全意识，提高应急避险能力，学校定于本周五上午第二节课后举行消防演练。"
    "听到警报后，请各班主任组织学生按指定路线有序撤离到操场，不得拥挤、打闹和中途返回教室。"
    "消防演练结束后由值周老师清点人数并作讲评。请各班提前做好准备，并提醒学生穿运动鞋到校。"
)
LETTER = (
    "尊敬的张建国同志：感谢您多年来对图书馆工作的关心和支持。您捐赠的图书已经全部登记上架，"
    "供读者免费借阅。为表达我们的谢意，特邀请您参加本馆在秋天举行的读者座谈会，届时将颁发捐赠证书。"
    "如您有时间出席，请提前与办公室联系。祝您身体健康，阖家幸福。"
)
CONTRACT = (
    "甲方：晨光商贸有限公司\n乙方：顺达运输公司\n甲乙双方本着平等自愿的原则，就货物运输事宜达成如下协议。"
    "甲方应当按照约定的时间和地点交付货物，并保证货物的包装符合运输要求。乙方应当妥善保管货物，"
    "按时运送到指定地点。因乙方过错造成货物损坏的，乙方应当承担赔偿责任。"
    "本合同未尽事宜，由双方协商解决，协商不成的，向有管辖权的人民法院起诉。"
)
NAMES = (
    "参加本次志愿服务活动的同学名单\n王小明\n李雪梅\n陈志强\n刘思雨\n赵文博\n孙晓燕\n周子涵\n吴佳怡\n"
    "郑浩然\n冯雨桐\n褚天宇\n卫海燕\n蒋欣怡\n沈俊杰\n韩梦瑶\n杨明轩"
)
VERSE = (
    "小河弯弯向东流\n流过田野流过桥\n桥上走着放牛娃\n手里一支小竹箫\n箫声吹得云儿散\n吹得柳树轻轻摇\n"
    "摇落一天星和月\n照着归家路一条"
)
RECIPE = (
    "番茄炒蛋的做法：先把番茄洗净切成小块，鸡蛋打散加少许盐搅匀。锅里放油烧热，倒入蛋液炒至凝固后盛出。"
    "锅里再放一点油，下番茄翻炒出汁，加入白糖和盐调味，最后倒入炒好的鸡蛋翻炒均匀，撒上葱花就可以出锅了。"
    "喜欢口味浓一些的可以多炒一会儿，让汤汁收得更稠。"
)
EXAM = (
    "2019年普通中学毕业考试语文试题\n注意事项：答题前请将姓名、学校和准考证号填写在答题卡上。"
    "所有答案必须写在答题卡的指定位置，写在试卷上无效。考试结束后将试卷和答题卡一并交回。"
    "作文：请以“故乡的味道”为题写一篇记叙文，要求感情真实，条理清楚，书写工整，不少于六百字，"
    "文中不得出现真实的地名和校名。"
)
PAPER = "本试卷共8页，满分150分，考试时间120分钟，共25题，其中选择题12题。"
DIARY = (
    "8月14日 晴\n早上起来帮奶奶喂鸡，然后到菜园里摘了一篮子豆角。"
    "中午太阳很大，我和弟弟在树荫下写作业。傍晚的时候爷爷从镇上回来，给我们带了两个西瓜。晚上全家人坐在院子里乘凉，听爷爷讲他年轻时候的故事。"
)
LAW = (
    "第一条 为了加强公园管理，改善生态环境，制定本办法。\n"
    "第二条 本办法适用于本市行政区域内公园的规划、建设和管理。\n"
    "第三条 公园管理机构应当保持园内环境整洁，设施完好。\n"
    "第四条 游客应当爱护花草树木和公共设施，不得攀折花木。\n"
    "第五条 违反本办法规定的，由公园管理机构责令改正。\n"
    "第六条 公园管理机构的工作人员玩忽职守的，依法给予处分。\n"
)
LAW_END = "第七条 本办法由市园林局负责解释。"
BOOK = (
    "这部著作的俄文版近日由出版社出版，面向海内外发行。该书收入作者近年来的重要文章，内容丰富，"
    "思想深刻，对读者了解当地的历史和文化具有重要意义。俄文版的出版将有助于增进两国人民的相互了解。"
)

MARKET = (
    "两市今日开盘后一路震荡，午后在券商带动下回升，沪指最终收涨，成交较昨天放大。"
    "分析人士认为，市场情绪仍偏谨慎，投资者宜控制仓位，关注即将公布的经济数据。"
)
# A phrase that reads beside one that is no Chinese: foreign words, titles of works, names.
SAYING = (
    "读完这本书已经是深夜，窗外下着小雨。作者在序言里说，他写作的缘由是少年时听到的一句话：{}"
    "合上书以后我想了很久，觉得一个人能够记住少年时听到的话，并且用一生去回答它，实在是一件幸福的事情。"
    "我把这句话抄在了日记本的第一页，打算明年春天再翻开来看一看。"
)
PRIZES = (
    "经过评审委员会的认真评议和公示，本届全市职工书画摄影作品展的获奖名单已经确定，现予以公布。{}"
    "希望获奖的同志再接再厉，创作出更多反映时代精神和职工生活的优秀作品，丰富职工的文化生活。"
)
MEETING = (
    "The spring meeting of the society for local history will be held in the library of {}. "
    "Members are asked to tell the office by letter whether they will come. Doctor {} will speak "
    "about old mills, and there will be time for questions. Those who want to see the mill itself "
    "meet at the gate in the morning."
)

# A template filled in again: the text and what another text of it has in place.
DIFFERENT = [
    ("notice of another drill", NOTICE, NOTICE.replace("消防", "防震")),
    ("recipe of another dish", RECIPE, RECIPE.replace("番茄", "青椒")),
    ("book in another language", BOOK, BOOK.replace("俄文", "法文")),
    ("essay on another subject", EXAM, EXAM.replace("味道", "声音")),
    ("contract of another party", CONTRACT, CONTRACT.replace("晨光商贸", "远大建材")),
    ("contract of a party of no words", CONTRACT, CONTRACT.replace("顺达运输", "安捷物流")),
    ("essay on another subject of pieces", EXAM, EXAM.replace("故乡的味道", "难忘的一课")),
    ("another last clause", LAW + "第七条 本办法自发布之日起施行。", LAW + LAW_END),
    ("diary of another day", DIARY, DIARY.replace("14", "15")),
    ("exam of another year", EXAM + PAPER, EXAM.replace("2019", "2020") + PAPER),
    ("list with another name", NAMES, NAMES.replace("褚天宇", "钱思源")),
    ("list with another given name", NAMES, NAMES.replace("王小明", "王大伟")),
    ("list with another last name", NAMES, NAMES.replace("杨明轩", "秦子墨")),
    ("verse with another line", VERSE, VERSE.replace("桥上走着放牛娃", "坡上坐着采茶女")),
    ("verse with another ending", VERSE, VERSE.replace("照着归家路一条", "伴我轻轻入梦乡")),
    ("letter to another", LETTER, LETTER.replace("张建国", "李文华")),
    ("meeting elsewhere", MEETING.format("Dover", "Wilks"), MEETING.format("Norwich", "Grant")),
    ("shares that fell", MARKET, MARKET.replace("收涨", "收跌")),
    ("notice for girls", NOTICE + "请男生留下。", NOTICE + "请女生留下。"),
    ("gate in the west", NOTICE + "由东门离校。", NOTICE + "由西门离校。"),
    ("list with another surname", NAMES, NAMES.replace("沈俊杰", "陈俊杰")),
    (
        "saying in English",
        SAYING.format("保持饥饿，保持愚蠢，不要停下。"),
        SAYING.format("Stay hungry, stay foolish."),
    ),
    (
        "saying of old",
        SAYING.format("每天都要反省自己做过的事情。"),
        SAYING.format("吾日三省吾身，为人谋而不忠乎？"),
    ),
    (
        "titles of works",
        PRIZES.format("一等奖：《春天的故事》《我们的城市》《建设者之歌》。"),
        PRIZES.format("一等奖：《垄》《窑变》《隰有苌楚》《渡·廿》《蕉下》。"),
    ),
    ("letter to one not in the list", LETTER, LETTER.replace("张建国", "韦翊宸")),
]  # fmt: skip

TEXTS = {
    "notice": NOTICE, "letter": LETTER, "contract": CONTRACT, "recipe": RECIPE, "exam": EXAM,
    "diary": DIARY, "law": LAW, "book": BOOK,
}  # fmt: skip
LOOKALIKES = [("人", "入"), ("己", "已"), ("大", "太"), ("日", "曰"), ("的", "旳"), ("未", "末")]


@pytest.mark.parametrize(
    ("first", "second"), [case[1:] for case in DIFFERENT], ids=[case[0] for case in DIFFERENT]
)
def test_a_template_filled_in_again_is_another_text(first: str, second: str) -> None:
    assert first != second
    assert not verdict(first, second).same, verdict(first, second)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("share", [0.0, 0.02, 0.05])
def test_a_misread_copy_is_none(name: str, share: float) -> None:
    text = TEXTS[name]
    for seed in range(5):
        found = verdict(text, noisy(text, share, seed))
        assert found.same, found


@pytest.mark.parametrize("name", TEXTS)
def test_a_copy_of_lookalikes_is_none(name: str) -> None:
    text = other = TEXTS[name]
    for right, wrong in LOOKALIKES:
        other = other.replace(right, wrong, 1)
    assert verdict(text, other).same, verdict(text, other)


LONG = MARKET + NOTICE + CONTRACT + RECIPE
COPIES = [
    ("line lost", LAW, LAW.replace("第四条 游客应当爱护花草树木和公共设施，不得攀折花木。\n", "")),
    ("name lost", NAMES, NAMES.replace("褚天宇\n", "")),
    ("credit head", LETTER, "新华社北京电（记者王五）" + LETTER),
    ("page head inside", CONTRACT, CONTRACT.replace("乙方应当", "第2页运输合同乙方应当", 1)),
    ("paragraphs moved", RECIPE + "\n" + NOTICE, NOTICE + "\n" + RECIPE),
    ("moved and misread", RECIPE + "\n" + NOTICE, noisy(NOTICE + "\n" + RECIPE, 0.02, 1)),
    ("tail lost and furniture", NOTICE + RECIPE, NOTICE + RECIPE[:60] + "分享打印责任编辑赵六"),
    ("misread, no contrary", MARKET, MARKET.replace("收涨", "收胀").replace("上", "土")),
    ("contrary among misread", LONG, noisy(LONG, 0.08, 4).replace("最终收涨", "最终收跌")),
    ("surname misread", NAMES * 3, (NAMES * 3).replace("沈俊杰", "沉俊杰", 1)),
    ("garbled run", NOTICE + RECIPE, (NOTICE + RECIPE).replace("指定路线", "扌目疋足冬纟戋")),
]


@pytest.mark.parametrize(
    ("first", "second"), [case[1:] for case in COPIES], ids=[case[0] for case in COPIES]
)
def test_a_copy_with_what_copies_have_is_none(first: str, second: str) -> None:
    assert first != second
    assert verdict(first, second).same, verdict(first, second)


def test_many_differences_are_done_with() -> None:
    text = (NOTICE + LETTER + CONTRACT + RECIPE) * 12
    assert verdict(text, noisy(text, 0.3, 1)).evidence["noise"] > 100
