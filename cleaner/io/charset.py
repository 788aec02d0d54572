"""Bytes to text.

UTF-8, with or without a byte order mark. The mark stays in the text (a stage removes it, and says
so in the audit). Other charsets are refused with the place of the first byte that does not fit:
a wrong guess would put mojibake into the corpus, a refusal is listed and can be put right.
"""

from cleaner.errors import InputError

# Signatures of files that hold text in other packing: the answer can say what to do.
SIGNATURES = (
    (b"%PDF-", "a PDF; extract its text first, for example with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive or an office document; extract its text first"),
    (b"\x1f\x8b", "gzip; name it .gz"),
    (b"\x28\xb5\x2f\xfd", "Zstandard; name it .zst"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old office document; extract its text first"),
    (b"\xff\xfe", "UTF-16; convert it to UTF-8 first, for example with iconv"),
    (b"\xfe\xff", "UTF-16; convert it to UTF-8 first, for example with iconv"),
)

# A text may hold a stray NUL, which a stage removes; where one byte in 10 of the first 4096 is
# NUL the file is no text. Chosen: UTF-16 of Latin text has 1 in 2, tar archives over 1 in 3,
# texts with a damaged record a handful.
# 8 are left to a short text.
HEAD_BYTES = 4096
MAX_NUL_RATIO = 0.1
MAX_NULS = 8


def decode(data: bytes) -> tuple[str, str]:
    """Return the text and the name of its charset.

    Raises InputError where the bytes are no text in a charset that is known: the message names
    the offset of the first byte that does not fit, in bytes from the start of the data.
    """
    head = data[:HEAD_BYTES]
    kind = next((what for start, what in SIGNATURES if head.startswith(start)), "")
    if kind:
        raise InputError(f"not a text file: it starts like {kind}")
    nuls = head.count(0)
    if nuls > max(MAX_NUL_RATIO * len(head), MAX_NULS):
        raise InputError(f"not a text file: {nuls} of its first {len(head)} bytes are NUL")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        byte = data[error.start]
        raise InputError(
            f"not UTF-8: byte 0x{byte:02x} at offset {error.start}; convert the file to UTF-8"
        ) from error
