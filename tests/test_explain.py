"""`clean explain` of layout: each line break's decision, and what moved lines. All synthetic."""

import pathlib
import re

import pytest

from cleaner.cli import main
from cleaner.stages.columns import INTERLEAVED_COLUMNS, MISPLACED_BLOCK
from cleaner.stages.paragraphs import WRAPPED_LINE

WRAPPED = next(iter(WRAPPED_LINE.examples))
COLUMNS = next(iter(INTERLEAVED_COLUMNS.examples))
BLOCKS = next(iter(MISPLACED_BLOCK.examples))

BREAK_RE = re.compile(
    r" +(\d+)  (.+?) +(joined|kept) +([+-]\d+\.\d) (single|first|middle|last) +(none|[\d.]+ em)"
)
CUT_RE = re.compile(r" +(\d+) +(\d+)  (.+?) +([+-]\d+\.\d) +([+-]\d+\.\d|-)")


@pytest.fixture
def explained(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]):
    """What `clean explain` prints of a text, a list of lines."""

    def told(text: str, *flags: str) -> list[str]:
        path = tmp_path / "page.txt"
        path.write_text(text, encoding="utf-8")
        assert main(["explain", str(path), *flags]) == 0
        return capsys.readouterr().out.split("\n")

    return told


def rows(lines: list[str], shape: "re.Pattern[str]") -> list[tuple[str, ...]]:
    return [found.groups() for line in lines if (found := shape.fullmatch(line))]


def test_each_line_break_has_a_row(explained) -> None:
    """Its line, what stands round it, the decision, the evidence, the place and the column."""
    lines = explained(WRAPPED, "--limit", "0")
    found = rows(lines, BREAK_RE)
    assert "    6 line breaks: 4 joined, 2 kept" in lines
    assert [(row[0], row[2]) for row in found] == [
        ("1", "joined"),
        ("2", "kept"),
        ("3", "joined"),
        ("4", "kept"),
        ("5", "joined"),
        ("6", "joined"),
    ]
    # 活|动 is a word of the list
    assert found[4] == ("5", "继续办好招聘活⏎动，把岗位送到", "joined", "-4.0", *found[4][4:])
    assert [row[4] for row in found[1:]] == ["last", "first", "last", "first", "middle"]
    assert {row[5] for row in found} == {"15 em"}


def test_the_columns_of_the_table_stand_in_line(explained) -> None:
    """In a terminal, where a Han character has two cells."""
    lines = [line for line in explained(WRAPPED) if BREAK_RE.fullmatch(line)]
    cells = [
        len(before) + sum(ord(char) > 0x2E80 or char == "⏎" for char in before)
        for before in (re.split("joined|kept", line)[0] for line in lines)
    ]
    assert len(set(cells)) == 1


def test_a_text_whose_breaks_are_kept_is_told_when_asked_for(explained) -> None:
    lines = "春天来了\n花开了，\n我们去看花。\n"
    assert rows(explained(lines), BREAK_RE) == []
    assert rows(explained(lines, "--stage", "wrapped-line"), BREAK_RE) == [
        ("1", "春天来了⏎花开了，", "kept", "+0.0", "single", "none"),
        ("2", "花开了，⏎我们去看花。", "kept", "+0.0", "single", "none"),
    ]


def test_what_else_the_stage_did_is_told_after(explained) -> None:
    lines = explained("■ 建设国家级创新平台，支持企\n业加大研发投入。\n■ 完善机场。\n")
    assert any("[-■ -]建设国家级创新平台" in line for line in lines)
    assert not any("[-⏎-]" in line for line in lines if "业加大" in line)


def test_the_limit_holds(explained) -> None:
    lines = explained(WRAPPED, "--limit", "2")
    assert len(rows(lines, BREAK_RE)) == 2
    assert "    and 4 more (--limit 0 shows all)" in lines


def test_what_moved_lines_is_told(explained) -> None:
    """A line, the one that it now follows, and how well it goes on from it and from the old."""
    lines = explained(COLUMNS, "--stage", "interleaved-columns", "--limit", "0")
    found = rows(lines, CUT_RE)
    assert "    20 lines of 22 stand behind another one, as columns read on" in lines
    assert found[0][:3] == ("4", "2", "者王宁）昨天上⏎午，全市农村公")
    assert ("22", "20", "条件得到明显改⏎善。") in {row[:3] for row in found}
    (mean,) = (line for line in lines if "evidence where a clause runs on" in line)
    now, before = map(float, re.findall(r"[+-]\d+\.\d", mean))
    assert now > before + 1


def test_what_moved_blocks_is_told(explained) -> None:
    lines = explained(BLOCKS, "--stage", "misplaced-block")
    assert "    8 lines of 28 stand behind another one, as blocks read on" in lines
    assert len(rows(lines, CUT_RE)) == 8


def test_control_characters_in_a_break_are_written_out(explained) -> None:
    lines = explained("红\x1b[31m色\n蓝\u202e色\n", "--only", "wrapped-line")
    lines += explained(
        "红\x1b[31m色\n蓝\u202e色\n", "--only", "wrapped-line", "--stage", "wrapped-line"
    )
    assert "\x1b" not in "".join(lines)
    assert "\\x1b[31m色⏎蓝\\u202e色" in "".join(lines)
