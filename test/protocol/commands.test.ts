import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type CommandRow, commandContributions, commands } from '../../src/protocol/commands';

const rows: readonly CommandRow[] = commands;
const icons = readFileSync('node_modules/@vscode/codicons/dist/codicon.css', 'utf8');

describe('the commands', () => {
  test('have each an id of its own', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  test('have icons that there are', () => {
    for (const { icon } of rows) if (icon) expect(icons).toContain(`.codicon-${icon}:before`);
  });

  test('with a button in a title have an icon', () => {
    for (const { id, icon, designerTitle, textTitle } of rows) {
      const buttons = [designerTitle, textTitle].filter(place => place?.group.startsWith('navigation'));
      if (buttons.length > 0) expect(icon, id).toBeDefined();
    }
  });

  test('end with … where they ask something first, and only there', () => {
    const asking = [
      'newNetwork',
      'trainOn',
      'predict',
      'generate',
      'openRuns',
      'newFromRun',
      'exportPicture',
    ].map(name => `layerwise.${name}`);
    expect(rows.filter(({ title }) => title.endsWith('…')).map(({ id }) => id)).toEqual(asking);
  });

  test('keep the condition of a place together where it has alternatives', () => {
    const { menus } = commandContributions();
    for (const { when } of menus['editor/title']) {
      if (when.includes('||')) expect(when).toMatch(/&& \([^()]*\|\|[^()]*\)$/);
    }
  });

  test('show one of train, pause and resume in a title, whatever the state, and no Train that could only say what is wrong', () => {
    const shown = (state: string, trainable = true) =>
      commandContributions()
        .menus['editor/title'].filter(({ group }) => group === 'navigation@1')
        .filter(({ when }) => when.startsWith('activeCustomEditorId'))
        .filter(({ when }) => holds(when, state, trainable))
        .map(({ command }) => command);
    expect(shown("''")).toEqual(['layerwise.train']);
    expect(shown('running')).toEqual(['layerwise.pause']);
    expect(shown('paused')).toEqual(['layerwise.resume']);
    expect(shown('finished')).toEqual(['layerwise.train']);
    expect(shown('ready')).toEqual(['layerwise.train']);
    expect(shown('finished', false)).toEqual([]);
    expect(shown('running', false)).toEqual(['layerwise.pause']);
  });
});

/** Whether a when clause that compares `layerwise.state` holds in a designer. */
function holds(when: string, state: string, trainable: boolean): boolean {
  const term = (text: string): boolean => {
    if (text.trim() === 'layerwise.trainable') return trainable;
    const [, left, operator, right] = /^(\S+) (==|!=) (\S+)$/.exec(text.replace(/[()]/g, '').trim())!;
    const same = left === 'activeCustomEditorId' || state === right;
    return operator === '==' ? same : !same;
  };
  return when.split('&&').every(part => part.split('||').some(term));
}
