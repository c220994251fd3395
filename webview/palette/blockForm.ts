import type { BlockDefinition } from '../../src/core/layers/blocks';
import type { CanvasContext } from '../canvas/canvasContext';
import type { Part } from '../dom/part';
import { blockSite } from './addFromPalette';

/** What is asked of a block, below the list: a number for each setting, or why it can't stand there. */
export interface BlockForm {
  /** Shows the settings of the block that is chosen; none for a single layer. */
  show(block: BlockDefinition | undefined): void;
  /** What is typed; undefined where that is no number that will do, which is said. */
  read(): Readonly<Record<string, number>> | undefined;
}

export function blockForm(
  box: Part,
  canvas: CanvasContext,
  { add, close }: { readonly add: (type: string) => void; readonly close: () => void },
): BlockForm {
  let shown: BlockDefinition | undefined;
  const site = () => shown && blockSite(canvas, shown, canvas.state.paletteEdge);
  const fields = () => [...box.node()!.querySelectorAll('input')];
  const width = () => {
    const at = site();
    return at && 'width' in at ? at.width : undefined;
  };

  const faultOf = (input: HTMLInputElement): string | undefined => {
    const setting = shown!.settings.find(({ name }) => name === input.name)!;
    const typed = input.value.trim();
    const value = Number(typed);
    if (!/^\d+$/.test(typed) || value < 1 || value > 1024)
      return `${setting.title}: a whole number from 1 to 1,024.`;
    const of = width();
    return of === undefined ? undefined : setting.refuses(value, of);
  };
  const say = () => {
    const at = site();
    const faults = fields().map(faultOf);
    for (const [i, input] of fields().entries()) {
      if (faults[i]) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
    }
    const sentence = (at && 'fault' in at ? at.fault : faults.find(Boolean)) ?? '';
    box
      .select('p')
      .text(sentence)
      .property('hidden', sentence === '');
    return sentence;
  };

  return {
    show(block) {
      if (block === shown) return;
      shown = block;
      box.selectAll('*').remove();
      box.property('hidden', !block);
      const at = site();
      if (!block || !at) return;
      if ('width' in at) {
        for (const { name, title, initial } of block.settings) {
          const label = box.append('label');
          label.append('span').text(title);
          label
            .append('input')
            .attr('type', 'text')
            .attr('inputmode', 'numeric')
            .attr('name', name)
            .attr('autocomplete', 'off')
            .property('value', initial(at.width))
            .on('input', say)
            .on('keydown', (event: KeyboardEvent) => {
              if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
              if (event.key === 'Enter') add(block.type);
              else if (event.key === 'Escape') close();
              else return;
              event.preventDefault();
              canvas.actions.draw();
            });
        }
      }
      box.append('p').attr('class', 'palette-fault').attr('role', 'status');
      say();
    },
    read() {
      const sentence = say();
      if (sentence) canvas.actions.set({ announcement: sentence });
      if (sentence || !shown) return undefined;
      return Object.fromEntries(fields().map(input => [input.name, Number(input.value)]));
    },
  };
}
