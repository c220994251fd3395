import { button } from './button';
import { child } from './child';
import { icon } from './icon';
import { setText } from './setText';

export interface EmptyState {
  /** A codicon's name. */
  readonly icon: string;
  readonly title: string;
  /** What to do, so that there is something. */
  readonly words: string;
  readonly action?: {
    readonly label: string;
    readonly icon: string;
    readonly disabled?: boolean;
    press(): void;
  };
}

/** What a panel says while it has nothing to show; false hides it. */
export function emptyState(root: HTMLElement, look: EmptyState | false): void {
  root.hidden = !look;
  if (!look) return;
  root.classList.add('empty');
  icon(child(root, 'div.emblem'), look.icon);
  setText(child(root, 'h2'), look.title);
  setText(child(root, 'p'), look.words);
  const { action } = look;
  button(root, 'action', {
    label: action?.label ?? '',
    icon: action?.icon,
    disabled: action?.disabled,
    hidden: !action,
    primary: true,
    press: () => action?.press(),
  });
}
