import { describe, expect, it } from 'vitest';
import { Gate } from '../../src/runs/pacing/gate';

describe('Gate', () => {
  it('is open until it is paused, and open again when resumed', () => {
    const gate = new Gate(false);
    expect(gate.closed).toBe(false);
    gate.pause();
    expect(gate.closed).toBe(true);
    gate.resume();
    expect(gate.closed).toBe(false);
  });

  it('lets exactly as many steps pass as were asked for', () => {
    const gate = new Gate(true);
    gate.step();
    gate.step();
    gate.passed();
    expect(gate.closed).toBe(false);
    gate.passed();
    expect(gate.closed).toBe(true);
  });

  it('pauses after the step in progress when a step is asked for while running', () => {
    const gate = new Gate(false);
    gate.step();
    expect(gate.closed).toBe(false);
    gate.passed();
    expect(gate.closed).toBe(true);
  });

  it('forgets steps asked for when it is paused or resumed', () => {
    const gate = new Gate(true);
    gate.step();
    gate.pause();
    expect(gate.closed).toBe(true);
    gate.step();
    gate.resume();
    gate.pause();
    expect(gate.closed).toBe(true);
  });

  it('opens for a stop', async () => {
    const gate = new Gate(true);
    const opened = gate.opened();
    gate.stop();
    await opened;
    expect(gate.stopped).toBe(true);
    expect(gate.closed).toBe(false);
  });

  it('stays closed for those who wait when it is opened and closed in one go', async () => {
    const gate = new Gate(true);
    let passed = false;
    const opened = gate.opened().then(() => {
      passed = true;
    });
    gate.resume();
    gate.pause();
    await new Promise(resolve => setImmediate(resolve));
    expect(passed).toBe(false);
    gate.resume();
    await opened;
  });
});
