"""Reading order: columns that were read row by row, and blocks out of place."""
