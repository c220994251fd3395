import type { Selection } from 'd3';
import { iconGlyph } from '../../dom/iconGlyph';
import type { Orientation } from '../../state';
import type { Detail } from '../detail';
import type { Group } from '../figures/figure';
import type { CardSize } from '../scene/cardSize';
import type { LayerCard } from '../scene/layerCard';
import { compact, compactLines, dot, dotName } from '../scene/smallCard';

/** A small card: a strip in the colour of its role, name, kind and the shape of its output. */
export function drawCompact(group: Group, card: LayerCard, { extent, header }: CardSize) {
  const { left, right, top, bottom } = extent;
  group
    .append('path')
    .attr('class', 'strip')
    .attr('d', `M${-left + compact.strip} ${-top + 10}V${bottom - 10}`);
  if (card.frozen) {
    const lock = group.append('text').attr('class', 'icon lock').text(iconGlyph('lock'));
    lock.attr('x', right - 26).attr('y', bottom - 12);
  }
  for (const [i, text] of compactLines(card).entries()) {
    group
      .append('text')
      .attr('class', ['title compact-title', 'compact-type', 'compact-shape'][i]!)
      .attr('x', header.x)
      .attr('y', header.y + compact.text - 1 + i * compact.line)
      .text(text);
  }
}

/** A dot, and its name below it or beside it. */
export function drawDot(
  rect: Selection<SVGRectElement, unknown, null, undefined>,
  group: Group,
  card: LayerCard,
  orientation: Orientation,
) {
  rect.classed('bare', true);
  group.append('circle').attr('class', 'dot').attr('r', dot.radius);
  const reach = dot.radius + dot.padding;
  const name = group.append('text').attr('class', 'title dot-name').text(dotName(card));
  if (orientation === 'horizontal') name.attr('text-anchor', 'middle').attr('y', reach + dot.text - 6);
  else name.attr('x', reach).attr('y', dot.text * 0.35);
}

/** What a folded group has behind it. */
export function sheetsBehind(group: Group, { left, right, top, bottom }: CardSize['extent'], detail: Detail) {
  if (detail === 'dot') {
    group
      .append('circle')
      .attr('class', 'ring')
      .attr('r', dot.radius + 5);
    return;
  }
  for (const shift of [5, 10]) {
    group
      .append('path')
      .attr('class', 'behind')
      .attr('d', `M${-left + shift + 4} ${-top - shift}H${right + shift - 6}q6 0 6 6V${bottom - shift - 4}`);
  }
}
