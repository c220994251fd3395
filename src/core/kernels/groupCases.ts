/** Channels in groups of cases: of vectors and of pictures, groups of one channel, all in one, and beside whole vectors. */
export const groupCases = [
  { channels: 1, groups: 1, places: 1, m: 2 },
  { channels: 5, groups: 1, places: 1, m: 3 },
  { channels: 8, groups: 1, places: 1, m: 2 },
  { channels: 6, groups: 3, places: 12, m: 2 },
  { channels: 8, groups: 2, places: 7, m: 3 },
  { channels: 3, groups: 3, places: 9, m: 1 },
] as const;
