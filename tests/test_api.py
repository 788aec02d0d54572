"""Cleaning from Python."""

import pathlib
import pickle
import subprocess
import sys
from typing import Any

import pytest

import cleaner
from cleaner import Document, Pipeline, Recipe, clean_documents, clean_text
from cleaner.document import Drop

SEEDS = sorted((pathlib.Path(__file__).parent.parent / "seeds").iterdir())
STORY = "村里的小学建在山坡上，孩子们每天走三里路去上课，路旁开满了野花，老师在门口等着他们。"


@pytest.mark.parametrize("name", cleaner.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert name in dir(cleaner)
    assert getattr(cleaner, name).__doc__


def test_a_module_is_there_without_an_import_of_its_own() -> None:
    code = "import cleaner; print(cleaner.run.run.__name__, cleaner.dedup.sign.__name__)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert ran.stdout == "run sign\n"


def test_one_source_may_be_a_string(tmp_path: pathlib.Path) -> None:
    (tmp_path / "page.txt").write_text(STORY, "utf-8")
    ran = cleaner.run.run(str(tmp_path / "page.txt"), tmp_path / "out")
    assert ran.figures["documents"]["kept"] == 1


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'clean_everything'"):
        _ = cleaner.clean_everything  # type: ignore[attr-defined]


def test_the_version_is_a_version() -> None:
    assert cleaner.__version__[0].isdigit()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", ""),
        ("短", "短"),
        (f"\ufeff{STORY}\r\n", STORY),
    ],
    ids=["empty", "short", "mark"],
)
def test_clean_text(text: str, wanted: str) -> None:
    assert clean_text(text) == wanted


def test_clean_text_puts_the_title_above_and_articles_apart() -> None:
    texts = clean_text(SEEDS[0].read_text(encoding="utf-8")).split("\n\n")
    assert len(texts) > 1
    assert all(text.strip() == text for text in texts)


def test_clean_text_takes_a_recipe() -> None:
    assert clean_text("\ufeff短\u200b", Recipe(only=("byte-order-mark",))) == "短\u200b"


def test_clean_documents_tell_what_became_of_each() -> None:
    first, second = clean_documents([STORY, Document("mine", "")], Pipeline())
    assert (first.id, first.text, first.outcome) == ("1", STORY, None)
    assert second.id == "mine"
    assert isinstance(second.outcome, Drop)


def test_a_pipeline_goes_to_another_process() -> None:
    pipeline = cleaner.Pipeline(options={"too-short": {"min_chars": 3}})
    sent = pickle.loads(pickle.dumps(pipeline))
    document = cleaner.Document("a", "在上游调节水庫的竣工仪\n式上，他为项目剪彩。")
    assert sent.stages == pipeline.stages
    assert sent.options == pipeline.options
    assert sent(document) == pipeline(document)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (None, "got NoneType"),
        (b"text", "got bytes"),
        (Document("a", None), "got one whose text is NoneType"),  # type: ignore[arg-type]
    ],
    ids=["none", "bytes", "document"],
)
def test_what_is_no_text_is_named(given: Any, said: str) -> None:
    for call in (Pipeline(), lambda one: list(clean_documents([one]))):
        with pytest.raises(TypeError, match=f"expected a document with a text, {said}"):
            call(given)


def test_stages_are_asked_again_in_another_process_as_well() -> None:
    """Pickled, a stage is another object."""
    pipeline = Pipeline()
    sent = pickle.loads(pickle.dumps(pipeline))
    assert [stage.name for stage, *_ in sent._again] == [
        stage.name for stage, *_ in pipeline._again
    ]
    assert sent._settles == pipeline._settles > 0
