"""Documents that fall short of the figures that others published. Off unless asked for.

`--on thresholds` turns all of these on with their defaults, `--on little-han` one. The default of
each is the published figure, its source in the docstring; where two sets differ it is the more
lenient, and `docs/quality.md` has a recipe for each set. They are off because each of them drops
good text: verse has no end marks and short lines, a table has digits, a law repeats its formulas,
a list is all bullets, a novel uses few of its characters once.

They stand behind everything that repairs: on a narrow column each short-line figure would fire.
Figures are of the text without its title. Lines are what has text in it; shares are 0..1.
"""

from collections.abc import Sequence

from cleaner import late as re
from cleaner.chars.scripts import HAN
from cleaner.document import Document
from cleaner.late import np
from cleaner.lexicon import words_of
from cleaner.saidtwice import Runs, may_repeat, most_repeated, ngram_counts
from cleaner.stage import Reject

# What ends a sentence, with what closes behind it; FineWeb's stop characters are of this kind.
ENDED_RE = re.compile(r"[。！？…；.!?;][”’』」）)》\"']*$")
ELLIPSIS_RE = re.compile(r"(?:…|\.{3}|。{3})[”』」）)]*$")
# MAP-CC's marks of a text that a page shows in part.
UNFOLD_RE = re.compile(r"(?:展开|更多|展開)[>》.…\]】]*$")
BULLET_RE = re.compile(r"[•●○■□▪▫◆◇★☆※·►▶‣⁃*-]")
HAN_RE = re.compile(f"[{HAN}]+")
DIGITS_RE = re.compile(r"\d+")
# ROOTS counts as special: digits, white space, marks and symbols, in our terms no letter.
LETTERS_RE = re.compile(r"[^\W\d_]+")

# FineWeb-2, configs/cmn_Hani.yml: shares of a text's characters that its most frequent 2-, 3- and
# 4-grams of words make up, and that repeated 5- to 10-grams do.
TOP_NGRAMS = (0.256, 0.201, 0.171)
DUPLICATE_NGRAMS = (0.198, 0.182, 0.167, 0.154, 0.14, 0.127)


def few_ended_lines(document: Document, *, min_ratio: float = 0.106) -> str | None:
    """Reject a text of which fewer than `min_ratio` of the lines end as a sentence does.

    FineWeb-2 (cmn_Hani, line_punct_thr). Verse without marks, lists and tables fall below.
    """
    lines = _lines(document)
    return _fewer(_ending(lines, ENDED_RE), len(lines), min_ratio, "lines end as a sentence")


def many_line_breaks(document: Document, *, max_ratio: float = 0.178) -> str | None:
    """Reject a text with more than `max_ratio` line breaks a word.

    FineWeb-2 (cmn_Hani, new_line_ratio). Words are jieba's.
    """
    text = document.text
    breaks = text.strip().count("\n")
    # Words are found line by line until there are enough of them; mostly that is soon.
    words = 0
    for line in text.split("\n"):
        words += sum(1 for word in words_of(line) if not word.isspace())
        if breaks <= max_ratio * words:
            return None
    return _more(breaks, words, max_ratio, "words have a line break")


def duplicate_lines(document: Document, *, max_ratio: float = 0.287) -> str | None:
    """Reject a text of which more than `max_ratio` of the lines were there before.

    FineWeb-2 (cmn_Hani, dup_line_frac), after Gopher's .30.
    """
    lines = _lines(document)
    return _more(len(lines) - len(set(lines)), len(lines), max_ratio, "lines are repeated")


def repeated_words(
    document: Document,
    *,
    max_top: tuple[float, ...] = TOP_NGRAMS,
    max_duplicate: tuple[float, ...] = DUPLICATE_NGRAMS,
) -> str | None:
    """Reject a text that says the same runs of words over and over.

    `max_top`: the share of the most frequent run of 2, 3, 4 words; `max_duplicate`: of what runs of
    5 to 10 words were there before. FineWeb-2 (cmn_Hani, top_n_grams and dup_n_grams), after
    Gopher. Shares are of the text's characters.
    """
    if not may_repeat(document.text, max_top, max_duplicate):
        return None
    runs = Runs(_words(document.text))
    chars = runs.chars
    for size, share in enumerate(max_top, 2):
        most = runs.top_chars(size)
        if said := _more(most, chars, share, f"characters are one run of {size} words"):
            return said
    for size, share in enumerate(max_duplicate, 5):
        covered = runs.covered_chars(size)
        if covered <= min(max_duplicate) * chars:
            return None
        if covered <= share * chars:
            continue
        again = runs.repeated_chars(size)
        if said := _more(again, chars, share, f"characters are repeated runs of {size} words"):
            return said
    return None


