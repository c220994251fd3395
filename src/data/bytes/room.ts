/** How much can come out of a file. */
export interface Room {
  /** Bytes at most, less those that were taken. */
  readonly bytes: number;
  /** Whether it is so many bytes, no fewer. */
  readonly exact?: boolean;
  /** In how many bytes they are packed, where they are. */
  readonly packed?: number;
}
