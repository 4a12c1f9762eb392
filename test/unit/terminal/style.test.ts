import { afterEach, expect, it, vi } from 'vitest';
import { progressLine } from '../../../src/terminal/progressLine.ts';
import { styleOf } from '../../../src/terminal/style.ts';
import type { TerminalContext } from '../../../src/terminal/terminalContext.ts';

afterEach(() => vi.unstubAllEnvs());

/** What is written to a terminal: a bold word, and progress. */
function written(TERM: string, isTTY: boolean): string {
  vi.stubEnv('TERM', TERM);
  vi.stubEnv('NO_COLOR', '');
  let text = '';
  const stream = { isTTY, columns: 80, write: (part: string) => (text += part) !== '' };
  const wording = { terminal: { 'phase.micro': 'tokens' } };
  const progress = progressLine({ stderr: stream, wording } as unknown as TerminalContext);
  progress.show({ phase: 'micro', fraction: 0.5 });
  progress.clear();
  return text + styleOf(stream).bold('word');
}

it('emphasises and draws over on a terminal, and writes words alone to one that takes no escapes, or to a pipe', () => {
  expect(written('xterm-256color', true)).toMatch(
    /\x1b\[K█+░+ {2}50% {2}tokens.*\x1b\[1mword\x1b\[22m$/su,
  );
  expect(written('dumb', true)).toBe('word');
  expect(written('xterm-256color', false)).toBe('word');
});
