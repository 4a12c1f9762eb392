import { isAnalysisError } from '../data/analysisError.ts';
import { hostWording } from './hostWording.ts';
import { messageOf } from './log.ts';

/** What a fault says, in the display language where it is one of ours. */
export function faultMessage(error: unknown): string {
  return isAnalysisError(error) ? hostWording().say(error.sentence) : messageOf(error);
}
