import { beforeAll, describe, expect, it } from 'vitest';
import { readRows } from '../examples/readExample.ts';
import { inspectInline, memorySource } from '../../support/inspectInline.ts';

const STRANGERS = [
  'Wie lange dauert die Lieferung, wenn ich das Rad erst am Freitagabend bestelle und es nach Hause haben möchte?',
  'Combien de temps faut-il attendre avant que la batterie de mon vélo soit de nouveau complètement chargée ?',
];
/** Names are no language. */
const NAMES = 'João Martins Pena and Francisca de Paula Julieta Pena ordered it in Rio de Janeiro.';
const SHORT = 'Merci beaucoup !';

const languagesOf = async (texts: readonly string[]) => {
  const source = memorySource(texts.map((text) => JSON.stringify({ text })).join('\n'));
  const { report } = await inspectInline(source);
  return report.offDistribution.flatMap(({ line, evidence }) =>
    evidence.flatMap((reason) =>
      reason.code === 'rare-language' ? [[line, reason.language, reason.share] as const] : [],
    ),
  );
};

describe('rows in another language than the file', () => {
  let english: string[];
  beforeAll(() => {
    english = readRows('support-reference.jsonl', new Set())
      .map(({ messages }) => messages.map(({ content }) => content).join('\n'))
      .filter((text) => /^[\u0020-\u007e\s\u2010-\u2026]+$/.test(text));
    english = Array.from({ length: 300 }, (_, at) => `${english[at % english.length]!} (${at})`);
  });

  it('are named, names and short texts are not', { tags: 'slow' }, async () => {
    const found = await languagesOf([...english, ...STRANGERS, NAMES, SHORT]);
    expect(found.toSorted(([a], [b]) => a - b)).toEqual([
      [301, 'de', 1 / 304],
      [302, 'fr', 1 / 304],
    ]);
  });

  it('are none in a file of several languages', { tags: 'slow' }, async () => {
    const german = Array.from({ length: 8 }, (_, at) => `${STRANGERS[at % 2]!} ${at}`);
    expect(await languagesOf([...english, ...german])).toEqual([]);
  });
});
