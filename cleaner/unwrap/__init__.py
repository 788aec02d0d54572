"""One decode over the lines of a document: which line breaks the page made, and what joins them."""
