"""What a line of a newspaper that is not its text looks like: credits, datelines, heads of pages.

A paper marks who wrote an article and where one begins by lines of a fixed shape:
`●本报记者 苗青`, `(参与记者 董修竹 谢昊)`, `(新华社开罗5月29日电)`. Each shape is a small closed
grammar: a house (本报, 新华社, 河北日报), a role (记者, 通讯员, 摄), names. So a line is read word
by word, and one word that is none of these makes it text: `记者会 张三主持` has a rest (会) that
is no name, `本报记者在现场看到` has one too. A name that stands without a house or a mark in front
must begin with a surname.

Nothing here changes a text; the stages ask, and weigh the answer with where the line stands. Every
function looks at no more than the first 60 characters of a line, so it takes bounded time.
"""

from cleaner import late as re
from cleaner.kept import kept_of_short
from cleaner.paper.folding import folded
from cleaner.paper.persons import (
    SURNAMES,
    is_name,
    is_no_place,
    is_no_word,
    is_person,
    may_be_named,
    names_in,
)
from cleaner.paper.sources import SOURCE_RE, bare_source

# A credit line holds a house, a role and names, six at most; chosen, try 50 to 80.
CREDIT_CHARS = 60
# A masthead is a name, a date, a weekday, a section and a page number; chosen, try 40 to 60.
MASTHEAD_CHARS = 44
# A dateline: house, place, day, 电 and a bracket with names; chosen, try 50 to 80.
DATELINE_CHARS = 60
# Whose doing can be told: 记者连夜 报道; who is asked: 受访者：平常. Names must be more than words.
ASKED = ("采访", "受访")
VERBS = frozenset(("报道", "执笔", "整理", "综合", "编译", "采写", "撰文"))
# Names that stand alone, without a role: so many, so long. A paper names four writers at most; the
# names of four characters are those of few families.
MAX_NAMES, MAX_NAME_CHARS, MAX_NAMES_CHARS = 4, 3, 18

# Marks that a paper sets before a byline. 口 and 囗 are how character recognition reads □.
MARKS = "●■□◆◇○◎▲△▪★☆※◼◻⬛口囗"
MARKED = frozenset(MARKS)

# Words that end a credit with what its name did, or stand in its place: 杨世尧 摄, 文/图.
DEEDS = frozenset(
    ("图", "摄", "文", "绘", "供图", "供稿", "制图", "图文", "图片", "执笔", "报道", "摄影")
) | frozenset(("撰文", "整理", "文图", "绘图", "综合", "编译", "采写", "采访", "摄影报道"))

# A house whose lines and datelines need no further sign.
_HOUSE = (
    "(?:本报|本刊|中央社|本台|本网|本社|新华社|中新社|中新网|新华网|人民网|央视网|央广网|光明网|中国网"
    "|法新社|路透社|美联社|塔斯社|共同社|新华全媒|新华每日电讯|人民日报)"
)

# A role: what a person does for a paper.
_ROLE = (
    "(?:记者|通讯员|评论员|作者|采访[者人]|受访[者人]|特约撰稿人|特约撰稿|撰稿人|撰稿|编译|编辑|报道员|文字记者"
    "|[指辅]导[教老]师|口述|整理|摄影记者|摄影报道|摄影师|摄影|供图|采写|撰文|策划|统筹|执笔|图片|摄|文|图)"
)

# 本报记者, 新华社特约记者, 河北日报记者, 参与记者, 通讯员; takes the house and the role at the
# start of a word, leaves what follows: a name, or a rest that makes the line text. Group 1: the
# house; group 2: what kind of.
ROLE_RE = re.compile(
    r"("
    + _HOUSE
    + r"|[\u4e00-\u9fff]{1,8}?(?:日报|晚报|早报|晨报|时报|商报|都市报|报|通讯社|社|网|台"
    r"|客户端|中心))?"
    r"((?:全媒体|融媒体|融媒)?(?:特约|特派|见习|实习|学生|校园|首席|资深|参与|采访|驻[\u4e00-\u9fff]{1,6}?)?)"
    + _ROLE
)

# Where the next role begins though no space stands before it: 本报记者张三|通讯员李四, 文/图|记者.
INNER_ROLE_RE = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<!本报)(?=通讯员|实习生|摄影报道|综合报[导道]$)"
    r"|(?<=[图文摄])(?=(?:本报|新华社)?(?:记者|通讯员))"
)

