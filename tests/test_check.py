"""The gate: it passes what `clean run` made, and fails what was planted, by its name."""

import gzip
import importlib.util
import itertools
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as ET

import orjson
import pytest
import zstandard

from cleaner.check import Limits, check, load_limits
from cleaner.cli import main
from cleaner.errors import InputError, RecipeError

ROOT = pathlib.Path(__file__).parent.parent
MADE = ROOT / "data" / "clean" / "corpus.jsonl"
CLEAN = [orjson.loads(line) for line in MADE.read_bytes().splitlines()]


def record(text: str, name: str = "new", **fields: object) -> dict:
    return {
        "schema": 1,
        "id": name,
        "source": "s",
        "title": None,
        "text": text,
        "meta": {},
        **fields,
    }


def lines(*records: object) -> bytes:
    return dumped(*CLEAN, *records)


def benchmark(name: str):
    folder = ROOT / "benchmarks"
    spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(folder))
    spec.loader.exec_module(module)
    sys.path.remove(str(folder))
    return module


LONG = CLEAN[0]["text"]
PARAGRAPH = max(LONG.split("\n"), key=len)

# Synthetic, but for the pieces of the seeds.
PAGE = (
    "首页 > 新闻 > 正文\n城区公园五一开放\n2024年5月1日 10:20 来源：滨江晚报\n"
    "城区公园五一期间全天开放，市民可以免费入园，园内增设了多处休息点。\n"
    "责任编辑：李四\n相关阅读\n春季植树活动今日开始...\n全市中小学开学第一课...\n"
    "老城区道路改造完成...\n社区食堂开进小区...\n版权所有 滨江晚报 滨ICP备12345678号"
)
WRAPPED = "\n".join(PARAGRAPH.replace("。", "，")[at : at + 18] for at in range(0, 180, 18))
# What is planted: bytes made of a clean corpus, or further records.
DEFECTS = {
    "broken_files": lambda clean: b"\xef\xbb\xbf" + clean,
    "broken_files (breaks)": lambda clean: clean.replace(b"\n", b"\r\n"),
    "broken_files (end)": lambda clean: clean[:-1],
    "broken_lines": lambda clean: clean + b'{"id": "x", "text"\n',
    "broken_lines (no text)": lambda clean: clean + dumped({"id": "x", "title": "t"}),
    "broken_lines (schema)": lambda clean: clean + dumped(record("一段话。", title=5)),
    "repeated_ids": lambda clean: (
        clean + dumped(record("又一段话，说的是另外一件事情，与前面无关。", first(clean)["id"]))
    ),
    "misplaced_articles": lambda clean: (
        clean
        + dumped(
            record("市里的公园昨天开放了，来的人很多。", "page#2"),
            record("今年的麦子已经收完，产量比去年高。", "page#1"),
        )
    ),
    "changed_documents": [record("会议于八月在上游水庫召开，各地代表都来参加了会议。")],
    "changed_characters": [record("山川一脉同风雨,冀疆何曾是两乡,今日又相逢,再话当年。")],
    "rejected_documents": [record("短。")],
    "exact_duplicates": lambda clean: (
        clean + dumped(record(first(clean)["text"].replace("，", ",")))
    ),
    "near_duplicates": lambda clean: clean + dumped(record(near(first(clean)["text"]))),
    "mid_sentence_breaks": [record(f"{at}{WRAPPED}", f"n{at}") for at in range(9)],
    "web_pages": [record(PAGE)],
    "repeated_text": [record("\n".join(["今天天气不错，我们去公园走一走看一看。"] * 20))],
    "lost_characters": [record("会议\ufffd记录锟斤拷了，没有人知道说过什么。烫烫烫！" * 3)],
}


def dumped(*records: object) -> bytes:
    return b"".join(orjson.dumps(one) + b"\n" for one in records)


def first(clean: bytes) -> dict:
    return orjson.loads(clean.partition(b"\n")[0])


