import { changedSinceRun } from '../dataFiles';
import { RunFault } from '../runFault';

/** A run isn't resumed on other data than it began with unless a person says so. */
export class ChangedDataFault extends RunFault {
  constructor(changed: readonly string[], folder: string) {
    super(
      `${changedSinceRun(changed)}: its test set may now hold examples that it has trained on, and its curve would be of two sets of data. Train anew, or accept the change.`,
      folder,
    );
  }
}
