"""A path that a line's end cuts behind its stroke (cleaner/unwrap/cuts.py). All synthetic."""

import pytest

from cleaner.document import Document
from cleaner.layout import read_lines
from cleaner.stages.paragraphs import WRAPPED_LINE
from cleaner.unwrap.cuts import goes_on_in_path

# Of 32 em.
CUT = "闸上的人收到水位报告以后，先把里头的读数一行行抄进 gauge/tables/"


@pytest.mark.parametrize("rest", ["upper 里。", "upper.csv 里。", ".config 里。"])
def test_a_path_in_two_lines_is_put_together(rest: str) -> None:
    (after,) = WRAPPED_LINE(Document("case", f"{CUT}\n{rest}"))
    assert after.text == CUT + rest


@pytest.mark.parametrize(
    "text",
    [
        "gauge/\nupper.csv\ntables/\nlower.csv",  # a tree of files
        "读数放在 gauge/\n上游的也一样。",
        "水尺 / 闸门 /\nupper",  # a stroke between words
        "水尺/\nupper",
        f"{CUT}\n\n/srv/gauge",
        (
            "镜像站列表\nhttps://mirrors.example.edu/linux/releases/\n"
            "https://ftp.example.org/linux/dists/\nftp.example.net/pub/gnu/\nrsync.example.com/2023/"
        ),
        "English version, complete: https://example.org/en/\nreadme.txt has the details.",
        (
            "运行时产生的临时文件都放在这里，重新启动以后会自动清空 tmp/\nvar/ 放会变的数据\n"
            "说明书和例子都放在这里，网页版的说明书要先生成一次 share/\nlib/ 放共用的模块"
        ),
    ],
)
def test_what_is_no_path_in_two_lines(text: str) -> None:
    (after,) = WRAPPED_LINE(Document("case", text))
    assert after.text == text


def test_time_is_linear() -> None:
    left, right = read_lines(f"{'a/' * 200_000}\n{'a' * 200_000}")
    assert not any(goes_on_in_path(left, right) for _ in range(1000))
