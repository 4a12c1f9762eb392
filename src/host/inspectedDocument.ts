import type * as vscode from 'vscode';
import type { AnalysisSession } from './analysisSession.ts';
import { editorPlace } from './editorPlace.ts';
import type { FlaggedLines } from './flaggedLines.ts';
import type { Sessions } from './sessions.ts';
import { shownFlags } from './shownFlags.ts';

/** A document that is an inspected data set, or a file of one. */
export interface InspectedDocument {
  readonly session: AnalysisSession;
  readonly flaggedLines: FlaggedLines;
  /** 1-based line of the document; undefined for a line of the data set that is in another file. */
  lineInDocument(line: number): number | undefined;
  /** 1-based line of the data set. */
  lineInDataset(line: number): number;
}

/** What is known of a document whose lines are those of an inspected data set, by itself or in a folder. */
export function inspectedDocument(
  sessions: Sessions,
  uri: vscode.Uri,
): InspectedDocument | undefined {
  const key = uri.toString();
  for (const session of [sessions.get(uri), ...sessions.all]) {
    const shown = session && shownFlags(session);
    if (!shown) continue;
    const { parts, flaggedLines } = shown;
    const firstLines = parts?.map(({ linesBefore }) => linesBefore + 1) ?? [1];
    for (const first of firstLines) {
      if (editorPlace(session.uri, parts, first)?.uri.toString() !== key) continue;
      return {
        session,
        flaggedLines,
        lineInDocument(line) {
          const place = editorPlace(session.uri, parts, line);
          return place?.uri.toString() === key ? place.line : undefined;
        },
        lineInDataset: (line) => first - 1 + line,
      };
    }
  }
  return undefined;
}
