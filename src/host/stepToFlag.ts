import type { AttachedPanel } from '../webview/panel.ts';
import type { FlagKind } from '../webview/protocol.ts';
import type { AnalysisSession } from './analysisSession.ts';
import { cursorLine } from './cursorLine.ts';
import { editorPlace } from './editorPlace.ts';
import type { OpenLine } from './openLine.ts';
import { shownFlags } from './shownFlags.ts';

/** Where the steps stand in files of which VS Code tells no cursor. */
const lastSteps = new WeakMap<AnalysisSession, number>();

/**
 * Moves to the next or previous flagged row of a file, of one kind where it is given, from the
 * cursor where there is one, round at the ends.
 */
export async function stepToFlag(
  session: AnalysisSession,
  direction: 'next' | 'previous',
  openLine: OpenLine,
  panel: AttachedPanel | undefined,
  kind?: FlagKind,
): Promise<void> {
  const { uri } = session;
  const shown = shownFlags(session);
  const first = editorPlace(uri, shown?.parts, 1);
  const cursor = first?.uri.toString() === uri.toString() ? cursorLine(uri) : undefined;
  const from = cursor ?? lastSteps.get(session) ?? 0;
  const all = shown?.flaggedLines;
  const flagged = kind ? all?.ofKind(kind) : all;
  const line = direction === 'next' ? flagged?.after(from) : flagged?.before(from);
  if (line === undefined) return;
  lastSteps.set(session, line);
  await openLine(session.uri, line, { besides: panel?.viewColumn });
}
