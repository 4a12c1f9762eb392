import type { ByteSource } from '../data/byteReader.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import type { SampleNote } from './report.ts';

/** More names would hide what is said. */
const MOST_NAMED = 12;

const MESSAGES = {
  'left-out-files': 'Files left out, as they hold no records',
  'dead-links': 'Links left out, as they lead to no file',
} as const;

/** What of a folder is no part of the data set though its name says so: whoever thought that it is is told. */
export function leftOutFiles(source: ByteSource): SampleNote[] {
  if (source.kind !== 'converted') return [];
  const { leftOut = [], deadLinks = [], parts } = source;
  const note = (what: keyof typeof MESSAGES, left: readonly string[]): SampleNote[] => {
    if (left.length === 0) return [];
    const names = left.slice(0, MOST_NAMED).map((name) => harmlessText(name, 60));
    const files = [...names, ...(left.length > MOST_NAMED ? ['…'] : [])];
    const message = `${MESSAGES[what]}: ${files.join(', ')}.`;
    return [{ what, used: parts.length, of: parts.length + left.length, files, message }];
  };
  return [...note('left-out-files', leftOut), ...note('dead-links', deadLinks)];
}
