"""Bytes in every charset to text. All texts are synthetic but for the seeds."""

import gzip
import io
import json
import pathlib
import sys

import pytest

from cleaner.document import Drop
from cleaner.errors import InputError, RecipeError
from cleaner.io import euctw
from cleaner.io.candidates import known
from cleaner.io.charset import decode
from cleaner.io.readers import Reading, read
from cleaner.io.records import Entry
from cleaner.io.sources import Source, find_sources

SEEDS = sorted((pathlib.Path(__file__).parent.parent / "seeds").glob("*.txt"))

SIMPLIFIED = "友谊的种子播在孩子们的心里，明天还要去山坡上的学校。"
TRADITIONAL = "會議在臺北舉行，與會者都認為這個計畫應該繼續。"
JAPANESE = "昨日は雨だったので、子どもたちは学校で本を読みました。"
KOREAN = "어제는 비가 와서 아이들은 학교에서 책을 읽었습니다."
ENGLISH = "The café isn’t open – it’s “closed” until May."

# (text, charset it is written in, charset that is found)
TEXTS = [
    (SIMPLIFIED, "gb2312", "gb18030"),
    (SIMPLIFIED, "gbk", "gb18030"),
    ("他姓㐂，住在𠮷野家旁边。" + SIMPLIFIED, "gb18030", "gb18030"),
    # What Windows and browsers read, and Python does not: the euro sign, the ideographic space.
    (f"\u3000三百€，{SIMPLIFIED}", "gbk-of-windows", "gb18030"),
    (TRADITIONAL, "gbk", "gb18030"),
    (TRADITIONAL, "big5", "big5"),
    ("佢哋喺香港食嘢，冇問題。" + TRADITIONAL, "big5hkscs", "big5-hkscs"),
    ("讓‧雅克～三百€。" + TRADITIONAL, "cp950", "big5"),
    (JAPANESE, "shift_jis", "cp932"),
    ("①髙橋さん。" + JAPANESE, "cp932", "cp932"),
    ("ｵﾊﾖｳ。" + JAPANESE, "cp932", "cp932"),
    (JAPANESE, "euc_jp", "euc-jp"),
    ("①番。" + JAPANESE, "euc_jis_2004", "euc-jp"),
    (JAPANESE, "iso2022_jp", "iso2022_jp_2"),
    (SIMPLIFIED, "hz", "hz"),
    (f"+8613 C++ {TRADITIONAL}", "utf-7", "utf-7"),
    (f"plain\n{SIMPLIFIED}\nplain", "iso2022_cn", "iso2022_cn"),
    (KOREAN, "euc_kr", "cp949"),
    ("똠방각하. " + KOREAN, "cp949", "cp949"),
    (KOREAN, "johab", "johab"),
    (ENGLISH, "cp1252", "windows-1252"),
    (
        "A função não foi concluída: sessões, ações e peões. Määrä on epäselvää.",
        "cp1252",
        "windows-1252",
    ),
    *(
        (text, charset, charset)
        for text in (SIMPLIFIED, TRADITIONAL, JAPANESE, KOREAN, f"{ENGLISH}\n{SIMPLIFIED}")
        for charset in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
    ),
]


def encode(text: str, charset: str) -> bytes:
    if charset == "iso2022_cn":
        return b"".join(
            one.encode()
            if one.isascii()
            else b"\x0e" + bytes(b & 0x7F for b in one.encode("gbk")) + b"\x0f"
            for one in text
        ).replace(b"\x0e", b"\x1b$)A\x0e", 1)
    if charset != "gbk-of-windows":
        return text.encode(charset)
    parts = [part.encode("gbk") for part in text.split("€")]
    return b"\x80".join(parts).replace("\u3000".encode("gbk"), b"\xa3\xa0")


@pytest.mark.parametrize(("text", "charset", "found"), TEXTS)
def test_a_text_in_every_charset(text: str, charset: str, found: str) -> None:
    assert decode(encode(text, charset)) == (text, found)
    assert decode(encode(f"{text}\r\n{text}\n", charset)) == (f"{text}\r\n{text}\n", found)


