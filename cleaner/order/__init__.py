"""Reading order: columns that were read row by row, and blocks out of place.

Lines of columns, dealt in turn:

    columns                   the whole of it: the order in which a page's lines read
    suspects                  where a page may have been given in turn
    rows, heads, scanned      lines as the search sees them; which look like headlines; scans
    scores, follow, fit       how well a line follows another: n-grams, words, widths
    gaps                      what blank lines mean on this page
    queues, links             the search over the open columns; what a line costs as the next of one
    traces                    the ways that led to its ends
    groups, readout           columns under their headlines, read out
    doubts                    where a column hardly goes on behind an ended sentence: it is cut
    chains, signs, feet       what each column goes on from, and what speaks for it
    forks, tails, stacks      a second look: other ways, which column ended, in which order
    rests, leads              second lines of headlines; headlines a scanner gave behind their text
    rejoin                    halves of sentences that are left apart
    regroup, verdict          what stands in the wrong article; whether an order stands at all
    bylines, footnotes        bylines and notes that cut a sentence

Columns beside each other in a line:

    gutter, merged            two columns in one line; those with nothing between
    cuts, apart               cut where the search sets them apart; the order found with it
    cells, cellways           cells at one offset, in each way that readers count it
    cellfits                  words placed by the width of columns, where offsets drift
    cellprose                 which columns are prose
    cellheads, cellrecords    headlines over cells; rows of a table, which stay
    headzones                 which rows are headlines once columns are known, whose they are
    scanrows, rowcuts         rows that a scanner read across columns, and where they may be cut
    oddrows                   the few rows so read on a page whose columns were read one by one
    rowgrid, rowheads         the same with columns of known widths; headlines over them

Blocks between blank lines:

    blocks, blockread         the whole of it; the blocks of a page
    blockqueue, blockmoves    dealt to columns; runs of them moved by all signs together
    blockcosts, blockwidths   how well a block follows another
    topics                    what blocks speak of
"""
