import type { TaskName } from './registry.ts';

/** Kinds of task in the order in which they are taken; those that are not named come after them. */
const ORDER: readonly (readonly TaskName[])[] = [
  // Tokens of all rows are kept until these are done, and most of the others need all features.
  ['readChunk', 'measureMicroFields', 'countDistinctNgrams', 'measureWording', 'featureChunk'],
  // What the levels are made of: they are shown before the rows are flagged.
  [
    'measureTopicsOfField',
    'redrawTopicsOfField',
    'measureSpreadOfField',
    'mergeMesoKinds',
    'measureMesoField',
  ],
  // Links of a chain: each is asked for only when those before are done. Started late they would leave threads idle at the end.
  ['neighbourIndex', 'neighbourSlice', 'confirmFar'],
];
export const LEVELS = 1;

/** Short ones of a level: the thread that has begun with them goes on, others begin where nothing else is left. */
export const SMALL_TASKS: ReadonlySet<TaskName> = new Set<TaskName>(['mesoChunk']);

export const LAST_PLACE = ORDER.length + 1;

/** The place of a kind of task, from 0 to LAST_PLACE. @param isOthers whether another thread has run one of the kind, and not this one */
export function placeInOrder(name: TaskName, isOthers: boolean): number {
  if (SMALL_TASKS.has(name)) return isOthers ? LAST_PLACE : LEVELS;
  const place = ORDER.findIndex((names) => names.includes(name));
  return place < 0 ? ORDER.length : place;
}

/** Kinds of task that run the code of another kind. */
const SAME_CODE: Partial<Record<TaskName, TaskName>> = {
  redrawTopicsOfField: 'measureTopicsOfField',
};

/** One name for all kinds of task that run the same code. */
export const codeOf = (name: TaskName): TaskName => SAME_CODE[name] ?? name;
