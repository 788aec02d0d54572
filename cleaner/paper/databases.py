"""Records of a database of newspapers: where each begins, its fields, its text.

    题名: 石桥镇：“红管家”管出好日子
    作者: 温小军
    报纸中文名: 青溪日报
    日期: 2024-09-10
    正文:
    石桥镇老旧小区多，楼道灯坏了没人修……
    题名: 一碗米粉的“出山路”
    …

What a database gives has a form, whatever it calls its fields: the same labels return in the same
order, the values of all but one are short, and behind the last stands the article. So a record
begins where the first label returns; numbers and rules between records, and a head above the first,
are the database's. A label in few records (副题) is a field where it stands among others. A short
line under a label without a value is its value, one between two fields goes on the first.

Much else has this form: forms, product lists, dictionaries, e-mails, bibliographies with abstracts.
So one field must be called a title (or be one by its words: the text says them again, and day and
paper stand beside it), the text must be prose and not be called an abstract or an answer, and
unless the text is called one, two things must be said of it that papers' databases say: day, paper,
page, author. A single record must have a title, a field that is called text, and something else.
"""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from cleaner.layout import END, ending_of
from cleaner.paper.fieldlines import (
    ABSTRACT,
    AUTHOR,
    BETWEEN_RE,
    BODY,
    DAY,
    KICKER,
    LINE_RE,
    NUMBERED_RE,
    PAGE,
    RULE_RE,
    SOURCE,
    SUBTITLE,
    TITLE,
    FieldLine,
    field_lines,
    kind_of,
    shape_of,
)
from cleaner.paper.headmatch import START_CHARS, share_of

# Lines above the first record at most, and their length: 检索结果 共12条. Chosen.
MAX_ABOVE, MAX_ABOVE_CHARS = 6, 40
# A text is looked at further when so many of its first lines have a label.
FIRST_CHARS, FIRST_LINES, MIN_LABELLED = 1500, 12, 2
# A value of a field but the text, and a line that is one or goes on one, has no more characters.
MAX_VALUE_CHARS, MAX_LINE_CHARS = 120, 60
# An article has a sentence, and so many characters. Chosen.
MIN_TEXT_CHARS = 30
OPENING_LINES = 8
# A label that stands in so many of the records is one of all; of as many the texts say the title.
MOST, MIN_SAID = 0.6, 0.3
# A title that is told by its words has so many characters.
TITLE_CHARS = range(5, 81)
PRESS = frozenset((AUTHOR, DAY, PAGE, SOURCE))
MIN_PRESS = 2


class Field(NamedTuple):
    """A field of a record: its label and its lines, all of which belong to it."""

    label: str
    lines: tuple[FieldLine, ...]

    @property
    def values(self) -> tuple[tuple[int, int], ...]:
        """Where its value stands: a span a line."""
        first = self.lines[0]
        spans = ((first.value, first.end), *((one.start, one.end) for one in self.lines[1:]))
        return tuple((a, b) for a, b in spans if a < b)

    @property
    def said(self) -> str:
        """The value."""
        return "".join((self.lines[0].said, *(one.text for one in self.lines[1:])))


class Record(NamedTuple):
    """The fields of a record, the lines of its text, and the fields behind it.

    `at`: where the text begins; inside the last field's line where that has its first words.
    """

    fields: tuple[Field, ...]
    at: int
    text: tuple[FieldLine, ...]
    behind: tuple[Field, ...] = ()

    @property
    def opening(self) -> str:
        """The first lines of the text."""
        return "".join(line.text for line in self.text[:OPENING_LINES])


class Records(NamedTuple):
    """The records of a text, what each label is, and the lines above the first."""

    records: tuple[Record, ...]
    kinds: dict[str, str]
    above: tuple[FieldLine, ...]


def may_have_records(text: str) -> bool:
    """Say whether enough of a text's first lines have a label."""
    first = [one for one in text[:FIRST_CHARS].split("\n") if one and not one.isspace()]
    return sum(LINE_RE.match(one) is not None for one in first[:FIRST_LINES]) >= MIN_LABELLED


def records_of(text: str) -> Records | None:
    """Return the records of a text; None where it is anything else."""
    lines = _labelled(text)
    starts = _starts(lines)
    if not starts:
        return None
    ends = [*starts[1:], len(lines)]
    found = [_read(lines[a:b], "") for a, b in zip(starts, ends, strict=True)]
    called = Counter(one.fields[-1].label for one in found if _is_body(one))
    body, size = called.most_common(1)[0] if called else ("", 0)
    if body and 2 * size >= len(found):  # so 正文: ends the fields, whatever stands below it
        found = [_read(lines[a:b], body) for a, b in zip(starts, ends, strict=True)]
    returning = _returning(found)
    found = [_without_end(one, returning) for one in found]
    kinds = _kinds(found)
    above = lines[: starts[0]]
    if not _are_articles(found, kinds, above):
        return None
    return Records(tuple(found), kinds, above)