# The gates: every credit line, source, staff line, page and dateline holds one of these, in the
# text as it stands. Folding the widths of a line costs ten times as much. Every branch begins with
# a character, not a class or ^, so that the search skips to the next of them: nine times as fast.
_CREDIT_WORD = (
    "记者|記者|通讯[员員]|通訊[员員]|评[论論][员員]|評[论論][员員]|编[译譯辑輯]|編[译譯辑輯]|责[编編]"
    "|責[编編]|摄|攝|供[图圖]|撰|采[写寫访訪]|採[写寫訪]|执[笔筆]|執[笔筆]|报[道导導]|報[道导導]|版式|校对|文|图|圖|受[访訪]"
    "|作者|来源|來源|原[载載]|综合|綜合|（[据據]|\\([据據]|〔[据據]|【[据據]"
    "|指导[教老]|指導[教老]|辅导[教老]|輔導[教老]|据(?<=^据)|據(?<=^據)|本(?<=^本)[报報刊]"
    + "".join(rf"|{char}[)）〕]?\s*$" for char in "电電讯訊发發稿料")
)
_STAFF_WORD = "编|編|版式|视觉|校|排版|组版|终审|初审|复审|设计|制图|统筹|策划|值班"
CREDIT_WORD_RE = re.compile(_CREDIT_WORD)
STAFF_WORD_RE = re.compile(_STAFF_WORD)
CREDIT_OR_STAFF_RE = re.compile(f"{_STAFF_WORD}|{_CREDIT_WORD}")
PAGE_WORD_RE = re.compile("版|期|号|號|卷|周|週|上接|紧接|下转|报》|報》|刊》")
DATELINE_WORD_RE = re.compile(
    "电|電|讯|訊|消息|报[导導道]|報[导導道]|（(?:本报)?[记記]者|\\((?:本报)?[记記]者"
)

# No credit line has one of these marks; most lines of text have.
SENTENCE_RE = re.compile("[。！？!?《》“”]")
# Brackets round a credit; of round ones recognition makes these, seldom of both alike.
PAIRS = ("()", "[]", "【】")
MISREAD_OPEN, MISREAD_CLOSE = "([{【", ")]}】"
# What may stand last in a line in brackets.
CLOSING_BRACKETS = frozenset(")）〕〉]］")
OPENING_BRACKETS = frozenset("（([【")
# Before a name, where its bearer lives: （北河） 汤飞, [石门] 毛涵.
PLACED_RE = re.compile(r"[（(\[【][\u4e00-\u9fff]{2,4}[）)\]】][ \u3000]?")
# Behind a name, where its bearer lives: □邵 青(安徽), （江苏 南京）.
FROM_RE = re.compile(r" ?[（(][\u4e00-\u9fff]{2,4}(?:[ ·][\u4e00-\u9fff]{2,4})?[）)]$")
# What recognition makes of a mark before a house: 鲜本报记者.
NOISE_RE = re.compile(".{1,3}?(?=本报|新华社)")
# The words of a credit are set apart by these.
BREAK_RE = re.compile(r"[\s、,:;/╱|&+]+")

# 台北报导, 综合报导, 台北.桃园报导: where a report was made. A point between names is a break.
PLACE_RE = re.compile(r"[\u4e00-\u9fff]{2,6}(?:\.[\u4e00-\u9fff]{2,4})?(?:报导|报道)")
NAMES_POINT_RE = re.compile(r"(?<=[\u4e00-\u9fff]{2})\.(?=[\u4e00-\u9fff]{2,3}(?:[/╱.]|$))")
# 【记者王平报导】, 记者王平报道: behind the role and the name.
REPORTED_RE = re.compile("([\u4e00-\u9fff]{2,3})报[导道]")
# 5月3日, 5月3日摄: the day that a picture was taken.
DAY_RE = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日摄?")

