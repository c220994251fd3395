// Writes samples/tales.txt: small tales from a grammar, always the same ones, for the sample of a small GPT. Nobody wrote them, so that
// they are free for all; who speaks, what is held and where it happens stay the same within a tale, which is what there is to learn.
//
//   node scripts/tales.mjs [bytes, 150000 where none are said]
import fs from 'node:fs';
import path from 'node:path';

const people = [
  ['Anna', 'she', 'her'],
  ['Bela', 'she', 'her'],
  ['Clara', 'she', 'her'],
  ['Edda', 'she', 'her'],
  ['Felix', 'he', 'his'],
  ['Hugo', 'he', 'his'],
  ['Jonas', 'he', 'his'],
  ['Otto', 'he', 'his'],
];
const animals = ['fox', 'owl', 'bear', 'hare', 'crow', 'goat', 'toad', 'wolf'];
const traits = ['old', 'young', 'clever', 'sleepy', 'brave', 'quiet', 'hungry', 'proud'];
const places = [
  'by the river',
  'in the forest',
  'on the hill',
  'near the mill',
  'under the bridge',
  'at the gate',
];
const things = ['lamp', 'key', 'coin', 'bell', 'rope', 'book', 'apple', 'drum'];
const gifts = ['golden', 'wooden', 'silver', 'broken', 'heavy', 'little'];
const times = ['one morning', 'one evening', 'at noon', 'in the winter', 'in the spring', 'after the rain'];
const ends = [
  'and they lived as friends from that day on.',
  'and nobody spoke of it again.',
  'and that is how the song began.',
  'and the moon was bright that night.',
];

/** Numbers from 0 to below 1, always the same (mulberry32). */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const an = words => `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
const capital = words => words[0].toUpperCase() + words.slice(1);

function tale(random) {
  const one = list => list[Math.floor(random() * list.length)];
  const [name, pronoun, whose] = one(people);
  const animal = one(animals);
  const trait = one(traits);
  const thing = `${one(gifts)} ${one(things)}`;
  const kind = thing.split(' ')[1];
  const place = one(places);
  const middle = [
    `"What do you carry?" asked the ${animal}. "I carry ${an(thing)}," said ${name}.`,
    `"Will you give me the ${kind}?" asked the ${animal}. "If you show me the way," said ${name}.`,
    `The ${animal} looked at the ${kind} and said nothing. ${name} waited ${place}.`,
    `${name} hid the ${kind} behind ${whose} back, but the ${animal} had seen it.`,
    `The ${kind} fell to the ground, and the ${trait} ${animal} picked it up.`,
  ];
  const first = one(middle);
  const second = one(middle.filter(each => each !== first));
  return [
    `${capital(one(times))} ${name} met ${an(`${trait} ${animal}`)} ${place}. ${capital(pronoun)} had ${an(thing)} in ${whose} hand.`,
    first,
    second,
    `So ${name} gave the ${kind} to the ${animal}, ${one(ends)}`,
  ].join('\n');
}

/** Whole tales, a blank line behind each, until there are so many characters. */
export function tales(length, seed = 1) {
  const random = numbers(seed);
  let text = '';
  while (text.length < length) text += `${tale(random)}\n\n`;
  return text;
}

if (process.argv[1] === import.meta.filename) {
  const file = path.resolve(import.meta.dirname, '../samples/tales.txt');
  fs.writeFileSync(file, tales(Number(process.argv[2] ?? 150_000)));
}
