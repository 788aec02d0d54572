"""Take off a text when its lines are shown: the times of subtitles and of the lines of songs.

The same film is cut in two ways, and its subtitles are the same text at other times. The times are
most of such a file, so its copy would not even be a candidate; and where numbers stand against
numbers all over, two texts would be told apart that no reader can tell apart.

Only what has fractions of a second: [08:30] says when a meeting begins. And a song is one that
begins in its first minute: [03:10.317] of a log, [01:52.40] of a race are what the text says.
"""

from cleaner import late as re

# Between the two times of SubRip and WebVTT.
ARROW = "-->"
# The cue's number above, its times and where on the picture it stands. Takes
# 12 / 00:01:02,345 --> 00:01:04,000, 01:02.345 --> 01:04.000 align:start; leaves A --> B.
CUE_RE = re.compile(
    r"""^(?:\d{1,6}[^\S\n]*\n)?[^\S\n]{0,8}
        (?:\d{1,2}:)?\d\d:\d\d[,.]\d{1,3} [^\S\n]{0,8} --> [^\S\n]{0,8}
        (?:\d{1,2}:)?\d\d:\d\d[,.]\d{1,3} .*$""",
    re.VERBOSE | re.MULTILINE,
)
# The fields before the text of a line of Advanced SubStation: layer, two times, style, who speaks,
# three margins, effect.
EVENT = "Dialogue:"
EVENT_RE = re.compile(
    r"^Dialogue:[^,\n]{0,20}(?:,\d{1,2}:\d\d:\d\d[.:]\d\d){2}(?:,[^,\n]{0,40}){6},", re.MULTILINE
)
# Before the line of a song, once for each time it is sung. Takes [01:23.45][02:10.00].
SUNG_RE = re.compile(r"^(?:\[\d{1,3}:\d\d\.\d{2,3}\][^\S\n]?)+", re.MULTILINE)
FIRST_MINUTE_RE = re.compile(r"^\[0{1,3}:", re.MULTILINE)


def without_times(text: str) -> str:
    r"""Return the text without the times at which its lines are shown or sung.

    >>> without_times("1\n00:00:01,000 --> 00:00:02,500\n你好")
    '\n你好'
    """
    if ":" not in text:
        return text
    if ARROW in text:
        text = CUE_RE.sub("", text)
    if EVENT in text:
        text = EVENT_RE.sub("", text)
    return SUNG_RE.sub("", text) if FIRST_MINUTE_RE.search(text) else text
