import { expect, it } from 'vitest';
import { OnceEach } from '../../src/host/training/onceEach';

it('a fault that is met every second is said once, and again after all was well or another came', () => {
  const said: string[] = [];
  const [one, other] = [{}, {}];
  const faults = new OnceEach<object>(text => void said.push(text));
  for (let i = 0; i < 100; i++) faults.tell(one, 'gone');
  faults.tell(other, 'gone');
  faults.forget(one);
  for (let i = 0; i < 100; i++) faults.tell(one, i < 50 ? 'gone' : 'locked');
  expect(said).toEqual(['gone', 'gone', 'gone', 'locked']);
});
