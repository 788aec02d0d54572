"""Traditional characters that strayed into a simplified text.

They come from readers of scans that know both scripts, from converters that missed one, from
names pasted in: 上游调节水庫的竣工. OpenCC knows the right character (t2s, with its phrases), but
not whether to ask. So four questions before it is asked, each of which can only leave text alone:

1. The document is simplified. What is wholly traditional or Japanese stays; of a text of both
   scripts the paragraphs that are simplified but for strays are looked at (passages.py).
2. The character is traditional only (hans_hant.py: GB 2312 does not have it, and simplified
   writing has another). What the official table of 2013 (通用规范汉字表) has as well stays,
   although OpenCC would change it: 乾隆, 乾安县, 哪吒, 毕昇, 魏徵, 狼藉, 颠覆. Such a character
   goes only where it makes a word that simplified spells otherwise (乾净, 象徵, 於是), or in the
   middle of other traditional ones, where OpenCC's phrases decide.
3. The place is not one where the traditional form is meant (meant.py): a title or a quotation
   wholly in traditional characters (《紅樓夢》), a character quoted by itself (“雲”字草法), a form
   beside its other form (龙（龍）), a name with a form of Japan's (読売新聞; shinjitai.py), a line
   that speaks of scripts (繁体) or that a colon announces, a place by kana or hangul, an
   inscription with what it has lost (□), a passage of its own in the other script: a letter, a
   song, a chat, in lines without any simplified-only character. A line alone must end as a
   sentence does; one that a scan's reader took for traditional is cut by the column and does not.
   In a text known to be scanned such a passage too is the reader's.
4. They are not names only. A reader or a converter slips in the words that everybody writes: of
   all runs counted on pages and in sentences with strays, .85 stand in a word of the list or are a
   particle (水庫, 這). Where the traditional characters of a text stand in names (周杰倫, 鴻海) or
   in quotes (招牌写作“老媽蹄花”), two at least, and hardly in words, the writer spells them so. One
   alone proves nothing and goes. Of verse and old prose the editor keeps such forms: 于以采蘋,
   承閒; there only those in words of the list go.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from cleaner import late as re
from cleaner.chars.converter import converter
from cleaner.chars.meant import is_apart, is_shown, japanese_quotes, quoted, whole_quotes
from cleaner.chars.passages import Line, is_simplified_passage, passages
from cleaner.chars.places import lines_at, places_of
from cleaner.chars.scripts import is_han, script_of, script_of_text
from cleaner.chars.shinjitai import FORMS, speaks_of_japan, strays_of_japan
from cleaner.chars.spelling import is_old
from cleaner.chars.strays import REGIONAL, STANDARD, STRAYS, WORDS
from cleaner.chars.zhe import ZHE, ZHU, is_zhe
from cleaner.document import Document, Edit, apply
from cleaner.lexicon import NAME, WORD, cuts_word_at, kind_of
from cleaner.programs import program_starts
from cleaner.stage import Rewrite

# 于 is a word by itself: after a Han character 於 is it, unless a name follows; else before these.
AFTER_YU = "0123456789一二三四五六七八九十今何心是时此这"
# Names that are spelt so: 於梨华, 於潜, 於菟, 樊於期, 商於之地, 凌濛初. Not 於单位, 厂商於今年.
NAMED_RE = re.compile(
    "於(?:(?=梨[华華]|崇文|菟|[潜潛][县縣镇鎮]|[潜潛单單伦倫戏戲陵][，。、：；）])"
    "|(?<=樊於)(?=期)|(?<=商於)(?=之地|六百|古道|[，。、）]))|(?<=凌)濛(?=初)"
    "|(?<=(?<![\u4e00-\u9fff])日本)語(?![\u4e00-\u9fff])"  # as it is named in a list of languages
)

# What OpenCC does not know, to be asked about as the rest is.
OTHER_CODES = str.maketrans(REGIONAL | FORMS)
# Of STANDARD, what any word of the list may show to be wrong: no part of names, as 昇 and 乾 are.
IN_WORDS = frozenset("夥徵摺甦瞭祇祕菸蒐藉釐麽")
# In a stretch of traditional characters too: a name (乾隆), a god (神祇).
BY_WORDS_ALONE = "乾祇"
# 祇 in gods, whatever follows (神祇有灵 is no 只有), and in the garden of Buddha.
GODS_RE = re.compile("[神地灵]祇|.?祇[园树洹陀]")
HABIT = "覆"  # alone in its line the writer's: 反覆, 答覆 are older spellings
# Alone and in no word of the list those of dialects and old verse: Cantonese 係, 箇 of Wu.
DIALECT = frozenset("係箇")
# Particles of modern prose.
MODERN_RE = re.compile("[的这们个吗吧没]|了(?![之无])")

# What is traditional wherever it stands, and what may be.
TRADITIONAL = "".join(sorted(STRAYS | STANDARD | FORMS.keys()))
# What nothing goes without, the gate: of 覆盖 and 著名, which every third text has, neither is one.
# 覆 alone is the writer's, and 著, which OpenCC leaves, is looked at beside others.
TELLING = "".join(sorted(set(TRADITIONAL) - {HABIT, ZHU}))
# So many runs in names, and so many for each in a word, are the writer's spelling.
MIN_NAMES, NAMES_A_WORD = 2, 2
MAX_ASKED = 400  # runs: more of one text say the same
# How far the traditional neighbours of one of STANDARD, and kana, may stand: half a line of a
# narrow column. `MIN_NEIGHBOURS` of them make a traditional stretch.
REACH = 6
MIN_NEIGHBOURS = 3


class _Run(NamedTuple):
    """Neighbours to change: [start, end) of a line."""

    line: Line
    start: int
    end: int


def stray_traditional(document: Document) -> Iterator[Edit]:
    """Write a simplified text's stray traditional characters in simplified, by OpenCC's phrases.

    One edit for each run of changed characters. Leaves traditional documents, traditional titles,
    quotations and passages, forms shown beside each other, Japanese, and characters that names
    keep; names, where all that is traditional are names.
    """
    text = document.text
    script = script_of(document)
    if script not in {"zh-Hans", "zh"}:
        return
    found = lines_at(text, places_of(text, TRADITIONAL))
    if script == "zh":
        found = (line for line in found if is_simplified_passage(line[0]))
    lines = [_read(line) for line in found]
    if not any(line.sure for line in lines):
        return
    scanned = bool(document.meta.get("scanned"))
    meant = frozenset() if scanned else passages(text, lines, was_cleaned=False)
    # Of what was cleaned before more is meant; but what names stand in it is told as on its page.
    again = not scanned and document.was_cleaned
    left = passages(text, lines, was_cleaned=True) if again else frozenset()
    meant |= program_starts(text)  # whose strings say what they say
    lines = [
        line
        for line in lines
        if line.start not in meant
        and not is_apart(text, line.start, line.text, len(line.plain), scanned=scanned)
    ]
    japan = speaks_of_japan(text)
    runs = [run for line in lines for run in _strays(line, scanned=scanned, about_japan=japan)]
    if not scanned:
        runs = list(_without_habits(runs))
    runs = _with_particles(runs, lines)
    if not scanned and is_old(text) and is_old(text, MODERN_RE):
        runs = [run for run in runs if kind_of(run.line.wanted, run.start, run.end) == WORD]
    if not scanned and _are_names(runs, was_cleaned=again):
        return
    runs = [run for run in runs if run.line.start not in left]
    if again and _are_names(runs, was_cleaned=True):
        return
    edits = [
        Edit(line.start + start, line.text[start:end], line.wanted[start:end])
        for line, start, end in runs
    ]
    # What is of both scripts now must be so again: a simplified text is judged by other rules.
    if script == "zh-Hans" or script_of_text(apply(text, edits)) == "zh":
        yield from edits


def _without_habits(runs: list[_Run]) -> Iterator[_Run]:
    """Yield the runs of those lines that have not only spellings that are a writer's."""
    for line, group in groupby(runs, key=attrgetter("line")):
        of_line = list(group)
        if not all(
            (word := line.text[start:end]) == HABIT
            or (word in DIALECT and kind_of(line.wanted, start, end) != WORD)
            for _, start, end in of_line
        ):
            yield from of_line


