"""Trimmed pages whose labels no table knows, and texts with lines like them. All synthetic.

`-` the line goes (or is lifted to metadata), `+` it stays, `H` it stays and is the headline.
"""

_PARAGRAPHS = """\
+入冬以来，后山的毛竹进入采伐期，村里的竹器厂重新开了工，二十几个篾匠天天忙到天黑。
+厂里最老的篾匠今年七十三岁，他编的竹篮不用一根钉子，摔在地上也不会散，订单排到了春天。"""
_TEXT = _PARAGRAPHS.replace("+", "").replace("\n", "")

PAGES = {
    "labels made of a site's words": f"""
-查看原文
H后山的竹器厂
{_PARAGRAPHS}
-您可能也对以下帖子感兴趣
-向上滑动查看注释
""",
    "a form below the text": f"""
H后山的竹器厂
{_PARAGRAPHS}
+订单再多，他一天也只编一个。
-请输入验证码
""",
    "names of a blog's sidebar": f"""
H后山的竹器厂
{_PARAGRAPHS}
-Click to comment
-selected entries
-calendar
-archives
-Powered by Bamboo
""",
    "a preface under the first number": f"""
-展开通版
H后山的竹器厂
+一、开工
{_PARAGRAPHS}
-立即咨询
-免费咨询
""",
}

NOTHING = {
    "the last heading of a manual": f"文档助手\n{_TEXT}\n复制和移动\n{_TEXT}\n",
    "what a table says below a text": f"文档助手\n{_TEXT}\n原文链接：\nhttp://example.org/a.pdf\n",
    "a part of a game's guide": f"篾匠记\n使用道具\n{_TEXT}\n{_TEXT}\n",
    "an address in a letter": (
        "To the members\n14 June 2022\nI am writing to tell you that the dinner, which was planned "
        "for July, has been moved to the autumn, and that the hall is not yet chosen.\n"
        "Yours sincerely,\nMartin Oke\n"
    ),
    "a short sentence above the first paragraph": f"炒鸡肝\n一道稍微麻烦的菜。\n{_TEXT}\n{_TEXT}\n",
    "rows of an article's appendix": f"竹器\n{_TEXT}\n{_TEXT}\n附件：名单\n竹器厂\n",
}