def near(text: str) -> str:
    return text.replace("。", "。\n", 1)[:-9].replace("的", "白", 2)


def planted(name: str, clean: bytes, times: int = 1) -> bytes:
    """A corpus with a defect, where it is one of records so many times."""
    defect = DEFECTS[name]
    if callable(defect):
        return defect(clean)
    rest = [{**one, "id": f"{one['id']}-{at}"} for at in range(times) for one in defect]
    return clean + dumped(*rest)


@pytest.fixture
def corpus(tmp_path):
    """Writes a corpus and returns its path."""

    def write(data: bytes, name: str = "corpus.jsonl") -> str:
        path = tmp_path / name
        path.write_bytes(data)
        return str(path)

    return write


def test_what_a_run_made_passes(capsys):
    assert main(["check", str(MADE), "-q"]) == 0
    out = capsys.readouterr().out
    assert "FAIL" not in out
    assert out.endswith("clean: every limit holds\n")


def test_what_is_clean_is_a_recipes_to_say(corpus, tmp_path, capsys):
    config = tmp_path / "clean.toml"
    config.write_text(
        'off = ["half-width-mark"]\n[too-short]\nmin_chars = 20\n'
        '[duplicates]\nnear = "off"\nwithin = "day"\n[check]\nmid_sentence_breaks = false\n'
    )
    out, source = tmp_path / "out", str(ROOT / "seeds")
    assert main(["run", source, "-o", str(out), "--recipe", str(config), "-q"]) == 0
    assert main(["check", str(out), "--config", str(config), "-q"]) == 0
    assert main(["check", str(out), "-q"]) == 1
    capsys.readouterr()
    text = CLEAN[0]["text"]
    copies = [record(text, "a", day=1), record(text, "b", day=2), record(text + "又一句。", "c")]
    path = corpus(dumped(*copies, record("这一句只有十几个字，太短了。", "d")))
    assert main(["check", path, "--config", str(config), "-q"]) == 1
    out = capsys.readouterr().out
    assert "fewer than 20" in out
    assert "ok    exact_duplicates" in out
    assert "ok    near_duplicates" in out


@pytest.mark.parametrize("name", DEFECTS)
def test_a_planted_defect_is_named(corpus, name):
    path = corpus(planted(name, lines()))
    checked = check([path])
    found = {one.measure: one for one in checked.failures}
    measure = name.partition(" ")[0]
    assert measure in found
    place = found[measure].examples[0].place
    assert place.startswith(path)  # as it was called, so that a tool finds it
    assert found[measure].examples[0].shown or measure == "changed_characters"


def test_entries_without_end_marks_are_no_broken_sentences(corpus):
    # Subtitles and fields, synthetic: longer than a heading, and each of a width of its own.
    said = ["你昨天去了哪里我找了你半天", "家里来了客人", "那你也该先打一个电话回来告诉我一声"]
    fields = ["名称：滨江公园游船码头候船室", "电话：暂缺", "说明：冬季每天上午九点到下午四点开放"]
    texts = ["\n".join(f"{line}呀{'呀' * (at % 3)}" for line in said * 4) for at in range(4)]
    texts += ["\n".join(f"{line}{at}" for line in fields * 4) for at in range(4)]
    path = corpus(dumped(*(record(text, f"n{at}") for at, text in enumerate(texts))))
    found = {one.measure for one in check([path]).failures}
    assert "mid_sentence_breaks" not in found


def test_a_paragraph_cut_in_a_clause_is_a_broken_sentence_of_any_width(corpus):
    cut = "小区的快递柜上个月换了新的，超过十二小时就要收费，柜子上却没有一个字写明，居民们"
    texts = [f"{cut}\n渡口修好了{at}。\n他来了。" for at in range(4)]
    path = corpus(dumped(*(record(text, f"n{at}") for at, text in enumerate(texts))))
    assert "mid_sentence_breaks" in {one.measure for one in check([path]).failures}


