import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classTable } from '../../src/cli/classTable';
import { commands } from '../../src/cli/commands/all';
import { confusionTable } from '../../src/cli/confusionTable';
import { chooseEngine } from '../../src/cli/engineOption';
import { exitCodes } from '../../src/cli/exitCodes';
import { commandHelp, overview } from '../../src/cli/help';
import { lineColumns } from '../../src/cli/lineColumns';
import { noteEngine } from '../../src/cli/noteEngine';
import { printEvery } from '../../src/cli/printEvery';
import { briefly } from '../../src/cli/terminal/briefly';
import { progressBar } from '../../src/cli/terminal/progressBar';
import type { Terminal } from '../../src/cli/terminal/terminal';
import { withoutDetails } from '../../src/cli/terminal/withoutDetails';
import { wrapped } from '../../src/cli/wrapped';

describe('printEvery', () => {
  it('prints what the course prints', () => {
    expect([2000, 2500, 10_000, 100].map(printEvery)).toEqual([100, 100, 500, 5]);
  });

  it('prints at most 25 costs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000 }), iterations => {
        expect(iterations / printEvery(iterations)).toBeLessThanOrEqual(25);
      }),
    );
  });
});

describe('lineColumns', () => {
  it('counts from 1, over every kind of line end', () => {
    const place = lineColumns('ab\r\ncd\ne\rf');
    expect([0, 2, 4, 6, 7, 9, 10].map(place)).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 3 },
      { line: 2, column: 1 },
      { line: 2, column: 3 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
      { line: 4, column: 2 },
    ]);
  });

  it('finds the place that counting finds', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', 'é') }), fc.nat(), (text, at) => {
        const offset = at % (text.length + 1);
        const before = text.slice(0, offset).split('\n');
        expect(lineColumns(text)(offset)).toEqual({ line: before.length, column: before.at(-1)!.length + 1 });
      }),
    );
  });
});

describe('the confusion matrix', () => {
  it('has a row for each true class', () => {
    expect(
      confusionTable(
        [
          [10, 2],
          [0, 138],
        ],
        ['no', 'survived'],
      ),
    ).toEqual([
      'true \\ predicted  no  survived',
      'no                10         2',
      'survived           0       138',
    ]);
  });
});

describe('the table of the classes', () => {
  it('has a dash for what has no value', () => {
    expect(
      classTable(
        [
          [9, 0, 1],
          [1, 0, 1],
          [0, 0, 0],
        ],
        ['ant', 'bee', 'cat'],
      ),
    ).toEqual([
      'class  examples  precision  recall      F1',
      'ant          10     90.0 %  90.0 %  90.0 %',
      'bee           2          –   0.0 %   0.0 %',
      'cat           0      0.0 %       –   0.0 %',
    ]);
  });
});

describe('what was worked out about the data', () => {
  it('is one line, of many sentences the last', () => {
    expect(briefly(['age: 2 gaps filled.', '48 examples train.'])).toBe(
      'age: 2 gaps filled. 48 examples train.',
    );
    const many = Array.from({ length: 300 }, (_, i) => `Column ${i}.`);
    expect(briefly(many)).toMatch(/^Column 292\. .* Column 299\. run\.json says 292 more\.$/);
  });
});

describe('what a run computes with', () => {
  it('is told without the details', () => {
    expect(withoutDetails('WebAssembly (relaxed SIMD), float32, 2 threads')).toBe(
      'WebAssembly, float32, 2 threads',
    );
    expect(withoutDetails('JavaScript (reference kernels), float64')).toBe('JavaScript, float64');
  });
});

describe('the engine', () => {
  const notes = (reasons?: readonly string[]) => {
    const said: string[] = [];
    noteEngine({ note: text => void said.push(text) } as Terminal, reasons);
    return said;
  };

  it('is told of where something faster failed, and not else', () => {
    expect(notes()).toEqual([]);
    expect(notes(['Relaxed SIMD works.'])).toEqual([]);
    expect(notes(['SIMD works.', 'Relaxed SIMD: V8 ended the process.'])).toEqual([
      'Relaxed SIMD: V8 ended the process. SIMD works.',
    ]);
  });

  it('is one of two', () => {
    const before = process.env.LAYERWISE_ENGINE;
    try {
      chooseEngine('plain');
      chooseEngine(undefined);
      expect(process.env.LAYERWISE_ENGINE).toBe('plain');
      expect(() => chooseEngine('fast')).toThrow('--engine is automatic or plain, but was given fast.');
      chooseEngine('automatic');
      expect(process.env.LAYERWISE_ENGINE).toBe('automatic');
    } finally {
      if (before === undefined) delete process.env.LAYERWISE_ENGINE;
      else process.env.LAYERWISE_ENGINE = before;
    }
  });
});

describe('the progress bar', () => {
  it('fills with the share', () => {
    expect(progressBar(0.5, 'cost', 4)).toBe('██░░  50 %  cost');
    expect(progressBar(7, '', 4)).toBe('████ 100 %  ');
  });
});

describe('the help', () => {
  it('keeps within the width', () => {
    fc.assert(
      fc.property(fc.lorem({ mode: 'sentences' }), fc.integer({ min: 30, max: 120 }), (text, width) => {
        const lines = wrapped(text, width, '  --option  ').split('\n');
        expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(width);
        expect(lines.join(' ').replace(/\s+/g, ' ').trim()).toBe(
          `--option ${text}`.replace(/\s+/g, ' ').trim(),
        );
      }),
    );
  });

  it('names every command and every option', () => {
    expect(overview(commands, 80)).toMatch(/check.*evaluate.*predict.*shapes.*train/s);
    for (const command of commands) {
      const help = commandHelp(command, 80);
      for (const option of Object.keys(command.options)) expect(help).toContain(`--${option}`);
      expect(help).toContain('Exit code 0');
    }
  });
});

describe('docs/command-line.md', () => {
  const page = readFileSync(resolve(import.meta.dirname, '../../docs/command-line.md'), 'utf8');

  it.each(commands.map(command => [command.name, command] as const))(
    'tells of %s and all its options',
    (name, command) => {
      const section = page.split(/^## /m).find(part => part.startsWith(`${name}\n`));
      expect(section).toContain(`layerwise ${name} ${command.operands}`);
      for (const [option, { value }] of Object.entries(command.options)) {
        expect(section).toContain(`--${option}${value ? ` ${value}` : ''}`);
      }
    },
  );

  it('lists every exit code', () => {
    for (const code of Object.values(exitCodes)) expect(page).toMatch(new RegExp(`^\\| ${code} \\|`, 'm'));
  });
});
