ALTER TABLE reports ADD COLUMN words tsvector;
CREATE INDEX reports_words ON reports USING GIN (words);