ALPHABETS = [
    pytest.param(
        "Старый сторож писал «примерно». После 1954 года — ни разу.", "windows-1251", id="russian"
    ),
    pytest.param("Старый сторож записывал уровень. ПАРОМ.", "koi8-r", id="koi8"),
    pytest.param(
        "Дід народився на воді, він казав: «Їхати треба».", "windows-1251", id="ukrainian"
    ),
    pytest.param(
        "La hauteur de l’eau ; il n’écrivait pas « à peu près ». « Été ».", "windows-1252", id="fr"
    ),
    pytest.param(
        "Sa sœur préparait des œufs à l'aube ; le vœu était accompli.", "iso8859-15", id="latin-9"
    ),
    pytest.param("Elle mesurait 2½ mètres à l'été, ¼ en février.", "windows-1252", id="fractions"),
    pytest.param("Größe, Ärger und Übermut: er fuhr über den Fluß.", "windows-1252", id="german"),
    pytest.param("Старый сторож записывал уровень. ПАРОМ.", "cp866", id="dos"),
    pytest.param(
        "Ο γέρος φύλακας έγραφε τη στάθμη του νερού κάθε μέρα.", "windows-1253", id="greek"
    ),
    pytest.param(
        "השומר הזקן כתב את גובה המים בכל יום, ולא שכח אף פעם.", "windows-1255", id="hebrew"
    ),
    pytest.param(
        "كان الحارس القديم يكتب ارتفاع الماء كل يوم في دفتر صغير.", "windows-1256", id="arabic"
    ),
    pytest.param("คนเฝ้าเขื่อนเก่าจดระดับน้ำทุกวันในสมุดเล่มเล็ก", "cp874", id="thai"),
    pytest.param(
        "Stary strażnik zapisywał poziom wody każdego dnia, śpiewał.", "windows-1250", id="polish"
    ),
    pytest.param(
        "Stary strażnik zapisywał poziom wody każdego dnia, śpiąc.", "iso8859-2", id="latin-2"
    ),
    pytest.param(
        "Az öreg őr minden nap följegyezte a víz szintjét, űrlapra.", "windows-1250", id="magyar"
    ),
    pytest.param(
        "Yaşlı bekçi her gün suyun yüksekliğini küçük bir deftere yazdı.",
        "windows-1254",
        id="turkish",
    ),
]


@pytest.mark.parametrize(("text", "charset"), ALPHABETS)
def test_a_text_of_letters_in_its_charset(text: str, charset: str) -> None:
    assert decode(text.encode(charset)) == (text, charset)


@pytest.mark.parametrize("charset", ["gb18030", "big5", "cp932", "cp949"])
@pytest.mark.parametrize("text", ["典范", "新中心正", "木博士", "彰化縣營地", "T恤"])
def test_a_few_characters_are_no_letters(text: str, charset: str) -> None:
    try:
        found = decode(text.encode(charset, "ignore"))[1]
    except InputError:
        return
    assert not found.startswith(("windows", "koi8"))