# 新华社开罗5月29日电, 据新华社电, 新华社发, 本报北京5月3日电: a wire mark that is the whole line.
WIRE_RE = re.compile(
    r"(?:据)?" + _HOUSE + r"[\u4e00-\u9fff·]{0,12}\s?"
    r"(?:\d{1,2}月)?(?:\d{1,2}日)?(?:电|专电|综合电|讯|发|供图|供稿|资料照片)"
    r"|据" + _HOUSE + r"(?:报道|消息)?"
    r"|(?:本报|本刊|新华社|人民日报)(?:特约)?(?:评论员|记者|通讯员|社论|编辑部|综合(?:报道|消息|整理)?)"
)
# The same of another house, which is one in brackets alone: 【台南讯】.
PLACE_WIRE_RE = re.compile(r"【[\u4e00-\u9fff]{2,4}(?:讯|专电)】")
# In brackets, name and place in one: 【记者王小明台北报导】; no sentence: 记者王平在现场报道.
PLACED_REPORT_RE = re.compile(
    f"[\u4e00-\u9fff]{{0,4}}?记者([{''.join(sorted(SURNAMES))}](?:(?![在从到的了赴往])[\u4e00-\u9fff]){{3,7}})报[导道]"
)

# With 讯 they make a word that may end a headline's clause: 本周展讯, 学会会讯（第三期）, 明星婚讯.
_NEWS_OF = (
    "通资資快简簡短喜死捷佳音电视传傳审審腾騰问問闻查书書会會凶刑回噩婚孕家庭影得提接收校来來球"
    "聆航花芳警讣訃商展丧喪财財车車气院"
)
# The dateline that opens a paragraph, up to the bracket: 新华社日内瓦5月28日电, 本报讯, 央视网消息,
# 据新华社开罗5月29日电, 河北新闻网讯, 红网时刻新闻4月20日讯. Leaves 据新华社消息, and what 据…电
# 报道 says (clauses): see dateline_end.
DATELINE_RE = re.compile(
    r"\s*(?:据?" + _HOUSE + r"[\u4e00-\u9fff·、/\s]{0,14}?\s?(?:\d{1,2}\s?月\s?)?(?:\d{1,2}\s?日)?"
    r"(?:专电|综合电|电|讯|消息)"
    r"|[\u4e00-\u9fff]{1,8}?(?:日报|晚报|早报|晨报|时报|报|新闻|网|台|社|客户端)"
    r"[\u4e00-\u9fff]{0,6}?(?:\s?\d{1,2}\s?月\s?\d{1,2}\s?日)?(?:电|讯)(?=\s|[(:])"
    # a house that no list knows, 沙河融媒讯 with a space or names behind; no word as 通讯, 书讯
    r"|[\u4e00-\u9fff]{2,8}(?<![" + _NEWS_OF + r"])讯(?=\s\S|\()"
    # a scanner's 央视网消息 〈新闻联播〉: with its first character misread
    r"|[\u4e00-\u9fff]{1,4}(?:日报|晚报|网|台|社|客户端)消息(?=\s?[(:〈《])"
    # (中央社記者林一中台北5日電), 〔記者陳小華／高雄報導〕, 【本報台北訊】, with text behind
    r"|[(【\[](?:"
    + _HOUSE
    + r"[\u4e00-\u9fff\s]{0,14}(?:\d{1,2}\s?月\s?)?(?:\d{1,2}\s?日)?(?:专电|综合电|电|讯|报[导道])"
    # 【台北記者陳小華報導】; no sentence: 【记者在现场报道】
    r"|[\u4e00-\u9fff]{0,4}记者(?:(?![在从的了将])[\u4e00-\u9fff、/\s]){2,18}报[导道]"
    # 【专讯】, 【江城日报专讯】
    r"|(?:[\u4e00-\u9fff]{2,6}[报网社台])?[专特]讯"
    # of older papers: 【昆明八日专电】, (南京电); 徐州三日电 with a space behind
    r"|[\u4e00-\u9fff]{2,4}(?:[一二三四五六七八九十廿]{1,3}日)?(?:专电|急电|航讯|特讯|电|讯))"
    r"[)】\]](?=\s?[^\s])"
    r"|[\u4e00-\u9fff]{2,3}[一二三四五六七八九十廿]{1,3}日(?:专电|急电|电)(?=\s))"
    # 本报记者王小雨、李立报道 with text behind
    r"|\s*" + _HOUSE + r"(?:特约|见习|驻[\u4e00-\u9fff]{2,4})?记者\s?[\u4e00-\u9fff]{2,4}"
    r"(?:[、\s][\u4e00-\u9fff]{2,4}){0,3}?(?:摄影)?报道(?=[\s:])"
    # (记者 王小雨) and 江城讯 (记者王小雨) with text behind, 记者王小雨报道:
    r"|\s*(?:[\u4e00-\u9fff]{2,6}讯\s?)?"
    r"\((?:本报)?(?:记者|通讯员)[\s:]?[\u4e00-\u9fff、\s]{2,16}\)(?=\s?[^\s])"
    r"|\s*记者[\u4e00-\u9fff]{2,3}报道(?=:)"
)

