"""Pages for a browser: what a run did, the history of a document, what two runs differ in.

One file each, without network.

    report, explained, differences  the pages: `write_report` makes one of a finished output
    gather, samples                 what a report shows: counted and drawn from the files
    flow, plots                     drawings: the way of the documents, bar charts
    markup, page                    elements, which escape their text; the frame of every page
"""
