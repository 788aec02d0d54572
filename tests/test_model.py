"""A user's own n-gram table: made by `clean model`, used by `--model`. All texts synthetic."""

import concurrent.futures
import gzip
import json
import multiprocessing
import pathlib
import pickle
import struct

import numpy as np
import pytest

from cleaner import ngram
from cleaner.cli import main
from cleaner.document import Document
from cleaner.errors import InputError, RecipeError
from cleaner.model import HEAD, MAGIC, SHIPPED, Counting, Model, build, from_bytes, load, to_bytes
from cleaner.recipe import Recipe, amend, load_recipe, takes_model
from cleaner.stages.columns import INTERLEAVED_COLUMNS

# Words that the shipped table has never seen next to each other.
TEXTS = ("魑魅魍魉在河边踟蹰徘徊，", "踟蹰徘徊的魑魅魍魉饕餮大嚼。")
PAGE = next(iter(INTERLEAVED_COLUMNS.examples))


@pytest.fixture
def corpus(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / "corpus.jsonl"
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in TEXTS * 3))
    return path


@pytest.fixture
def own(corpus: pathlib.Path) -> pathlib.Path:
    path = corpus.with_name("own.model")
    assert main(["model", str(corpus), "-o", str(path), "-q"]) == 0
    return path


def seen(table: ngram.Table, text: str) -> float:
    """The share of the n-grams of a text that a table has."""
    keys, _ = ngram.count([text])
    return float(np.isin(keys[1:], table.keys).mean())


def test_a_model_has_the_corpus_and_the_shipped_counts(own: pathlib.Path) -> None:
    table = load(own).table
    assert seen(SHIPPED.table, "魑魅魍魉") < 0.5
    assert seen(table, "魑魅魍魉") == 1.0
    assert np.isin(SHIPPED.table.keys, table.keys).all()


def test_alone_it_has_the_corpus_only(corpus: pathlib.Path, tmp_path: pathlib.Path) -> None:
    out = tmp_path / "alone.model"
    assert main(["model", str(corpus), "-o", str(out), "--alone", "-q"]) == 0
    assert out.read_bytes() == to_bytes(build(TEXTS * 3))


def test_the_same_corpus_gives_the_same_bytes(own: pathlib.Path, tmp_path: pathlib.Path) -> None:
    """However it is laid out in files."""
    texts = tmp_path / "texts"
    texts.mkdir()
    for number, text in enumerate(TEXTS * 3):
        (texts / f"{number}.txt.gz").write_bytes(gzip.compress(text.encode()))
    assert main(["model", str(texts), "-o", str(tmp_path / "2.model"), "-q"]) == 0
    assert (tmp_path / "2.model").read_bytes() == own.read_bytes()


