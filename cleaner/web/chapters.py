"""Find what sites of novels set into a chapter: read on at the next page, remember our address.

Each is a line of its own between the chapter's paragraphs, and no writer's: there need be no frame
round it. What names such lines (a list below a colon, a quotation) keeps them.

    她把那封信看了三遍，才放回抽屉里。
    最新网址：www.example.com          goes
    【本章未完，点击下一页继续阅读】      goes
    他在网上找到的最新网址也打不开了。    stays: a sentence
"""

from collections.abc import Sequence

from cleaner import late as re
from cleaner.layout import COLON, END, ending_of
from cleaner.web import labels

MOST_CHARS = 100
MOST_SHARE = 0.4  # of the lines: more are a list of such lines; chosen
_SITE = r"(?:https?://)?(?:[a-z0-9-]{1,30}\.){1,3}[a-z]{2,6}/?"
# What readers give; 求推荐 alone asks in a forum, too.
_VOTES = "(?:收藏|推荐票|月票|红票|订阅|首订|打赏|鲜花)"
# Folded lines. What stands there is the same on all sites, so each has its form.
CHAPTER_RE = re.compile(
    r"(?:本章|内容|章节|小章)(?:还)?(?:未完|没有?结束|没完),?(?:请|~)*(?:(?:下一页|翻页).{0,16}|点击下一[页章].{0,60})"
    rf"|(?:最新|备用|本站|手机版?|电脑版?)(?:阅读|访问|最新)?(?:网址|域名|地址|站点)?:{_SITE}"
    rf"|(?:天才一秒|一秒|请)记住.{{0,14}}(?:网址|域名|地址|站).{{0,6}}:?{_SITE}.{{0,50}}"
    r"|请勿开启浏览器阅读模式.{0,40}|手机浏览器扫描二维码访问"
    r"|本章完|未完待续.{0,3}如果您?喜欢这部作品.{0,90}|.{0,20}欢迎广大书友光临阅读.{0,60}"
    # What its writer begs for in a line of nothing else, and whom he thanks below the chapter.
    rf"|(?=.{{0,40}}{_VOTES})"
    rf"(?:(?:跪|再|继续|新书)?求(?:{_VOTES}|推荐|票票?|支持|点击|评论)[,!、~。 ]{{0,3}}){{1,8}}"
    rf"|ps\d?[:,.].{{0,60}}(?:求{_VOTES}|打赏).{{0,60}}"
)
# Calls to come, and who made the file: 更多精彩小说请访问www.…, 本书由某某整理，请登录www.…,
# 手机用户请浏览m.….com阅读，更优质的阅读体验.
ADVERT_RE = re.compile(
    r"(?=.*(?:小说|首发|弹窗|无广告|最快更新|阅读体验|好书|电子书|txt|下载|整理|制作|提供))"
    r"(?=.*(?:请|访问|浏览|阅读|记住|尽在|就上|登录|下载|本[电书]))"
    r"(?:更多|本(?:电子)?书(?:由|来自|转自|下载[于自])|手机用?户?请|看最新|请[到至上访记]|喜欢.{0,16}收藏|本[书站]首发|小说全文|最[新快]"
    rf"|无弹窗|无广告|(?:天才)?(?:一秒)?记住).{{0,30}}{_SITE}.{{0,40}}"
)
# Who tells of such a line speaks of persons, and of what is done: 小说的最后一行写着请访问www.…;
# no call does: 若没有新的章节了，请…; or of a book that was published, and of what a site has.
TOLD_RE = re.compile(
    rf"[他她它着都写]|我(?!最大的动力)|了(?!,)|这一|(?<!小)说|出版|(?<!尽)在{_SITE}|{_SITE}的"
)
HINT_RE = re.compile(
    "一页|网址|域名|地址|阅读|访问|手机|小说|章完|未完|光临|求|打赏|好书|电子书|本书"
)


def inserted(lines: Sequence[str]) -> list[int]:
    """Return the lines that a site of novels set into the text. Linear."""
    found = [
        i
        for i, line in enumerate(lines)
        if len(line) <= MOST_CHARS
        and HINT_RE.search(line)
        and _is_set(labels.fold(line).strip(labels.DECORATION))
        and (i == 0 or ending_of(lines[i - 1]) != COLON)
        and line[0] not in "“\"「'‘"
    ]
    if not found:
        return []
    prose = sum(ending_of(line) == END for line in lines)
    return found if prose > 1 and len(found) <= MOST_SHARE * len(lines) else []


def _is_set(folded: str) -> bool:
    called = CHAPTER_RE.fullmatch(folded) or ADVERT_RE.fullmatch(folded)
    return called is not None and TOLD_RE.search(folded) is None
