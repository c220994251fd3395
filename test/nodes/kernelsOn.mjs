import { programOn } from './programOn.mjs';

/**
 * Tries every way to have kernels on a Node, each in a process of its own. Both the first whose switches V8 knows and the
 * one without switches must give the reference's numbers, with each build; others V8 need not survive.
 *
 * @param {readonly {name: string, build: string, switches: string}[]} ways the fastest of each build first
 * @returns {Promise<{fault?: string, deaths: string[]}>} `deaths`: the switches under which V8 ends the process
 */
export async function kernelsOn(binary, trial, ways) {
  const outcomes = new Map();
  for (const { name } of ways) outcomes.set(name, await outcomeOf(binary, trial, name));
  const faults = [...new Set(ways.map(({ build }) => build))].flatMap(build => {
    const known = ways.filter(way => way.build === build && outcomes.get(way.name) !== 'unknown');
    return [known[0], known.at(-1)]
      .filter(({ name }) => outcomes.get(name) !== 'works')
      .map(({ name }) => `${name}: ${outcomes.get(name)}`);
  });
  const deaths = ways
    .filter(({ name }) => outcomes.get(name).startsWith('V8 ends'))
    .map(({ switches }) => switches);
  return { fault: faults.join('; ') || undefined, deaths: [...new Set(deaths)] };
}

async function outcomeOf(binary, trial, name) {
  const { code, signal, out, errors } = await programOn(binary, [trial, name]);
  if (errors.includes('unrecognized flag')) return 'unknown';
  if (code !== 0) return `V8 ends the process (${signal ?? code})`;
  return JSON.parse(out).fault ?? 'works';
}
