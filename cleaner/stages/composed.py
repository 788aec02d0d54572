"""Letters whose accents came apart from them: e and U+0301 for é.

Some systems name their files so, some extractors of PDF give the accent that was printed over a
letter by itself, and no search finds the word. Unicode says that both are the same: so they are
joined, where one character means the two, for Latin, Greek, Cyrillic, kana and hangul.
"""

import unicodedata
from collections.abc import Iterator

from cleaner import late as re
from cleaner.document import Document, Edit
from cleaner.stage import Rewrite

# Accents, the two marks of kana, the vowels of hangul.
MARKS = "\u0300-\u036f\u3099\u309a\u1161-\u1175"
# A letter with its accents (more than eight are a joke's, and to sort a thousand of them takes a
# million steps); a syllable of hangul in two or three pieces.
DECOMPOSED_RE = re.compile(
    "[A-Za-zÀ-ɏḀ-ỿΑ-ωἀ-῾А-ӿぁ-ゟァ-ヿ][\u0300-\u036f\u3099\u309a]{1,8}+"
    "(?![\u0300-\u036f\u3099\u309a])|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
)
# Who speaks of them shows them.
TALK_RE = re.compile(r"组合字符|組合字元|附加符|(?i:combining|unicode|U\+03|\bNF[CD]\b)")
# A piece of hangul that no syllable holds: a vowel or an end by itself, a beginning alone.
PIECE_RE = re.compile("(?<![\u1100-\u11ff])[\u1160-\u11ff]|[\u1100-\u115f](?![\u1100-\u11ff])")


def combining_mark(document: Document) -> Iterator[Edit]:
    """Join letters and the accents that stand behind them as characters of their own.

    Leaves what has no character for both, as sounds of dialects (ɔ̃), and a text about such marks
    or about the pieces of syllables, as a table of endings is, and its program.
    """
    text = document.text
    if TALK_RE.search(text) or PIECE_RE.search(text):
        return
    for match in DECOMPOSED_RE.finditer(text):
        joined = unicodedata.normalize("NFC", match[0])
        if joined != match[0]:
            yield Edit(match.start(), match[0], joined)


# All cases are synthetic.
COMBINING_MARK = Rewrite(
    combining_mark,
    gate=MARKS,
    examples={
        "他在Cafe\u0301 Mu\u0308ller喝茶，住在Vie\u0323\u0302t Tri\u0300。": (
            "他在Café Müller喝茶，住在Việt Trì。"
        ),
        "か\u3099っこうて\u3099本を読む": "がっこうで本を読む",
        "\u1112\u1161\u11ab\u1100\u1173\u11af": "한글",
    },
    keeps=[
        "方言里读 ɔ\u0303 和 z\u0329，鼻音 m\u0329 自成音节",
        "组合字符 e\u0301 由两个码位组成。",
        "Café Müller，がっこう，한글",
        "a \u0301 b",
        "받침 \u11af 뒤에는 \u1105\u1173 를 붙인다.",
        'if final == "\u11af":\n    word += "\u1105\u1173"',
        "초성 \u1103 와 중성 \u1161 를 모으면 \u1103\u1161 가 된다.",
        "e\u0323" + "\u0316" * 7 + "\u0302",
    ],
)