@pytest.fixture(scope="module")
def many():
    """1,000 clean records, no two alike."""
    made = itertools.islice(benchmark("check").records(seed=3), 1_000)
    # One paragraph of each, that there be many of them in little time.
    return dumped(*({**one, "text": max(one["text"].split("\n"), key=len)} for one in made))


def test_a_large_corpus_passes(corpus, many):
    assert [one.measure for one in check([corpus(many)], sample=150).failures] == []


@pytest.mark.parametrize("name", DEFECTS)
def test_a_defect_of_few_of_many_documents_is_named(corpus, many, name):
    measure = name.partition(" ")[0]
    limits = Limits({measure: 0})  # of two measures some is allowed
    checked = check([corpus(planted(name, many, times=20))], limits, sample=150)
    assert measure in {one.measure for one in checked.failures}
    exact = {"broken_lines": 1, "repeated_ids": 1, "broken_files": 1}
    assert checked.figures[measure] == exact.get(measure, checked.figures[measure])


def test_the_number_of_processes_does_not_matter(corpus, many, monkeypatch):
    monkeypatch.setattr("cleaner.check.gate.FEW_BLOCKS", 0)
    monkeypatch.setattr("cleaner.check.corpus.BLOCK", 1 << 16)
    some = b"".join(many.splitlines(keepends=True)[:600])
    data = some + DEFECTS["broken_lines"](dumped(record("短。"), record("会议在水庫召开。")))
    path = corpus(data)
    assert check([path], jobs=1) == check([path], jobs=2)
    assert check([path], jobs=1, sample=100) == check([path], jobs=2, sample=100)


@pytest.mark.parametrize("ending", [".gz", ".zst"])
def test_packed_is_as_plain(corpus, many, ending):
    pack = gzip.compress if ending == ".gz" else zstandard.compress
    plain, packed = corpus(many), corpus(pack(many), f"corpus.jsonl{ending}")
    assert check([plain], sample=100).figures == check([packed], sample=100).figures
    with pytest.raises(InputError, match=r"corpus\.jsonl\..*: "):
        check([corpus(pack(many)[:-100], f"corpus.jsonl{ending}")])


def test_the_worst_examples_come_first(corpus):
    marks = [
        record("山川一脉同风雨" + ",今日又相逢" * at, f"m{at}") for at in (2, 3, 9, 4, 5, 6, 7)
    ]
    found = {one.measure: one for one in check([corpus(lines(*marks))]).failures}
    shown = [one.id for one in found["changed_characters"].examples]
    assert shown == ["m9", "m7", "m6", "m5", "m4"]
    assert [one.id for one in found["changed_documents"].examples] == ["m2", "m3", "m9", "m4", "m5"]


def test_private_data_are_counted_and_not_shown(corpus, tmp_path, capsys):
    path = corpus(lines(record("请拨打13812345678联系王先生，或者写信给他，他会回答。")))
    assert check([path]).figures["private_data"] == 1
    (tmp_path / "clean.toml").write_text("[check]\nprivate_data = 0\n")
    for style in ("text", "json", "junit", "github"):
        arguments = ["check", path, "--config", str(tmp_path / "clean.toml"), "--format", style]
        assert main([*arguments, "-q"]) == 1
        out = capsys.readouterr().out
        assert "mobile-number 1" in out
        assert "13812345678" not in out


def test_no_excerpt_shows_private_data(corpus):
    number = "13812345678"
    bad = [
        record(f"请拨打{number}联系王先生，或者写信给他，他会回答所有问题。", number),
        record(f"请拨打{number}联系王先生，或者写信给他，他会回答所有问题。", number),
        record(f"会议于八月在上游水庫召开，电话{number}。"),
        record(f"{'一' * 19}{number}\ufffd{number}"),  # an excerpt would cut the first in two
    ]
    path = corpus(dumped(*bad) + f'{{"id": {number}, "text"\n'.encode())
    checked = check([path], Limits({"lost_characters": 0, "private_data": 0}))
    assert len(checked.failures) > 5
    said = str(checked)
    assert number not in said
    assert not [at for at in range(5) if number[at : at + 7] in said]


