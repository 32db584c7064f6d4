-- Form 2 adds what pictures add up to for those who speak in them. Written anew with every picture of a story.
CREATE TABLE utterances (
  key TEXT NOT NULL, kind TEXT NOT NULL, sorted TEXT NOT NULL, item TEXT NOT NULL, name TEXT NOT NULL, story TEXT NOT NULL, claim TEXT, report TEXT NOT NULL, outlet TEXT, published TEXT,
  stance TEXT, certainty TEXT, negative BIGINT NOT NULL, own BIGINT NOT NULL, quoted BIGINT NOT NULL, begins BIGINT NOT NULL, ends BIGINT NOT NULL, words TEXT NOT NULL, PRIMARY KEY (key, sorted, item, kind)){compact};
CREATE INDEX utterances_story ON utterances (story);
CREATE INDEX utterances_kind ON utterances (kind, sorted);

CREATE TABLE records (
  holder TEXT NOT NULL, key TEXT NOT NULL, sorted TEXT NOT NULL, story TEXT NOT NULL, claim TEXT NOT NULL, name TEXT NOT NULL, statement TEXT NOT NULL,
  status TEXT NOT NULL, was TEXT NOT NULL, relayed BIGINT NOT NULL, first BIGINT NOT NULL, PRIMARY KEY (holder, key, sorted, story, claim)){compact};
CREATE INDEX records_story ON records (story);
CREATE INDEX records_holder ON records (holder, sorted);

-- Which report rests on what: on_key is the outlet or agency of what it rests on.
CREATE TABLE rests (
  story TEXT NOT NULL, report TEXT NOT NULL, outlet_key TEXT, outlet TEXT, on_id TEXT NOT NULL, on_key TEXT, on_name TEXT, kind TEXT NOT NULL, PRIMARY KEY (story, report, on_id, kind)){compact};
CREATE INDEX rests_outlet ON rests (outlet_key, report);
CREATE INDEX rests_on ON rests (on_key, report);