def _labelled(text: str) -> tuple[FieldLine, ...]:
    """Return the lines of a text; a title under its label, 柳园镇：管家上门, has none itself."""
    lines = list(field_lines(text))
    often = Counter(one.label for one in lines)
    for at in range(1, len(lines)):
        one, above = lines[at], lines[at - 1]
        if one.label and often[one.label] == 1 and above.label and not above.said:
            lines[at] = one if kind_of(one.label) else one._replace(label="", value=one.start)
    return tuple(lines)


def _starts(lines: Sequence[FieldLine]) -> list[int]:
    """Return where records begin: at each return of a label that all have, and the fields above."""
    places: dict[str, list[int]] = {}
    for at, one in enumerate(lines):
        if one.label:
            places.setdefault(one.label, []).append(at)
    labelled = [at for at, one in enumerate(lines[: MAX_ABOVE + 1]) if one.label]
    if not labelled:
        return []
    # What stands above the first record may have a label, too, which does not return.
    labelled.sort(key=lambda at: (len(places[lines[at].label]) == 1, at))
    heads = [_head(lines, at) for at in labelled]
    head = next((one for one in heads if _titles(lines, one)), heads[0])
    titles = _titles(lines, head)
    most = max(len(places[lines[at].label]) for at in head)
    anchors = titles or [at for at in head if len(places[lines[at].label]) == most]
    anchor = anchors[0]
    before = {lines[at].label for at in head if at < anchor}
    found: list[int] = []
    last = -1
    for place in places[lines[anchor].label]:
        at = place
        while at > last + 1 and (above := _above(lines, at, before)) is not None:
            at = above
        top = at
        while top > last + 1 and lines[top - 1].label and at - top < FIRST_LINES:
            top -= 1
            if NUMBERED_RE.match(lines[top].text) or BETWEEN_RE.fullmatch(lines[top - 1].text):
                at = top  # the database says itself where a record begins
                break
        if at > last:
            found.append(at)
        last = place
    return found if found[0] <= MAX_ABOVE else []


def _titles(lines: Sequence[FieldLine], head: Sequence[int]) -> list[int]:
    """Return those of the fields that are called a title."""
    return [at for at in head if kind_of(lines[at].label) == TITLE]


def _head(lines: Sequence[FieldLine], first: int) -> list[int]:
    """Return the lines with a label from the first on, each label once, as fields follow."""
    found, seen, gap = [], set[str](), 0
    for at in range(first, len(lines)):
        one = lines[at]
        if one.label in seen:
            break
        if one.label:
            found.append(at)
            seen.add(one.label)
            gap = 0
        else:
            gap += 1
            if gap > 1 or len(one.text) > MAX_LINE_CHARS:
                break
    return found


def _above(lines: Sequence[FieldLine], at: int, before: set[str]) -> int | None:
    """Return the line of the field above another, of the same record; None where none is."""
    one = lines[at - 1]
    if not one.label and at > 1 and len(one.text) <= MAX_LINE_CHARS and not lines[at - 2].said:
        at, one = at - 1, lines[at - 2]  # its value stands on a line of its own
    is_more = before and kind_of(one.label) in {AUTHOR, KICKER}  # the first record had none
    return at - 1 if one.label in before or is_more else None


def _read(lines: Sequence[FieldLine], body: str) -> Record:
    """Read a record: its fields, up to the one that is its text, or the first line of text."""
    fields: list[Field] = []
    seen: set[str] = set()
    at = 0
    while at < len(lines):
        one = lines[at]
        if one.label and one.label not in seen:
            fields.append(Field(one.label, (one,)))
            seen.add(one.label)
        elif _goes_on(lines, at, fields[-1], seen):
            fields[-1] = fields[-1]._replace(lines=(*fields[-1].lines, one))
        else:
            break
        at += 1
        named = kind_of(one.label) == BODY and (not one.said or _is_prose(one.said))
        if one.label and (one.label == body or named):
            break
    last, text = fields[-1], tuple(lines[at:])
    if last.said and (last.label == body or kind_of(last.label) == BODY or _is_prose(last.said)):
        return Record(tuple(fields), last.lines[0].value, (*last.lines, *text))  # 正文：本报讯 …
    return Record(tuple(fields), text[0].begin if text else lines[-1].end, text)


