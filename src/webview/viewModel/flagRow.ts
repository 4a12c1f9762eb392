import type { FlagRow } from '../protocol.ts';
import { CLUSTER_LINES } from '../protocol.ts';
import type { FlagEntry } from './flagEntries.ts';
import { flagReason } from './flagReason.ts';
import { harmlessText } from '../../metrics/text/harmlessText.ts';
import type { Wording } from './wording.ts';

const EXCERPT_LENGTH = 240;
const PLACE_LENGTH = 120;

/**
 * @param text the start of the row's text as the file has it; it is made harmless here
 * @param place where the row stands in a folder
 */
export function toFlagRow(
  entry: FlagEntry,
  text: string,
  wording: Wording,
  place?: string,
): FlagRow {
  const { id, kind, line, lines, similarity, score } = entry;
  return {
    id,
    kind,
    line,
    lines: lines.slice(0, CLUSTER_LINES),
    clusterSize: lines.length,
    ...(similarity !== undefined && { similarity }),
    ...(score !== undefined && { score }),
    reason: withPlace(flagReason(entry, wording), place),
    excerpt: harmlessText(text, EXCERPT_LENGTH),
  };
}

/** `part-2.jsonl:7 · the reason`; the reason alone where the data set is one file. */
export function withPlace(reason: string, place: string | undefined): string {
  return place === undefined ? reason : `${harmlessText(place, PLACE_LENGTH)} · ${reason}`;
}
