import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/terminal/commands.ts';
import { strata } from '../support/strata.ts';

/** What has no Japanese name: measures and their authors, formats, and what is typed on a command line or stands in files. */
const LATIN_NAMES = new Set([
  ...'Distinct HD Jaccard Jensen MAUVE MMD MTLD NovelSum DCScore NPMI ROC Shannon Vendi'.split(' '),
  ...'Alpaca Dolly HelpSteer LIMA Strata'.split(' '),
  ...'JSON jsonl messages text conversations prompt completion question answer chosen'.split(' '),
  ...'rejected turns instances sentence instruction output tags tag UTF'.split(' '),
  ...'strata FILE GENERATED REAL ja seed mtld'.split(' '),
  ...COMMANDS.map(({ name }) => name),
]);

/** Words in Latin letters that are no such name, no option, path or code (`levels.micro`), and were not asked for. */
function latinWords(text: string, asked: readonly string[]): string[] {
  const codes = /--?[a-z-]+|[\w-]*(?:[.=_/]\w[\w-]*)+/gu;
  const own = asked.reduce((rest, word) => rest.replaceAll(word, ''), text);
  const words =
    own
      .replaceAll(folder, '')
      .replace(codes, '')
      .match(/[A-Za-z]{2,}/gu) ?? [];
  return words.filter((word) => !LATIN_NAMES.has(word));
}

let folder = '';
const at = (name: string) => join(folder, name);

/** Rows that hold no Latin letter: what is left in the output is the program's. */
const rowsOf = (count: number, verb: string, noun: string): string =>
  Array.from({ length: count }, (_, row) =>
    JSON.stringify({
      instruction: `${noun}を${row % 23}個使って、第${row}章の${verb}を書きましょう。`,
      output: `${'春夏秋冬'.charAt(row % 4)}の${noun}は${row % 17}番目の${verb}になり、${row * 7}人が集まりました。`,
      tags: [row % 3 === 0 ? '詩' : '物語'],
    }),
  ).join('\n');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'strata-'));
  const copies = rowsOf(3, '詩', '花');
  const broken = '{"instruction":"春",}\n\n["夏"]\n{"instruction":"","output":""}';
  writeFileSync(at('made.jsonl'), `${rowsOf(80, '詩', '花')}\n${copies}\n${broken}\n`);
  writeFileSync(at('real.jsonl'), `${rowsOf(90, '記録', '機械')}\n`);
  mkdirSync(at('empty'));
  writeFileSync(at('no-row.jsonl'), '{"instruction":"春",}\n');
  writeFileSync(
    at('strata.json'),
    JSON.stringify({
      checks: {
        'file.rows': { min: 10, reference: { minRatio: 2 } },
        'levels.micro.whole.hill.q1': { max: 1 },
      },
    }),
  );
  writeFileSync(at('wrong.json'), '{"checks": {"file.rows": {"min": "3"}}}');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Each command as it works; together they take some twenty seconds. */
const works: readonly (readonly [name: string, words: () => readonly string[]])[] = [
  ['inspect', () => ['inspect', at('made.jsonl')]],
  ['compare', () => ['compare', at('made.jsonl'), at('real.jsonl')]],
  [
    'check',
    () => [
      ...['check', at('made.jsonl'), '--config', at('strata.json')],
      ...['--reference', at('real.jsonl')],
    ],
  ],
  [
    'select',
    () => [
      ...['select', at('made.jsonl'), '--size', '20', '--drop', '1-5', '--out', at('chosen.jsonl')],
      ...['--quota', 'tag=詩:40'],
    ],
  ],
  ['thin', () => ['thin', at('made.jsonl'), '--reference', at('real.jsonl')]],
  [
    'mix',
    () => [
      ...['mix', at('made.jsonl'), at('real.jsonl'), '--size', '25', '--ratio', '40'],
      ...['--out', at('mixed.jsonl')],
    ],
  ],
  ['track', () => ['track', at('real.jsonl'), at('made.jsonl')]],
];

/** What can go wrong before and while a file is read. */
const faults: readonly (readonly [name: string, words: () => readonly string[]])[] = [
  ['an unknown command', () => ['inspekt']],
  ['no file', () => ['inspect']],
  ['one file for two', () => ['mix', at('made.jsonl')]],
  ['an unknown option', () => ['track', '--farbe']],
  ['a wrong number', () => ['select', at('made.jsonl'), '--out', 'x', '--size', '0']],
  ['a wrong setting', () => ['inspect', at('made.jsonl'), '--set', 'seed=-1']],
  ['a file that is not there', () => ['inspect', at('none.jsonl')]],
  ['a reference that is not there', () => ['compare', at('made.jsonl'), at('none.jsonl')]],
  ['a file without rows', () => ['inspect', at('no-row.jsonl')]],
  ['a wrong configuration', () => ['check', at('made.jsonl'), '--config', at('wrong.json')]],
  [
    'a mixture that is too large',
    () => ['mix', at('made.jsonl'), at('real.jsonl'), '--size', '88'],
  ],
  ['a folder without data', () => ['inspect', at('empty')]],
];

describe('the terminal in Japanese', () => {
  it.each(works)(
    'says what %s found without a word of English',
    { tags: 'slow' },
    async (_, words) => {
      const { stdout, stderr, status } = await strata(...words(), '--language', 'ja');
      expect(status, stderr).toBeLessThan(2);
      expect(latinWords(`${stdout}${stderr}`, words())).toEqual([]);
      expect(stdout).toMatch(/[ぁ-んァ-ヶ一-龠]{3}/u);
    },
  );

  it.each(faults)(
    'says what is wrong with %s without a word of English',
    { tags: 'slow' },
    async (_, words) => {
      const { stdout, stderr, status } = await strata('--language', 'ja', ...words());
      expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
      expect(latinWords(stderr, words())).toEqual([]);
      expect(stderr).toMatch(/[ぁ-ん]/u);
    },
  );

  it('has every help in Japanese', async () => {
    const english = /(?<![\w-])(?:and|of|rows|the|which)(?![=.\w-])/u;
    for (const words of [[], ...COMMANDS.map(({ name }) => [name, '--help'])]) {
      const { stdout } = await strata(...words, '--language=ja');
      const [synopses, told] = [true, false].map((is) =>
        stdout.split('\n\n').filter((part) => part.startsWith('strata ') === is),
      );
      expect(synopses!.length).toBeGreaterThan(0);
      for (const part of told!) {
        expect(part).toMatch(/[ぁ-ん]/u);
        expect(part).not.toMatch(english);
      }
    }
  });
});
