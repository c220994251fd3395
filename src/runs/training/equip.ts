import { profiledKernels } from '../../core/kernels/profile';
import { batchSizeOf } from '../../core/network/batchSizeOf';
import { beginTraining, type TrainingOptions } from '../../core/train/createTraining';
import type { Reading } from '../../data/reading';
import { drive } from '../pacing/drive';
import { engineFor } from '../preparing/engineFor';
import type { Prepared } from '../preparing/prepare';
import type { RunInfo } from '../run';
import { judgeOf } from './judgeOf';
import { measuredSets } from './measuredSets';
import { measuredSteps } from './measuredSteps';
import type { OpenedRun } from './openedRun';
import { sampleOf } from './sampleOf';
import { sayBrightness } from './sayBrightness';

export interface EquipOptions extends Omit<TrainingOptions, 'snapshot' | 'kernels' | 'train'> {
  /** At most so many threads; as many as there are processors where it isn't said. */
  readonly threads?: number;
  /** Whether the kernels measure what each layer takes, a step a little longer. */
  readonly profile?: boolean;
}

/** What a run needs besides its folder, and what it says of that, whether it begins or goes on. */
export interface Equipment {
  readonly run: Omit<OpenedRun, 'info' | 'recorder' | 'seconds' | 'earlier'>;
  readonly info: Pick<
    RunInfo,
    | 'preprocessing'
    | 'choices'
    | 'engine'
    | 'engineReasons'
    | 'passes'
    | 'measuredOn'
    | 'weights'
    | 'flopsPerStep'
  >;
}

/** Chooses the engine, makes the training, and tells what is measured between its steps. */
export async function equip(
  { snapshot, data }: Prepared,
  { threads, profile, ...options }: EquipOptions,
  { cancelled }: Reading,
): Promise<Equipment> {
  const settings = snapshot.network!.training!;
  const { flops } = snapshot.shapes!;
  const batchSize = batchSizeOf(settings, data.train.m);
  const engine = await engineFor(snapshot, batchSize, { threads, cancelled });
  const profiled = profile ? profiledKernels(engine.kernels, () => performance.now()) : undefined;
  const kernels = profiled?.kernels ?? engine.kernels;
  const beginning = beginTraining({ snapshot, kernels, train: data.train, ...options });
  const begun = await drive(beginning, cancelled ? { cancelled } : {});
  const training = profiled ? measuredSteps(begun, profiled) : begun;
  const { train, test, measuredOn } = measuredSets(data);
  return {
    run: {
      training,
      train,
      test,
      evaluationFlops: flops * (train.m + (test?.m ?? 0)),
      evaluateEvery: settings.evaluateEvery,
      sample: sampleOf(data.preprocessing, training, settings.sampleEvery),
      bestBy: settings.stop ?? { figure: 'cost' },
      judge: judgeOf({ snapshot, data }, training),
      close: data.close,
      ...(profiled && {
        profile: () => ({ ...profiled.profile(), threads: engine.kernels.threads }),
      }),
    },
    info: {
      preprocessing: data.preprocessing,
      choices: [...(data.report.facts?.choices ?? []), ...sayBrightness(data.train, settings.augment ?? [])],
      engine: engine.name,
      engineReasons: engine.reasons,
      passes: training.passes,
      measuredOn,
      ...(settings.stop?.best && { weights: 'best' as const }),
      flopsPerStep: 3 * flops * batchSize,
    },
  };
}
