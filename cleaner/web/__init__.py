"""What a web page's frame looks like, and where its article stands."""
