"""One decode over the lines of a document: which line breaks the page made, and what joins them.

By what a module is asked; its own first line says more.

    decision, quiet               the whole of it; a proof that nothing is to be joined
    breaks                        a break and what was decided of it
    measure, endings, habits      what a line costs in each place of a paragraph
    viterbi                       the cheapest course through the lines
    cuts, goingon, kana           what the two sides of a break say
    guards, narrow                joins that are undone: verse, lists, short lines beside prose
    joints, hangul                what stands between joined lines: nothing, a space, no hyphen
    apart, rows, items            lines that are blocks by themselves, rows, the signs of a list
    tables, references            rows of tables of prose; lists of references
    labels, pieces, spread        what an extractor tore or spread: numbers, lines, gaps
    datelines, twolines           datelines and headings that go on in a second line
    sureheads, besideheads        headlines of columns, told before lines are joined
    counted                       text that a program broke at its spaces
    torn                          paragraphs that a page tore in two
"""
