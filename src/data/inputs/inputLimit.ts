import { AnalysisError } from '../analysisError.ts';
import { englishFaultWords as faults } from '../faultWords.ts';

/** A file may always grow to this size, and beyond it to so many times its own. */
const FREE_BYTES = 256 * 1024 * 1024;
const MOST_TIMES = 200;

/**
 * Guards against files that are made to fill the disk.
 * @param bytes size of the file
 * @returns asked with the bytes written so far; throws AnalysisError unusable-input beyond the limit
 */
export function inputLimit(path: string, bytes: number): (written: number) => void {
  const limit = Math.max(FREE_BYTES, MOST_TIMES * bytes);
  return (written) => {
    if (written <= limit) return;
    throw new AnalysisError('unusable-input', faults.growsTooMuch, path, MOST_TIMES);
  };
}