# What may follow a dateline: (记者 张兆卿 陈俊侠), (新闻联播), 记者王宁报道:, a colon, a space.
AFTER_DATELINE_RE = re.compile(r"\s?(?:\([^()]{1,40}\)|记者[\u4e00-\u9fff]{2,4}报道(?=:))?\s?:?\s*")

# 责编：张三, 本版编辑 李四 版式 王五, 责任编辑:张三 美编:李四.
STAFF_RE = re.compile(
    r"(?:本版|本期|值班|责任|执行|今日|见报|美[术術]|图片|文字|学生|版面|副|总(?=编)|[一二三四五六七八]版)"
    r"{0,2}(?:责编|编辑|主编|[美图]编|版[式面](?:设计|统筹)?|校对|校读|审校|组版|排版|检校|终审|编审"
    r"|编发|审核|总编|编委|编校|[初复]审|设计|制图|统筹|策划|视觉(?:设计)?|(?<=值班)主任|美[术術])"
)
# With one name these are of a film, a form, a list of who is on duty: 美术：赵刚, 初审：王伟.
LISTED_RE = re.compile("美[术術](?!编辑)|[初复]审|值班主任")
BOARD_RE = re.compile("副|主 编")  # with one role of a book: 副主编：王伟 李兰, 主　编：赵刚
# Where to call the staff, behind their names: 电话：67654321, 电子版：www.….
STAFF_CALL_RE = re.compile(
    r"(?:\s(?:联系|新闻)?(?:电话|热线|邮箱|信箱|传真|电子版|网址|电子邮箱|电子信箱|E-?mail)"
    r"\s?[:/]?\s?[\w@./()—-]{5,30}){1,3}$"
)
# Marks that set one of the staff apart from the next: □本版编辑 王伟 □版式设计 李燕.
STAFF_MARKS_RE = re.compile(r"[□■●◆\[\]]")

# The page: 第2版, 04版, A1版, ?版, 第3版(国际) at the end, or with the staff behind it.
_PAGE = r"(?:第\s?)?[A-Z]?[0-9一二三四五六七八九十?]{1,3}\s?版(?:\([^()]{0,8}\))?"

# The name of a section, a day.
_SECTION = "[\u4e00-\u9fff·]{2,8}"
_DAY = r"(?:19|20)\d\d(?:年\d{1,2}月\d{1,2}日|[-./]\d{1,2}[-./]\d{1,2})"

# 云岭晨报 2025年5月15日 星期四 要闻 第2版; 新闻选编 2019年第6期; 工会通讯 第19期. A date alone is
# not enough: laws open with 2017年8月25日 …会议通过. Under a name stands 国内统一刊号 ….
MASTHEAD_RE = re.compile(
    r"\d{1,2}\s?月\s?\d{1,2}\s?日[^\d]{0,6}(?:星期|周|週)[一二三四五六日天]"
    r"|(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}[^\d]{0,6}(?:星期|周|週)[一二三四五六日天]"
    r"|(?:统一刊号|統一刊號)\s?:?\s?CN|邮发代号\s?:?\s?\d"
    r"|^(?:总第\s?\d{2,6}\s?[期号]\s?)?(?:第\s?\d{2,6}\s?[期号]\s?)?今日\s?\d{1,3}\s?版$"
    r"|(?:^|[\s”\"])" + _PAGE + r"(?:[\s”\"]{0,3}(?:责编|编辑|责任编辑).{0,16})?$"
    r"|(?:(?:19|20)\d\d\s?年\s?第?|\s\s第)\s?\d{1,4}\s?[期号卷]$|^第\s?\d{1,4}\s?[期卷]\s\s"
    r"|^[\u4e00-\u9fff]{1,9}(?:通讯|[周月季]刊)\s第\s?\d{1,4}\s?期(?:\s?\(总第?\s?\d{1,5}\s?期\))?$"
    # 江城时报 第482期 学校要闻, no 防汛简报 第15期; C0007版:科教·新教育, 第3版:科教 2008年2月19日
    rf"|^[\u4e00-\u9fff]{{2,9}}[^简通公汇情快]报\s{{1,3}}总?第\s?\d{{1,5}}\s?[期号]\s+{_SECTION}$"
    rf"|^第?[A-Z]\d{{1,4}}版:\s?{_SECTION}(?:\s{_DAY})?$|^第?\d{{1,3}}版:\s?{_SECTION}\s{_DAY}$"
    rf"|^《[\u4e00-\u9fff]{{2,9}}[报刊]》\s?\(?{_DAY}\)?$"
)


