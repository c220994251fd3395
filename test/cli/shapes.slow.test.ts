import { describe, expect, it } from 'vitest';
import { networkText } from '../runs/network';
import { commandLine } from './commandLine';

const { run, write } = commandLine();

describe('layerwise shapes', () => {
  it('prints the table', async () => {
    const { code, out } = await run('shapes', 'animals.nn.json');
    expect(code).toBe(0);
    expect(out).toContain('W1 (n_h, n_x) = (6, 3)');
    expect(out).toContain('Z1, A1 (n_h, m) = (6, 48)');
  });

  it('prints JSON', async () => {
    const { code, json } = await run('shapes', 'animals.nn.json', '--json');
    expect(code).toBe(0);
    expect(json[0]).toMatchObject({
      layers: [
        { id: 'input', output: [3] },
        {
          id: 'hidden',
          type: 'dense',
          parameters: [{ name: 'W1', symbols: ['n_h', 'n_x'], shape: [6, 3] }, { name: 'b1' }],
        },
        { id: 'output', parameterCount: 21 },
      ],
      parameterCount: 45,
    });
  });

  it('prints what is known of a network with errors, and says them', async () => {
    write('half.nn.json', networkText().replace('"units":1,', ''));
    const { code, out, error } = await run('shapes', 'half.nn.json');
    expect(code).toBe(1);
    expect(out).toContain('W1 (n_h, n_x) = (5, 2)');
    expect(error).toMatch(/^half\.nn\.json, line 1: .*"units"/);
  });

  it('says where a file that holds no network is wrong', async () => {
    write('list.nn.json', '\n[]\n');
    const { code, error } = await run('shapes', 'list.nn.json');
    expect({ code, error }).toEqual({
      code: 1,
      error: expect.stringMatching(/^list\.nn\.json, line 2: A network file holds one object/),
    });
  });
});
