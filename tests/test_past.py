"""`clean explain OUT --id ID`: the history of a record, from the files of its output alone."""

import json
import pathlib
from itertools import pairwise

import pytest
from click.testing import CliRunner

from cleaner import rebuild, undo
from cleaner.cli import cli, main
from cleaner.document import Division, Drop
from cleaner.errors import InputError
from cleaner.past import past_of, pasts, texts_before
from cleaner.run import Settings, run

SEEDS = pathlib.Path(__file__).parent.parent / "seeds"
CITY = "昨天上午，全市农村公路养护工作会议在市政府礼堂召开，各县区负责人参加。"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    top = tmp_path_factory.mktemp("past")
    lines = [
        {"id": "a", "text": CITY * 3},
        {"id": "b", "text": CITY * 3},
        {"id": "c", "text": "短"},
    ]
    (top / "more.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in lines))
    run([str(SEEDS), str(top / "more.jsonl")], top / "out")
    return top / "out"


def ids(out: pathlib.Path, name: str) -> list[str]:
    return [json.loads(line)["id"] for line in (out / name).read_bytes().splitlines()]


def test_every_record_leads_back_to_its_source(out: pathlib.Path) -> None:
    sources = rebuild(out)
    names = [*ids(out, "corpus.jsonl"), *ids(out, "dropped.jsonl"), *ids(out, "split.jsonl")]
    found = pasts(out, names)
    assert sorted(found) == sorted(names)
    for name in names:
        documents = found[name].documents
        assert documents[-1].id == name
        assert undo(documents[0]) == sources[documents[0].id]
        for parent, child in pairwise(documents):
            assert isinstance(parent.outcome, Division)
            assert child.id in parent.outcome.children


def test_an_article_has_the_history_of_its_page(out: pathlib.Path) -> None:
    past = past_of(out, "seeds/003_38750c8924cd5437.txt#2")
    page, article = past.documents
    assert past.source == "seeds/003_38750c8924cd5437.txt"
    assert [step.stage for step in page.history] == ["wrapped-line", "half-width-mark"]
    assert article.meta["title"] == "江西信丰货运司机以赛促练强技能"
    assert len(texts_before(page)) == 2
    assert texts_before(page)[0] == undo(page)


def test_what_was_dropped_says_for_what(out: pathlib.Path) -> None:
    (document,) = past_of(out, "b").documents
    assert isinstance(document.outcome, Drop)
    assert document.outcome.kept == "a"
    assert [one.id for one in past_of(out, "a").twins] == ["b"]


def test_the_command_tells_it(out: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(out), "--id", "seeds/003_38750c8924cd5437.txt#2"]) == 0
    told = capsys.readouterr().out
    for said in (
        "read from seeds/003_38750c8924cd5437.txt",
        "half-width-mark  Write the marks",
        "深耕劳务协作[-,-]{+，+}结对帮扶",
        "split by article into 8",
        "title: 江西信丰货运司机以赛促练强技能",
    ):
        assert said in told
    assert main(["explain", str(out), "--id", "a"]) == 0
    assert "stands for b, dropped by exact-duplicate" in capsys.readouterr().out
    assert main(["explain", str(out), "--id", "c"]) == 0
    assert "dropped by too-short" in capsys.readouterr().out


def test_one_stage_can_be_asked_for(out: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["explain", str(out), "--id", "seeds/003_38750c8924cd5437.txt#2", "--stage"]
    assert main([*arguments, "half-width-mark"]) == 0
    assert "blank-line" not in capsys.readouterr().out
    assert main([*arguments, "page-number"]) == 0  # it did nothing here
    assert main([*arguments, "half-width-marks"]) == 2
    assert "did you mean 'half-width-mark'?" in capsys.readouterr().err


def test_side_by_side_is_as_wide_as_the_terminal(
    out: pathlib.Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from ftfy.formatting import monospaced_width

    monkeypatch.setenv("COLUMNS", "130")
    name = "seeds/003_38750c8924cd5437.txt#2"
    assert main(["explain", str(out), "--id", name, "--side-by-side"]) == 0
    rows = [line for line in capsys.readouterr().out.splitlines() if " │ " in line]
    assert len(rows) > 10
    assert {monospaced_width(line.partition(" │ ")[0]) for line in rows} == {69}
    assert max(map(monospaced_width, rows)) <= 130
    left, right = rows[0].split(" │ ")
    assert "[-,-]" in left + rows[1].split(" │ ")[0] or "⏎" in "".join(rows[:5])
    assert "[-" not in right


def test_a_page_can_be_had(out: pathlib.Path) -> None:
    name = "seeds/003_38750c8924cd5437.txt#2"
    shown = CliRunner().invoke(cli, ["explain", str(out), "--id", name, "--html", "--limit", "0"])
    assert shown.exit_code == 0
    assert shown.stdout.startswith("<!doctype html>")
    assert shown.stdout.count("<ins>，</ins>") > 100


def test_a_page_of_a_file(tmp_path: pathlib.Path) -> None:
    (tmp_path / "page.txt").write_text(
        "中 国 人 民 站 起 来 了,<b>大 家 都 很 高 兴 。", encoding="utf-8"
    )
    shown = CliRunner().invoke(cli, ["explain", str(tmp_path / "page.txt"), "--html"])
    assert shown.exit_code == 0
    assert "letter-spacing" in shown.stdout
    assert "<b>" not in shown.stdout


def test_an_id_that_is_not_there(out: pathlib.Path, tmp_path: pathlib.Path) -> None:
    with pytest.raises(InputError, match="no document '003'; did you mean 'seeds/003"):
        past_of(out, "003")
    with pytest.raises(InputError, match="not an output"):
        past_of(tmp_path, "a")
    with pytest.raises(InputError, match="no such folder"):
        past_of(tmp_path / "none", "a")


def test_private_data_show_without_what_stands_round_them(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.txt").write_text(f"{CITY}电话13812345678,见公告。{CITY}", encoding="utf-8")
    out = tmp_path / "out"
    assert main(["run", str(tmp_path / "a.txt"), "-o", str(out), "-q", "--on", "privacy"]) == 0
    for more in ([], ["--html"]):
        shown = CliRunner().invoke(cli, ["explain", str(out), "--id", "a.txt", *more])
        assert shown.exit_code == 0
        assert "11 characters" in shown.stdout
        assert "13812345678" not in shown.stdout


def test_a_damaged_output_says_where(tmp_path: pathlib.Path) -> None:
    run([str(SEEDS)], tmp_path / "out")
    path = tmp_path / "out" / "corpus.jsonl"
    path.write_bytes(path.read_bytes()[:-50])
    with pytest.raises(InputError, match=r"corpus\.jsonl:17: not valid JSON"):
        past_of(tmp_path / "out", "x")
    for arguments in (["report", path.parent], ["diff", path.parent, path.parent]):
        assert main([str(one) for one in arguments]) == 1


def test_without_edits_there_is_no_history(tmp_path: pathlib.Path) -> None:
    run([str(SEEDS)], tmp_path / "out", settings=Settings(edits=False))
    (name, *_) = ids(tmp_path / "out", "corpus.jsonl")
    assert past_of(tmp_path / "out", name).documents[-1].history == ()
