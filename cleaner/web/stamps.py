"""When and whence: the forms of days and stamps that sites print with an article.

Only regexes of whole folded lines, as cleaner/web/labels.py asks for them.
"""

from cleaner import late as re

# A day and a time of day, as sites print them; of folded lines.
# 令和6年3月8日, 中華民國91年3月19日: by the years of an era.
DAY = (
    r"(?:(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?"
    r"|(?:令和|平成|昭和|(?:中华)?民国)(?:\d{1,3}|元)年\d{1,2}月\d{1,2}日)"
)
MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?"
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?"

# 日期:来源:…, 时间：2023-05-03, 点击：12次; leaves 时间：5月3日上午 (a notice).
STAMPED_RE = re.compile(
    rf"(?:日期|时间|发布|发表|更新|最終更新|创建)(?:于|在)?[:|]?"
    rf"(?:$|来源.{{0,50}}|(?:{DAY}|\d\d-\d\d)(?:{_TIME})?.{{0,40}})"
    r"|来自(?:/.{2,12}|.{2,20}的(?:作品|菜谱)|.{2,12}(?:百科|wiki))|(?:阅读|点击|浏览|人气|字数|热度)[:(]?\d{1,9}[次)字]?"
)

# 2019-09-07 13:43:45 来源: 新京报, 新华网 2023-11-17 20:52, 2017年3月10日 09:58, 09-30 22:46,
# 3小时前.
# A day alone is no stamp: letters and notices end with one.
# 时 and 分 stand in prose too (…于2023年11月3日16时15分): there the day comes first.
STAMP_RE = re.compile(
    rf"[^,。;于在]{{0,10}}{DAY}.{{0,3}}\d{{1,2}}[时点]\d{{1,2}}分[^。]{{0,12}}|"
    rf"[^,。;]{{0,16}}{DAY}.{{0,6}}{_TIME}[^。]{{0,40}}|(?:19|20)\d{{2}}\d\d/\d\d\d\d:\d\d(?::\d\d)?.{{0,16}}|.{{0,16}}(?:发表|发布|更新|编辑|创建|修改)[于在](?:{DAY}|\d{{1,2}}月\d{{1,2}}日).{{0,12}}|{DAY}[\[(|]?(?:来源|作者|编辑|浏览|点击|阅读|投稿者).{{0,40}}"
    rf"|[^,。;于在]{{0,12}}{DAY}(?:浏览|点击|阅读|播放|回复|人气)[:(]?\d.{{0,24}}"
    # 14/06/2022 - 10:32
    rf"|\d\d?/\d\d?/(?:19|20)\d\d-{_TIME}.{{0,12}}"
    rf"|\d\d-\d\d{_TIME}.{{0,20}}|.{{0,14}}\d{{1,2}}/\d{{1,2}}\(.\){_TIME}.{{0,6}}|\d{{1,2}}(?:分钟|小时|天)前"
    rf"|\d\d/\d\d/(?:19|20)\d\d-?{_TIME}.{{0,12}}"
    # 甲机床厂 2023-03-01更新, ページID102 更新日 令和6年3月8日, http://www.… 2019/7/8 佚名,
    # 《江城晚报》(2015年12月18日 第02版)
    rf"|[^,。;于在]{{0,16}}{DAY}(?:更新|发布|发表)|[^,。;]{{0,20}}(?:更新|掲载|公开|登录)日:?{DAY}.{{0,12}}"
    rf"|{DAY}\d{{1,2}}-\d\d-\d\d.{{0,60}}|{DAY}本文已影响\d{{1,9}}人"
    rf"|[【\[](?:发布|发表|更新|留言)(?:日期|时间)[】\]]:?{DAY}.{{0,12}}"
    rf"|https?:[^。]{{4,44}}{DAY}[^。]{{0,24}}"
    rf"|《[^《》]{{2,12}}》\({DAY}第?[a-z]?\d{{1,3}}版[^。]{{0,10}}\)"
    # Sunday, October 7, 2012 - 15:30
    r"|(?:(?:published|posted|updated):?(?:on)?)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\d{1,2}.{0,5}(?:19|20)\d\d(?:.{0,12}|by.{2,40})"
    r"|(?:published|posted|updated|lastupdated)?:?(?:on)?\d{1,2}"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}(?:19|20)\d\d.{0,12}"
)

# 2026-05-31 来源:https://…, which may be long.
LONG_STAMP_RE = re.compile(
    rf"(?:https?:[^。]{{4,60}})?{DAY}(?:{_TIME})?(?:来源|作者|编辑|出处):.{{0,100}}"
    # Published 9:14 p.m. GMT March 3, 2023 | Updated 7:02 a.m. GMT March 4, 2023
    rf"|(?:published|posted|updated)[^。]{{0,30}}{MONTH}\d{{1,2}},?(?:19|20)\d\d.{{0,60}}"
)

# A day and an hour that open a line, of lines as they stand: no headline begins so.
HOUR_FIRST_RE = re.compile(rf"{DAY}\s{{0,3}}{_TIME}")

STAMP_DAY_RE = re.compile(
    r"(?:19|20)\d\d[-/.年]|\d/(?:19|20)\d\d|(?:令和|平成|民国)[\d元]"
)  # for a quick look

# 2019年11月25日, 2019-11-25, 11-25: a whole line.
DAY_RE = re.compile(rf"[\[(]?(?:{DAY}|\d\d[-/]\d\d)[\])]?(?:星期.|周.)?")

# A row of a document's catalogue, its names without a colon: 发布机构 市府办 发文日期 2019-11-29.
_ROW = (
    "索引号|(?:发布|发文|公开)(?:机构|机关|单位|日期|字号)|(?:成文|上载|生成)日期|文号"
    "|(?:主题|组配|体裁|信息)分类"
)
ROW_RE = re.compile(
    rf"(?=.*\d)(?:{_ROW}):?[^。]{{1,40}}(?:{_ROW}|分类|有效性|主题词):?[^。]{{0,40}}"
)
