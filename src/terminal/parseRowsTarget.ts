import { kindOfName } from '../data/inputs/inputKind.ts';
import { UsageError } from './usageError.ts';

const COMPRESSED = /\.(?:gz|zst)$/iu;

/**
 * Where rows are to be written, which are JSON lines whatever was read.
 * @throws UsageError where the end of the name promises another format: nothing could read the file by it
 */
export function parseRowsTarget(path: string): string {
  const isOther = (kindOfName(path)?.format ?? 'jsonl') !== 'jsonl' || COMPRESSED.test(path);
  if (isOther) throw new UsageError('jsonLinesOnly', path);
  return path;
}