def _with_particles(runs: list[_Run], lines: Sequence[Line]) -> list[_Run]:
    """Return the runs and the 著 that stand for 着, if there is any other: alone, the writer's.

    Verse and old prose write 著 on purpose.
    """
    if not runs:
        return runs
    for line in lines:
        if ZHU in line.text and MODERN_RE.search(line.text):
            text = line.text
            places = [at for at, one in enumerate(text) if one == ZHU and is_zhe(text, at)]
            wanted = list(line.wanted)
            for at in places:
                wanted[at] = ZHE
            whole = line._replace(wanted="".join(wanted))
            runs += [_Run(whole, at, at + 1) for at in places if at not in line.sure]
    return sorted(runs, key=lambda run: (run.line.start, run.start))


def _read(found: re.Match[str]) -> Line:
    line = found[0]
    wanted = converter().convert(line.translate(OTHER_CODES))
    if wanted == line:
        return Line(found.start(), line, wanted, [], [])
    # t2s keeps lengths; a dictionary of tomorrow may not.
    pairs = zip(line, wanted, strict=True) if len(wanted) == len(line) else ()
    sure = [i for i, (old, new) in enumerate(pairs) if old != new and _is_ordinary(new)]
    return Line(found.start(), line, wanted, sure, [i for i in sure if line[i] in STRAYS])


