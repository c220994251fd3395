/** One child `tag` of `parent` a datum, in their order, each drawn by `draw`; surplus children go. Parent has no others. */
export function joinChildren<T extends keyof HTMLElementTagNameMap, D>(
  parent: Element,
  tag: T,
  data: readonly D[],
  draw: (child: HTMLElementTagNameMap[T], datum: D, index: number) => void,
): void {
  while (parent.children.length > data.length) parent.lastElementChild?.remove();
  data.forEach((datum, i) => {
    const element = parent.children[i] ?? parent.appendChild(document.createElement(tag));
    draw(element as HTMLElementTagNameMap[T], datum, i);
  });
}
