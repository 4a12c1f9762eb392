import { hasPassed, type CheckOutcome } from './checkOutcome.ts';

/** The outcome as JSON, documented in docs/check.md. */
export function renderCheckJson(outcome: CheckOutcome): string {
  const { strataVersion, file, results, flags, notes } = outcome;
  const flagged: Record<string, number> = {};
  for (const { kind } of flags) flagged[kind] = (flagged[kind] ?? 0) + 1;
  const json = {
    schemaVersion: 1,
    strataVersion,
    file,
    passed: hasPassed(outcome),
    checks: results,
    flags: flagged,
    notes,
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