@lru_cache(maxsize=4096)
def _is_ordinary(character: str) -> bool:
    """Say whether GBK has it: what no reader knows strays into no text (龑, simplified 䶮)."""
    return character.encode("gbk", "ignore") != b""


def _are_names(runs: Sequence[_Run], *, was_cleaned: bool) -> bool:
    """Say whether what is traditional are names or stands in quotes, spelt so by the writer.

    Of a text that was cleaned before one is enough: the others may be in another part.
    """
    names = words = others = 0
    for line, of_line in groupby(runs[:MAX_ASKED], key=attrgetter("line")):
        places = whole_quotes(line.text)
        for _, start, end in of_line:
            kind = NAME if start in places else kind_of(line.wanted, start, end)
            names, words = names + (kind == NAME), words + (kind == WORD)
            others += kind not in {NAME, WORD}
    least = 1 if was_cleaned else MIN_NAMES
    return names >= max(least, NAMES_A_WORD * words, others)


def _strays(line: Line, *, scanned: bool, about_japan: bool) -> Iterator[_Run]:
    """Yield each run of characters to change in a line."""
    traditional = frozenset(line.plain)
    if not line.sure:
        return
    quotes = japanese_quotes(line.text)
    japan = strays_of_japan(
        line.text, line.wanted, (i for i in line.sure if i not in quotes), about_japan=about_japan
    )
    keep = quoted(line.text, japan, scanned=scanned)
    keep |= {match.start() for match in NAMED_RE.finditer(line.text)}
    for run in _runs(line.sure):
        if is_shown(line.text, line.wanted, run[0], run[-1] + 1):
            continue
        goes = [
            i
            for i in run
            if i in traditional or i in japan or _goes(line.text, line.wanted, i, traditional)
        ]
        for part in _runs([i for i in goes if i not in keep]):
            yield _Run(line, part[0], part[-1] + 1)


def _runs(places: list[int]) -> list[list[int]]:
    """Return the places in runs of neighbours."""
    runs: list[list[int]] = []
    for i in places:
        if runs and i == runs[-1][-1] + 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _goes(line: str, wanted: str, i: int, traditional: frozenset[int]) -> bool:
    """Say whether one of STANDARD at i stands for another character here."""
    if line[i] not in STANDARD:
        return False
    if line[i] == "於":
        return _is_yu(line, wanted, i)
    if line[i] == "祇" and GODS_RE.match(line, max(0, i - 1)):
        return False
    twice = line[i + 1 : i + 2] == line[i]  # 乾乾净净
    if wanted[i - 1 : i + 1] in WORDS or wanted[i + twice : i + twice + 2] in WORDS:
        return True
    if line[i] in IN_WORDS and (cuts_word_at(wanted, i) or cuts_word_at(wanted, i + 1)):
        return True
    near = sum(j in traditional for j in range(i - REACH, i + REACH + 1))
    return line[i] not in BY_WORDS_ALONE and near >= MIN_NEIGHBOURS


def _is_yu(line: str, wanted: str, i: int) -> bool:
    """Say whether 於 at i is the preposition 于 and not a part of a name."""
    before, after = line[max(0, i - 1) : i], line[i + 1 : i + 2]
    if not after.strip() or not (after.isalnum() or after in "“‘《「"):
        # 姓於，: a preposition has its object, unless it is part of a word: 终於，
        return cuts_word_at(wanted, i)
    return (before != "" and is_han(before)) or after in AFTER_YU


