"""Paragraphs of many documents, evaluation sets, and which of several is kept: on files."""

import gzip
import pathlib

import orjson
import pytest
from written import lines

from cleaner.cli import main
from cleaner.rebuilding import rebuild

# Synthetic.
NOTICE = "本网站所有文字图片的版权归滨江晚报社所有，未经书面授权任何单位不得转载。"
NEWS = (
    "今年以来，我市坚持把就业摆在首位，完善政策体系，拓宽就业渠道。",
    "昨天上午，全市农村公路养护工作会议在市政府礼堂召开，各县区负责人参加。",
    "入冬以来，市供热公司对全市供热管网进行了全面检查和维修，保证居民家中温度。",
)
PAGES = [f"{news}\n{NOTICE}" for news in NEWS]


@pytest.fixture
def corpus(tmp_path):
    """Makes a JSONL file of texts, or of records, and returns its path."""

    def make(*records: object, name: str = "in.jsonl") -> str:
        lines = [
            one if isinstance(one, dict) else {"id": f"d{at}", "text": one}
            for at, one in enumerate(records)
        ]
        path = tmp_path / name
        data = b"".join(orjson.dumps(line) + b"\n" for line in lines)
        path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        return str(path)

    return make


def clean(out: pathlib.Path, *arguments: str) -> None:
    assert main([*arguments, "-o", str(out), "-q"]) == 0


def test_a_line_that_is_nearly_json_is_passed_on_as_json(tmp_path):
    path = tmp_path / "in.jsonl"
    lines = (
        f'{{"id": 1, "text": "{NEWS[0]}", "n": {2**64}}}\n{{"id":"b","text":"\\ud83d","n":NaN}}\n'
    )
    path.write_text(lines, "utf-8")
    clean(tmp_path / "out", "dedup", str(path))
    first = lines.splitlines()[0]
    assert (tmp_path / "out" / "corpus.jsonl").read_text("utf-8") == (
        first + '\n{"id":"b","text":"\ufffd","n":null}\n'
    )


def test_so_many_documents_are_enough_and_one_less_is_not(tmp_path, corpus):
    for least, shortened in (("3", 2), ("4", 0)):
        out = tmp_path / least
        clean(out, "dedup", corpus(*PAGES), "--paragraphs", least, "--near", "off")
        assert len(lines(out, "edits")) == shortened


def test_a_notice_stays_in_the_first_document(tmp_path, corpus):
    clean(tmp_path / "out", "dedup", corpus(*PAGES, NOTICE), "--paragraphs", "3", "--near", "off")
    kept = {one["id"]: one["text"] for one in lines(tmp_path / "out")}
    assert kept == {"d0": PAGES[0], "d1": NEWS[1], "d2": NEWS[2]}
    (gone,) = lines(tmp_path / "out", "dropped")
    assert (gone["id"], gone["text"], gone["dropped"]["stage"]) == (
        "d3",
        NOTICE,
        "shared-paragraph",
    )
    edits = lines(tmp_path / "out", "edits")
    assert [(one["id"], one["start"], one["old"]) for one in edits] == [
        ("d1", len(NEWS[1]), "\n" + NOTICE),
        ("d2", len(NEWS[2]), "\n" + NOTICE),
    ]


@pytest.mark.parametrize(
    ("texts", "least"),
    [
        (PAGES, "4"),  # in too few documents
        ([f"{news}\n谢谢大家！" for news in NEWS], "2"),  # too short to count
        ([f"{NOTICE}\n{NOTICE}\n{NEWS[0]}", NEWS[1]], "2"),  # twice in one
        (PAGES, "0"),
    ],
    ids=["few", "short", "one document", "off"],
)
def test_paragraphs_that_stay(tmp_path, corpus, texts, least):
    clean(tmp_path / "out", "dedup", corpus(*texts), "--paragraphs", least)
    assert [one["text"] for one in lines(tmp_path / "out")] == texts


def test_what_a_run_took_out_can_be_had_back(tmp_path, corpus):
    texts = [f"{NOTICE}\n{news}" for news in NEWS]
    arguments = ("run", corpus(*texts), "--set", "duplicates.paragraphs=2")
    clean(tmp_path / "out", *arguments)
    assert [one["text"] for one in lines(tmp_path / "out")] == [
        texts[0],
        *NEWS[1:],
    ]
    assert list(rebuild(tmp_path / "out").values()) == texts
    figures = orjson.loads((tmp_path / "out" / "report.json").read_bytes())
    assert figures["stages"]["shared-paragraph"]["documents"] == 2
    assert figures["characters"]["kept"] == len(texts[0]) + len(NEWS[1]) + len(NEWS[2])
    # Twice is once.
    again = tmp_path / "again"
    clean(again, "run", str(tmp_path / "out"), "--set", "duplicates.paragraphs=2")
    assert (again / "corpus.jsonl").read_bytes() == (tmp_path / "out/corpus.jsonl").read_bytes()


QUESTION = "下列关于农村公路养护工作会议的说法中，哪一项最符合会议的要求？"


