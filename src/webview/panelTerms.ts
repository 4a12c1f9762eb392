// The closed lists of words that the messages between host and page use.

export const FLAG_KINDS = [
  'exact-duplicate',
  'near-duplicate',
  'contained',
  'semantic-duplicate',
  'template',
  'preference-pair',
  'off-distribution',
  'quality',
  'row-error',
] as const;
export type FlagKind = (typeof FLAG_KINDS)[number];

export const FLAG_SORTS = ['line', 'kind', 'severity'] as const;
export type FlagSort = (typeof FLAG_SORTS)[number];

/** The columns of the table of flagged rows. */
export const FLAG_COLUMNS = ['kind', 'line', 'reason', 'excerpt'] as const;
export type FlagColumn = (typeof FLAG_COLUMNS)[number];

/** Scopes of a level: one field, or both together. */
export const MEASURED_FIELDS = ['instruction', 'response', 'whole'] as const;
export type MeasuredField = (typeof MEASURED_FIELDS)[number];

export const FIELD_ROLES = ['instruction', 'response', 'tags'] as const;
export type FieldRole = (typeof FIELD_ROLES)[number];

export const LEVEL_IDS = ['macro', 'meso', 'micro'] as const;
export type LevelId = (typeof LEVEL_IDS)[number];

/** The charts of a level: how often each kind occurs, or how their number grows with the rows. */
export const CHART_CHOICES = ['kinds', 'growth'] as const;
export type ChartChoice = (typeof CHART_CHOICES)[number];

/** How a level stands among public data sets. */
export type Standing = 'broad' | 'usual' | 'narrow' | 'unknown';

/** Commands that help with a level. */
export const LEVEL_COMMANDS = ['compare', 'thin', 'selectSubset'] as const;
export type LevelCommand = (typeof LEVEL_COMMANDS)[number];

/** What helps with a level: a command, or the section of the page that tells more. */
export type LevelAction = LevelCommand | 'wording';

/** What a person can do about a failure; the page posts the message of the same name. */
const PANEL_ACTIONS = ['inspectAgain', 'openSettings'] as const;
export type PanelAction = (typeof PANEL_ACTIONS)[number];
