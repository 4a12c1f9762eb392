import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AnalysisError } from '../data/analysisError.ts';
import { faultReason } from '../data/faultReason.ts';
import { englishFaultWords as faults } from '../data/faultWords.ts';

/**
 * Makes an empty folder for rows that are unpacked, which whoever asks removes.
 * @throws AnalysisError not-writable with the reason
 */
export function temporaryFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'strata-'));
  } catch (error) {
    throw new AnalysisError('not-writable', faults.cannotUnpack, faultReason(error));
  }
}
