const onMac = () => /Mac/.test(navigator.platform);

/** The name of the keys pressed, as commands name them: `Mod+D`, `Delete`, `+`. */
export function keyName({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const mod = onMac() ? metaKey : ctrlKey;
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key;
  // a sign that needs Shift on some keyboards is named by itself
  const shift = shiftKey && (key.length > 1 || /[a-z]/i.test(key));
  return [mod && 'Mod', altKey && 'Alt', shift && 'Shift', name].filter(Boolean).join('+');
}

/** As a menu shows it: `Ctrl+D`, `⌘D`. */
export function shownKey(name: string): string {
  return onMac() ? name.replace('Mod+', '⌘') : name.replace('Mod', 'Ctrl');
}