def short_lines(document: Document, *, min_mean_chars: float = 10.0) -> str | None:
    """Reject a text whose lines have fewer than `min_mean_chars` characters in the mean.

    ChineseWebText. Verse in lines of five and seven characters falls below.
    """
    lines = _lines(document)
    mean = sum(map(len, lines)) / max(len(lines), 1)
    if not lines or mean >= min_mean_chars:
        return None
    return f"{mean:.1f} characters a line, fewer than {min_mean_chars:g}"


def little_han(document: Document, *, min_ratio: float = 0.3) -> str | None:
    """Reject a text of which fewer than `min_ratio` of the visible characters are Han.

    ChineseWebText .30, MNBVC .70. Texts of other languages go too.
    """
    return _fewer(_han(document.text), _visible(document.text), min_ratio, "characters are Han")


def short_paragraphs(document: Document, *, min_han: int = 10) -> str | None:
    """Reject a text that has no paragraph of at least `min_han` Han.

    MNBVC leaves such paragraphs out; here they stay beside longer ones.
    """
    most = max((_han(line) for line in _lines(document)), default=min_han)
    return f"{most} Han in its longest paragraph, fewer than {min_han}" if most < min_han else None


def repeated_characters(
    document: Document, *, ngram: int = 13, max_ratio: float = 0.5
) -> str | None:
    """Reject a text of which more than `max_ratio` of the runs of `ngram` characters repeat.

    ChineseWebText: 13 and .5.
    """
    text = document.text
    if ngram >= 4 and most_repeated(text) <= max_ratio * (len(text) - ngram + 1):
        return None
    counts = ngram_counts(text, ngram)
    again = int(counts[counts > 1].sum())
    return _more(again, int(counts.sum()), max_ratio, f"runs of {ngram} characters repeat")


def frequent_characters(
    document: Document, *, ngram: int = 10, max_ratio: float = 0.2
) -> str | None:
    """Reject a text that its most frequent runs of `ngram` characters make up by `max_ratio`.

    ROOTS (zh): the most frequent are as many as the square root of the number of different runs,
    of those that occur more than once.
    """
    counts = np.sort(ngram_counts(document.text, ngram))[::-1]
    most = min(int(len(counts) ** 0.5), int((counts > 1).sum()))
    said = f"runs of {ngram} characters are among the {most} most frequent"
    return _more(int(counts[:most].sum()), int(counts.sum()), max_ratio, said)


def many_digits(document: Document, *, max_ratio: float = 0.3) -> str | None:
    """Reject a text of which more than `max_ratio` of the visible characters are digits.

    MAP-CC. Tables and statistics are above it.
    """
    digits = sum(map(len, DIGITS_RE.findall(document.text)))
    return _more(digits, _visible(document.text), max_ratio, "characters are digits")


def special_characters(document: Document, *, max_ratio: float = 0.3) -> str | None:
    """Reject a text of which more than `max_ratio` of the characters are no letters and no Han.

    ROOTS (zh): digits, marks, symbols, white space.
    """
    letters = sum(map(len, LETTERS_RE.findall(document.text)))
    chars = len(document.text)
    return _more(chars - letters, chars, max_ratio, "characters are no letters")


def hash_signs(document: Document, *, max_ratio: float = 0.1) -> str | None:
    """Reject a text with more than `max_ratio` number signs a visible character: #话题# #话题#.

    MAP-CC.
    """
    signs = document.text.count("#") + document.text.count("＃")
    return _more(signs, _visible(document.text), max_ratio, "characters are #")


def ellipsis_lines(document: Document, *, max_ratio: float = 0.1) -> str | None:
    """Reject a text of which more than `max_ratio` of the lines end in an ellipsis.

    MAP-CC: lists of teasers. Dialogue in novels reaches it.
    """
    lines = _lines(document)
    return _more(_ending(lines, ELLIPSIS_RE), len(lines), max_ratio, "lines end in an ellipsis")


def unfold_lines(document: Document, *, max_ratio: float = 0.3) -> str | None:
    """Reject a text of which more than `max_ratio` of the lines end in 展开 or 更多.

    MAP-CC: texts that a page shows in part.
    """
    lines = _lines(document)
    return _more(_ending(lines, UNFOLD_RE), len(lines), max_ratio, "lines end in 展开 or 更多")


def bullet_lines(document: Document, *, max_ratio: float = 0.9) -> str | None:
    """Reject a text of which more than `max_ratio` of the lines begin with a bullet.

    MAP-CC, after Gopher.
    """
    lines = _lines(document)
    listed = sum(1 for line in lines if BULLET_RE.match(line))
    return _more(listed, len(lines), max_ratio, "lines begin with a bullet")


def few_characters(document: Document, *, min_ratio: float = 0.1) -> str | None:
    """Reject a text of which fewer than `min_ratio` of the visible characters are different ones.

    MAP-CC. The share falls with length: a novel has 2 in 100. Only for texts of one length.
    """
    bare = "".join(document.text.split())
    return _fewer(len(set(bare)), len(bare), min_ratio, "characters are different ones")


