"""`report.html`: what it says, that nothing in it is more than text, that it is the same again."""

import json
import pathlib
import re
import shutil
import tracemalloc
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from cleaner.cli import main
from cleaner.document import Edit
from cleaner.errors import InputError, OutputError
from cleaner.excerpt import OLD
from cleaner.past import past_of
from cleaner.run import Settings, deduplicate, run
from cleaner.view import gather, plots
from cleaner.view.flow import stands
from cleaner.view.report import report, write_report

SEEDS = pathlib.Path(__file__).parent.parent / "seeds"
CITY = "昨天上午，全市农村公路养护工作会议在市政府礼堂召开，各县区负责人参加。"
TOWN = "本月十日，青石镇文化站邀请镇上的老人讲述修渠的往事，到场的人很多。"
HEAT = "入冬以来，市供热公司对全市供热管网进行了全面检查和维修，保证居民家中温度。"
HOSTILE = '</details><script>bad()</script><img src=x onerror="bad()"> \u202e\x1b[31m'
VOID = {"meta", "input", "br", "img", "link", "hr"}


def corpus(folder: pathlib.Path) -> pathlib.Path:
    """Sources with something for each section of a page. Synthetic."""
    folder.mkdir()
    texts = [TOWN * 3 + f"共有{number}人。" for number in (11, 58)]
    copies = [
        (HEAT + CITY) * 4,
        (HEAT + CITY) * 4,
        (HEAT + CITY) * 3 + HEAT + CITY.replace("农", "衣"),
    ]
    records = [
        *({"id": f"city{number}", "text": text} for number, text in enumerate(texts)),
        *({"id": f"copy{number}", "text": text} for number, text in enumerate(copies)),
        {"id": "short", "text": "短"},
        {"id": HOSTILE, "text": HOSTILE + "中 国 人 民 站 起 来 了,中 国 人 民," * 3},
    ]
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    lines.append("no json <script>bad()</script>")
    (folder / "records.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "big5.txt").write_bytes(("這是關於鄉村公路養護工作的文章。" * 9).encode("big5"))
    return folder


class Page(HTMLParser):
    """The elements of a page, and the text in them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.figures: dict[str, str] = {}
        self._figure = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._figure = dict(attrs).get("data-figure") or ""
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._figure:
            self.figures[self._figure] = data
            self._figure = ""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """A finished output with its page."""
    top = tmp_path_factory.mktemp("view")
    sources = corpus(top / "in")
    run([str(sources), str(SEEDS)], top / "out")
    write_report(top / "out")
    return top / "out"


@pytest.fixture(scope="module")
def text(out: pathlib.Path) -> str:
    return (out / "report.html").read_text(encoding="utf-8")


def test_the_page_has_the_figures_of_the_report(out: pathlib.Path, text: str) -> None:
    figures = json.loads((out / "report.json").read_bytes())
    documents = figures["documents"]
    assert Page(text).figures == {
        "files": f"{figures['input']['files']:,}",
        "documents in": f"{documents['in']:,}",
        "pages split": f"{documents['split']:,}",
        "dropped": f"{documents['dropped']:,}",
        "kept": f"{documents['kept']:,}",
    }
    for name, counts in figures["stages"].items():
        shown = f"{counts['documents']:,} documents? · {counts['edits']:,} edits?"
        assert re.search(rf"<strong>{name}</strong><span[^>]*>{shown}", text)


def test_all_elements_are_closed(text: str) -> None:
    assert Page(text).open == []


def test_the_page_needs_nothing_else(text: str) -> None:
    """No element loads anything; the policy forbids it too."""
    loading = {"src", "srcset", "data", "action", "xlink:href", "poster", "background"}
    for tag, attributes in Page(text).tags:
        assert not loading & set(attributes), (tag, attributes)
        assert tag not in {"link", "iframe", "object", "embed", "base", "img", "use"}
        assert (attributes.get("href") or "#").startswith("#")
    assert "url(" not in text
    assert "default-src 'none'" in text


def test_hostile_text_stays_text(text: str) -> None:
    assert [tag for tag, _ in Page(text).tags].count("script") == 1
    assert not [one for _, one in Page(text).tags if any(key.startswith("on") for key in one)]
    assert "bad()&lt;/script&gt;" in text
    assert "\u202e" not in text
    assert "\x1b" not in text
    assert "\\u202e\\x1b[31m" in text


def test_what_was_dropped_has_its_reason(text: str) -> None:
    for said in (
        "1 character, fewer than 5",
        "no json &lt;script&gt;",
        "exact-duplicate",
        "kept: copy0",
    ):
        assert said in text


def test_a_cluster_shows_what_differs(out: pathlib.Path, text: str) -> None:
    (cluster,) = gather.gather(out).clusters
    assert (cluster.size, [one.id for one in cluster.copies]) == (3, ["copy1", "copy2"])
    assert re.search("<del>农</del>.*<ins>衣</ins>", text)
    assert "<code>copy1</code>: the same, letter by letter" in text


def test_an_excerpt_stands_in_its_paragraph(text: str) -> None:
    """Of the seeds: the words before and behind a break that was joined."""
    section = text[
        text.index('id="stage-wrapped-line"') : text.index('id="stage-stray-traditional"')
    ]
    (before, after) = re.findall(r'lang="zh-Hans">(.*?)</p>', section)[:2]
    assert "<del>⏎" in before
    assert re.sub("<.*?>|⏎", "", before) == re.sub("<.*?>", "", after)
    assert len(after) > 40


def test_lengths_charsets_and_scripts_are_counted(out: pathlib.Path) -> None:
    found = gather.gather(out)
    kept = found.figures["documents"]["kept"]
    assert (sum(found.lengths.values()), sum(found.charsets.values())) == (kept, kept)
    assert found.charsets["big5"] == 1
    texts = [json.loads(line)["text"] for line in (out / "corpus.jsonl").read_bytes().splitlines()]
    counts = dict(gather.bins(found.lengths))
    assert counts["256-511"] == sum(256 <= len(one) < 512 for one in texts)


def test_the_flow_loses_nothing(out: pathlib.Path) -> None:
    found = stands(json.loads((out / "report.json").read_bytes()))
    for one, after in pairwise(found[1:]):
        assert one.documents - one.left == after.documents
    assert found[2].left == 2  # copies


def test_the_same_output_gives_the_same_page(out: pathlib.Path, text: str) -> None:
    assert write_report(out).read_text(encoding="utf-8") == text


def test_only_the_times_differ(out: pathlib.Path, text: str, tmp_path: pathlib.Path) -> None:
    run([str(out.parent / "in"), str(SEEDS)], tmp_path / "out", settings=Settings(jobs=2))
    again = write_report(tmp_path / "out").read_text(encoding="utf-8")
    timing = r'<p id="throughput">.*?</p>|<div id="stage-times">.*?</table>'
    assert re.sub(timing, "", again) == re.sub(timing, "", text)
    stages = json.loads((out / "run.json").read_bytes())["stages"]
    assert stages["wrapped-line"] > 0
    assert f"<td>{max(stages, key=stages.__getitem__)}</td>" in re.findall(timing, text)[1]


def test_without_the_extra_there_are_tables(
    out: pathlib.Path,
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(out, tmp_path / "out")
    monkeypatch.setattr(plots.importlib.util, "find_spec", lambda _name: None)
    assert main(["report", str(tmp_path / "out")]) == 0
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert 'class="pygal-chart"' not in page
    assert "pip install 'cleaner[report]'" in page
    assert "<td>256-511</td>" in page
    assert "pip install 'cleaner[report]'" in capsys.readouterr().err


def test_a_run_writes_it_unless_told_not_to(tmp_path: pathlib.Path) -> None:
    """And takes the page of an earlier run away."""
    out = tmp_path / "out"
    assert main(["run", str(SEEDS / "002_84d0a3487d5a51b4.txt"), "-o", str(out), "-q"]) == 0
    assert (out / "report.html").exists()
    arguments = ["run", str(SEEDS), "-o", str(out), "-q", "--no-report-html"]
    assert main(arguments) == 0
    assert not (out / "report.html").exists()


def test_a_page_of_an_output_without_edits(tmp_path: pathlib.Path) -> None:
    run([str(SEEDS)], tmp_path / "out", settings=Settings(edits=False))
    assert "no edits.jsonl" in write_report(tmp_path / "out").read_text(encoding="utf-8")


def test_private_data_stay_out(tmp_path: pathlib.Path) -> None:
    """The page is made of what the output holds, and that holds none."""
    source = tmp_path / "a.txt"
    source.write_text(f"{CITY}联系电话13812345678,报名从速。{HEAT}", encoding="utf-8")
    out = tmp_path / "out"
    assert main(["run", str(source), "-o", str(out), "-q", "--on", "privacy"]) == 0
    page = (out / "report.html").read_text(encoding="utf-8")
    assert "13812345678" not in page
    assert "&lt;mobile-number&gt;" in page
    assert "11 characters" in page


def test_an_output_of_dedup_has_a_page_too(tmp_path: pathlib.Path) -> None:
    """Its records are foreign: ids may be numbers, fields any."""
    texts = [HEAT * 3, CITY * 3, HEAT * 3]
    lines = [json.dumps({"id": at, "text": text, "n": at}) for at, text in enumerate(texts)]
    (tmp_path / "in.jsonl").write_text("".join(f"{line}\n" for line in lines))
    deduplicate([str(tmp_path / "in.jsonl")], tmp_path / "out")
    page = write_report(tmp_path / "out").read_text(encoding="utf-8")
    assert Page(page).figures["kept"] == "2"
    assert "exact-duplicate" in page
    past = past_of(tmp_path / "out", "0")
    assert [(one.id, one.stage) for one in past.twins] == [("2", "exact-duplicate")]


def test_memory_does_not_grow_with_the_corpus(tmp_path: pathlib.Path) -> None:
    """80 times the seeds: nothing holds a file, or a line of each document."""
    run([str(SEEDS)], tmp_path / "out")
    size = 0
    for name in ("corpus.jsonl", "edits.jsonl", "split.jsonl"):
        path = tmp_path / "out" / name
        text = path.read_text(encoding="utf-8")
        with path.open("w", encoding="utf-8") as file:
            for at in range(80):
                file.write(text.replace('"seeds/', f'"seeds{at}/'))
        size += path.stat().st_size
    tracemalloc.start()
    report(gather.gather(tmp_path / "out"))
    taken = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert taken < 0.4 * size


def test_a_folder_that_is_no_output_is_refused(tmp_path: pathlib.Path) -> None:
    with pytest.raises(InputError, match="not an output"):
        write_report(tmp_path)
    assert main(["report", str(tmp_path / "none")]) == 1


def test_a_page_that_cannot_be_written_is_named(tmp_path: pathlib.Path) -> None:
    run([str(corpus(tmp_path / "in"))], tmp_path / "out")
    (tmp_path / "out" / "report.html").mkdir()
    with pytest.raises(OutputError, match=r"out/report\.html: cannot be written: Is a directory"):
        write_report(tmp_path / "out")
    assert not list((tmp_path / "out").glob(".*"))


def test_a_sample_is_fair_and_stays_small() -> None:
    counts = [0] * 100
    sample: gather.Sample[int] = gather.Sample(10)
    for number in range(100):
        at = sample.wants()
        if at is not None:
            sample.put(at, number)
    drawn = sample.drawn()
    assert len(drawn) == 10
    assert drawn == sorted(drawn)
    for number in drawn:
        counts[number] += 1
    assert max(counts) == 1
    assert drawn != list(range(10))


def test_lengths_are_told_by_powers_of_two_without_gaps() -> None:
    assert list(gather.bins({1: 5, 3: 2})) == [("1", 5), ("2-3", 0), ("4-7", 2)]
    assert list(gather.bins({})) == []


def test_an_edit_is_shown_in_its_own_excerpt() -> None:
    text = f"甲{'天' * 500}乙{'地' * 500}丙"
    edits = tuple(Edit(text.index(one), one, "") for one in "甲乙丙")
    for edit in edits:
        hunk = gather._hunk_with(text, edits, edit)
        assert [part.text for part in hunk.parts if part.kind == OLD] == [edit.old]
