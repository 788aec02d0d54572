"""What characters tell: the script of a text, misread bytes, marks in the wrong width.

By what a module is asked; its own first line says more.

    scripts, hans_hant, strays     which script a text is in, and which characters are of which
    asread, simplified, converter  a text as those who judge it are shown it: simplified, with 。
    meant, passages, shinjitai     where characters of the other script are meant, or Japan's
    spelling, zhe                  how a traditional text writes what has two forms; 著 for 着
    misread, suspect, common       lines in a wrong charset: which may be, what they are again
    mixups, rereadings             the charsets taken for each other; what a line says in others
    utf8, european                 UTF-8 read in another charset; Europe's old ones in each other
    radicals                       where radicals are spoken of
    hkscs                          Hong Kong's characters in the private use area
    raised                         raised and lowered figures: 10⁸, H₂O
    halfwidth                      where half-width marks stand by accident, not by habit
    places                         lines in which something stands
"""