def _lines(document: Document) -> list[str]:
    return [line.strip() for line in document.text.split("\n") if line.strip()]


def _ending(lines: Sequence[str], mark: re.Pattern[str]) -> int:
    return sum(1 for line in lines if mark.search(line, max(len(line) - 8, 0)))


def _visible(text: str) -> int:
    return sum(map(len, text.split()))


def _han(text: str) -> int:
    return sum(map(len, HAN_RE.findall(text)))


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in words_of(text) if not word.isspace())


def _more(count: int, total: int, most: float, what: str) -> str | None:
    if not total or count <= most * total:
        return None
    return f"{count / total:.3f} of its {what}, more than {most:g}"


def _fewer(count: int, total: int, least: float, what: str) -> str | None:
    if not total or count >= least * total:
        return None
    return f"{count / total:.3f} of its {what}, fewer than {least:g}"


# All texts below are made up.
FEW_ENDED_LINES = Reject(
    few_ended_lines,
    on=False,
    examples={"首页\n新闻\n财经\n体育": []},
    keeps=["今天天气很好。\n我们去公园", "他说：“好。”", "第一行……\n第二行", ""],
)

MANY_LINE_BREAKS = Reject(
    many_line_breaks,
    on=False,
    examples={"首页\n新闻\n财经\n体育": []},
    keeps=["今天天气很好，我们一起去公园散步。\n明天下雨，大家都在家里看书。", "一行"],
)

DUPLICATE_LINES = Reject(
    duplicate_lines,
    on=False,
    examples={"点击查看\n点击查看\n点击查看": []},
    keeps=["归去来\n田园将芜\n胡不归\n归去来", "甲\n乙\n丙"],
)

REPEATED_WORDS = Reject(
    repeated_words,
    on=False,
    examples={
        "欢迎光临本店" * 20: [],
        "春天的花开了，秋天的果子熟了，大家都很高兴地去采摘。" * 3: [],
    },
    keeps=[
        "今天天气很好，我们一起去公园散步，明天下雨就在家里看书。",
        "第一条 为了保障安全，制定本办法。\n第二条 本办法自公布之日起施行。",
        "一",
    ],
)

SHORT_LINES = Reject(
    short_lines,
    on=False,
    examples={"床前明月光\n疑是地上霜": []},
    keeps=["今天天气很好，我们一起去公园散步。\n明天下雨。", ""],
)

LITTLE_HAN = Reject(
    little_han,
    on=False,
    examples={"The quick brown fox jumps over 狗": []},
    keeps=["用Python写的程序，运行print(1)", "汉字", ""],
)

SHORT_PARAGRAPHS = Reject(
    short_paragraphs,
    on=False,
    examples={"首页\n新闻 财经 体育": []},
    keeps=["通知\n今天下午在礼堂开会，请准时参加。", ""],
)

REPEATED_CHARACTERS = Reject(
    repeated_characters,
    on=False,
    examples={"欢迎光临本店，祝您购物愉快！" * 5: []},
    keeps=["今天天气很好，我们一起去公园散步，明天下雨就在家里看书。", "短"],
)

FREQUENT_CHARACTERS = Reject(
    frequent_characters,
    on=False,
    examples={"哈" * 60: []},
    keeps=["今天天气很好，我们一起去公园散步，明天下雨就在家里看书。", "哈哈哈"],
)

MANY_DIGITS = Reject(
    many_digits,
    on=False,
    examples={"编号 20240101 3344 5566": []},
    keeps=["2024年5月，全市完成投资35.2亿元，同比增长百分之八。", "一二三四五"],
)

SPECIAL_CHARACTERS = Reject(
    special_characters,
    on=False,
    examples={"★☆★ 欢迎 ★☆★ !!!": []},
    keeps=["他说：“好，我们走吧。”大家就跟着他走了。", "字"],
)

HASH_SIGNS = Reject(
    hash_signs,
    on=False,
    examples={"#露营##新竹##假日#": []},
    keeps=["# 标题\n这是正文，写的是山里的事。", "C#是一种面向对象的语言"],
)

ELLIPSIS_LINES = Reject(
    ellipsis_lines,
    on=False,
    examples={"记者从有关部门获悉，今年...\n昨天上午，全市召开……": []},
    keeps=["他想了很久，才慢慢地说……好。", "完了。"],
)

UNFOLD_LINES = Reject(
    unfold_lines,
    on=False,
    examples={"这家店很好 展开\n服务不错 更多>>": []},
    keeps=["画卷在我们面前徐徐展开。\n我们要做得更多。", "一张图"],
)

BULLET_LINES = Reject(
    bullet_lines,
    on=False,
    examples={"• 新闻\n• 体育": []},
    keeps=["要点：\n• 新闻\n• 体育", "正文"],
)

FEW_CHARACTERS = Reject(
    few_characters,
    on=False,
    examples={"哈" * 60: []},
    keeps=["今天天气很好，我们一起去公园散步。", "哈哈哈"],
)
