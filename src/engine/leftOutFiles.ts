import type { ByteSource } from '../data/byteReader.ts';
import { namesToShow } from './namesToShow.ts';
import type { SampleNote } from './report.ts';

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
    const files = namesToShow(left);
    const message = `${MESSAGES[what]}: ${files.join(', ')}.`;
    return [{ what, used: parts.length, of: parts.length + left.length, files, message }];
  };
  return [...note('left-out-files', leftOut), ...note('dead-links', deadLinks)];
}
