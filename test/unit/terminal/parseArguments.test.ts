import { describe, expect, it } from 'vitest';
import { parseArguments, UsageError } from '../../../src/terminal/parseArguments.ts';

describe('parseArguments', () => {
  it('reads the words of strata inspect', () => {
    expect(
      parseArguments([
        'inspect',
        'a.jsonl',
        '--json',
        '--threads',
        '2',
        '--fields',
        'instruction=q, response=a.0.text',
      ]),
    ).toEqual({
      command: 'inspect',
      file: 'a.jsonl',
      json: true,
      timings: false,
      threads: 2,
      selection: { instruction: 'q', response: 'a.0.text' },
    });
  });

  it('reads where embeddings come from', () => {
    const words = ['--embedding-endpoint', 'http://localhost:1/v1', '--embedding-model', 'm'];
    expect(
      parseArguments(['inspect', 'a.jsonl', '--embedding-field', 'e.0', ...words]),
    ).toMatchObject({
      selection: { embedding: 'e.0' },
      endpoint: { url: 'http://localhost:1/v1', model: 'm' },
    });
  });

  it('reads lines as ranges that begin at 0 and end before the last', () => {
    const linesOf = (text: string) => {
      const parsed = parseArguments(['inspect', 'a.jsonl', '--lines', text]);
      return parsed.command === 'inspect' ? parsed.lines : undefined;
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

  it('shows help without a command and on request, and the version', () => {
    expect(parseArguments([])).toEqual({ command: 'help' });
    expect(parseArguments(['inspect', '--help'])).toEqual({ command: 'help' });
    expect(parseArguments(['-v'])).toEqual({ command: 'version' });
  });

  it.each([
    [['inspect'], /needs a file/],
    [['inspect', 'a', 'b'], /takes one file/],
    [['explode', 'a'], /Unknown command "explode"/],
    [['inspect', 'a', '--threads', 'two'], /--threads takes a whole number/],
    [['inspect', 'a', '--threads', '-1'], /threads/],
    [['inspect', 'a', '--fields', 'question=q'], /--fields takes instruction=FIELD/],
    [['inspect', 'a', '--fields', 'tags'], /--fields takes instruction=FIELD/],
    [['inspect', 'a', '--embedding-endpoint', 'http://x'], /are given together/],
    [['inspect', 'a', '--colour'], /Unknown option '--colour'\./],
  ])('refuses %j in one sentence', (words, message) => {
    expect(() => parseArguments(words)).toThrow(UsageError);
    expect(() => parseArguments(words)).toThrow(message);
  });
});
