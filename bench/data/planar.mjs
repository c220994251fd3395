import { createRequire } from 'node:module';

/** The course's flower of 400 points, by its seeded recipe: float64 (400, 2). */
export async function planar(engine) {
  const { generated } = createRequire(import.meta.url)(engine);
  const { m, x, y } = await generated({ generator: 'flower', examples: 400, seed: 1, split: { test: 0 } });
  return { x: { shape: [m, 2], data: x }, y: { shape: [m], data: Uint8Array.from(y) } };
}
