import type { TaskName } from './registry.ts';

/** Kinds of task that read large tables, which the thread then keeps: models of languages, words that were embedded. */
export const TABLE_TASKS: ReadonlySet<TaskName> = new Set<TaskName>([
  'featureChunk',
  'detectLanguages',
  'confirmLanguages',
  'mesoChunk',
  'mergeMesoKinds',
]);
