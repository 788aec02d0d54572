"""Pages that an extractor cut, and texts like parts of them. All synthetic.

`-` the line goes (or is lifted to metadata), `+` it stays, `H` it stays and is the headline.
"""

_TEXT = """\
+渡口管理所把每条渡船的检修记录都抄在一张表里，船号、日期、换过的木板，一样都不少。
+往年这些记录写在本子上，本子受了潮就看不清，今年改成了文件，放在所里的电脑上。"""

PAGES = {
    "cut below the list that a colon announces": f"""
-您的位置：首页 > 渡口 > 船检
H怎样填写渡船的检修表
-2008-06-03 19:07 239 查看
{_TEXT}
+要填的文件有：
+船号表（每条船的编号）
+木板表（每块木板的日期）
""",
    "cut below the head of a part": f"""
-您的位置：首页 > 渡口 > 船检
H怎样填写渡船的检修表
-2008-06-03 19:07 239 查看
{_TEXT}
+（一）船号
""",
}
_NOTICE = """\
H关于老渡口春节期间停航的通知
{}+各乡镇、各单位：
+根据天气情况，现将停航时间通知如下：
+2月10日至12日停航，2月13日复航。
+停航期间，各单位要安排好值班，看管好船只和缆绳，遇有重要情况及时向渡口管理所报告。
+2023年2月8日"""
PAGES |= {
    "a notice of one paragraph below a path": f"""
-2023年02月08日 星期三
-首页>渡口要闻>通知公告
-通知公告
{_NOTICE.format("")}
""",
    "a notice of one paragraph, and when it was put out": f"""
{_NOTICE.format("-发布日期：2023-02-08" + chr(10))}
""",
}
NOTHING: dict[str, str] = {}
