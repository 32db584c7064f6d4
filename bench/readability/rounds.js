// Reads all pages once with linkedom and Readability for each line of standard input.
// Answers "ready PAGES CHARACTERS", then for each round "WALL PROCESSOR" in seconds.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const zlib = require('node:zlib');
const readline = require('node:readline');
const { Readability } = require('@mozilla/readability');
const { parseHTML } = require('linkedom');

const folder = process.argv[2];
const pages = fs.readdirSync(folder).filter(name => /\.html?(\.gz)?$/.test(name)).sort().map(name => {
  const bytes = fs.readFileSync(path.join(folder, name));
  return (name.endsWith('.gz') ? zlib.gunzipSync(bytes) : bytes).toString('utf8');
});

function read() {
  let characters = 0;
  for (const page of pages) {
    const { document } = parseHTML(page);
    const article = new Readability(document).parse();
    characters += article ? article.textContent.length : 0;
  }
  return characters;
}

console.log(`ready ${pages.length} ${read()}`);
readline.createInterface({ input: process.stdin }).on('line', () => {
  if (global.gc) global.gc();
  const before = process.cpuUsage();
  const start = process.hrtime.bigint();
  read();
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  const used = process.cpuUsage(before);
  console.log(`${wall.toFixed(4)} ${((used.user + used.system) / 1e6).toFixed(4)}`);
});
