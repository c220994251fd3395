import type { DataFix } from '../core/network/dataReport';

/** Where a fault of the data sits and what would mend it. */
export interface FaultPlace {
  /** `missing-data-file`, `missing-column`, `bad-data-file`, `length-mismatch`, … */
  readonly code: string;
  /** The path of the setting at fault, `data.train.x`. Readers leave it out; who named the file adds it. */
  readonly field?: string;
  /** Values that would work in that setting, best first. */
  readonly suggestions?: readonly string[];
  /** Values of other settings that would mend it. */
  readonly fixes?: readonly DataFix[];
}

/** The one expected error of this folder: a user's fault, whose message is one clear sentence with file and place. */
export class DataError extends Error {
  override readonly name = 'DataError';
  readonly code: string;
  readonly field: string | undefined;
  readonly suggestions: readonly string[] | undefined;
  readonly fixes: readonly DataFix[] | undefined;

  constructor(message: string, { code, field, suggestions, fixes }: FaultPlace) {
    super(onOneLine(message));
    this.code = code;
    this.field = field;
    this.suggestions = suggestions;
    this.fixes = fixes;
  }
}

/** Names and texts from a file may hold line ends. */
function onOneLine(text: string): string {
  const lines = text.split(/[\n\r]/);
  return lines.length === 1
    ? text
    : lines
        .map(line => line.trim())
        .filter(Boolean)
        .join(' ');
}

/** Runs `work` and says of a fault inside it that it is at `field`, unless it knows better. */
export async function atField<T>(field: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DataError && error.field === undefined) {
      const { code, suggestions, fixes } = error;
      throw new DataError(error.message, {
        code,
        field,
        ...(suggestions && { suggestions }),
        ...(fixes && { fixes }),
      });
    }
    throw error;
  }
}
