import type { Option } from './commands/command';
import { UsageFault } from './usageFault';

/** What a command computes with. */
export const engineOption: Option = {
  value: 'ENGINE',
  help: 'automatic, the fastest that works here, or plain, in nothing but JavaScript and many times slower.',
};

/** Holds for this process: the kernels are chosen by its environment, as VS Code says it to the processes it starts. */
export function chooseEngine(engine: string | undefined): void {
  if (engine === undefined) return;
  if (engine !== 'automatic' && engine !== 'plain') {
    throw new UsageFault(`--engine is automatic or plain, but was given ${engine}.`);
  }
  process.env.LAYERWISE_ENGINE = engine;
}