@kept_of_short
def credit_line(line: str) -> bool:
    """Say whether the whole line credits somebody: a byline, a picture credit, a wire mark."""
    if len(line) > 2 * CREDIT_CHARS or (SENTENCE_RE.search(line) and line[:2] != "据《"):
        return False
    named = bare_source(line) or (line[0:1] == "【" and bool(PLACE_WIRE_RE.fullmatch(folded(line))))
    named = named or (line[:1] in MARKED and names_line(FROM_RE.sub("", line.lstrip(MARKS))))
    named = named or is_placed(line)
    if named or not CREDIT_OR_STAFF_RE.search(line):
        return named
    body, marked, bracketed = _bare(line)
    if not 2 < len(body) <= CREDIT_CHARS or _is_cut(line):
        return False
    if bracketed and (placed := PLACED_REPORT_RE.fullmatch(body)):
        return is_person(placed[1][:-2]) or not is_no_place(body, placed.end(1))  # 综合报道
    if WIRE_RE.fullmatch(body) or staff_line(body):
        return True
    body = INNER_ROLE_RE.sub(" ", body)
    return _credits(body, sure=marked or bracketed) or _credits_after_noise(body)


def is_placed(line: str) -> bool:
    """Say whether a line is names behind where they live: （北河） 汤飞."""
    place = PLACED_RE.match(line) if line[:1] in OPENING_BRACKETS else None
    return place is not None and names_line(line[place.end() :])


def _is_cut(line: str) -> bool:
    """Say whether a line is a dateline that the next line goes on: 本报讯 （记者李立 赵.

    Or the first words of the text behind it, which look like a name: 本报讯（记者李立）习近平.
    """
    opened = max(line.rfind("（"), line.rfind("("))
    closed = re.search("[）)]", line[opened:]) if opened > 0 else None
    end = dateline_end(line) if opened > 0 else 0
    return end > 0 and (closed is None or end < len(line.rstrip()))


def closing_credit(line: str) -> bool:
    """Say whether the line ends an article: a credit of which the whole stands in brackets.

    Or it says without brackets where the writer works, where the text is from.
    """
    if bare_source(line):
        return True
    if len(line) > 2 * CREDIT_CHARS or line.rstrip()[-1:] not in CLOSING_BRACKETS:
        return False
    if not CREDIT_WORD_RE.search(line):
        return False
    body, _, bracketed = _bare(line)
    return bracketed and (credit_line(line) or SOURCE_RE.match(body) is not None)


@kept_of_short
def staff_line(line: str) -> bool:
    """Say whether the line names who made the page: 责编：张三, 本版编辑 李四 版式 王五."""
    heads = line.rstrip().endswith((":", "："))  # what stands below: 设计原则：
    if heads or len(line) > CREDIT_CHARS or not STAFF_WORD_RE.search(line):
        return False
    read = STAFF_MARKS_RE.sub(" ", folded(line)).strip("()[] ")
    body = read.replace("主 编", "主编")
    if not STAFF_RE.match(body):
        return False
    words = _words(STAFF_RE.sub(r" \g<0>", STAFF_CALL_RE.sub("", body)))
    roles = sum(STAFF_RE.match(word) is not None for word in words)
    names = [name for word in words if (name := STAFF_RE.sub("", word, count=1))]
    several = roles > (BOARD_RE.match(read) is not None)
    return several and all(map(is_name, names)) and len(names) > bool(LISTED_RE.match(body))


def masthead(line: str) -> bool:
    """Say whether the line is the head or foot of a page by its shape: name, date, page."""
    if len(line) > 2 * MASTHEAD_CHARS or not PAGE_WORD_RE.search(line):
        return False
    body = folded(line.strip())
    if len(body) > MASTHEAD_CHARS or any(mark in body for mark in "。!,;"):
        return False
    return MASTHEAD_RE.search(body) is not None


