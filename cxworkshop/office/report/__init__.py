"""The picture of a programme: sections of sentences, charts and tables, as a page and on paper."""
