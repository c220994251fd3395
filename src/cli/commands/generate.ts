import { generateText } from '../../runs/model/generating/generateText';
import { exitCodes } from '../exitCodes';
import { modelOptions, openModel } from '../openModel';
import { UsageFault } from '../usageFault';
import type { Command } from './command';

export const generate: Command = {
  name: 'generate',
  summary: 'Goes on with a text as a trained network does.',
  operands: 'FILE.nn.json',
  count: [1, 1],
  options: {
    ...modelOptions,
    start: { value: 'TEXT', help: 'What the text begins with; nothing where absent.' },
    length: { value: 'N', as: 'count', help: 'How many tokens are written; 200 where absent.' },
    temperature: {
      value: 'T',
      help: '1, the default, draws as the network says; less keeps to what is likely, 0 always takes the likeliest; more is bolder.',
    },
    top: { value: 'K', as: 'count', help: 'Draws from the K likeliest tokens only.' },
    seed: { value: 'S', as: 'count', help: 'The same seed gives the same text; 1 where absent.' },
  },
  details: [
    'For a network whose data are a "text". The tokens are drawn one after the other and written as they come; each is told from the ones before it. A start that is shorter than the network’s window has the text of the training before it, up to the end of a line.',
    'Exit code 0 when done, 1 where the start or the weights don’t fit the network, 2 where a file can’t be read, 130 after Ctrl-C.',
  ],
  async run(call) {
    const { text, count, terminal } = call;
    const temperature = Number(text('temperature') ?? 1);
    if (!(temperature >= 0) || text('temperature')?.trim() === '')
      throw new UsageFault(`--temperature takes a number from 0 on, not ${text('temperature')}.`);
    const { saved, reading } = await openModel(call, 'Generating');
    const start = text('start') ?? '';
    const pieces = generateText(
      saved,
      { start, length: count('length') ?? 200, temperature, topK: count('top'), seed: count('seed') ?? 1 },
      reading,
    );
    // what can't be gone on with isn't written
    let before = start;
    for await (const piece of pieces) {
      await terminal.write(before + piece);
      before = '';
    }
    await terminal.write('\n');
    return exitCodes.done;
  },
};
