/** A row for each network and number of examples. @param {{size: string, examples: number, mean: number, least: number, most: number}[]} points */
export function scaleCsv(points) {
  const rows = points.map(({ size, examples, mean, least, most }) =>
    [size, examples, mean, least, most].join(','),
  );
  return `${['network,examples,accuracy,least,most', ...rows].join('\n')}\n`;
}