STRAY_TRADITIONAL = Rewrite(
    stray_traditional,
    gate=TELLING,
    examples={
        "在吉布洛水电站上游调节水庫的竣工仪式上，总统亲自为项目剪彩。": (
            "在吉布洛水电站上游调节水库的竣工仪式上，总统亲自为项目剪彩。"
        ),
        "示范校和亚斯学校的中小學生，勉励他们学好中文、了解中国": (
            "示范校和亚斯学校的中小学生，勉励他们学好中文、了解中国"
        ),
        # synthetic: a line of a scan that the reader took for traditional
        "今年以来，全市聚焦实体经济，扎实推进各項改革任務，群眾滿意度進一步提高，"
        "为发展注入动力，为企业减轻负担，让乡亲们过上舒心日子。": (
            "今年以来，全市聚焦实体经济，扎实推进各项改革任务，群众满意度进一步提高，"
            "为发展注入动力，为企业减轻负担，让乡亲们过上舒心日子。"
        ),
        # synthetic: a name among words, and a name alone
        "水庫的开闸仪式由張伟主持，周围几个村的乡亲们都赶来观看，热闹极了。": (
            "水库的开闸仪式由张伟主持，周围几个村的乡亲们都赶来观看，热闹极了。"
        ),
        "两人同时出发，凌統骗过了追兵。": "两人同时出发，凌统骗过了追兵。",
        # synthetic: Hong Kong's forms, and 著 beside other strays
        "大衞站在門口等著，笑著说起那部著名的著作，说完便著手准备，终於，灯亮了。": (
            "大卫站在门口等着，笑着说起那部著名的著作，说完便着手准备，终于，灯亮了。"
        ),
        # synthetic: Japan's forms that a reader saw in Chinese words; 祇 in old type
        "気温降到零下，広场上没有人；我们祇好发展生产，関于这件事，先经过讨论。": (
            "气温降到零下，广场上没有人；我们只好发展生产，关于这件事，先经过讨论。"
        ),
        # synthetic: a text of both scripts, strays in its simplified paragraph
        (
            "两岸的来信登在同一版上，读者可以对照着看，编辑没有改动一个字。\n"
            "這篇文章發表以後，讀者來信從各地寄來，談的都是身邊的事情。\n"
            "水庫年底前就能蓄水，两岸的农民种地不再靠天吃饭，乡亲们都说这是好事。"
        ): (
            "两岸的来信登在同一版上，读者可以对照着看，编辑没有改动一个字。\n"
            "這篇文章發表以後，讀者來信從各地寄來，談的都是身邊的事情。\n"
            "水库年底前就能蓄水，两岸的农民种地不再靠天吃饭，乡亲们都说这是好事。"
        ),
        # synthetic: a habit in one line, a stray in another
        "运势反覆，凡事都要耐心等一等。\n水庫在昨天蓄水，乡亲们都来看。": (
            "运势反覆，凡事都要耐心等一等。\n水库在昨天蓄水，乡亲们都来看。"
        ),
        # synthetic: no habit, in a word or beside strays
        "这件事与你没有关係，他们反覆讨論过，最后答应由縣里来办，乡亲们都说好。": (
            "这件事与你没有关系，他们反复讨论过，最后答应由县里来办，乡亲们都说好。"
        ),
        # synthetic: standard characters in words that simplified spells otherwise
        "他们於是把院子打扫乾净，房东於今年免徵房租，这是节日的象徵。": (
            "他们于是把院子打扫干净，房东于今年免征房租，这是节日的象征。"
        ),
        # synthetic: no name; the text's own marks
        "这么做投资較少，风险較小；『扶貧工程』与『扶贫项目』同时开工，乡亲都来。": (
            "这么做投资较少，风险较小；『扶贫工程』与『扶贫项目』同时开工，乡亲都来。"
        ),
    },
    keeps=[
        # verse: the editor's forms
        "于以采蘋？南涧之滨。于以采藻？于彼行潦。",
        "外承欢之汋约兮，谌荏弱而难持。愿承閒而自察兮，心震悼而不敢。",
        # synthetic: strings of a program; a spelling
        "之后\n之後\n为什么\n为什麽\n不只\n" * 10,
        'YUN = "東冬鍾江"\ndef order(name):\n    # 按韵部排序\n    return YUN.index(name[0])\n',
        "病情反覆，几次三番，家里人都说要换个大夫看看，他说再等一等。",
        # synthetic: Cantonese, Wu
        "佢係我嘅朋友，我哋成日一齐食饭，係咪好开心？呢个就係生活嘅意义。",
        "箇桩事体对于我伲个生活有蛮大个影响，箇搭个人侪晓得，讲得老清爽。",
        "吉林省乾安县与陕西省乾县、咸阳乾陵相距甚远，两地都说起乾隆年间的往事。",  # synthetic
        "他在広島读到読売新聞，说起黒澤明的电影，第二天便动身回国。",
        "于右任、钱锺书、毕昇、魏徵、於梨华、凌濛初都在；读者瞭望，声名狼藉、颠覆。",  # synthetic
        "这部著名的著作显著影响了编著者，慰藉了读者。",  # synthetic
        # languages by their own names, synthetic
        "其他语言：English, Deutsch, 日本語, Nederlands。语言的设定在右上角，没有选的是英语。",
        # synthetic: Japan's words where Japan is spoken of, in a title, in names; gods
        "他在日本学了三年経営，発展与応用两门课最难，回国后写成一本书。",
        "游戏《戦国無双》卖得很好，店里的人都说这一代画面最细，剧情也长。",
        "樱井家的桜井小姐住在広島，说起祇园祭，神祇与庙会，谁也没有她熟。",
        "村里人说神祇有灵，地祇要敬，庙会一年也没有断过。",  # synthetic: no 只有, 只要
        "乐队成员：沢田、広瀬、滝沢、関口。他们明年来华演出，门票已经售完。",  # synthetic
        # synthetic: both scripts side by side in a text of both
        (
            "發展 发展\n變化 变化\n頭髮 头发，理髮 理发\n這個字怎麼讀，老師說過兩遍\n"
            "学习这个词的时候，先写簡體，再寫繁體，最後讀一遍給大家聽"
        ),
        "昨夜花著雨，幽人倚著门。白发三千丈，何处著诗魂。",  # synthetic: verse
        "馆里陈列着清代刻本《紅樓夢》与《儒林外史》，说明写得很细。",  # synthetic
        "陶渊明《飲酒》诗中的“採菊東籬下”一句，孩子们都会背。",  # synthetic
        "匾额上写着「國學講壇」四个字，来客都要抬头看看。",  # synthetic
        "龙（龍）、国/國、发：發，这几个字孩子们总要写错。",  # synthetic
        # synthetic: words beside their other form; below a colon; an inscription; an address
        "发：发展（發展）、头发（頭髮）；里：公里（公里）、里面（裡面／裏面）。",
        "下面是一则广告，照录：\n仁丹　翹鬍子　到處有售\n再往下就撕掉了，谁也不知道后来怎么样。",
        "碑上的字我们抄了下来。\n大明□□五年歲□壬申\n□石渡碑記\n字迹还算清楚，只是缺了几处。",
        "收件人写的是：张先生，李太太，还有\n〒100-0001 東京都千代田区千代田1-1 田中様\n都寄到了。",
        (
            "朋友从台北来信，我读给大家听。\n"
            "我在地鐵裡看到一則廣告，寫著「先下后上，文明乘车」，這個字讓我想了很久。\n"
            "读完了，大家都笑起来，说这个字确实容易认错。"
        ),
        "繁体的“愛”字里有心，简化以后没有。",  # synthetic
        "他最爱听的歌叫「時の流れ」，录音机里的磁带说明写着東京の夜。",  # synthetic
        # synthetic: characters that are spoken of
        "此帖“雲”字草法与“灵”近，“龍”字末笔作点，“無”作“无”，皆六朝别体。",
        "“峯”与“峰”、“羣”与“群”、‘綫’与‘线’，都是一字的两种写法。",
        "上游調節水庫的竣工儀式上，總統親自為項目剪綵。",
        "南汉的刘龑与龚龑同名，报社查了半天字典才写对。",  # synthetic: OpenCC knows 䶮
        # synthetic: names only; a passage; inscriptions; Japanese quoted
        "歌手周杰倫的新专辑由鴻海旗下的公司发行，导演徐崢也到场祝贺，还说要请他唱主题歌。",
        (
            "会后他们还聊了一会儿，聊天记录如下。\n阿明：喂，你喺邊呀？\n細佬：喺地鐵站出口囉，等咗你成個鐘喇！"
            "\n阿明：架車塞喺度，郁都唔郁得。\n細佬：咁你幾時先到得喎？\n看来谁也没有吃上晚饭。"
        ),
        "内壁铸铭文：“子龍”，外底有刻款“于寶”，两处字迹都很清楚，没有争议。",
        "招牌写作“老媽蹄花”，隔壁“沙縣小吃”“海底撈”的灯箱一到晚上就亮，附近的学生都爱去。",
        "墙上挂着一幅旧字，抄的是唐人的诗：\n山中無曆日\n寒盡不知年\n偶來松樹下\n高枕石頭眠\n落款看不清了。",
        "两国宪法的前言可以对照：\n悠久한 歷史와 傳統에 빛나는 우리 大韓國民은\n这里说的是政府。",
        "他译过太宰治的『人間失格』，常去一家叫“進々堂”的店里写译后记，写得很慢。",
        "県庁は、動画を公開し、国際会議の記事を掲載した。これは東京での報道です。",  # synthetic
        (
            "两岸诗会上，他先用普通话朗读。\n"
            "舊時王謝堂前燕，飛入尋常百姓家。這兩句詩寫盡滄桑，讀來令人感慨萬千。\n"
            "台下的听众报以热烈的掌声，许多人还记得这首诗。"
        ),  # synthetic
    ],
)
