/** The `data` of a network, as it is written in the file. */
export type WrittenData = Readonly<Record<string, unknown>>;
