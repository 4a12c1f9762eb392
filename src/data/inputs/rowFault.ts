import { isJsonObject } from '../jsonObject.ts';
import type { RowErrorCode } from '../rowTypes.ts';
import { isSentence, type Sentence } from '../sentence.ts';

/** Why a record of a source gave no line of JSON. */
export interface RowFault {
  readonly code: RowErrorCode;
  /** What was found and what was expected. */
  readonly sentence: Sentence;
  /** What the record looks like, where that can be shown. */
  readonly text?: string;
}

/** No line of JSON begins with it, and no UTF-8 holds it. */
const MARK = 0xff;

/** A line of a converted file that stands for a record which could not be read. */
export function encodeFault(fault: RowFault): Buffer {
  return Buffer.concat([Buffer.of(MARK), Buffer.from(JSON.stringify(fault))]);
}

/** Whether a line of a converted file stands for a fault. */
export const isFault = (bytes: Uint8Array): boolean => bytes[0] === MARK;

/** The fault that a line of a converted file stands for; undefined for any other line. */
export function decodeFault(bytes: Buffer): RowFault | undefined {
  if (!isFault(bytes)) return undefined;
  try {
    const fault: unknown = JSON.parse(bytes.toString('utf8', 1));
    return isJsonObject(fault) && isSentence(fault['sentence'])
      ? (fault as unknown as RowFault)
      : undefined;
  } catch {
    return undefined;
  }
}
