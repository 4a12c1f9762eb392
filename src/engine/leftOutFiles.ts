import type { ByteSource } from '../data/byteReader.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import type { SampleNote } from './report.ts';

/** More names would hide what is said. */
const MOST_NAMED = 12;

/** The files of a folder that hold no records: whoever thought that they do is told. */
export function leftOutFiles(source: ByteSource): SampleNote[] {
  if (source.kind !== 'converted' || !source.leftOut) return [];
  const { leftOut, parts } = source;
  const names = leftOut.slice(0, MOST_NAMED).map((name) => harmlessText(name, 60));
  const files = [...names, ...(leftOut.length > MOST_NAMED ? ['…'] : [])];
  return [
    {
      what: 'left-out-files',
      used: parts.length,
      of: parts.length + leftOut.length,
      files,
      message: `Files left out, as they hold no records: ${files.join(', ')}.`,
    },
  ];
}