@pytest.mark.parametrize("charset", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_the_byte_order_mark_says_it(charset: str) -> None:
    assert decode("\ufeff天\n".encode(charset)) == ("\ufeff天\n", charset)


# By iconv, which knows EUC-TW.
EUC_TW_TEXT = "臺灣的天氣很好，我們一起到公園去。"
EUC_TW = bytes.fromhex("ead7fda4cefbc5b2d6b4d0fec7efa1a2cabcd4afc4a1d8c4ccafc4fce3d0c6aaa1a4")


def test_euc_tw() -> None:
    assert decode(EUC_TW) == (EUC_TW_TEXT, "euc-tw")
    # The form that names the plane, and one of a plane that is not known.
    assert euctw.decode(b"a\x8e\xa1" + EUC_TW[:2] + b"\n") == "a臺\n"
    assert euctw.decode(b"\xff\x8e\xaf\xa1\xa1") == "\ufffd\ufffd"


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
@pytest.mark.parametrize("charset", ["gb18030", "utf-16", "utf-16-be"])
def test_the_seeds_in_other_charsets(path: pathlib.Path, charset: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert decode(text.encode(charset))[0].removeprefix("\ufeff") == text


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_lines_of_the_seeds_alone(path: pathlib.Path) -> None:
    lines = [line.strip() for line in path.read_text(encoding="utf-8").split("\n")]
    lines = [line for line in lines if len(line) >= 20]
    wrong = [line for line in lines if decode(line.encode("gb18030"))[0] != line]
    assert wrong == []


# What is damaged

DAMAGED = [
    pytest.param(
        SIMPLIFIED.encode() + b"\xff" + SIMPLIFIED.encode(),
        f"{SIMPLIFIED}\ufffd{SIMPLIFIED}",
        id="utf-8",
    ),
    pytest.param(SIMPLIFIED.encode()[:-1], f"{SIMPLIFIED[:-1]}\ufffd", id="cut-off"),
    pytest.param("他说".encode() + b"\xed\xa0\xbd\xed\xb8\x80", "他说😀", id="cesu-8"),
    pytest.param(
        SIMPLIFIED.encode("gbk") + b"\xff\n" + SIMPLIFIED.encode("gbk"),
        f"{SIMPLIFIED}\ufffd\n{SIMPLIFIED}",
        id="gbk",
    ),
    pytest.param(TRADITIONAL.encode("big5")[:-1], f"{TRADITIONAL[:-1]}\ufffd", id="big5-cut-off"),
    pytest.param(
        ("plain text, a long line of it\n" * 99).encode() + b"a\xff\xffb",
        "plain text, a long line of it\n" * 99 + "a\ufffd\ufffdb",
        id="a-byte-in-ascii",
    ),
]


# A byte of 校 is lost or damaged; what stands behind it is not.
BROKEN = "先生教的孩子们都到山坡上的学校去念书，明天还要到县城里去，后天才回来。"


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (BROKEN, "gbk"),
        (BROKEN.replace("们", "們").replace("学", "學"), "gb18030"),
        (JAPANESE, "euc_jp"),
        (KOREAN, "euc_kr"),
    ],
)
@pytest.mark.parametrize("damage", [b"", b"\xff"], ids=["lost", "damaged"])
def test_what_stands_behind_a_broken_character(text: str, charset: str, damage: bytes) -> None:
    at = text.index("校") if "校" in text else 4
    pair = text[at].encode(charset)
    data = text[:at].encode(charset) + damage + pair[1:] + text[at + 1 :].encode(charset)
    read = decode(data * 3)[0]
    assert read.count(text[at + 3 :]) == 3
    assert read.startswith(text[:at])


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
def test_half_a_character_at_the_end(charset: str) -> None:
    assert decode(BROKEN.encode(charset)[:-1]) == (f"{BROKEN[:-1]}\ufffd", charset)


@pytest.mark.parametrize("charset", ["gbk", "big5", "cp932", "euc_jp", "utf-8"])
def test_a_file_that_was_cut_off_loses_one_character(charset: str) -> None:
    text = {"cp932": JAPANESE, "euc_jp": JAPANESE, "big5": TRADITIONAL}.get(charset, SIMPLIFIED)
    assert decode(text.encode(charset)[:-1])[0] == f"{text[:-1]}\ufffd"


@pytest.mark.parametrize("width", [7, 10, 20])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_lines_that_were_cut_by_bytes(width: int, ending: str, mark: str) -> None:
    data = f"{mark}{SIMPLIFIED}é和😀。{TRADITIONAL}".encode()
    cut = ending.encode().join(data[at : at + width] for at in range(0, len(data), width))
    text, charset = decode(cut)
    assert charset == "utf-8"
    assert text.replace(ending, "") == data.decode()
    assert all(width - 3 <= len(line.encode()) <= width + 3 for line in text.split(ending)[:-1])


@pytest.mark.parametrize("charset", ["gb18030", "big5"])
def test_a_mark_of_utf8_before_another_charset(charset: str) -> None:
    text = TRADITIONAL * 2
    assert decode(b"\xef\xbb\xbf" + text.encode(charset)) == (f"\ufeff{text}", charset)


