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
NOTHING: dict[str, str] = {}
