"""What a line opens with that is neither a heading nor text: a day, a label, a salutation."""

from cleaner import late as re

# A day or a year with a day at the start of a line: 2017年8月25日 …会议通过, 5月3日.
DATE_RE = re.compile(r"(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d")

# A document's number: 江政发〔2019〕14号.
DOCUMENT = r"[\u4e00-\u9fff]{2,10}[〔（(\[［](?:19|20)\d\d[〕）)\]］]第?\d{1,4}号"
DOCUMENT_RE = re.compile(DOCUMENT)
# A line that fills in a form, or a speaker's: 时间：2023年5月6日, 记者：能谈谈吗？ What opens an
# abstract: 【摘要】. A row of a timetable: 19:55 焦点. A section's or a
# chapter's number: 2.1 研究区概况, 2.1. Git 的安装, 第 4 章, 第九回. What a journal prints at the
# foot of an article's first page. A caption: 图2-7 黄土高原的沟壑, 图为社员在分拣西红柿.
CAPTION = "[▲△▶◀▼●■]?[上下左右]?[图圖][为為]"
CAPTION_RE = re.compile(CAPTION)
ABSTRACT_RE = re.compile("摘[ \u3000]*要[：:]|[【\\[]摘[ \u3000]*要[】\\]]")
LABEL_RE = re.compile(
    r"(?:主持人?|作者|出席|列席|关键词|单位|问|地址|地点|姓名|摘 ?要|日期|时间|来源|标签|电话|答"
    r"|期刊|指导教师|标题|题目|编辑|记录|记者|邮编|附件|收稿日期|修回日期|基金项目|作者简介|第一作者|通[信讯]作者"
    r"|发件人|收件人|抄送|主题|书名|联系人|[图圖]片?"
    r"|文章编号|中图分类号|文献标[识志]码|引用格式|责任编辑)[：:]|[【\[](?:摘 ?要|关键词)[】\]]"
    r"|[0-2]?\d[：:][0-5]\d(?!\d)"
    r"|(?:续?[图表]|附[图表]|表格)[ \u3000]?[0-9]{1,2}(?:[-–—.．][0-9]{1,2})?[.．]?[ \u3000:：]"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}(?: +[\u4e00-\u9fff]|\. +\w)|第 [0-9]{1,3} [章节]"
    r"|第[一二三四五六七八九十百零〇0-9]{1,5}[回集话](?:[ \u3000：:]|$)"
    rf"|{CAPTION}|{DOCUMENT}$"
)
# A picture's caption between a headline and its text: ▲渡口的摆渡船。王平摄.
MARKED_CAPTION_RE = re.compile(
    rf"{CAPTION}|[▲△▼].{{4,60}}(?:[。摄攝]|提供|供[图圖]|合影)[）)]?$|[图圖]片?[：:]"
)
# How a turn of a chat opens, an entry of a list of references, a line of a log.
ENTRY_RE = re.compile(r"[\[（(]?\d{1,2}:\d{2}(?!\d)|[\[［]\d{1,3}[\]］]")

# Words that open a sentence of a paragraph, hardly ever a title.
# fmt: off
CONNECTIVES = (
    "与此同时", "今年以来", "近年来", "不过", "其中", "同时", "因此", "对此", "所以", "日前",
    "此前", "此外", "然而", "目前", "而且", "记者", "近日", "随后", "据",
)
# fmt: on
