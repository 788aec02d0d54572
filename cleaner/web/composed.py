"""Tell a label that no table has by the words that it is made of.

A site's own words are few: what one does on it (查看, 登录, 分享) and with what (原文, 密码, 评论).
Each site puts them together in its own way, so a table of whole labels is never complete:

    查看原文   请输入验证码   展开通版   登录APP查看全文   立即咨询   Jump to comments ↓

A text has such lines too (复制文件和目录), so they count only above its first paragraph and below
its last. There 5 texts of 2,141 that are no pages have one, none of them prose; of the labels of
220 pages that no table knows a sixth are made so.
"""

from collections.abc import Sequence

from cleaner import late as re
from cleaner.web import facts, labels, platforms, words
from cleaner.web.frame import is_sure

# A longer line is a sentence; lines above the first paragraph and below the last. Chosen.
MOST_CHARS, REACH = 24, 10
# Of a count; a day is of the head of a page of print: 分类信息 2002年12月10日.
MOST_DIGITS = 5
# Words that a label has, and the share of its characters that words and particles fill: tried .5 to
# .9. Characters of a word.
LEAST_WORDS, LEAST_SHARE, LEAST_SIZE, MOST_SIZE = 2, 0.7, 2, 8

# What one does on a site. 阅读, 使用, 申请 alone are a text's words; in a label they stand beside
# another of these.
DEEDS = """
    查看 查询 点此 输入 选择 收缩 打开 跳转 进入 前往 加载 滑动 申请 上传 发布 发表 发起 咨询
    订购 转载 播放 参与 删除 推广 欢迎 免费 立即 在线 一键 快速 回到 显示 隐藏 设置 扫码 扫描
    长按 识别 收录 提问 回答 充值 开通 试用 购买 投稿 コメント 検索 表示 戻る スキップ 送信 購読
    更新
"""
# With what.
THINGS = """
    验证码 网页 公众号 小程序 客户端 原文 全文 正文 附件 流程 注释 排列 顺序 倒序 最后 首页 账号
    帐号 积分 等级 版本 评分 手机 赞助商 所有 可能 以下 通版 回帖 分类 主页 个人 空间 专栏 合集
    粉丝 好友 访客 移动端 微博 顶部 左侧 上方 书签 购物车 归档 存档 ページ トップ 一覧 ブログ
    メニュー 文字 サイズ サイト ホーム
"""
PARTICLES = frozenset(
    "你您我请的了次条篇个名位人后并和与或及在到以本此该为:|/·+ 0123456789,!↓↑のをにはへでと"
)
# What a contract sets above the names of who signs it: （以下无正文）, 此页无正文.
NO_MORE_RE = re.compile("[无無]正文")
ARROWS = " ↓↑→←»›>|•·"
ENGLISH = frozenset(
    """
    account add app archives article articles author authors calendar categories category click
    close comment comments connect contact continue cookies download email entries entry feed
    follow forum home join jump latest leave like link list loading log login logout main menu
    navigation newsletter newsletters page pages password policy popular post posted posts
    preferences previous print privacy profile rate read reader reading recent recommended
    register related replies reply report review reviews rss save scroll search selected
    settings share shop show sign site skip sponsored stay stories story subscribe subscription
    tags terms topics trackback trending updates use user username video videos website write
    """.split()  # noqa: SIM905
)
ENGLISH_PARTICLES = frozenset(
    """
    about all and back by for free from get here in more my newer next no now of old older on
    open our see the this to top up us view with you your
    """.split()  # noqa: SIM905
)


def _units() -> frozenset[str]:
    tables = (
        words.LINK_SCOPES,
        words.LINK_KINDS,
        words.LINK_NOUNS,
        words.TAG_NAMES,
        words.SHARE_WORDS,
        words.LOGIN_WORDS,
        words.SERVICES,
        facts.META_NAMES,
        platforms.SHARE_WORDS,
        platforms.LOGIN_WORDS,
        (DEEDS + THINGS).split(),
    )
    folded = (labels.fold(word) for table in tables for word in table)
    return frozenset(word for word in folded if LEAST_SIZE <= len(word) <= MOST_SIZE)


UNITS = _units()


def _sizes() -> dict[str, list[int]]:
    """Return how long the words are that begin with a character, the longest first."""
    found: dict[str, set[int]] = {}
    for unit in UNITS:
        found.setdefault(unit[0], set()).add(len(unit))
    return {first: sorted(sizes, reverse=True) for first, sizes in found.items()}


SIZES = _sizes()


def composed_end(lines: Sequence[str]) -> bool:
    """Say whether such a label stands above the first paragraph of a text or below its last."""
    first = next((i for i, line in enumerate(lines) if is_sure(line, len(line))), -1)
    if first < 0:
        return False
    last = next(i for i in range(len(lines) - 1, -1, -1) if is_sure(lines[i], len(lines[i])))
    ends = (*lines[max(0, first - REACH) : first], *lines[last + 1 : last + 1 + REACH])
    return any(map(composed, ends))


def composed(line: str) -> bool:
    """Say whether a short line is made of a site's words alone, or nearly so. Bounded time."""
    if len(line) > MOST_CHARS or line[0] in "#." or line[-1] in ":：" or "**" in line:
        return False  # 原文链接： says what follows; the others are a manual's
    if NO_MORE_RE.search(line) or labels.PROSE_RE.search(line):
        return False
    if sum(map(str.isdigit, line)) > MOST_DIGITS:
        return False
    core = line.strip(ARROWS)
    if core.isascii():
        names = [name.strip("()0123456789:-") for name in core.lower().split()]
        others = [name for name in names if name not in ENGLISH_PARTICLES]
        return len(others) >= LEAST_WORDS and all(name in ENGLISH for name in others)
    folded = labels.fold(line).strip(labels.DECORATION)
    at = filled = found = 0
    while at < len(folded):
        sizes = SIZES.get(folded[at], ())
        size = next((n for n in sizes if folded[at : at + n] in UNITS), 0)
        filled += size or folded[at] in PARTICLES
        found += size > 0
        at += size or 1
    return found >= LEAST_WORDS and filled >= LEAST_SHARE * len(folded)
