"""Simplified characters that strayed into a traditional text.

The other way round from stray-traditional, and from the same hands: readers of scans that know
both scripts, converters that missed one, what was pasted in (文件系统的功能). OpenCC knows the
right character, by the phrases of the whole line in simplified (发現 is 發現, 头发 is 頭髮), but
not whether to ask. Four questions before, each of which can only leave text alone:

1. The document is traditional, and so is the paragraph: of a text of both scripts only those are
   looked at that have `TRADITIONAL_A_STRAY` traditional characters for each simplified one.
2. The text itself writes otherwise (spelling.py): forms older than the reform, Japan's, those that
   stand in words of their own, and a writer's habits stay.
3. The place is not one where the simplified form is meant (meant.py): a title or a quotation
   without any traditional character, a form beside its other form, a line that speaks of scripts,
   a place by kana; and, but for scans, a sentence without any traditional character.
4. They are not names only. Where they stand in names, and hardly in words, the names stay.
"""

from collections.abc import Iterator
from operator import attrgetter

from cleaner.chars.hans_hant import SIMPLIFIED_ONLY
from cleaner.chars.meant import ABOUT_SCRIPT_RE, JAPANESE_RE, QUOTED_RE, is_shown
from cleaner.chars.passages import SENTENCE_RE
from cleaner.chars.places import lines_at, places_of
from cleaner.chars.scripts import (
    SIMPLIFIED_RE,
    TRADITIONAL_RE,
    script_of,
    script_of_text,
)
from cleaner.chars.shinjitai import FORMS
from cleaner.chars.spelling import OBSOLETE, OF_WORDS, Spelling, twins
from cleaner.document import Document, Edit, apply
from cleaner.lexicon import NAME, WORD, kind_of
from cleaner.programs import program_starts
from cleaner.stage import Rewrite

# For each simplified character of a paragraph, by the script of the document.
TRADITIONAL_A_STRAY = {"zh-Hant": 1, "zh": 4}
# So many simplified characters, and no traditional one, are a quotation; a sentence quoted
# without marks.
MIN_QUOTED, MIN_SENTENCE = 2, 3
# Names stay where there are so many for each word.
NAMES_A_WORD = 2


def stray_simplified(document: Document) -> Iterator[Edit]:
    """Write a traditional text's stray simplified characters in traditional, by OpenCC's phrases.

    One edit for each run of characters that go in one round. Leaves simplified quotations, Japan's
    forms, forms older than the reform that the text has on purpose, and names where all are names.
    """
    script = script_of(document)
    least = TRADITIONAL_A_STRAY.get(script, 0)
    if not least:
        return
    scanned = bool(document.meta.get("scanned"))
    text = document.text
    edits: list[Edit] = []
    # What is right now is evidence for the rest: a second run must find nothing.
    while found := _edits(text, least, scanned=scanned):
        text, edits = apply(text, found), edits + found
    if script == "zh-Hant" or script_of_text(text) == script:
        yield from sorted(edits, key=attrgetter("start"))


def _edits(text: str, least: int, *, scanned: bool) -> list[Edit]:
    """Return the edits of a text, each of as many characters as before."""
    spelling = Spelling(text)
    if not spelling.strays:
        return []
    edits: list[tuple[int, Edit, str]] = []
    for found in lines_at(text, places_of(text, "".join(spelling.strays))):
        line = found[0]
        if len(TRADITIONAL_RE.findall(line)) >= least * max(1, len(SIMPLIFIED_RE.findall(line))):
            strays = _strays(found.start(), line, spelling, scanned=scanned)
            edits += [(found.start(), *stray) for stray in strays]
    if not edits:
        return []
    programs = program_starts(text)
    kinds = [kind for _, _, kind in edits]
    are_names = kinds.count(NAME) >= NAMES_A_WORD * max(1, kinds.count(WORD))
    return [
        edit
        for start, edit, kind in edits
        if not (are_names and kind == NAME) and start not in programs
    ]


def _strays(
    start: int, line: str, spelling: Spelling, *, scanned: bool
) -> Iterator[tuple[Edit, str]]:
    """Yield the edits of a line, each with what the place is: a word, a name, neither."""
    if ABOUT_SCRIPT_RE.search(line) or JAPANESE_RE.search(line):
        return
    places = [at for at, one in enumerate(line) if one in spelling.strays]
    quoted = _quoted(line, scanned=scanned)
    written = spelling.written(line)
    _, known, wanted, _ = written
    goes = [
        at
        for at in places
        # Never one that may be a stray: each place is changed once (麺 alone would be 面).
        if wanted[at] != line[at]
        and wanted[at] not in twins()
        and at not in quoted
        and not is_shown(line, wanted, at, at + 1)
        and spelling.is_stray(written, at)
    ]
    starts = [at for i, at in enumerate(goes) if not i or goes[i - 1] + 1 < at]
    ends = [at + 1 for i, at in enumerate(goes) if i + 1 == len(goes) or at + 1 < goes[i + 1]]
    for first, last in zip(starts, ends, strict=True):
        yield Edit(start + first, line[first:last], wanted[first:last]), kind_of(known, first, last)


def _quoted(line: str, *, scanned: bool) -> frozenset[int]:
    """Return the places in titles, quotations and sentences without any traditional character."""
    shapes = (
        [(QUOTED_RE, MIN_QUOTED)]
        if scanned
        else [(QUOTED_RE, MIN_QUOTED), (SENTENCE_RE, MIN_SENTENCE)]
    )
    places: set[int] = set()
    for pattern, least in shapes:
        for match in pattern.finditer(line):
            if (
                not TRADITIONAL_RE.search(match[0])
                and len(SIMPLIFIED_RE.findall(match[0])) >= least
            ):
                places.update(range(*match.span()))
    return frozenset(places)


