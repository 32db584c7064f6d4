-- Form 1 of a store. {key}: a whole number that is the row's own key; {bytes}: bytes.
CREATE TABLE meta (name TEXT PRIMARY KEY, value BIGINT NOT NULL);
INSERT INTO meta (name, value) VALUES ('epoch', 0), ('seq', 0), ('corrections', 0), ('alerts', 0);

CREATE TABLE blobs (digest TEXT PRIMARY KEY, length BIGINT NOT NULL, packed {bytes} NOT NULL);
CREATE TABLE receipts (report TEXT NOT NULL, digest TEXT NOT NULL, input TEXT NOT NULL, received TEXT NOT NULL, PRIMARY KEY (report, digest, input));
CREATE INDEX receipts_digest ON receipts (digest);

-- What is read often stands first, so that lists never touch the large columns.
CREATE TABLE reports (
  seq {key} PRIMARY KEY, id TEXT NOT NULL UNIQUE, story TEXT NOT NULL, sorted TEXT NOT NULL, outlet TEXT, outlet_key TEXT, headline TEXT, published TEXT, input TEXT NOT NULL,
  digest TEXT NOT NULL, item TEXT, revision BIGINT NOT NULL, arrived TEXT NOT NULL, grouped TEXT NOT NULL, stages TEXT NOT NULL,
  form {bytes} NOT NULL, annotation {bytes} NOT NULL, fingerprint {bytes} NOT NULL);
CREATE INDEX reports_story ON reports (story, seq, sorted);
CREATE INDEX reports_grouped ON reports (grouped);
CREATE INDEX reports_outlet ON reports (outlet_key, seq);
CREATE INDEX reports_item ON reports (item);

-- Versions that a later one has replaced. They stay where grouping had them, so that it goes on the same after a restart.
CREATE TABLE revisions (
  id TEXT NOT NULL, digest TEXT NOT NULL, current TEXT NOT NULL, revision BIGINT NOT NULL, story TEXT NOT NULL, arrived TEXT NOT NULL, form {bytes} NOT NULL,
  seq BIGINT NOT NULL, grouped TEXT, fingerprint {bytes}, PRIMARY KEY (id, digest));
CREATE INDEX revisions_current ON revisions (current);

CREATE TABLE facets (kind TEXT NOT NULL, name TEXT NOT NULL, seq BIGINT NOT NULL, PRIMARY KEY (kind, name, seq)){compact};
CREATE INDEX facets_seq ON facets (seq);

-- Stories as grouping has them; a slot of null: closed.
CREATE TABLE groups (id TEXT PRIMARY KEY, slot BIGINT);

CREATE TABLE stories (
  id TEXT PRIMARY KEY, last_seq BIGINT NOT NULL, reports BIGINT NOT NULL, last_time TEXT NOT NULL, title TEXT NOT NULL, day_from TEXT, day_to TEXT,
  version BIGINT NOT NULL, weighed BIGINT NOT NULL, hidden BIGINT NOT NULL, stages TEXT NOT NULL, picture {bytes});
CREATE INDEX stories_last ON stories (last_seq);
CREATE INDEX stories_stale ON stories (last_seq) WHERE weighed < version;
CREATE TABLE moved (story TEXT PRIMARY KEY, into_story TEXT NOT NULL);

CREATE TABLE corrections (number BIGINT PRIMARY KEY, id TEXT NOT NULL UNIQUE, line TEXT NOT NULL);
CREATE TABLE tombstones (kind TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL, digest TEXT, forgotten TEXT NOT NULL, who TEXT NOT NULL, why TEXT, PRIMARY KEY (kind, key));
CREATE INDEX tombstones_digest ON tombstones (digest);

CREATE TABLE feeds (url TEXT PRIMARY KEY, state TEXT NOT NULL, due TEXT NOT NULL);
CREATE TABLE watches (id TEXT PRIMARY KEY, watch TEXT NOT NULL);
CREATE TABLE alerts (number BIGINT PRIMARY KEY, key TEXT NOT NULL UNIQUE, alert TEXT NOT NULL, raised TEXT NOT NULL);
