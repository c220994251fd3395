import { programOn } from './programOn.mjs';

/**
 * Tries on a Node whether one build gives the same bits under all switches of V8, with tiles of either width: lanes don't
 * mix. Each way in a process of its own, since V8 keeps what it has compiled.
 *
 * @param {readonly {name: string, build: string}[]} ways
 * @returns {Promise<{fault?: string}>}
 */
export async function bitsOn(binary, program, ways) {
  const first = new Map();
  for (const { name, build } of ways.filter(({ build }) => build.endsWith('relaxed'))) {
    const { code, out, errors } = await programOn(binary, [program, name]);
    // what V8 doesn't know or survive is for `kernelsOn`
    if (code !== 0 || errors.includes('unrecognized flag')) continue;
    const before = first.get(build) ?? first.set(build, { name, out }).get(build);
    if (before.out !== out) return { fault: `${name} gives other bits than ${before.name}` };
  }
  return first.size > 1 ? {} : { fault: 'no way works' };
}
