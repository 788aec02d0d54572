"""What is kept of short lines is worked out once, and nothing of long ones is."""

from cleaner.kept import KEPT_CHARS, KEPT_LINES, Kept, kept_of_short


def test_a_short_line_is_asked_once_and_a_long_one_each_time() -> None:
    asked = []

    @kept_of_short
    def is_long(line: str) -> bool:
        asked.append(line)
        return len(line) > KEPT_CHARS

    short, long = "水" * KEPT_CHARS, "水" * (KEPT_CHARS + 1)
    assert [is_long(short), is_long(short), is_long(long), is_long(long)] == [0, 0, 1, 1]
    assert asked == [short, long, long]
    assert is_long.__name__ == "is_long"


def test_no_more_answers_are_kept_than_there_is_room_for() -> None:
    sizes = Kept(len)
    assert [sizes[str(number)] for number in range(KEPT_LINES)] == [
        len(str(number)) for number in range(KEPT_LINES)
    ]
    assert len(sizes) == KEPT_LINES
    assert sizes["水库"] == 2
    assert list(sizes) == ["水库"]