def test_figures_are_saved_or_it_is_said_at_once(corpus, tmp_path, capsys):
    saved = tmp_path / "none" / "figures.json"
    assert main(["check", corpus(lines()), "--save-baseline", str(saved)]) == 1
    assert "there is no such folder" in capsys.readouterr().err


def test_a_closed_pipe_hides_no_failure(corpus):
    path = corpus(lines(record("短。")))
    code = "import sys; from cleaner.cli import main; sys.exit(main())"
    command = f"{sys.executable} -c '{code}' check {path} -q | true; exit ${{PIPESTATUS[0]}}"
    assert subprocess.run(["bash", "-c", command], check=False).returncode == 1


def test_formats(corpus, capsys):
    path = corpus(lines(record("短<&\x1b")))
    assert main(["check", path, "-q"]) == 1
    text = capsys.readouterr().out
    assert "rejected_documents" in text
    assert f"all {len(CLEAN) + 1} documents" in text
    assert "not clean: " in text
    assert "corpus.jsonl:" in text
    assert "\x1b" not in text
    assert main(["check", path, "--format", "json", "-q"]) == 1
    value = orjson.loads(capsys.readouterr().out)
    assert value["passed"] is False
    assert "rejected_documents" in {one["measure"] for one in value["failures"]}
    assert main(["check", path, "--format", "junit", "-q"]) == 1
    suite = ET.fromstring(capsys.readouterr().out)
    assert int(suite.get("failures")) == len(suite.findall("testcase/failure")) > 0
    assert main(["check", path, "--format", "github", "-q"]) == 1
    annotations = capsys.readouterr().out.splitlines()
    assert all(line.startswith("::error ") for line in annotations)
    wanted = f"::error file={path},line={len(CLEAN) + 1},title=rejected_documents"
    assert wanted in "".join(annotations)
    assert main(["check", path, "--format", "github", "-q", "--sample", "3"]) in {0, 1}
    assert f"looked into 3 of {len(CLEAN) + 1} documents" in capsys.readouterr().out


def test_limits(corpus, tmp_path):
    path = tmp_path / "clean.toml"
    path.write_text(
        "[check]\nrejected_documents = 0.5\nmedian_characters = 100000\nweb_pages = false\n"
        "[check.scripts]\nzh-Hans = 0.5\n"
    )
    found = check([corpus(lines(record("短。")))], load_limits(path)).failures
    assert [one.measure for one in found] == ["median_characters", "scripts.zh-Hans"]
    assert load_limits(path).of("web_pages") is None
    assert Limits().of("web_pages") == 0.001


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[check]\nnear_duplicate = 1", "did you mean 'near_duplicates'?"),
        ("[check]\nnear_duplicates = 'a'", "is a number, 0 or more, or false, got 'a'"),
        ("[check]\nnear_duplicates = -1", "got -1"),
        ("[check]\nnear_duplicates = nan", "got nan"),
        ("[check]\nnear_duplicates = 5", "is a share, from 0 to 1, got 5; 0.05 is 5 %"),
        ("[check.scripts]\nzh-Hnt = 0.1", "no script 'zh-Hnt'; did you mean 'zh-Hant'?"),
        ("[check.scripts]\nzh-Hant = 1.5", "check.scripts.zh-Hant is a share"),
        ("check = 3", "check is a table"),
        ("[check", "not valid TOML"),
        ("[chek]\nprivate_data = 0", "no table [check]; did you mean 'chek'?"),
    ],
)
def test_limits_that_do_not_fit(tmp_path, capsys, text, said):
    path = tmp_path / "clean.toml"
    path.write_text(text)
    with pytest.raises(RecipeError, match=r"clean\.toml"):
        load_limits(path)
    assert main(["check", str(MADE), "--config", str(path)]) == 2
    assert said in capsys.readouterr().err