STRAY_SIMPLIFIED = Rewrite(
    stray_simplified,
    gate="".join(sorted(SIMPLIFIED_ONLY | FORMS.keys() | OBSOLETE | OF_WORDS)),
    once=True,  # the page showed its writer's habits, and an article of it may not
    examples={
        # synthetic: of the reform, alone and in words; two forms for one
        "這個統计由縣政府發佈，說明过去一年的農產品產量，圖表附在後面，可以下載。": (
            "這個統計由縣政府發佈，說明過去一年的農產品產量，圖表附在後面，可以下載。"
        ),
        "她的头发還沒有乾，就发現門沒有鎖，鑰匙還掛在牆上的釘子上。": (
            "她的頭髮還沒有乾，就發現門沒有鎖，鑰匙還掛在牆上的釘子上。"
        ),
        # synthetic: forms that are older and Japan's, beside the others
        "內容、內部、內外的規定都在附錄內，讀者可以查閱，其内容每年更新，與國家的规定無關，這個國家"
        "國內國外都適用，这个国家的讀者也不例外。": (
            "內容、內部、內外的規定都在附錄內，讀者可以查閱，其內容每年更新，與國家的規定無關，這個國家"
            "國內國外都適用，這個國家的讀者也不例外。"
        ),
        # synthetic: one of those that Japan has, whose other form the text has not
        "消費者協会今天公佈了這項調查，受訪的家庭超過三千戶，結果將於下個月發表。": (
            "消費者協會今天公佈了這項調查，受訪的家庭超過三千戶，結果將於下個月發表。"
        ),
        # synthetic: a word with what stands in words of its own
        "這個範圍不大，範例和規範都在範本裡，讀者可以在适用范圍之內修改，不適用的刪去。": (
            "這個範圍不大，範例和規範都在範本裡，讀者可以在適用範圍之內修改，不適用的刪去。"
        ),
        # synthetic: Japan's form of what stands in words of its own, known by the phrase
        "店裡有麵，這個規定是麵店的。\n他們說拉麺很好，一个人可以在那時候說，因為大家喜歡。": (
            "店裡有麵，這個規定是麵店的。\n他們說拉麵很好，一個人可以在那時候說，因為大家喜歡。"
        ),
        # synthetic: a text of both scripts, strays in its traditional paragraph
        (
            "两岸的来信登在同一版上，读者可以对照着看，编辑没有改动一个字。\n"
            "這篇文章发表以後，讀者來信從各地寄來，談的都是身邊的事情，編輯逐一回覆。"
        ): (
            "两岸的来信登在同一版上，读者可以对照着看，编辑没有改动一个字。\n"
            "這篇文章發表以後，讀者來信從各地寄來，談的都是身邊的事情，編輯逐一回覆。"
        ),
    },
    keeps=[
        "会议于八月在北京举行，这是它第一次在这个城市召开。",
        "県庁は、動画を公開し、国際会議の記事を掲載した。これは東京での報道です。",  # synthetic
        # synthetic: a title and a quotation; both forms; a line about scripts
        "他在書店買到《红楼梦研究》，封面寫著「人民文学出版社」，紙張已經發黃了。",
        "龍（龙）、國/国、發：发，這幾個字孩子們總要寫錯，老師說過許多遍。",
        "簡體字裡「愛」少了心，寫作爱，這個說法在網路上流傳很廣，其實不對。",
        # synthetic: older forms, a writer's own; in names
        "這些内容都在室内展出，国内的觀眾可以免費入場，開放到這個週末為止。",
        "議長陳冲與立委張温鷹都到場，自强街的居民也來了，場面很熱鬧，沒有人缺席。",
        "只見兩个丫鬟无精打采地走來，那个說沒有見着，这个說无從尋起，三个人都没有法子，无可奈何。",
        # synthetic: Japan's, where Japan is spoken of
        "日本的学会把論文集寄來，収錄的是国際法的研究，東京大学的教授寫了序。",
        # synthetic: two of them, a habit; one, but of Japan; a number; old
        "這次来的人不多，点心都沒有動，主人把盤子收了回去，說下週還要再請一次。",
        "東京的学会把論文寄到這裡，編輯讀過以後決定刊登，並請作者補充說明。",
        "這筆錢一共是三十万元，由兩位股東分擔，並不計算利息，到期一次還清。",
        # synthetic: a name, the character itself, and a form that only Japan has
        "教育專家佐藤学的著作譯成多種語言，他主張課堂應該是傾聽的場所，許多教師深受啟發。",
        "他寫的草書千字文中，『国』字作簡筆，與今天的寫法相同，可見這種寫法由來已久，並非新創。",
        "関西空港的航班因颱風取消，旅客滯留在候機室，航空公司安排住宿，並提供餐點。",
        # synthetic: words of their own
        "皇后在後宮的後門外等候，公里數寫在裡面的牌子上，太后也來了，這就是以後的事。",
        "相關系科的老師都來了，這個系的系主任說，系統的問題與學校沒有關係。",
        "我們在店裡吃麵，這個規定是麵店的。\n招牌上只有一個麺字，他們說這是老闆寫的，因為大家喜歡。",
        # synthetic: verse; Cantonese
        "遠山含翠落斜暉，獨倚危欄看鳥飞。\n莫道人间無好景，東風吹綠舊时衣。",
        "佢吓吓都話唔得閒，響度坐咗成日，叫佢食糯米糍都唔應，真係激死人喇。",
        "客家人說這個囝仔是硬頸个細人，這個說法聽起來不像稱讚，其實是，每個人都懂。",
        # synthetic: a sentence and a passage in simplified
        "他回信只有一句：这个问题我们还没有结论。我讀了兩遍，覺得這個說法並不誠實。",
    ],
)