def _goes_on(lines: Sequence[FieldLine], at: int, field: Field, seen: AbstractSet[str]) -> bool:
    """Say whether a line is the value of the field above it, or goes on it: a field is below."""
    if len(field.lines) > 1 or len(lines[at].text) > MAX_LINE_CHARS:
        return False
    if field.said and ending_of(lines[at].text) == END:
        return False
    below = lines[at + 1].label if at + 1 < len(lines) else ""
    return below != "" and below not in seen


def _is_prose(text: str) -> bool:
    return len(text) >= MIN_TEXT_CHARS and any(mark in text for mark in "。！？")


def _is_body(record: Record) -> bool:
    """Say whether the last field is the text's: it has no value of its own, or a long one."""
    last = record.fields[-1]
    return bool(record.text) and (not last.said or record.at == last.lines[0].value)


def _without_end(record: Record, returning: AbstractSet[str]) -> Record:
    """Take what stands between records from a text's end, and fields that stand behind it."""
    text, behind = list(record.text), list[Field]()
    known = {field.label for field in record.fields}
    while len(text) > 1:
        last = text[-1]
        if last.label in returning and last.label not in known:
            behind.append(Field(last.label, (last,)))
            known.add(last.label)
        elif not (RULE_RE.fullmatch(last.text) or (returning and BETWEEN_RE.fullmatch(last.text))):
            break
        text.pop()
    return record._replace(text=tuple(text), behind=tuple(behind))


def _returning(found: Sequence[Record]) -> frozenset[str]:
    """Return the labels that so many records have, before the text or behind it."""
    labels = Counter(
        label
        for one in found
        for label in {
            *(field.label for field in one.fields),
            *(line.label for line in one.text[-OPENING_LINES:] if line.label),
        }
    )
    least = max(2, MOST * len(found))
    return frozenset(label for label, count in labels.items() if count >= least)


def _kinds(found: Sequence[Record]) -> dict[str, str]:
    """Return what each label is: by what it says, by its values, the title by its words."""
    values: dict[str, list[str]] = {}
    for one in found:
        for field in (*one.fields, *one.behind):
            values.setdefault(field.label, []).append(field.said)
    kinds = {label: kind_of(label) or shape_of(said) for label, said in values.items()}
    shapes = set(kinds.values())
    if len(found) > 1 and TITLE not in shapes and DAY in shapes and shapes & {SOURCE, PAGE}:
        shares = {
            label: _said_share(found, label)
            for label, kind in kinds.items()
            if not kind
            and len(values[label]) >= MOST * len(found)
            and len(values[label]) == len(set(values[label]))
        }
        best = max(shares, key=lambda label: shares[label], default="")
        if best and shares[best] >= MIN_SAID:
            kinds[best] = TITLE
    return kinds


def _said_share(found: Sequence[Record], label: str) -> float:
    """Return how much of a field the texts say again, on average; 0 where not all have one."""
    shares = [
        share_of(field.said, one.opening[:START_CHARS])
        for one in found
        for field in one.fields
        if field.label == label and len(field.said) in TITLE_CHARS
    ]
    return sum(shares) / len(found) if len(shares) >= MOST * len(found) else 0.0


def _are_articles(
    found: Sequence[Record], kinds: dict[str, str], above: Sequence[FieldLine]
) -> bool:
    """Say whether records are articles of papers, as the module's text has it."""
    size = len(found)
    heads = Counter(field.label for one in found for field in one.fields)
    everywhere = {label for label, count in heads.items() if count >= MOST * size}
    said = {kinds[label] for label in everywhere}
    if TITLE not in said or ABSTRACT in {kinds[one.fields[-1].label] for one in found}:
        return False
    if any(len(one.text) > MAX_ABOVE_CHARS or ending_of(one.text) == END for one in above):
        return False
    short = sum(
        all(len(field.said) <= MAX_VALUE_CHARS for field in one.fields[:-1]) for one in found
    )
    prose = sum(_is_prose(one.opening) for one in found)
    if min(short, prose) < MOST * size:
        return False
    press = len(said & PRESS)
    if size == 1:
        return len(everywhere) > 2 and (BODY in said or press >= MIN_PRESS)
    return press >= (1 if BODY in said else MIN_PRESS) or (BODY in said and len(everywhere) == 2)


def field_name(kind: str) -> str:
    """Return under which name of the metadata a field goes."""
    names = {TITLE: "title", SUBTITLE: "subtitle", KICKER: "kicker", AUTHOR: "byline"}
    return names.get(kind, "source_line")
