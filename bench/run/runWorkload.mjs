import { askPeer } from './askPeer.mjs';
import { median } from './median.mjs';
import { plannedSteps } from './plan.mjs';

/** Steps before the clock starts, with parameters that are thrown away; one where steps are so slow that few are taken. */
const warmUpOf = steps => (steps < 10 ? 1 : 3);

/**
 * Runs a workload by all runners in turn, `runs` times: first each is tried, to choose its threads and whether all steps
 * can be taken, then the rounds.
 *
 * @param {object} prepared see `prepare`
 * @param {{file: string, precision: string, threads?: number[]}[]} runners
 * @returns {Promise<object[]>} the runners, each with `seconds` (the median, scaled to all steps), `times` (those of the
 *   runs), `taken` (steps), `threads`, `cost` after the steps taken; or with `unable`
 */
export async function runWorkload(prepared, runners, { runs, longest, slice, say = () => {} }) {
  const ask = (runner, steps, threads, { cost = false, allSteps } = {}) =>
    askPeer(
      runner,
      {
        ...prepared.job,
        precision: runner.precision,
        steps,
        allSteps,
        warmUp: warmUpOf(steps),
        cost,
      },
      threads,
    );

  const rows = [];
  for (const runner of runners) {
    say(`trying ${runner.title}`);
    try {
      rows.push({ ...runner, times: [], ...(await attempt(prepared, runner, ask, { longest, slice })) });
    } catch (error) {
      // a peer that fails leaves a row that says so; without Layerwise there is nothing to tell
      if (runner.peer === 'layerwise') throw error;
      say(error.message);
      rows.push({ ...runner, unable: 'it failed' });
    }
  }
  const able = rows.filter(row => !row.unable);
  for (let round = 1; round <= runs; round++) {
    for (const row of able) {
      say(`round ${round} of ${runs}: ${row.title}`);
      const { seconds, cost, engine } = await ask(row, row.taken, row.chosenThreads, { cost: round === 1 });
      row.times.push((seconds / row.taken) * prepared.steps);
      if (round === 1) Object.assign(row, { cost, engine });
    }
  }
  for (const row of able) row.seconds = median(row.times);
  await compareCosts(able, ask);
  return rows;
}

async function attempt({ steps }, runner, ask, limits) {
  const choices = runner.threads?.length ? [...new Set(runner.threads)] : [undefined];
  let best;
  for (const threads of choices) {
    const tried = await trial(steps, limits, (count, asked) => ask(runner, count, threads, asked));
    if (tried.unable) return tried;
    if (tried.indivisible) return { taken: steps, chosenThreads: threads };
    if (!best || tried.seconds / tried.tried < best.seconds / best.tried) best = { ...tried, threads };
  }
  return { chosenThreads: best.threads, taken: plannedSteps({ steps, ...best, ...limits }) };
}

/**
 * Takes more and more steps, until they are enough to tell how long a step takes once the code is warm. A peer that would
 * take other steps were they all is `indivisible`: its time for a part isn't a share of that for all.
 */
async function trial(steps, { longest, slice }, take) {
  let tried = Math.min(steps, 2);
  for (let asked = { allSteps: steps }; ; asked = {}) {
    const { unable, indivisible, seconds } = await take(tried, asked);
    if (unable || indivisible) return { unable, indivisible };
    const enough = seconds >= Math.min(longest, slice) / 2;
    if (enough || tried === steps) return { tried, seconds };
    // at most ten times as many: the first steps are the slowest
    tried = Math.min(steps, tried * 10, Math.ceil((tried * slice) / Math.max(seconds, 1e-4)));
  }
}

/** Beside the cost of each runner, the one that Layerwise reaches in the same precision after as many steps. */
async function compareCosts(rows, ask) {
  for (const layerwise of rows.filter(({ peer, command }) => peer === 'layerwise' && !command)) {
    const costs = new Map([[layerwise.taken, layerwise.cost]]);
    for (const row of rows) {
      if (row.precision !== layerwise.precision || row === layerwise || row.cost === null) continue;
      if (!costs.has(row.taken))
        costs.set(row.taken, (await ask(layerwise, row.taken, undefined, { cost: true })).cost);
      row.costOfLayerwise = costs.get(row.taken);
    }
  }
}
