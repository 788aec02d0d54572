"""Evidence from words, and what it costs. All texts synthetic."""

import subprocess
import sys

import pytest

from cleaner.chars.converter import converter
from cleaner.lexicon import OTHER, cuts_word, kind_of, tagged_at, words_at


@pytest.mark.parametrize(
    ("left", "right", "cut"),
    [
        ("推动经济高质量发", "展，促进就业", True),
        ("推動經濟高質量發", "展，促進就業", True),  # the list is simplified
        ("這是從前的國", "際機場", True),
        ("完善就業政策", "強化公共服務", False),
        ("各地要把就业摆在突", "出位置", True),
        ("完善就业政策", "强化公共服务", False),
        ("他走了。", "天黑了", False),
        ("使用Deb", "ian系统", False),  # a Latin word is none of the list
        ("第2", "8届", False),  # nor is a number
        ("阿布扎", "比王储", True),  # a name that is in the list
        ("", "展", False),
        ("发", "", False),
        ("", "", False),
        ("\ud83d经济高质量发", "展，\ud83d", True),  # half of a character is in no word
        ("水尺\ud83d", "\ude00立", False),
    ],
)
def test_a_cut_word(left: str, right: str, cut: bool) -> None:
    assert cuts_word(left, right) is cut


def test_a_word_that_only_the_model_of_names_knows_is_no_evidence() -> None:
    """The hidden Markov model takes 褚砚舟 for one; the list does not have it."""
    assert not cuts_word("记者褚砚", "舟报道")


def test_words_at_a_place() -> None:
    text = "推动经济高质量发展，促进就业"
    at = text.index("发")
    assert [text[a:b] for a, b in next(words_at(text, [(at, at + 1)]))] == ["发展"]


def test_half_of_a_character_is_in_no_word() -> None:
    text = "发\ud83d展"
    assert [text[a:b] for a, b in next(words_at(text, [(0, 3)]))] == list(text)
    assert kind_of(text, 0, 3) == OTHER
    assert tagged_at(text, 2)[1:] == (2, "展")
    assert converter().convert("發\ud83d發") == "发\ud83d发"


PROGRAM = """
import sys
from cleaner import clean_text
assert clean_text({text!r}) == {text!r}
print("rjieba" in sys.modules)
"""


@pytest.mark.parametrize(
    ("text", "is_loaded"),
    [
        ("今年以来，我市坚持把就业摆在首位。\n截至目前，全市新增就业三万人。", "False"),
        ("他说：“走吧。”\n“好。”\n他们走了……", "False"),
        ("def f(x):\n    return x\nprint(f(1))", "False"),
        ("The road is long.\nNobody came.", "False"),
        ("一行字，没有别的", "False"),
        ("春天来了\n花开了", "True"),  # a break that a page may have made
    ],
    ids=["paragraphs", "dialogue", "code", "English", "one line", "breaks"],
)
def test_the_word_list_is_loaded_where_a_break_is_in_doubt(text: str, is_loaded: str) -> None:
    """It takes 33 MB; text whose lines all end as sentences do needs none."""
    command = [sys.executable, "-c", PROGRAM.format(text=text)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == is_loaded