def test_drift_from_a_saved_run(corpus, tmp_path, capsys):
    saved = str(tmp_path / "figures.json")
    assert main(["check", str(MADE), "--save-baseline", saved, "-q"]) == 0
    assert main(["check", str(MADE), "--baseline", saved, "-q"]) == 0
    half = corpus(b"".join(MADE.read_bytes().splitlines(keepends=True)[: len(CLEAN) // 2]))
    capsys.readouterr()
    assert main(["check", half, "--baseline", saved, "-q"]) == 1
    assert f"documents: {len(CLEAN) // 2}, limit {len(CLEAN)}" in capsys.readouterr().out
    assert main(["check", half, "--baseline", str(MADE), "-q"]) == 1
    assert "--save-baseline makes" in capsys.readouterr().err


def test_a_few_lost_characters_are_no_drift(corpus, tmp_path, capsys):
    saved = str(tmp_path / "figures.json")
    long = "".join(text["text"] for text in CLEAN) * 10
    main(["check", corpus(lines(record(long + "\ufffd"))), "--save-baseline", saved, "-q"])
    for count, is_drift in ((0, False), (1, False), (99, True)):
        capsys.readouterr()
        path = corpus(lines(record(long + "\ufffd" * count)))
        main(["check", path, "--baseline", saved, "-q"])
        assert ("in the saved run" in capsys.readouterr().out) == is_drift


@pytest.mark.parametrize(
    "text", ["[]", "{}", '{"documents": "x"}', '{"documents": 1, "scripts": {"zh": null}}', "{"]
)
def test_figures_that_are_none(text, tmp_path, capsys):
    path = tmp_path / "figures.json"
    path.write_text(text)
    assert main(["check", str(MADE), "--baseline", str(path)]) == 1
    assert "--save-baseline makes" in capsys.readouterr().err


def test_a_sample_is_always_the_same(corpus):
    path = corpus(
        lines(*(record(f"{text['text']}{at}", f"m{at}") for at, text in enumerate(CLEAN)))
    )
    first = check([path], sample=5)
    assert first.figures["looked_into"] == 5
    assert first.figures["documents"] == 2 * len(CLEAN)
    assert first == check([path], sample=5)
    assert {one.measure for one in first.failures} <= {"exact_duplicates", "near_duplicates"}


def test_what_is_no_corpus(tmp_path, corpus):
    (tmp_path / "a.txt").write_text("一段话")
    with pytest.raises(InputError, match=r"a\.txt: no corpus; `clean check` reads"):
        check([str(tmp_path / "a.txt")])
    with pytest.raises(InputError, match="none"):
        check([str(tmp_path / "none.jsonl")])
    failed = {one.measure for one in check([corpus(b"")]).failures}
    assert failed == {"documents"}


def test_a_line_without_an_end_is_not_read_to_it(tmp_path, monkeypatch):
    from cleaner.check import corpus

    monkeypatch.setattr(corpus, "BLOCK", 20_000)
    monkeypatch.setattr(corpus, "LINE_BYTES", 50_000)
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "' + b"a" * 200_000 + b'"}\n' + lines())
    checked = check([str(tmp_path / "a.jsonl")])
    (failure,) = [one for one in checked.failures if one.measure == "broken_lines"]
    assert failure.examples[0].place.endswith("a.jsonl:1")
    assert failure.examples[0].shown == "a line of over 50000 bytes"
    assert checked.figures["documents"] == len(CLEAN)


def test_a_corpus_that_breaks_off_is_an_error_that_says_so(tmp_path, capsys):
    (tmp_path / "a.jsonl.gz").write_bytes(b"no gzip")
    assert main(["check", str(tmp_path / "a.jsonl.gz")]) == 1
    assert "a.jsonl.gz: cannot be read: " in capsys.readouterr().err
