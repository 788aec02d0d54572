"""Reading sources and writing outputs: files, charsets, records, folders.

No stage runs here. What cannot be read becomes a document with the outcome `Drop(READ, reason)`,
so that it is listed beside everything else that was dropped.

    sources, shards, remote  what a SOURCE stands for, cut for processes; files by their address
    readers                  files to documents
    packing, rows, warc      what is packed, or holds records otherwise, as lines of JSON
    html, shapes, markup     a web page to its article; the text that stands in markup
    charset, candidates      bytes to text: the charsets that it may be in, and which it is
    plausible                how plausible a reading of bytes is
    sevenbit, onebyte        ISO 2022, HZ, UTF-7; charsets of one byte, by how words are built
    resync, euctw            a line that lost a byte; EUC-TW, which Python does not know
    records, table, corpus   a document as a line of JSON or a row, and the corpus of an output
    audit, writers           edits.jsonl and split.jsonl; a folder that is whole or unfinished
    conceal                  what must not be written where private data is taken out
    extras                   what to install for files that the core does not read
"""
