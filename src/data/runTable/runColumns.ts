/** The levels of diversity as a run table names them. */
export const LEVEL_COLUMNS = [
  'macro-instruction',
  'macro-response',
  'meso-instruction',
  'meso-response',
  'micro-instruction',
  'micro-response',
] as const;
export type LevelColumn = (typeof LEVEL_COLUMNS)[number];

/** Columns whose cells are words. */
export const TEXT_COLUMNS = ['data', 'made-with', 'note'] as const;

/** The columns of a new run table, in order. */
export const RUN_TABLE_HEADER = ['data', 'size', 'common-rows', ...LEVEL_COLUMNS, 'score'] as const;

/** What a column is: one of the named ones, by its name, or a covariate of any other name. */
export type ColumnRole = (typeof RUN_TABLE_HEADER | typeof TEXT_COLUMNS)[number] | 'covariate';

const ROLES: ReadonlySet<string> = new Set([...RUN_TABLE_HEADER, ...TEXT_COLUMNS]);

/** @param name as the header has it: case and surrounding white space do not matter */
export function roleOf(name: string): ColumnRole {
  const plain = name.trim().toLowerCase();
  return ROLES.has(plain) ? (plain as ColumnRole) : 'covariate';
}

export const isLevelColumn = (role: string): role is LevelColumn =>
  LEVEL_COLUMNS.some((level) => level === role);

export const isTextColumn = (role: ColumnRole): boolean =>
  TEXT_COLUMNS.some((text) => text === role);
