/**
 * A share of examples in percent, with one or two digits after the point: `70.0 %`, `99.04 %`. All and none are said only
 * where it is all or none.
 */
export function shareText(share: number): string {
  const rounded = Math.round(share * 1e4) / 100;
  const percent = share < 1 && rounded === 100 ? 99.99 : share > 0 && rounded === 0 ? 0.01 : rounded;
  return `${percent.toFixed(2).replace(/0$/, '')} %`;
}
