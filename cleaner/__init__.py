"""Turn dirty text into a clean corpus."""
