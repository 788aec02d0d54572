"""Pages for a browser: what a run did, the history of a document, what two runs differ in.

One file each, without network: `write_report` makes `report.html` of a finished output,
`explained` a page of histories. `markup` builds the elements, so text from anywhere is escaped
by construction; `page` puts them into the frame that all pages share.
"""