@pytest.mark.parametrize(
    "data",
    [
        b"Call +8613912345678 or +442071838750, C++-like, a+bcd+efg=1.",
        b"mailto:x+abcdefgh-@example.org ~{not} ~{} ~~ U+0021 to U+003B",
        b"QUJD+REVG/SGlq+a2xt=\n+bm9wcXJz/dHV2d3h5eg==",
        b"x, y = grid(x[:-1]+dx/2, y[:-1]+dy/2)",
        b"div, hour = divmod(hour+nhours, 24)",
        b"key: n1kc+db1mHx7nDnt",
        b"a + b is not +Ti1lhw-",
        b"\x1b$) and \x1b$+/v8-\x7f of no set",
    ],
)
def test_plain_text_is_not_of_seven_bits(data: bytes) -> None:
    assert decode(data) == (data.decode(), "utf-8")


def test_an_escape_at_the_end_is_cut_off() -> None:
    assert decode(JAPANESE.encode("iso2022_jp")[:-4])[0].startswith(JAPANESE[:-2])


@pytest.mark.parametrize(("data", "wanted"), DAMAGED)
def test_a_few_bytes_are_lost_and_counted(data: bytes, wanted: str) -> None:
    assert decode(data)[0] == wanted


NO_TEXT = [
    pytest.param(b"\xff\xff", "byte 0xff at offset 0; no other charset fits", id="ff"),
    pytest.param("The height of the water, ".encode("cp037") * 9, "no other", id="ebcdic"),
    pytest.param(bytes(range(256)) * 9, "no other charset fits", id="all-bytes"),
    pytest.param(b"\x7fELF\2\1\1" + bytes(999), "are NUL", id="program"),
    pytest.param(b"\x89PNG\r\n", "a picture", id="picture"),
]


@pytest.mark.parametrize(("data", "said"), NO_TEXT)
def test_what_fits_nothing_says_so(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        decode(data)


# Lines

MIXED = [
    (SIMPLIFIED, "utf-8", SIMPLIFIED, "gb18030"),
    (SIMPLIFIED, "gb18030", SIMPLIFIED, "utf-8"),
    (SIMPLIFIED, "gb18030", TRADITIONAL, "big5"),
    (TRADITIONAL, "big5", SIMPLIFIED, "gb18030"),
    (TRADITIONAL, "utf-8", TRADITIONAL, "big5"),
    (JAPANESE, "cp932", JAPANESE, "euc-jp"),
]


@pytest.mark.parametrize(("main", "charset", "line", "other"), MIXED)
def test_lines_in_another_charset(main: str, charset: str, line: str, other: str) -> None:
    lines = [(main, charset), ("", charset), (line, other), ("plain", charset), (main, charset)]
    data = b"\n".join(text.encode(one) for text, one in lines * 3)
    assert decode(data) == ("\n".join(text for text, _ in lines * 3), f"{charset}+{other}")


def test_a_long_file_is_judged_by_samples() -> None:
    text = "plain text\n" * 20_000 + f"{SIMPLIFIED}\n" * 500 + f"{TRADITIONAL}\n"
    assert decode(text.encode("gb18030")) == (text, "gb18030")


@pytest.mark.parametrize(
    "data",
    [
        b"\xb0" * 200_001,
        b"\x81\x30" * 100_000,
        b"\x8e\xa2" * 100_000,
        b"\xe4\n" * 20_000,
        b"~{\x1b$" * 50_000,
        "友\n".encode("gbk") * 50_000,
    ],
    ids=["one-byte", "half-a-four", "half-of-euc-tw", "halves", "escapes", "short-lines"],
)
def test_hostile_bytes_are_done_with(data: bytes) -> None:
    """Quadratic, they would not end; how long they take is for benchmarks/hostile.py."""
    try:
        text, _ = decode(data)
    except InputError:
        return
    assert text


# --charset


def test_a_charset_that_is_named() -> None:
    assert decode("Привет".encode("koi8-r"), "KOI8-R") == ("Привет", "koi8-r")
    assert decode("天".encode("gbk"), "GB2312") == ("天", "gb18030")
    assert decode("天".encode(), "utf8") == ("天", "utf-8")
    with pytest.raises(InputError, match=r"not utf-8 \(--charset\): \d of \d characters are lost"):
        decode(SIMPLIFIED.encode("gbk")[:4], "utf-8")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("gb1803", "no charset 'gb1803'; did you mean 'gb18030'?"),
        ("big-5x", "did you mean 'big5'?"),
        ("rot13", "no charset 'rot13'"),
        ("idna", "no charset 'idna'"),
    ],
)
def test_a_name_that_is_not_known(name: str, said: str) -> None:
    with pytest.raises(RecipeError) as caught:
        known(name)
    assert said in str(caught.value)


