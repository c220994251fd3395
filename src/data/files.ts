/** The files a reader may look at. Node's and VS Code's file systems implement it; readers import neither. */
export interface Files {
  /** The absolute path of `address`, resolved against the folder of the network file; refuses what leaves the workspace only if the owner says so. */
  resolve(address: string): string;
  stat(path: string): Promise<FileStat | undefined>;
  /** Names in a folder, with whether each is a folder. */
  list(path: string): Promise<readonly { readonly name: string; readonly folder: boolean }[]>;
  open(path: string): Promise<OpenFile>;
}

export interface FileStat {
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly modified: number;
  readonly folder: boolean;
}

/** Bytes of a file from `offset` on, and where they go. */
export interface FilePart {
  readonly offset: number;
  readonly target: Uint8Array;
}

export interface OpenFile {
  readonly size: number;
  /** Fewer bytes than asked for only at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /**
   * The same without waiting, where the file system can: the HDF5 library asks for its bytes from inside WebAssembly.
   * Without it an HDF5 file is read whole into memory.
   */
  readNow?(offset: number, length: number): Uint8Array;
  /**
   * Fills the parts, several at a time, and says how many bytes that were: fewer than asked for only where the file ends.
   * Without it, or without `readNow`, no data are left in the file.
   */
  fill?(parts: readonly FilePart[]): Promise<number>;
  close(): Promise<void>;
}
