import type { FlagRow } from '../protocol.ts';
import { CLUSTER_LINES } from '../protocol.ts';
import type { FlagEntry } from './flagEntries.ts';
import { flagReason } from './flagReason.ts';
import { harmlessText } from '../../metrics/text/harmlessText.ts';
import type { Wording } from './wording.ts';

const EXCERPT_LENGTH = 240;

/** @param text the start of the row's text as the file has it; it is made harmless here */
export function toFlagRow(entry: FlagEntry, text: string, wording: Wording): FlagRow {
  const { id, kind, line, lines, similarity, score } = entry;
  return {
    id,
    kind,
    line,
    lines: lines.slice(0, CLUSTER_LINES),
    clusterSize: lines.length,
    ...(similarity !== undefined && { similarity }),
    ...(score !== undefined && { score }),
    reason: flagReason(entry, wording),
    excerpt: harmlessText(text, EXCERPT_LENGTH),
  };
}
