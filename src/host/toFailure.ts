import type * as vscode from 'vscode';
import { AnalysisError } from '../data/analysisError.ts';
import { rowErrorEntries } from '../webview/viewModel/flagEntries.ts';
import { faultMessage } from './faultMessage.ts';
import { createFlaggedLines } from './flaggedLines.ts';
import { log } from './log.ts';
import type { SessionState } from './sessionState.ts';

/** The state of a session whose inspection failed; the fault is logged. */
export function toFailure(
  uri: vscode.Uri,
  error: unknown,
): Extract<SessionState, { kind: 'failed' }> {
  log().error(`${uri.toString(true)}: ${error instanceof Error ? (error.stack ?? '') : ''}`);
  const message = faultMessage(error);
  if (!(error instanceof AnalysisError)) return { kind: 'failed', code: 'unknown', message };
  const { code, brokenLines } = error;
  if (!brokenLines) return { kind: 'failed', code, message };
  const flaggedLines = createFlaggedLines(rowErrorEntries(brokenLines.rowErrors));
  return { kind: 'failed', code, message, broken: { ...brokenLines, flaggedLines } };
}
