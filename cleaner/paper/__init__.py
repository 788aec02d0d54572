"""What a newspaper's lines are: credits, datelines, headings; and the articles they make."""
