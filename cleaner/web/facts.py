"""Names of the facts that a site prints with an article: date, source, author, editor.

Only tables, as in words.py: simplified, folded before they are looked up. The names of the
catalogue of government documents (索引号, 发文机关, 公开方式, …) are those that the State Council
office prescribes for it.
"""

# Names before a colon, and the field of metadata that takes the line.

# Who wrote it; not 记者, which opens the questions of an interview.
BYLINE_NAMES = frozenset(
    """
    作者 原作者 撰文 撰稿 文
    """.split()  # noqa: SIM905
)
# Who worked on it.
CREDIT_NAMES = frozenset(
    """
    初审编辑
    主编 供稿 值班编辑 初审 复审 审核 审稿 录入 校对 监制 终审 编审 编译 编辑 美编 责任编辑 责编
    """.split()  # noqa: SIM905
)
# When and whence; 时间 and 日期 stand in notices too (时间：5月3日 地点：…): they need a
# stamp behind them, see cleaner/web/labels.py.
SOURCE_NAMES = frozenset(
    """
    更新日 掲載日 公開日 最終更新日 登録日 修订日期 资料更新 文档序号
    上传日期 留言时间 所属分类
    公文目录 公开形式 公开方式 公开日期 公开时限 公开类别 公开范围 内容概述 废止日期 有效性 生成日期
    上传人 上传者 上传时间 文档编号
    发文日期 发文字号 发文机关 发文机构 体裁分类 信息分类 组配分类 所属主题 所属栏目
    来信时间 来信编号 信件编号 回复时间 答复时间 索引号 成文日期 主题分类 资料更新日期 点阅数
    人气 信息来源 出处 原标题 发信地 发布人 发布单位 发布日期 发布时间 发布机构 发布机关 发布者
    发稿时间
    发表时间 文章来源 新闻来源 更新时间 最后更新 最终更新 本文来源 来源 浏览 浏览次数 浏览量
    点击数 点击次数 点击率 点击量 稿源 访问次数 访问量 転载 転载元 转自 阅读数 阅读次数 阅读量
    """.split()  # noqa: SIM905
)
META_NAMES = {
    **dict.fromkeys(sorted(BYLINE_NAMES), "byline"),
    **dict.fromkeys(sorted(CREDIT_NAMES), "credits"),
    **dict.fromkeys(sorted(SOURCE_NAMES), "source_line"),
}
