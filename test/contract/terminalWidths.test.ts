import { describe, expect, it } from 'vitest';
import { columnWidth } from '../../src/terminal/columnWidth.ts';
import { COMMANDS } from '../../src/terminal/commands.ts';
import { strata, strataOnTerminal } from '../support/strata.ts';

const file = (name: string) => `examples/support-${name}.jsonl`;
const generations = [1, 2, 3].map((number) => file(`generation-${number}`));

describe.each([
  ['compare', [file('generated'), file('reference')]],
  ['mix', [file('generated'), file('reference')]],
  ['track', [file('reference'), ...generations]],
  ['select', [file('generated'), '--size', '100', '--drop-near-duplicates', '--dry-run']],
  ['thin', [file('generated'), '--reference', file('reference')]],
  ['check', [file('generated'), '--config', 'examples/strata.json']],
  ['experiments', ['examples/runs.csv']],
])('strata %s on a terminal', { tags: 'slow' }, (command, words) => {
  it.each(['en', 'ja'])('has no line that is too long and loses nothing: %s', async (language) => {
    const asked = [command, ...words, '--language', language];
    const { stdout: whole } = await strata(...asked);
    expect(whole).not.toContain('\u001b');
    for (const columns of [60, 80, 120]) {
      const { status, stdout } = await strataOnTerminal(columns, ...asked);
      expect(status).toBe(0);
      const wide = stdout.split('\n').filter((line) => columnWidth(line) > columns);
      expect(wide).toEqual([]);
      expect(missing(signsOf(whole), signsOf(stdout))).toEqual([]);
    }
  });
});

describe.each(['en', 'ja'])('help on a terminal: %s', (language) => {
  it.each(['', ...COMMANDS.map(({ name }) => name)])('strata %s', async (name) => {
    const asked = [name, '--help', '--language', language].filter((word) => word !== '');
    const { stdout: whole } = await strata(...asked);
    for (const columns of [60, 80]) {
      const { status, stdout } = await strataOnTerminal(columns, ...asked);
      expect(status).toBe(0);
      expect(stdout.split('\n').filter((line) => columnWidth(line) > columns)).toEqual([]);
      expect(missing(signsOf(whole), signsOf(stdout))).toEqual([]);
    }
  });
});

/** How often each sign stands in a text; of bars and axes, which get shorter, none. */
function signsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const plain = text.replaceAll(/\u001b\[\d+m|[\s█─━│]/gu, '');
  for (const sign of plain) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return counts;
}

/** Signs of which the other text has fewer. Between parts, a line break may stand for a dot. */
const missing = (whole: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>) =>
  [...whole].filter(([sign, count]) => sign !== '·' && (other.get(sign) ?? 0) < count);
