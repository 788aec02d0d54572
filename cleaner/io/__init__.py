"""Reading sources and writing outputs: files, charsets, records, folders.

No stage runs here. What cannot be read becomes a document with the outcome `Drop(READ, reason)`,
so that it is listed beside everything else that was dropped.
"""
