import type * as vscode from 'vscode';
import type { DataReports } from './data/dataReports';
import type { Describer } from './data/describer';
import type { OpenDesigners } from './designer/openDesigners';
import type { Snapshots } from './document/snapshots';
import type { Trainers } from './process/trainers';
import type { NetworkRuns } from './training/networkRuns';

/** What the features share. Made once, in `activate`. */
export interface Host {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly describer: Describer;
  readonly data: DataReports;
  readonly snapshots: Snapshots;
  readonly designers: OpenDesigners;
  readonly runs: NetworkRuns;
  readonly trainers: Trainers;
}
