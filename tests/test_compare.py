"""`clean diff`: what differs between two outputs, record by record and in sum. Texts synthetic."""

import json
import pathlib

import pytest
from click.testing import CliRunner

from cleaner.cli import cli, main
from cleaner.compare import Comparison
from cleaner.errors import InputError
from cleaner.rebuilding import EditIndex, read_steps
from cleaner.recipe import Recipe
from cleaner.run import Settings, run

SEEDS = pathlib.Path(__file__).parent.parent / "seeds"
CITY = "昨天上午，全市农村公路养护工作会议在市政府礼堂召开，各县区负责人参加"
MARKS = "入冬以来,市供热公司对全市供热管网进行了全面检查和维修,保证居民家中温度"
RIVER = "河水退去以后，岸边的人们开始修补堤坝，孩子们回到了学校。"
HEAT = "入冬以来，市供热公司对全市供热管网进行了全面检查和维修，保证居民家中温度"


def made(
    folder: pathlib.Path, records: dict[str, str], recipe: Recipe | None = None
) -> pathlib.Path:
    folder.mkdir()
    source = folder / "in.jsonl"
    lines = [json.dumps({"id": name, "text": text}) for name, text in records.items()]
    source.write_text("".join(f"{line}\n" for line in lines))
    run([str(source)], folder / "out", recipe)
    return folder / "out"


def changes(first: pathlib.Path, second: pathlib.Path) -> list[tuple[str, str | None, str | None]]:
    with Comparison(first, second) as comparison:
        return [
            (one.kind, one.first and one.first.name, one.second and one.second.name)
            for one in comparison.changes()
        ]


RECORDS = {
    "a": f"{CITY}。",
    "b": f"{MARKS},共三人。",
    "c": f"{CITY}{HEAT}。",
    "d": "短短的一句话。",
}


def test_an_output_is_like_itself(tmp_path: pathlib.Path) -> None:
    run([str(SEEDS)], tmp_path / "one")
    run([str(SEEDS)], tmp_path / "two", settings=Settings(jobs=2))
    with Comparison(tmp_path / "one", tmp_path / "two") as comparison:
        assert list(comparison.changes()) == []
        assert comparison.same == 20  # 17 articles, 3 pages


def test_each_kind_of_change_is_told(tmp_path: pathlib.Path) -> None:
    first = made(tmp_path / "one", {**RECORDS, "gone": "只在第一个里面。", "old": RIVER})
    second = made(
        tmp_path / "two",
        {
            "new": "只在第二个里面。",
            **RECORDS,
            "b": f"{MARKS},共五人。",
            "d": "短。",
            "renamed": RIVER,
        },
    )
    assert changes(first, second) == [
        ("only in the second", None, "new"),
        ("another text", "b", "b"),
        ("another id", "old", "renamed"),
        ("no longer kept", "d", "d"),
        ("only in the first", "gone", None),
    ]
    assert ("kept now", "d", "d") in changes(second, first)


def test_a_rule_that_is_off_is_named(tmp_path: pathlib.Path) -> None:
    first = made(tmp_path / "one", RECORDS)
    second = made(tmp_path / "two", RECORDS, Recipe(off=("half-width-mark",)))
    with Comparison(first, second) as comparison:
        (change,) = comparison.changes()
        assert (change.kind, comparison.stages(change)) == ("another text", ["half-width-mark"])


def test_other_metadata_is_a_change_of_its_own(tmp_path: pathlib.Path) -> None:
    first = made(tmp_path / "one", RECORDS)
    second = made(tmp_path / "two", RECORDS, Recipe(off=("language",)))
    assert changes(first, second)
    assert {kind for kind, _, _ in changes(first, second)} == {"other metadata"}


def test_what_was_done_to_the_page_of_an_article_is_named(tmp_path: pathlib.Path) -> None:
    page = str(SEEDS / "001_bc67ab66cdfee0df.txt")
    run([page], tmp_path / "one")
    run([page], tmp_path / "two", Recipe(off=("number-space",)))
    with Comparison(tmp_path / "one", tmp_path / "two") as comparison:
        found = [
            comparison.stages(one) for one in comparison.changes() if one.kind == "another text"
        ]
    assert found
    assert all(stages[0] == "number-space" for stages in found)


def test_another_document_that_is_kept_instead_is_told(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    longer, shorter = f"{CITY}{HEAT}。", f"{CITY}{HEAT}"
    first = made(tmp_path / "one", {"a": longer, "b": shorter})
    second = made(tmp_path / "two", {"z": longer, "b": shorter})
    assert main(["diff", str(first), str(second)]) == 0
    assert "b  other metadata\n    kept: [-a-]{+z+}\n" in capsys.readouterr().out


def test_articles_that_are_numbered_anew_are_matched_by_their_text(tmp_path: pathlib.Path) -> None:
    """Here by hand: an article before them is gone."""
    run([str(SEEDS)], tmp_path / "one")
    run([str(SEEDS)], tmp_path / "two")
    path = tmp_path / "two" / "corpus.jsonl"
    lines = [json.loads(line) for line in path.read_bytes().splitlines()]
    names = [line["id"] for line in lines if line["id"].startswith("seeds/003")]
    kept = [line for line in lines if line["id"] != names[0]]
    for line in kept:
        if line["id"] in names:
            line["id"] = names[names.index(line["id"]) - 1]
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in kept))
    found = [
        one for one in changes(tmp_path / "one", tmp_path / "two") if one[0] != "other metadata"
    ]
    assert found == [
        *(("another id", old, new) for old, new in zip(names[1:], names, strict=False)),
        ("only in the first", names[0], None),
    ]


