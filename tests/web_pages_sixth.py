"""Pictures by their file's name, last sentences, questions over answers, tools. Synthetic.

A line begins with what it is: H the headline, + text, - frame. `NOTHING` are no pages.
"""

_TEXT = """入冬以来，后山的毛竹进入采伐期，村里的竹器厂重新开了工，二十几个篾匠天天忙到天黑。
“一根竹子从头到尾都有用处。”老篾匠指着墙角的竹篮说，最细的那种，一天只能编一个。"""
_PARAGRAPHS = "\n".join(f"+{line}" for line in _TEXT.split("\n"))

PAGES = {
    "short sentences between pictures, to the last": f"""
H后山开竹
-IMG_1001.jpg
{_PARAGRAPHS}
-IMG_1002.jpg
+图为孩子们在竹林里捡笋壳。当天来了二十个人。
+（李某 王某 摄影报道）
-微信图片_20191203183015.jpg
""",
    "a notice's day as its office writes it": f"""
-个人业务
-企业业务
-信用卡
-投资者关系
-在线客服
-网上银行
H关于暂停部分网点的公告
-2021-08-20
{_PARAGRAPHS}
+特此公告。
+后山银行股份有限公司
+二〇二一年八月二十日
-安全提示
-网点查询
-服务价格
-理财产品
""",
    "what a station says to its viewers": f"""
-首頁
-新聞
-生活
H後山的竹器廠！老篾匠一天只編一個
-2019/12/03 16:45:00
{_PARAGRAPHS}
-大山新聞網提醒您：飲酒過量，有礙健康。
-★大山新聞網提醒您：圖片、內文未經授權，請勿擅自轉載。
-大數據推薦
-熱銷商品
""",
}

NOTHING = {
    "files in a text": f"图片说明\n{_TEXT}\n图一的文件是：\nfig1.png\n{_TEXT}\n",
    "an office's day": f"竹林办法\n{_TEXT}\n后山县人民政府\n二〇二一年八月二十日\n",
    "a reminder of a paper in a story": f"雨夜\n{_TEXT}\n日报提醒您的那句话，他记了一辈子。\n",
    "what a reader is asked in a book": f"渡口\n{_TEXT}\n喜欢请大家收藏这本书，他在扉页上写道。\n",
}
