import { AnalysisError } from '../analysisError.ts';
import { englishFaultWords as faults } from '../faultWords.ts';
import { sentence, type Sentence } from '../sentence.ts';
import { createHeldBytes } from './heldBytes.ts';
import { createJsonScanner, type JsonToken } from './jsonScanner.ts';
import type { Blocks } from './unpack.ts';

/** Where the records of a JSON text are. */
export type JsonLayout =
  | { readonly kind: 'array'; readonly hasRecords: boolean }
  /** One after the other; `isLines`: the first of them ends on its first line. */
  | { readonly kind: 'sequence'; readonly isLines: boolean }
  /** In an array that is a field of the one object; `isOurs`: a report or manifest of Strata's, which tells of a data set. */
  | { readonly kind: 'field'; readonly name: string; readonly isOurs: boolean }
  /** Nowhere; `found` says what is there. */
  | { readonly kind: 'none'; readonly found: Sentence };

const USUAL_NAMES = ['data', 'train', 'rows', 'records', 'examples', 'instances', 'items'];
const OUR_NAME = 'strataVersion';
const LONGEST_NAME_BYTES = 1000;

/**
 * Looks where the records of a JSON text are, no further than it has to: an array shows by its first element, records one after
 * the other when the second begins, and an object around an array when it ends. O(bytes looked at).
 * @param blocks without a byte-order mark
 * @throws AnalysisError unusable-input, empty-file
 */
export async function surveyJson(blocks: Blocks, path: string): Promise<JsonLayout> {
  const seen: { layout?: JsonLayout; isArray: boolean; hasEnded: boolean } = {
    isArray: false,
    hasEnded: false,
  };
  let isLines = false;
  let isOurs = false;
  let key: string | undefined;
  let field: string | undefined;
  const arrays = new Map<string, boolean>();
  const held = createHeldBytes();

  function look(token: JsonToken): void {
    if (seen.layout) return;
    const { kind, depth } = token;
    if (seen.isArray) seen.layout = { kind: 'array', hasRecords: kind === 'open-object' };
    else if (depth === 0) {
      if (seen.hasEnded) seen.layout = { kind: 'sequence', isLines };
      else if (kind === 'open-array') seen.isArray = true;
      else if (kind === 'close-object') {
        seen.hasEnded = true;
        isLines = token.line === 1;
      } else if (kind !== 'open-object')
        seen.layout = { kind: 'none', found: sentence(faults.otherText) };
    } else if (depth === 1) {
      if (kind === 'string') key = nameOf(token);
      else if (kind === 'colon') isOurs ||= key === OUR_NAME;
      else if (kind === 'open-array' && key !== undefined) field = key;
      else if (kind === 'comma' || kind === 'close-array') field = undefined;
    } else if (field !== undefined && !arrays.has(field)) {
      arrays.set(field, kind === 'open-object');
    }
  }

  function nameOf({ start, end }: JsonToken): string | undefined {
    if (end - start > LONGEST_NAME_BYTES) return undefined;
    try {
      return JSON.parse(held.slice(start, end).toString('utf8')) as string;
    } catch {
      return undefined;
    }
  }

  const scanner = createJsonScanner(2, look);
  for await (const block of blocks) {
    held.add(block);
    scanner.push(block);
    held.dropBefore(scanner.pendingStart);
    if (seen.layout) return seen.layout;
  }
  scanner.end();
  if (seen.layout) return seen.layout;
  if (!seen.hasEnded) {
    if (scanner.depth > 0) throw cutOff(path, scanner.line);
    throw new AnalysisError('empty-file', faults.empty, path);
  }
  const names = [...arrays].filter(([, hasRecords]) => hasRecords).map(([name]) => name);
  const name = names.length === 1 ? names[0] : USUAL_NAMES.find((usual) => names.includes(usual));
  if (name !== undefined) return { kind: 'field', name, isOurs };
  const found =
    names.length === 0
      ? sentence(faults.oneObject)
      : sentence(faults.oneObjectWithSeveral, names.slice(0, 5).join(', '));
  return { kind: 'none', found };
}

export function cutOff(path: string, line: number): AnalysisError {
  return new AnalysisError('unusable-input', faults.jsonCutOff, path, line);
}
