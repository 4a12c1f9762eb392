import { QUOTA_GROUPS, type Quota } from './selection.ts';

/**
 * A quota as a person writes it: `tag=NAME:ROWS`, `language=CODE:ROWS`, `shape=NAME:ROWS`, or any other field with a value.
 * Undefined for anything else.
 */
export function parseQuota(text: string): Quota | undefined {
  const [, group, name, rows] = /^([^=]+)=(.+):(\d+)$/s.exec(text.trim()) ?? [];
  if (!group || !name || !Number.isSafeInteger(Number(rows))) return undefined;
  const by = QUOTA_GROUPS.find((known) => known === group);
  const quota = { name, rows: Number(rows) };
  return by ? { by, ...quota } : { by: 'field', field: group, ...quota };
}
