import type { ByteSource } from '../data/byteReader.ts';
import { openInput } from '../engine/openInput.ts';
import { progressLine } from './progressLine.ts';
import type { TerminalWording } from './terminalWording.ts';

const opened = new Map<string, Promise<ByteSource>>();
const closing: (() => void)[] = [];
/** Signals that end a program without a word, with their numbers. */
const ENDING = { SIGHUP: 1, SIGTERM: 15 } as const;

/**
 * The data set at a path, converted where it is no plain file of JSON lines, with progress on standard error; Ctrl+C cancels.
 * Asked again for the same path it is the same, until the program ends. Rejects with an AnalysisError.
 */
export function openSource(path: string, wording: TerminalWording): Promise<ByteSource> {
  const known = opened.get(path) ?? open(path, wording);
  opened.set(path, known);
  return known;
}

async function open(path: string, wording: TerminalWording): Promise<ByteSource> {
  const progress = progressLine(process.stderr, wording);
  const opening = openInput({ kind: 'file', path }, (state) => progress.show(state));
  const cancel = () => opening.cancel();
  process.once('SIGINT', cancel);
  closeAtEnd(() => opening.close());
  try {
    return await opening.result;
  } finally {
    process.removeListener('SIGINT', cancel);
    progress.clear();
  }
}

function closeAtEnd(close: () => void): void {
  if (closing.push(close) > 1) return;
  process.once('exit', () => closing.forEach((each) => each()));
  for (const [signal, number] of Object.entries(ENDING)) {
    process.once(signal, () => process.exit(128 + number));
  }
}
