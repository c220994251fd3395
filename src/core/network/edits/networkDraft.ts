import type { TextEdit } from '../../problem';
import { applyTextEdits, composeTextEdits } from '../json/textEdits';
import { type ParsedNetwork, parseNetwork } from '../reading/parse';

/** A text in the making: each step is written into it and read again, and all steps together are edits of the original. */
export class NetworkDraft {
  readonly #original: string;
  #parsed: ParsedNetwork;
  #edits: readonly TextEdit[] = [];
  #stale: string | undefined;

  constructor(parsed: ParsedNetwork) {
    this.#original = parsed.json.text;
    this.#parsed = parsed;
  }

  /** The text as it is now. */
  get parsed(): ParsedNetwork {
    if (this.#stale !== undefined) {
      this.#parsed = parseNetwork(this.#stale);
      this.#stale = undefined;
    }
    return this.#parsed;
  }

  /** Against the original text, in order, none touching another. */
  get edits(): TextEdit[] {
    return [...this.#edits];
  }

  apply(edits: readonly TextEdit[]): void {
    if (edits.length === 0) return;
    const { text } = this.parsed.json;
    this.#edits = composeTextEdits(this.#original, this.#edits, edits);
    this.#stale = applyTextEdits(text, edits);
  }
}
