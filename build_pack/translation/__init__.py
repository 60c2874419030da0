"""From English source texts to each locale's words, merged by segment id and never by likeness."""
