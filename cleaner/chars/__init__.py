"""What characters tell: the script of a text, misread bytes, marks in the wrong width."""
