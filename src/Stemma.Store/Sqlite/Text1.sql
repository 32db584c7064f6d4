-- Words come folded and bare; only the index is kept, the report has the text.
CREATE VIRTUAL TABLE report_text USING fts5(words, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
