// Finds the times of each text with chrono-node and prints them as TIMEX3 would write them: one line of JSON a text, offsets in UTF-16 units.
//   node times.js DATA.jsonl.gz
'use strict';
const fs = require('node:fs');
const zlib = require('node:zlib');
const chrono = require('chrono-node');

const two = (n) => String(n).padStart(2, '0');

// As coarse as the words: what chrono only implies (the day of "in May") is left out.
function value(parts) {
  const year = String(parts.get('year')).padStart(4, '0');
  const month = `${year}-${two(parts.get('month'))}`;
  const day = `${month}-${two(parts.get('day'))}`;
  if (parts.isCertain('hour')) return `${day}T${two(parts.get('hour'))}:${two(parts.get('minute'))}${parts.get('timezoneOffset') === 0 ? 'Z' : ''}`;
  if (parts.isCertain('day') || parts.isCertain('weekday')) return day;
  if (parts.isCertain('month')) return month;
  return parts.isCertain('year') ? year : day;
}

const bytes = fs.readFileSync(process.argv[2]);
const lines = (process.argv[2].endsWith('.gz') ? zlib.gunzipSync(bytes) : bytes).toString('utf8').split('\n').filter(Boolean);
for (const line of lines) {
  const { id, published, text } = JSON.parse(line);
  // Noon in UTC, so that no time zone of this machine moves the day.
  const found = chrono.parse(text, { instant: new Date(`${published.slice(0, 10)}T12:00:00Z`), timezone: 0 });
  const times = found.map((f) => ({
    start: f.index,
    end: f.index + f.text.length,
    type: f.start.isCertain('hour') ? 'TIME' : 'DATE',
    value: f.end && !f.end.isCertain('hour') ? `${value(f.start)}/${value(f.end)}` : value(f.start),
  }));
  console.log(JSON.stringify({ id, times }));
}
