// Reads all texts once for each line of standard input, as Stemma.Benchmarks does with `rounds`.
// Answers "ready WORDS TOKENS", then for each round "WALL PROCESSOR" in seconds.
'use strict';
const fs = require('node:fs');
const readline = require('node:readline');
const winkNLP = require('wink-nlp');
const model = require('wink-eng-lite-web-model');

// What can be set beside our engine: sentence boundaries, parts of speech, entities (tokens come first in any case).
// Its negation, sentiment and custom entities are left out.
const nlp = winkNLP(model, ['sbd', 'pos', 'ner']);
const texts = fs.readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line).text);
const words = texts.reduce((sum, text) => sum + text.split(/\s+/).filter(Boolean).length, 0);

// All of them are annotated when a text is read; nothing is asked for afterwards, so that wink is not charged for copies.
function readAll() {
  let tokens = 0;
  for (const text of texts) tokens += nlp.readDoc(text).tokens().length();
  return tokens;
}

console.log(`ready ${words} ${readAll()}`);
readline.createInterface({ input: process.stdin }).on('line', () => {
  if (global.gc) global.gc(); // what earlier rounds left is not this one's to clean up
  const processor = process.cpuUsage();
  const start = process.hrtime.bigint();
  readAll();
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  const used = process.cpuUsage(processor);
  console.log(`${wall.toFixed(4)} ${((used.user + used.system) / 1e6).toFixed(4)}`);
});