@pytest.mark.parametrize("name", ["eval.jsonl", "eval.jsonl.gz"])
@pytest.mark.parametrize("command", ["run", "dedup"])
def test_what_overlaps_an_evaluation_set_goes(tmp_path, corpus, command, name):
    record = {"id": "q7", "choices": [{"label": "A", "text": "略"}], "question": QUESTION}
    asked = corpus(record, name=name)
    source = corpus(NEWS[0], f"{NEWS[1]}{QUESTION}请同学们思考。")
    clean(tmp_path / "out", command, source, "--against", asked)
    (gone,) = lines(tmp_path / "out", "dropped")
    letters = QUESTION.replace("，", "").replace("？", "")
    assert gone["dropped"] == {
        "stage": "evaluation-overlap",
        "reason": f"{len(letters)} letters in a row stand in the evaluation text q7",
        "kept": None,
        "evidence": {"overlaps": "q7", "letters": letters},
    }
    assert [one["text"] for one in lines(tmp_path / "out")] == [NEWS[0]]


def test_an_evaluation_set_that_cannot_be_read(tmp_path, corpus, capsys):
    path = tmp_path / "eval.jsonl"
    path.write_text('{"question": "一"}\n{broken\n')
    out = str(tmp_path / "out")
    assert main(["dedup", corpus(*NEWS), "-o", out, "--against", str(path)]) == 1
    assert "eval.jsonl:2: not valid JSON" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


COPIES = [
    {"id": "a", "text": NEWS[0], "meta_score": 2},
    {"id": "b", "text": NEWS[0], "meta_score": 9},
    {"id": "c", "text": NEWS[0] + "完", "meta_score": "high"},
    {"id": "d", "text": NEWS[0]},
]


@pytest.mark.parametrize(
    ("prefer", "kept"), [("longest", "c"), ("first", "a"), ("field:meta_score", "b")]
)
def test_which_of_several_is_kept(tmp_path, corpus, prefer, kept):
    clean(tmp_path / "out", "dedup", corpus(*COPIES), "--prefer", prefer)
    (one,) = lines(tmp_path / "out")
    assert (one["id"], one["cluster_size"]) == (kept, 4)


def test_strict_numbers(tmp_path, corpus):
    # One number of four, and letters misread.
    text = "".join(NEWS) + "参加的有3581人，比上年多12人，会期3天，收到提案88件。"
    texts = (text, text.replace("3581", "3531").replace("拓宽", "拓觉").replace("政府", "政俯"))
    clean(tmp_path / "weighed", "dedup", corpus(*texts))
    clean(tmp_path / "strict", "dedup", corpus(*texts), "--numbers", "strict")
    assert len(lines(tmp_path / "weighed")) == 1
    assert len(lines(tmp_path / "strict")) == 2


def test_an_article_inside_a_page(tmp_path, corpus):
    page = "\n".join((*NEWS, NOTICE))
    clean(tmp_path / "out", "dedup", corpus(NEWS[1] + NEWS[2], page), "--contained")
    assert [one["id"] for one in lines(tmp_path / "out")] == ["d1"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--prefer", "longst"), "did you mean 'longest'?"),
        (("--prefer", "field:"), "expected first, longest or field:NAME"),
        (("--numbers", "strikt"), "did you mean 'strict'?"),
        (("--numbers", "strict", "--near", "jaccard"), "knows no numbers"),
        (("--contained", "--prefer", "first"), "contained needs near"),
        (("--paragraphs", "1"), "paragraphs is 0, for none, or 2 and more"),
    ],
)
def test_options_that_do_not_fit(tmp_path, corpus, capsys, arguments, said):
    assert main(["dedup", corpus(*NEWS), "-o", str(tmp_path / "out"), *arguments]) == 2
    assert said in capsys.readouterr().err


def test_the_nearest_pairs_kept_apart_are_told(tmp_path, corpus):
    text = "".join(NEWS)
    bulletins = [
        f"{text}参加的有{number}人，会期{number % 7 + 2}天。" for number in range(3581, 3606)
    ]
    copy = bulletins[0].replace("拓宽", "拓觉")
    clean(tmp_path / "a", "dedup", corpus(*bulletins, copy))
    spared = orjson.loads((tmp_path / "a/report.json").read_bytes())["spared"]
    assert len(spared) == 20
    assert [one["similarity"] for one in spared] == sorted(
        (one["similarity"] for one in spared), reverse=True
    )
    gone = {one["id"] for one in lines(tmp_path / "a", "dropped")}
    assert len(gone) == 1
    assert not gone & {name for one in spared for name in one["ids"]}
    assert all(one["points"] >= 2 for one in spared)
    assert spared[0]["reason"].startswith("another text: ")
    assert "differ" in spared[0]["reason"]
    # The same again.
    clean(tmp_path / "b", "dedup", corpus(*bulletins, copy))
    assert (tmp_path / "a/report.json").read_bytes() == (tmp_path / "b/report.json").read_bytes()


def test_by_jaccard_a_pair_kept_apart_has_no_points(tmp_path, corpus):
    text = "".join((*NEWS, NOTICE))
    clean(tmp_path / "out", "dedup", corpus(text, text[:-16]), "--near", "jaccard:0.9")
    (one,) = orjson.loads((tmp_path / "out/report.json").read_bytes())["spared"]
    assert one == {
        "ids": ["d0", "d1"],
        "similarity": one["similarity"],
        "points": None,
        "reason": f"jaccard {one['similarity']:.2f} with the kept text",
    }
    assert 0.8 < one["similarity"] < 0.9
