/** A share as percent with up to six digits after the point and at least one: 0.7 → `70.0 %`, 207/209 → `99.043062 %`. */
export function percent(share: number): string {
  const text = (share * 100).toFixed(6).replace(/0+$/, '');
  return `${text.endsWith('.') ? `${text}0` : text} %`;
}
