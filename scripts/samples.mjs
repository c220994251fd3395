// Draws the pictures of samples/shapes: circles, squares and triangles, 16 × 16 in grey, the same at every call.
//
//   node scripts/samples.mjs [FOLDER]     FOLDER is samples/shapes where absent
import fs from 'node:fs';
import path from 'node:path';
import { encode } from 'fast-png';

const SIZE = 16;
const EACH = 48;
/** Points a pixel is sampled at, across and down, for a smooth edge. */
const FINE = 4;

/** Whether the point (x, y), turned and scaled so that the shape has about the radius 1, lies inside. */
const shapes = {
  circle: (x, y) => x * x + y * y < 0.85,
  square: (x, y) => Math.max(Math.abs(x), Math.abs(y)) < 0.8,
  triangle: (x, y) => y < 0.55 && Math.abs(x) * Math.sqrt(3) < y + 1.1,
};

const folder = process.argv[2] ?? path.join(path.dirname(import.meta.dirname), 'samples/shapes');
for (const [index, [name, inside]] of Object.entries(shapes).entries()) {
  const random = numbers(index + 1);
  fs.mkdirSync(path.join(folder, name), { recursive: true });
  for (let i = 1; i <= EACH; i++) {
    const file = path.join(folder, name, `${String(i).padStart(2, '0')}.png`);
    const data = picture(inside, random);
    fs.writeFileSync(file, encode({ width: SIZE, height: SIZE, channels: 1, depth: 8, data }));
  }
}

/** One shape on a dark ground, with a place, size, turn, brightness and grain of its own. */
function picture(inside, random) {
  const between = (low, high) => low + (high - low) * random();
  const radius = between(4.5, 6.5);
  const [centreX, centreY] = [between(7, 9), between(7, 9)];
  const turn = between(-0.4, 0.4);
  const [ground, bright] = [between(10, 50), between(120, 240)];
  const pixels = new Uint8Array(SIZE * SIZE);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      let covered = 0;
      for (let i = 0; i < FINE * FINE; i++) {
        const dx = (x + ((i % FINE) + 0.5) / FINE - centreX) / radius;
        const dy = (y + (Math.floor(i / FINE) + 0.5) / FINE - centreY) / radius;
        if (inside(dx * Math.cos(turn) + dy * Math.sin(turn), dy * Math.cos(turn) - dx * Math.sin(turn))) {
          covered++;
        }
      }
      const grey = ground + ((bright - ground) * covered) / (FINE * FINE) + between(-16, 16);
      pixels[y * SIZE + x] = Math.round(Math.min(255, Math.max(0, grey)));
    }
  }
  return pixels;
}

/** Uniform numbers in [0, 1) from a seed, by a linear congruence modulo 2³²; enough for noise in pictures. */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
