"""What a web page's frame looks like, and where its article stands.

By what a module is asked; its own first line says more.

    page, frame, rows              is it a page: by words counted, by form, by rows of names
    twin                           the page as it is judged
    labels, words, platforms       what a line is called, and the words of sites
    composed, abroad, needles      labels no table has, in other languages; their quick gate
    facts, stamps, passing         facts of an article, days, what stands above its text
    block, runs, wrapped           the one block that is the article; where none may go
    short                          a body of one sentence, shorter than a comment
    opening, edges                 where it begins and ends
    headline, titles, headrows     its headline: found, said again, set in several rows
    sites                          the names of sites behind it
    bulletins                      the head of a bulletin, above its headline
    deletions                      the edits, by the fate of each line
    contents, pieces               its own contents; prose with a clause in each line
    thread, front                  a forum's posts, a question's answers, a blog's front page
    further                        text below the block: parts, another article in the file
    trimmed, tails, ends           what is left of a frame that was trimmed
    foot, margins                  the same by what stands below, and by fitted weights
    chapters, notices              what a site says of itself, in novels and elsewhere
    shownframe                     texts that only show a frame
"""
