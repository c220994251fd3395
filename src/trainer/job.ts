/** What a training process does: one run, or one request. */
export interface Job {
  /** Resolves when it is done; rejects with a user's fault or our bug. */
  readonly ended: Promise<unknown>;
  /** The host has gone: ends it; what was trained is written, and why it ended. */
  abandon?(): void;
  /** What the messages that come meanwhile do to it. */
  readonly control: Readonly<Record<Control, () => void>>;
}

export const controls = ['pause', 'resume', 'step', 'stop', 'cancel'] as const;
export type Control = (typeof controls)[number];