def dateline_end(line: str) -> int:
    """Return where the dateline that opens a paragraph ends, its bracket included; 0 for none."""
    head = line[:DATELINE_CHARS]
    if not DATELINE_WORD_RE.search(head):
        return 0
    head = folded(head)
    dateline = DATELINE_RE.match(head)
    if not dateline:
        return 0
    rest = AFTER_DATELINE_RE.match(head, dateline.end())
    end = rest.end() if rest else dateline.end()
    # 本报讯，… and 新华社消息，… go on as a clause; a dateline is set apart, or has its day.
    bare = end == dateline.end() and dateline[0][-1] not in "讯)】]"
    if head[end : end + 1] in (",", "。", "的") or (bare and dateline[0][-2:-1] != "日"):
        return 0
    if bare and head[0] == "据" and head[end : end + 1] in ("报", "称", "说"):
        return 0
    return end


def names_line(line: str) -> bool:
    """Say whether a line is one to four names that begin with a surname, and nothing else.

    Leaves what is a word as well: 安徽, 方言, 简　介; of several one must be a name for sure.
    """
    if len(line) > MAX_NAMES_CHARS:
        return False
    bracketed = line[:1] in "(（" and line[-1:] in ")）"
    names = _words(folded(line).strip("() "))
    if bracketed and len(names) == 1:
        names = names_in(names[0])
    if not 0 < len(names) <= MAX_NAMES:
        return False
    if not all(1 < len(name) <= MAX_NAME_CHARS and is_name(name) for name in names):
        return False
    return any(is_no_word(name, apart=name not in line) for name in names)


def _bare(line: str) -> tuple[str, bool, bool]:
    """Return the line without marks and brackets round it, and whether it had each."""
    body = folded(line.strip())
    bare = body if body.startswith("口述") else body.lstrip(MARKS + " ")
    if is_pair(bare) and not any(c in bare[1:-1] for c in "()[]【】"):
        return bare[1:-1].strip(), bare != body, True
    return bare, bare != body, False


def is_pair(body: str) -> bool:
    """Say whether brackets stand round a line; recognition makes others of one: 【据新华社)."""
    pair = body[:1] + body[-1:]
    return pair in PAIRS or (pair[:1] in MISREAD_OPEN and pair[1:] in MISREAD_CLOSE)


def _words(body: str) -> list[str]:
    """Split a credit into words; a name of two characters may be set apart: 责编：李 华."""
    words: list[str] = []
    for word in BREAK_RE.split(body):
        single = len(word) == 1 and word != "摄" and words and words[-1] in SURNAMES
        if single:
            words[-1] += word
        elif word:
            words.append(word)
    return words


def _credits(body: str, *, sure: bool) -> bool:
    """Read a credit word by word: every word a role, a name, a deed or a day, one role at least."""
    roles = 0
    names: list[str] = []
    verb = housed = False
    for word in _words(NAMES_POINT_RE.sub(" ", body.replace("(", " ").replace(")", " "))):
        if DAY_RE.fullmatch(word):
            continue
        if word in DEEDS or (names and PLACE_RE.fullmatch(word)):
            roles += 1
            verb = verb or word in VERBS
            continue
        role = ROLE_RE.match(word)
        name = word[role.end() :] if role else word
        reported = REPORTED_RE.fullmatch(name)
        if reported and (is_name(reported[1]) if role else is_no_word(reported[1])):
            verb, name = verb or not role, reported[1]
        if role:
            roles += 1
            housed = housed or bool(role[1] or role[2])
            verb = verb or word.startswith(ASKED)
        if not name or name in DEEDS:
            continue
        if word.startswith(ASKED) or not may_be_named(
            name, role[0] if role else "", sure=sure, housed=housed
        ):
            return False  # 受访者马上回答
        roles += name[-1] == "摄"
        names.append(name)
    return roles > 0 and bool(names) and (not verb or sure or housed or any(map(is_no_word, names)))


def _credits_after_noise(body: str) -> bool:
    """Read a credit behind what recognition made of a mark."""
    noise = NOISE_RE.match(body)
    return noise is not None and _credits(body[noise.end() :], sure=True)
