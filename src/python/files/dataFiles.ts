/** What the headers of a data file say. Names are as the file has them; sizes as NumPy prints them. */
export type FileFacts =
  | {
      readonly kind: 'arrays';
      /** A `.npy` has one, without a name. */
      readonly arrays: readonly {
        readonly name?: string;
        readonly shape: readonly number[];
        readonly dtype?: string;
      }[];
    }
  | {
      readonly kind: 'table';
      /** Without the heading, where there is one. */
      readonly rows?: number;
      readonly columns: readonly { readonly name: string; readonly numeric?: boolean }[];
      readonly hasHeading?: boolean;
    };

/**
 * The files that a program names, as far as their headers are known now. A path is as the program writes it. One that
 * isn't known yet is undefined; whoever gives this interface remembers that it was asked for, and checks again later.
 */
export interface DataFiles {
  describe(path: string): FileFacts | undefined;
}

export const noFiles: DataFiles = { describe: () => undefined };