def test_the_command_tells_them(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = made(tmp_path / "one", RECORDS)
    second = made(tmp_path / "two", RECORDS, Recipe(off=("half-width-mark",)))
    assert main(["diff", str(first), str(second)]) == 0
    told = capsys.readouterr().out
    for said in (
        "b  another text",
        "by half-width-mark",
        "入冬以来[-，-]{+,+}市供热公司",
        "3  the same",
        "recipe.off  [] -> ['half-width-mark']",
        "stages.half-width-mark.edits      3 -> 0  (-3)",
    ):
        assert said in told, told
    assert main(["diff", str(first), str(second), "--exit-code"]) == 1
    assert main(["diff", str(first), str(first), "--exit-code"]) == 0
    assert "4  the same" in capsys.readouterr().out


def test_as_lines_of_json(tmp_path: pathlib.Path) -> None:
    first = made(tmp_path / "one", RECORDS)
    second = made(tmp_path / "two", {**RECORDS, "b": f"{MARKS},共五人。"})
    shown = CliRunner().invoke(cli, ["diff", str(first), str(second), "--json"])
    (change, total) = map(json.loads, shown.stdout.splitlines())
    assert (change["change"], change["first"]["id"]) == ("another text", "b")
    assert change["second"]["text"].endswith("共五人。")
    assert total["sum"]["same"] == 3
    assert total["sum"]["changes"] == {"another text": 1}


def test_the_limit_holds_and_all_are_counted(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = made(tmp_path / "one", {f"{at}": f"第{at}号，{CITY}。" for at in range(20)})
    second = made(tmp_path / "two", {f"{at}": f"第{at}号，{HEAT}。" for at in range(20)})
    assert main(["diff", str(first), str(second), "--limit", "3"]) == 0
    told = capsys.readouterr().out
    assert told.count("another text\n") == 4  # and in the sum
    assert "and 17 more" in told
    assert "20  another text" in told


def test_a_folder_that_is_no_output_is_refused(tmp_path: pathlib.Path) -> None:
    with pytest.raises(InputError, match="not an output"):
        Comparison(tmp_path, tmp_path)
    assert main(["diff", str(tmp_path), str(tmp_path)]) == 1


def test_edits_are_found_by_their_document(tmp_path: pathlib.Path) -> None:
    """The same as those that reading all of them gives; also of ids with quotes in them."""
    texts = {
        '","step":1,"': f"{MARKS},共三人。",
        "中": f"{MARKS},共五人。",
        "none": f"{CITY}{HEAT}。",
    }
    out = made(tmp_path / "one", texts)
    every = read_steps(out / "edits.jsonl")
    with EditIndex(out / "edits.jsonl") as index:
        assert {name: index.steps_of(name) for name in texts} == {"none": [], **every}
    assert read_steps(out / "edits.jsonl", ["中"]) == {"中": every["中"]}
    (tmp_path / "empty").write_bytes(b"")
    with EditIndex(tmp_path / "empty") as index:
        assert index.steps_of("中") == []


def test_hostile_text_does_not_reach_the_terminal(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Colours, cursor moves, directions, in an id, a text and metadata, are written out."""
    bad = "\x1b[2J\u202e\x07"
    folders = []
    for number in (1, 2):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        line = {"id": f"a{bad}", "text": f"{CITY}{bad}{number}。", "note": f"{bad}{number}"}
        (folder / "in.jsonl").write_text(json.dumps(line) + "\n")
        run([str(folder / "in.jsonl")], folder / "out", Recipe(off=("encoding", "characters")))
        folders.append(str(folder / "out"))
    for arguments in (
        ["diff", *folders],
        ["diff", *folders, "--side-by-side"],
        ["explain", folders[0], "--id", f"a{bad}"],
        ["explain", folders[0], "--id", bad],
    ):
        main(arguments)
        said = capsys.readouterr()
        assert not {"\x1b", "\u202e", "\x07"} & {*said.out, *said.err}
        assert "\\x1b[2J\\u202e\\x07" in said.out + said.err


def test_a_page_of_it(tmp_path: pathlib.Path) -> None:
    bad = "<script>bad()</script>今天下雨，明天天晴。"
    first = made(tmp_path / "one", {**RECORDS, "x": bad})
    second = made(tmp_path / "two", {**RECORDS, "d": "短。", "x": bad.replace("天晴", "下雪")})
    shown = CliRunner().invoke(cli, ["diff", str(first), str(second), "--html"])
    assert shown.exit_code == 0
    assert "no longer kept" in shown.stdout
    assert "<del>天晴</del>" in shown.stdout
    assert "<ins>下雪</ins>" in shown.stdout
    assert "<script>bad" not in shown.stdout
    assert "&lt;script&gt;bad" in shown.stdout
    assert str(first) in shown.stdout  # both folders are called out
    less = CliRunner().invoke(cli, ["diff", str(first), str(second), "--html", "--limit", "1"])
    assert "and 1 more" in less.stdout
    both = CliRunner().invoke(cli, ["diff", str(first), str(second), "--html", "--json"])
    assert both.exit_code == 2
