import { chooseByKinds } from '../../metrics/select/chooseByKinds.ts';
import type { PickRequest, Picks } from '../../metrics/select/picks.ts';
import { kindsOfRows } from '../../metrics/select/rowKinds.ts';
import type { FieldKinds } from './fieldKinds.ts';
import type { IsOfGroup } from './rowGroups.ts';
import { REASON_OF_STRATEGY, type ChosenRow } from './rowReasons.ts';
import type { DegreeFacts, SelectSettings, ShortQuota } from './selection.ts';

export interface ChooseTools {
  /** The kinds that the strategy goes by; absent for those that do not. */
  readonly kinds?: FieldKinds;
  /** For the strategies that go by more than the kinds of one level. */
  readonly pick?: (request: PickRequest) => Promise<Picks>;
  readonly checkpoint: () => void;
}

export interface Choice {
  /** In the order of choice. */
  readonly rows: readonly ChosenRow[];
  /** Of the rows that no quota speaks of. */
  readonly degree?: DegreeFacts;
  /** Quotas that could not be filled. */
  readonly short: readonly ShortQuota[];
}

/** What is known of one pick: the rows that it chose from are not all. */
type PickedFacts = Omit<DegreeFacts, 'ofCandidates'>;

/**
 * Chooses rows: those that are kept in any case, then the rows of each quota, then the others, of which none is of a group
 * with a quota. A row that is of several groups counts for all of them.
 * @param candidates rows that may be chosen, in random order
 * @param isOfGroup one for each quota
 */
export async function chooseRows(
  kept: Uint32Array,
  candidates: Uint32Array,
  { strategy, size, degree, quotas }: SelectSettings,
  isOfGroup: readonly IsOfGroup[],
  tools: ChooseTools,
): Promise<Choice> {
  const rows: ChosenRow[] = Array.from(kept, (row) => ({ row, reason: 'kept' }));
  const short: ShortQuota[] = [];
  let left = candidates;
  let facts: PickedFacts | undefined;
  const pick = async (from: Uint32Array, count: number) => {
    const picked = await pickRows(
      {
        candidates: from,
        chosen: Uint32Array.from(rows, ({ row }) => row),
        size: Math.max(0, Math.min(count, size - rows.length)),
        checkpoint: tools.checkpoint,
      },
      strategy,
      degree,
      tools,
    );
    rows.push(...picked.rows);
    const isPicked = new Set(picked.rows.map(({ row }) => row));
    left = left.filter((row) => !isPicked.has(row));
    return picked.degree;
  };
  for (const [at, quota] of quotas.entries()) {
    const isOf = isOfGroup[at]!;
    const chosen = () => rows.filter(({ row }) => isOf(row)).length;
    const full = isOfGroup.slice(0, at);
    const free = left.filter((row) => isOf(row) && !full.some((isOfFull) => isOfFull(row)));
    const before = rows.length;
    await pick(free, quota.rows - chosen());
    const isRest = rows.length - before < free.length;
    const because = isRest && rows.length >= size ? 'size' : 'rows';
    if (chosen() < quota.rows) short.push({ quota, rows: chosen(), because });
  }
  const others = left.filter((row) => !isOfGroup.some((isOf) => isOf(row)));
  if (rows.length < size) facts = await pick(others, size - rows.length);
  if (!facts || !tools.kinds) return { rows, short };
  const ofCandidates = kindsOfRows(tools.kinds, [kept, candidates]);
  return { rows, short, degree: { ...facts, ofCandidates } };
}

async function pickRows(
  request: PickRequest,
  strategy: SelectSettings['strategy'],
  degree: number,
  { kinds, pick }: ChooseTools,
): Promise<{ readonly rows: ChosenRow[]; readonly degree?: PickedFacts }> {
  if (kinds) return pickByKinds(request, degree, kinds);
  if (!pick) {
    const rows = request.candidates.subarray(0, request.size);
    return { rows: Array.from(rows, (row) => ({ row, reason: 'random' })) };
  }
  const { rows, gains } = await pick(request);
  const reason = REASON_OF_STRATEGY[strategy as keyof typeof REASON_OF_STRATEGY];
  return { rows: Array.from(rows, (row, at) => ({ row, reason, gain: gains[at]! })) };
}

function pickByKinds(request: PickRequest, degree: number, kinds: FieldKinds) {
  const picked = chooseByKinds(kinds, request, degree);
  const rows = Array.from(picked.rows, (row, at): ChosenRow => {
    const gain = picked.gains[at]!;
    const kind = picked.kindOfPick[at]!;
    if (gain > 0) return { row, reason: 'covers', gain };
    if (kind < 0) return { row, reason: 'fills-up', gain };
    return { row, reason: 'evens-out', kind: kinds.nameOf(kind), gain };
  });
  const { narrowest, widest, wanted, covered } = picked;
  return { rows, degree: { narrowest, widest, wanted, covered } };
}
