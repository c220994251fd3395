import type { Part } from '../dom/part';

export interface Tool {
  readonly name: string;
  readonly icon: string;
  /** Said by screen readers and shown on hover. */
  readonly title: string;
  /** Stands beside the icon where there is room. */
  readonly text?: string;
  readonly primary?: boolean;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  run(): void;
}

/**
 * The buttons of a group, in order. Those that stay keep their focus; where the one that has it goes, the one to press
 * next gets it. Where there is none yet it waits at the group: nothing else must be what a second Enter presses.
 */
export function drawTools(group: Part, tools: readonly Tool[]) {
  const root = group.node()!;
  const focused = root.querySelector<HTMLButtonElement>(':scope > :focus');
  const waits = document.activeElement === root;
  group
    .selectChildren<HTMLElement, Tool>('button')
    .data(tools, tool => tool.name)
    .join(enter => {
      const button = enter.append('button').attr('data-tool', tool => tool.name);
      button.append('span').attr('aria-hidden', 'true');
      button.append('span').attr('class', 'tool-text');
      return button;
    })
    .order()
    .attr('class', ({ primary }) => (primary ? 'tool primary' : 'tool'))
    .attr('title', tool => tool.title)
    .attr('aria-label', ({ text, title }) => text ?? title)
    .attr('aria-pressed', tool => (tool.pressed === undefined ? null : String(tool.pressed)))
    .property('disabled', tool => tool.disabled === true)
    .on('click', (_, tool) => tool.run())
    .each(function ({ icon, text }) {
      this.children[0]!.className = `codicon codicon-${icon}`;
      const label = this.children[1] as HTMLElement;
      if (label.textContent !== (text ?? '')) label.textContent = text ?? '';
    });
  const gone = focused !== null && (!focused.isConnected || focused.disabled);
  if (!gone && !waits) return;
  root.tabIndex = -1;
  (root.querySelector<HTMLElement>(':scope > .primary:enabled') ?? root).focus();
}
