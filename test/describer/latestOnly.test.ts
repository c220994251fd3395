import { expect, test } from 'vitest';
import { LatestOnly } from '../../src/host/data/latestOnly';

/** Begun requests, and what ends the one that goes on. */
function working() {
  const begun: string[] = [];
  const cancelled: string[] = [];
  let end = () => {};
  const latest = new LatestOnly<string>(
    (request, cancelled_) => {
      begun.push(request);
      return new Promise<void>(done => {
        end = done;
        cancelled_(() => {
          cancelled.push(request);
          done();
        });
      });
    },
    // what begins with another letter is of other data
    (next, running) => next[0] !== running[0],
  );
  return { begun, cancelled, latest, end: () => end() };
}

const turn = () => new Promise(done => setTimeout(done));

test('of requests that come while one is worked on only the last is taken up, after it', async () => {
  const { begun, cancelled, latest, end } = working();
  for (const request of ['a1', 'a2', 'a3', 'a4']) void latest.ask(request);
  await turn();
  expect(begun).toEqual(['a1']);
  end();
  await turn();
  expect(begun).toEqual(['a1', 'a4']);
  end();
  await turn();
  void latest.ask('a5');
  expect(begun).toEqual(['a1', 'a4', 'a5']);
  expect(cancelled).toEqual([]);
});

test('what goes on is cancelled where the next makes it useless', async () => {
  const { begun, cancelled, latest } = working();
  void latest.ask('a1');
  void latest.ask('b1');
  await turn();
  expect(cancelled).toEqual(['a1']);
  expect(begun).toEqual(['a1', 'b1']);
});
