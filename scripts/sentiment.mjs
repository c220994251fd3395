// Writes samples/sentiment.csv: short sentences about films, meals and trips, each good or bad, always the same ones, for the sample of a
// column of text. Nobody wrote them, so that they are free for all. A word such as "not" turns what stands behind it, so that words
// in their order say more than how often each comes.
//
//   node scripts/sentiment.mjs [sentences, 2000 where none are said] [file]
import fs from 'node:fs';
import path from 'node:path';

const things = {
  film: ['the film', 'the story', 'the music', 'the ending', 'the acting', 'the first half'],
  meal: ['the meal', 'the soup', 'the service', 'the bread', 'the dessert', 'the price'],
  trip: ['the trip', 'the weather', 'the room', 'the guide', 'the view', 'the food'],
};
const good = [
  'good',
  'great',
  'lovely',
  'wonderful',
  'superb',
  'charming',
  'excellent',
  'pleasant',
  'memorable',
];
const bad = ['bad', 'dull', 'awful', 'boring', 'terrible', 'poor', 'dreadful', 'tedious', 'disappointing'];
const turns = ['not', 'never', 'hardly', 'anything but'];
const degrees = ['', '', 'very ', 'really ', 'rather ', 'quite '];
const starts = [
  '',
  'I thought ',
  'we all found that ',
  'to be honest, ',
  'in my opinion ',
  'my friends say ',
];
const ends = ['.', '.', '!', ', as always.', ' this time.', ' from start to finish.'];
/** How many of the labels are the wrong way round, as people are. */
const slips = 0.02;

/** Numbers from 0 to below 1, always the same (mulberry32). */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const random = numbers(1);
const one = list => list[Math.floor(random() * list.length)];

/** `the soup was not very good`, which says so much good: 1 or −1. */
function clause(about) {
  const isGood = random() < 0.5;
  const turned = random() < 0.4;
  const words = `${one(about)} was ${turned ? `${one(turns)} ` : ''}${one(degrees)}${one(isGood ? good : bad)}`;
  return { words, says: isGood === turned ? -1 : 1 };
}

/** One thing that is said, or two, of which the one behind "but" counts. */
function sentence() {
  const about = things[one(Object.keys(things))];
  const first = clause(about);
  const second = random() < 0.3 ? clause(about) : undefined;
  const words = second
    ? `${first.words}${second.says === first.says ? ' and ' : ', but '}${second.words}`
    : first.words;
  const text = `${one(starts)}${words}${one(ends)}`;
  const says = (second ?? first).says * (random() < slips ? -1 : 1);
  return { text: text[0].toUpperCase() + text.slice(1), mood: says > 0 ? 'good' : 'bad' };
}

const [count = '2000', file] = process.argv.slice(2);
const rows = Array.from({ length: Number(count) }, sentence);
const csv = ['text,mood', ...rows.map(({ text, mood }) => `"${text}",${mood}`)].join('\n');
fs.writeFileSync(file ?? path.join(import.meta.dirname, '../samples/sentiment.csv'), `${csv}\n`);
