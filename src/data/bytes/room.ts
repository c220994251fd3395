/** How much can come out of a file at most. */
export interface Room {
  /** Bytes, less those that were taken. */
  readonly bytes: number;
  /** In how many bytes they are packed, where they are. */
  readonly packed?: number;
}
