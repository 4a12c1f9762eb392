import type * as vscode from 'vscode';
import { AnalysisError } from '../data/analysisError.ts';
import { faultMessage } from './faultMessage.ts';
import { log } from './log.ts';
import type { SessionState } from './sessionState.ts';

/** The state of a session whose inspection failed; the fault is logged. */
export function toFailure(uri: vscode.Uri, error: unknown): SessionState {
  log().error(`${uri.toString(true)}: ${error instanceof Error ? (error.stack ?? '') : ''}`);
  return {
    kind: 'failed',
    code: error instanceof AnalysisError ? error.code : 'unknown',
    message: faultMessage(error),
  };
}
