"""The examples of docs/integrations.md, each in a process of its own, where its library is."""

import importlib.util
import json
import os
import pathlib
import re
import subprocess
import sys

import pytest

from cleaner import clean_documents

ROOT = pathlib.Path(__file__).parent.parent
PAGE = (ROOT / "docs/integrations.md").read_text(encoding="utf-8")

# The library of each example, by the heading over it.
LIBRARIES = {
    "Hugging Face datasets": "datasets",
    "Ray Data": "ray",
    "datatrove": "datatrove",
    "data-juicer": "data_juicer",
}
# The second is rejected, the third holds several articles. The first two are synthetic.
TEXTS = (
    "中 国 人 民 站 起 来 了，从 此 站 起 来 了。",
    "！",
    (ROOT / "seeds/000_db77b0dba21c333b.txt").read_text(encoding="utf-8"),
)


def examples() -> dict[str, str]:
    """The code under each heading; that of the module stands under the title."""
    sections = re.findall(r"^##? (.+?)\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE)
    return {
        title: "".join(re.findall(r"^```python\n(.*?)^```", body, re.DOTALL | re.MULTILINE))
        for title, body in sections
    }


def test_every_example_has_a_library() -> None:
    assert {title for title, code in examples().items() if code} == {
        "In other pipelines",
        *LIBRARIES,
    }


@pytest.mark.parametrize("title", LIBRARIES)
def test_example(title: str, tmp_path: pathlib.Path) -> None:
    library = LIBRARIES[title]
    if not importlib.util.find_spec(library):
        pytest.skip(f"{library} is not installed")
    (tmp_path / "cleaning.py").write_text(examples()["In other pipelines"], encoding="utf-8")
    (tmp_path / "example.py").write_text(examples()[title], encoding="utf-8")
    with (tmp_path / "pages.jsonl").open("w", encoding="utf-8") as file:
        for number, text in enumerate(TEXTS, 1):
            file.write(json.dumps({"id": str(number), "text": text}, ensure_ascii=False) + "\n")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "HF_HOME": str(tmp_path / "cache")}
    subprocess.run([sys.executable, "example.py"], cwd=tmp_path, env=environment, check=True)
    found = {}
    for path in (*tmp_path.glob("articles*"), *tmp_path.glob("articles/*.json*")):
        if path.is_file():
            for line in path.read_text(encoding="utf-8").splitlines():
                record = json.loads(line)
                found[record["id"]] = record["text"]
    wanted = {one.id: one.text for one in clean_documents(TEXTS) if not one.outcome}
    assert len(wanted) > len(TEXTS)
    assert found == wanted
