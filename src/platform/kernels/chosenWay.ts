import { cacheFolder } from './cacheFolder';
import { chooseWay } from './chooseWay';
import { type KeptWay, keptWay } from './keptWay';
import type { KernelKind } from './kernelBuilds';
import { trial } from './trial';
import { waysOf } from './ways';

interface Choice {
  readonly made: Promise<KeptWay>;
  /** Of who asked last: a process that has the kernels made ready may be given its job meanwhile. */
  cancelled: (() => boolean) | undefined;
}

const choices = new Map<KernelKind, Choice>();

/** The way of this process to have kernels of a kind, found out once. Rejects with `Cancelled`, and is then found out anew. */
export function chosenWay(kind: KernelKind, cancelled?: () => boolean): Promise<KeptWay> {
  const known = choices.get(kind);
  if (known) {
    known.cancelled = cancelled;
    return known.made;
  }
  const choose = () =>
    chooseWay({ ways: waysOf(kind), trial, cancelled: () => choice.cancelled?.() ?? false });
  const choice: Choice = { made: keptWay(kind, cacheFolder(), choose), cancelled };
  choices.set(kind, choice);
  choice.made.catch(() => choices.delete(kind));
  return choice.made;
}