def test_counting_piece_by_piece_forgets_the_rarest() -> None:
    rare = "".join(map(chr, range(0x4E00, 0x4E00 + 3000)))
    counting = Counting(held=2000)
    for at in range(0, len(rare), 100):
        counting.add(TEXTS[0] + "\n" + rare[at : at + 100])
        counting._count()
    assert sum(len(keys) for keys, _ in counting._pieces) <= 2000 + 500 + 500
    table = counting.table(max_ngrams=50)
    assert len(table.keys) <= 51
    assert seen(table, "魑魅魍魉") == 1.0
    assert table.keys[0] == 0


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda _: b"", "is no model"),
        (lambda _: "不是模型".encode() * 9, "is no model"),
        (lambda data: data[:-7], "cut off"),
        (lambda data: data[: HEAD.size], "cut off"),
        (lambda data: data + b"\n", "followed by something else"),
        (lambda data: data[:100] + b"\0\1\2\3" + data[104:], "check sum"),
        (lambda data: HEAD.pack(MAGIC, 9, *struct.unpack_from("<II", data, 12)) + data[20:], "9"),
    ],
    ids=["empty", "text", "truncated", "head alone", "longer", "damaged", "version"],
)
def test_what_is_no_model_is_named(
    spoil: object,
    said: str,
    own: pathlib.Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    bad = own.with_name("bad.model")
    bad.write_bytes(spoil(own.read_bytes()))
    with pytest.raises(InputError, match=r"bad\.model: ") as raised:
        load(bad)
    assert said in str(raised.value)
    arguments = [str(own.with_name("corpus.jsonl")), "--model", str(bad)]
    assert main(["explain", *arguments]) == 1
    assert "bad.model: " in capsys.readouterr().err
    assert main(["run", *arguments, "-o", str(own.with_name("out"))]) == 1
    assert not own.with_name("out").exists()


def test_a_model_that_is_not_there(tmp_path: pathlib.Path) -> None:
    with pytest.raises(InputError, match=r"none\.model: No such file"):
        load(tmp_path / "none.model")


def test_a_model_that_changes_under_a_run(own: pathlib.Path) -> None:
    model = load(own)
    own.write_bytes(to_bytes(build(["另一个"], min_count=1)))
    with pytest.raises(InputError, match=r"own\.model: the model has changed"):
        _ = model.table


def test_nothing_to_read(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").touch()
    out = tmp_path / "x.model"
    assert main(["model", str(tmp_path / "empty.txt"), "-o", str(out)]) == 1
    assert "no document could be read; empty.txt: empty: 0 bytes" in capsys.readouterr().err
    assert not out.exists()


def test_the_model_is_no_source(own: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["model", str(own), "-o", str(own)]) == 1
    assert "is one of the sources" in capsys.readouterr().err


def test_it_talks_on_stderr(
    corpus: pathlib.Path, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").touch()
    out = tmp_path / "x.model"
    assert main(["model", str(corpus), str(tmp_path / "empty.txt"), "-o", str(out)]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "left out: empty.txt: empty: 0 bytes" in said.err
    assert "6 documents, " in said.err
    assert load(out).sha256 in said.err


# The recipe


def test_flag_and_toml_say_the_same(own: pathlib.Path) -> None:
    """In TOML the path is looked for from the recipe's folder."""
    (own.parent / "clean.toml").write_text('model = "own.model"\n')
    recipe = load_recipe(own.parent / "clean.toml")
    assert recipe == amend(Recipe(), {"model": str(own)})
    assert recipe.model == load(own)


def test_every_stage_that_asks_a_table_gets_it(own: pathlib.Path) -> None:
    pipeline = amend(Recipe(), {"model": str(own)}).pipeline()
    asking = {stage.name for stage in pipeline.stages if takes_model(stage)}
    assert asking == {
        "inline-break",
        "interleaved-columns",
        "misplaced-block",
        "misplaced-byline",
        "misread-headline",
        "scanned-row",
        "two-column-line",
    }
    assert pipeline.options == {name: {"model": load(own)} for name in asking}
    assert Recipe().pipeline().options == {}


def test_the_identity_of_a_recipe_has_the_bytes_of_its_model(own: pathlib.Path) -> None:
    copy = own.with_name("copy.model")
    copy.write_bytes(own.read_bytes())
    recipe, same = (amend(Recipe(), {"model": str(path)}) for path in (own, copy))
    assert recipe.digest() == same.digest() != Recipe().digest()
    assert recipe.as_json()["model"] == load(own).sha256
    assert str(own.parent) not in json.dumps(recipe.as_json())


def test_a_model_is_a_path() -> None:
    with pytest.raises(RecipeError, match="model must be the path of a file, got 5"):
        amend(Recipe(), {"model": 5})


# What it does


def test_columns_are_read_with_it(tmp_path: pathlib.Path) -> None:
    """A table that knows no language leaves the page as it is: nothing in it goes on."""
    (tmp_path / "empty.model").write_bytes(to_bytes(build(["另一个"], min_count=1)))
    only = Recipe(only=("interleaved-columns",))
    recipes = only, amend(only, {"model": str(tmp_path / "empty.model")})
    texts = [recipe.pipeline()(Document("page", PAGE))[0].text for recipe in recipes]
    assert texts == [INTERLEAVED_COLUMNS.examples[PAGE], PAGE]


def test_two_models_in_one_process_do_not_meet(own: pathlib.Path) -> None:
    """Threads that use the shipped table and a user's own by turns get what each gives alone."""
    pipelines = [Recipe().pipeline(), amend(Recipe(), {"model": str(own)}).pipeline()]
    alone = [[one.text for one in pipeline(Document("page", PAGE))] for pipeline in pipelines]
    with concurrent.futures.ThreadPoolExecutor(4) as threads:
        found = threads.map(
            lambda at: [one.text for one in pipelines[at % 2](Document("page", PAGE))], range(12)
        )
    assert list(found) == alone * 6


def _in_a_process(recipe: Recipe) -> tuple[list[str], int]:
    found = [one.text for one in recipe.pipeline()(Document("page", PAGE))]
    return found, len(recipe.model.table.keys)


def test_a_recipe_with_a_model_goes_to_another_process(own: pathlib.Path) -> None:
    recipe = amend(Recipe(), {"model": str(own)})
    assert len(pickle.dumps(recipe)) < 1000 + len(str(own))
    context = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(1, mp_context=context) as processes:
        found = processes.submit(_in_a_process, recipe).result()
    assert found == _in_a_process(recipe)


def test_the_shipped_table_is_such_a_file() -> None:
    data = to_bytes(SHIPPED.table)
    assert len(from_bytes(data, "shipped").keys) == len(SHIPPED.table.keys) > 300_000
    assert Model() == SHIPPED