# Files


def entries(path: pathlib.Path, how: Reading | None = None) -> list[Entry]:
    (source,) = find_sources([str(path)]).sources
    return list(read(source, how or Reading()))


def test_the_charset_is_noted_unless_it_is_utf8(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.txt").write_bytes(SIMPLIFIED.encode("gbk"))
    (tmp_path / "b.txt").write_bytes(SIMPLIFIED.encode())
    assert entries(tmp_path / "a.txt")[0].document.meta == {"charset": "gb18030"}
    assert entries(tmp_path / "b.txt")[0].document.meta == {}


def jsonl(*texts: str) -> str:
    return "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)


@pytest.mark.parametrize("ending", ["", ".gz"])
@pytest.mark.parametrize(
    ("charset", "found"),
    [
        ("gb18030", "gb18030"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
    ],
)
def test_jsonl_in_other_charsets(
    charset: str, found: str, ending: str, tmp_path: pathlib.Path
) -> None:
    path = tmp_path / f"a.jsonl{ending}"
    data = jsonl(SIMPLIFIED, "plain", "短句", SIMPLIFIED).encode(charset)
    path.write_bytes(gzip.compress(data) if ending else data)
    got = [(one.document.text, one.document.meta.get("charset")) for one in entries(path)]
    plain = None if charset == "gb18030" else found
    assert got == [(SIMPLIFIED, found), ("plain", plain), ("短句", found), (SIMPLIFIED, found)]


def test_jsonl_with_a_backslash_in_a_character(tmp_path: pathlib.Path) -> None:
    # 功 is A5 5C in Big5.
    text = "他的成功不是偶然，許多人都認為如此。"
    (tmp_path / "a.jsonl").write_bytes(jsonl(text, TRADITIONAL).encode("big5"))
    assert [one.document.text for one in entries(tmp_path / "a.jsonl")] == [text, TRADITIONAL]


def test_jsonl_whose_charset_is_named(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(jsonl("Привет", "plain").encode("koi8-r"))
    first, second = entries(path, Reading(charset="koi8-r"))
    assert (first.document.text, first.document.meta) == ("Привет", {"charset": "koi8-r"})
    assert (second.document.text, second.document.meta) == ("plain", {})
    path.write_bytes(jsonl("Привет").encode("utf-16"))
    assert entries(path, Reading(charset="utf-16"))[0].document.text == "Привет"


@pytest.mark.parametrize("charset", ["gbk", "utf-16", "utf-16-be", "utf-8", "utf-8-sig"])
def test_standard_input(charset: str, monkeypatch: pytest.MonkeyPatch) -> None:
    source = Source(None, "stdin", 0)
    for data, ids in ((jsonl(SIMPLIFIED, "二"), ["stdin:1", "stdin:2"]), (SIMPLIFIED, ["stdin"])):
        given = io.TextIOWrapper(io.BytesIO(data.encode(charset)))
        monkeypatch.setattr(sys, "stdin", given)
        got = list(read(source, Reading()))
        assert [one.document.id for one in got] == ids
        assert got[0].document.text.removeprefix("\ufeff") == SIMPLIFIED


def test_what_fits_nothing_is_dropped(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.txt").write_bytes("The height of the water ".encode("cp037") * 9)
    (entry,) = entries(tmp_path / "a.txt")
    assert isinstance(entry.document.outcome, Drop)
    assert "no other charset fits" in entry.document.outcome.reason


def test_lines_to_come_tell_what_a_short_line_is_in(tmp_path: pathlib.Path) -> None:
    texts = ("天", "中華民國的學校與圖書館於昨日開放，許多學生前往閱讀書籍與雜誌。")
    lines = (json.dumps({"text": text}, ensure_ascii=False).encode("big5") for text in texts)
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n".join(lines))
    (source,) = find_sources([str(path)]).sources
    assert [entry.document.text for entry in read(source, Reading())] == [*texts]
