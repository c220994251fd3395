/**
 * Pictures that stand in for real ones of the same shape: noise, and a bright band whose place depends on the class, so
 * that there is something to learn. The same seed gives the same pictures.
 */
export function syntheticPictures(shape, classes, seed = 1) {
  const random = generator(seed);
  const [m, ...rest] = shape;
  const width = rest.reduce((product, size) => product * size, 1);
  const band = Math.floor(width / classes);
  const x = new Uint8Array(m * width);
  const y = new Uint8Array(m);
  for (let i = 0; i < m; i++) {
    y[i] = Math.floor(random() * classes);
    for (let j = 0; j < width; j++) {
      const lit = Math.floor(j / band) === y[i];
      x[i * width + j] = random() * (lit ? 160 : 128);
    }
  }
  return { x: { shape, data: x }, y: { shape: [m], data: y }, synthetic: true };
}

/** Uniform numbers in [0, 1): a linear congruential generator modulo 2³², multiplier and increment of Numerical Recipes. */
export function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
