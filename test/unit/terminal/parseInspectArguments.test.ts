import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/engine/defaultSettings.ts';
import { parseInspectArguments } from '../../../src/terminal/parseInspectArguments.ts';
import { UsageError } from '../../../src/terminal/usageError.ts';

describe('parseInspectArguments', () => {
  it('reads the words of strata inspect', () => {
    expect(
      parseInspectArguments([
        'a.jsonl',
        '--json',
        '--threads',
        '2',
        '--fields',
        'instruction=q, response=a.0.text',
      ]),
    ).toEqual({
      file: 'a.jsonl',
      json: true,
      timings: false,
      threads: 2,
      selection: { instruction: 'q', response: 'a.0.text' },
      settings: defaultSettings,
      reports: [],
      withTexts: false,
    });
  });

  it('reads names of fields with commas, in double quotes, and with other signs as they are', () => {
    const selectionOf = (fields: string) =>
      parseInspectArguments(['a.jsonl', '--fields', fields]).selection;
    expect(selectionOf('instruction="question, long" ,response= "a ""b"", c",tags=d')).toEqual({
      instruction: 'question, long',
      response: 'a "b", c',
      tags: 'd',
    });
    expect(selectionOf('instruction=5" pipe,response=a=b')).toEqual({
      instruction: '5" pipe',
      response: 'a=b',
    });
    expect(() => selectionOf('instruction="plain')).toThrow(
      'In --fields, "plain begins with a double quote and does not end with one.',
    );
    expect(() => selectionOf('instruction="question, long,response=a')).toThrow('"question begins');
    expect(() => selectionOf('instruction=""')).toThrow('not "instruction=""".');
    expect(() => selectionOf('instruction=question, long')).toThrow(
      'not " long". A name with a comma in it goes in double quotes: tags="FIELD, TOO".',
    );
  });

  it('reads where reports are written to, by the end of the name', () => {
    const words = ['--report', 'out.html', '--report', 'b/out.MD', '--with-texts'];
    expect(parseInspectArguments(['a.jsonl', ...words])).toMatchObject({
      reports: [
        { path: 'out.html', format: 'html' },
        { path: 'b/out.MD', format: 'md' },
      ],
      withTexts: true,
    });
    expect(() => parseInspectArguments(['a.jsonl', '--report', 'out.pdf'])).toThrow(UsageError);
  });

  it('reads where embeddings come from', () => {
    const words = ['--embedding-endpoint', 'http://localhost:1/v1', '--embedding-model', 'm'];
    expect(parseInspectArguments(['a.jsonl', ...words])).toMatchObject({
      endpoint: { url: 'http://localhost:1/v1', model: 'm' },
    });
    expect(parseInspectArguments(['a.jsonl', '--embedding-field', 'e.0'])).toMatchObject({
      selection: { embedding: 'e.0' },
    });
    // Else texts would be sent because the name of a field is misspelt.
    expect(() => parseInspectArguments(['a.jsonl', '--embedding-field', 'e.0', ...words])).toThrow(
      /^--embedding-field and --embedding-endpoint both say where meanings come from/u,
    );
  });

  it('reads lines as ranges that begin at 0 and end before the last', () => {
    const linesOf = (text: string) => {
      return parseInspectArguments(['a.jsonl', '--lines', text]).lines;
    };
    expect(linesOf('1-500')).toEqual([{ fromLine: 0, toLine: 500 }]);
    expect(linesOf('7, 20-30,900-')).toEqual([
      { fromLine: 6, toLine: 7 },
      { fromLine: 19, toLine: 30 },
      { fromLine: 899, toLine: Infinity },
    ]);
    for (const wrong of ['', '0', '5-3', 'a', '1-2-3', '-4', '1,,2']) {
      expect(() => linesOf(wrong), wrong).toThrow(UsageError);
    }
  });

  it('reads settings by their names in VS Code', () => {
    const set = (...words: readonly string[]) => {
      const parsed = parseInspectArguments([
        'a.jsonl',
        ...words.flatMap((word) => ['--set', word]),
      ]);
      return parsed.settings;
    };
    expect(
      set(
        'nearDuplicates.threshold=0.8',
        'strata.nearDuplicates.scope = response',
        'nearDuplicates.normalize.punctuation=true',
        'nearDuplicates.keep=highest',
        'nearDuplicates.keepField=meta.score',
        'offDistribution.falsePositiveRate=0.01',
        'seed=7',
      ),
    ).toEqual({
      ...defaultSettings,
      nearDuplicateThreshold: 0.8,
      nearDuplicateScope: 'response',
      normalize: { ...defaultSettings.normalize, punctuation: true },
      keep: { by: 'highest', field: 'meta.score' },
      offDistributionFalsePositiveRate: 0.01,
      seed: 7,
    });
    const refused: readonly (readonly [word: string, message: RegExp])[] = [
      ['nearDuplicates.threshold', /takes NAME=VALUE/],
      ['=5', /takes NAME=VALUE/],
      ['strata.=5', /takes NAME=VALUE/],
      [
        'threshold=0.8',
        /^No setting is called "threshold"; the names are nearDuplicates\.threshold, /,
      ],
      ['toString=1', /the names are/],
      ['nearDuplicates.threshold=1.5', /takes a number from 0\.1 to 1, not "1\.5"/],
      ['nearDuplicates.threshold=', /takes a number/],
      ['nearDuplicates.threshold=high', /takes a number/],
      ['nearDuplicates.shingleTokens=2.5', /takes a whole number from 1 to 10/],
      ['mergeSynonyms=yes', /takes true or false, not "yes"/],
      ['nearDuplicates.scope=rows', /takes whole, instruction or response, not "rows"/],
      ['nearDuplicates.keep=highest', /needs the field too/],
      ['nearDuplicates.keepField=score', /is read with --set nearDuplicates\.keep=highest only/],
    ];
    for (const [word, message] of refused) {
      expect(() => set(word), word).toThrow(UsageError);
      expect(() => set(word), word).toThrow(message);
    }
  });

  it.each([
    [[], /needs a file/],
    [[''], /^The name of a file is empty\.$/],
    [['a', '--set', 'seed=1', '--set', 'strata.seed=1'], /^--set names seed twice\.$/],
    [['a', 'b'], /takes one file/],
    [['a', '--threads', 'two'], /--threads takes a whole number/],
    [['a', '--threads', '-1'], /^--threads takes a whole number .+, not "-1"\.$/],
    [['a', '--threads=-1'], /^--threads takes a whole number .+, not "-1"\.$/],
    [['a', '--threads', '1', '--threads=2'], /^--threads is given twice\.$/],
    [['a', '--lines', '1-2', '--lines', '3'], /^--lines is given twice\.$/],
    [['a', '--fields', 'instruction=a,instruction=b'], /names the field of instruction twice/],
    [['a', '--fields', 'tags=a', '--fields', 'tags=a'], /names the field of tags twice/],
    [['a', '--with-texts'], /^--with-texts is read with --report FILE only\.$/],
    [['-dash.jsonl'], /^Unknown option '-dash\.jsonl'; a file .+: -- -dash\.jsonl\.$/],
    [['a', '--fields', 'question=q'], /--fields takes instruction=FIELD/],
    [['a', '--fields', 'tags'], /--fields takes instruction=FIELD/],
    [['a', '--fields', 'tags='], /--fields takes instruction=FIELD/],
    [['a', '--fields', 'tags=""'], /--fields takes instruction=FIELD/],
    [['a', '--fields', 'tags=a,'], /--fields takes instruction=FIELD/],
    [['a', '--embedding-endpoint', 'http://x'], /are given together/],
    [['a', '--colour'], /Unknown option '--colour'\./],
    [['a', '--threads'], /--threads needs a value\./],
    [['a', '--threads', '--json'], /--threads needs a value\./],
    [['a', '--json=1'], /--json takes no value\./],
  ])('refuses %j in one sentence', (words, message) => {
    expect(() => parseInspectArguments(words)).toThrow(UsageError);
    expect(() => parseInspectArguments(words)).toThrow(message);
  });

  it('reads a file whose name begins with a dash after two dashes, and such a value', () => {
    expect(parseInspectArguments(['--json', '--', '-dash.jsonl'])).toMatchObject({
      file: '-dash.jsonl',
      json: true,
    });
    expect(parseInspectArguments(['a', '--report', '-out.html'])).toMatchObject({
      reports: [{ path: '-out.html' }],
    });
    expect(parseInspectArguments(['--lines', '7', '--', '--lines']).file).toBe('--lines');
  });
});
