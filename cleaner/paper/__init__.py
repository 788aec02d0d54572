"""What a newspaper's lines are: credits, datelines, headings; and the articles they make.

A page and its articles:

    pieces, ends            the articles of a page; where texts end that are signed alike
    headings, headshape     which lines are headings, and which of them begin an article
    onpage, beside, around  the same by weak signs: summed, of neighbours, in columns
    between, apart, wires   by the articles round it, the text below, a dateline for each report
    kickers, headmatch      which heading is the title; headlines printed apart from their texts
    headlines               which lines are one headline that took several
    earlier                 headlines that a stage put together, bullets that one took off
    setheads                subheads: what is set as the text is
    subject, belongs        where a page turns to another subject; texts in another's article
    pairs                   what two texts have in common
    sections, doctitle      numbered works; the titles of laws, notices, judgments
    official, plain         a title set in rows; a text that is no paper

Lines by themselves:

    press, signs, folding   credits, datelines, heads of pages; each line asked once, folded
    names, persons          lines of names; what a person's name looks like
    sources, tails          where an article is from; credits behind its last sentence
    labels, rubrics         a day, a label, a section's name over a text
    passed                  who wrote and passed a text, a role a line
    letters, facts          letters to the paper; what is said of a text
    listrows                rows of lists and forms
    jumps                   （下转第6版）

Heads, feet and numbers of pages:

    pagenumber, pagecount   numbers by their shape; lines that count the pages
    pagelengths             what the lengths of pages say of numbers
    runninghead, headkeys   heads that come back with the pages
    cutheads, sectionheads  heads inside a sentence; those that name chapter and section
    pagehead, pagepieces    what a newspaper's head and foot are made of
    pagetops, mastheads     heads that tops of pages show together; heads by their own shape
    sheets, pagebreaks      a single sheet's; lines inside a sentence at a page's end
"""
