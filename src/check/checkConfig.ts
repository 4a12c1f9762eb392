import { sentence, type Sentence } from '../data/sentence.ts';
import { CheckFault } from './checkFault.ts';
import { englishCheckWords as words } from './checkWords.ts';

/** What `strata check` holds a file to: the contents of strata.json, documented in docs/check.md. */
export interface CheckConfig {
  /** A JSON report of an earlier file, and a data set to compare with; relative to the folder of the configuration. */
  readonly baseline?: string;
  readonly reference?: string;
  readonly fields: Readonly<Partial<Record<'instruction' | 'response' | 'tags', string>>>;
  /** By the names of `--set`. */
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  readonly checks: readonly FigureCheck[];
}

/** What is asked of one figure. */
export interface FigureCheck {
  /** Path of the figure in the report. */
  readonly figure: string;
  /** Path of the figure that it is divided by. */
  readonly of?: string;
  readonly min?: number;
  readonly max?: number;
  readonly baseline?: Change;
  readonly reference?: Ratio;
  /** What an undefined figure counts as. */
  readonly whenAbsent: 'fail' | 'pass';
}

/** How far a figure may be from that of the baseline: as a share of it, or in its own unit. */
export interface Change {
  readonly maxDecrease?: number;
  readonly maxIncrease?: number;
  readonly maxDecreaseBy?: number;
  readonly maxIncreaseBy?: number;
}

/** Lowest and highest quotient of the figure and that of the reference, both at equal rows. */
export interface Ratio {
  readonly minRatio?: number;
  readonly maxRatio?: number;
}

const CHANGES = ['maxDecrease', 'maxIncrease', 'maxDecreaseBy', 'maxIncreaseBy'] as const;
const RATIOS = ['minRatio', 'maxRatio'] as const;
const FIELDS = ['instruction', 'response', 'tags'] as const;
const KEYS = ['$schema', 'baseline', 'reference', 'fields', 'settings', 'checks'];
const CHECK_KEYS = ['of', 'min', 'max', 'baseline', 'reference', 'whenAbsent'];

/** @param value what the file holds @throws CheckFault that names the place and says what was expected there */
export function parseCheckConfig(value: unknown): CheckConfig {
  const top = objectAt(value, sentence(words.theConfiguration), KEYS);
  const checks = Object.entries(objectAt(top['checks'], 'checks'));
  if (checks.length === 0) fail('checks', sentence(words.someFigure), {});
  return {
    ...optional('baseline', textAt(top['baseline'], 'baseline')),
    ...optional('reference', textAt(top['reference'], 'reference')),
    fields: readFields(top['fields']),
    settings: readSettings(top['settings']),
    checks: checks.map(([figure, check]) => readCheck(figure, check)),
  };
}

function readFields(value: unknown): CheckConfig['fields'] {
  if (value === undefined) return {};
  const fields = objectAt(value, 'fields', FIELDS);
  return Object.fromEntries(
    FIELDS.flatMap((name) => {
      const text = textAt(fields[name], `fields.${name}`);
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

function readSettings(value: unknown): CheckConfig['settings'] {
  if (value === undefined) return {};
  for (const [name, setting] of Object.entries(objectAt(value, 'settings'))) {
    if (!['string', 'number', 'boolean'].includes(typeof setting)) {
      fail(`settings.${name}`, sentence(words.aSetting), setting);
    }
  }
  return value as CheckConfig['settings'];
}

function readCheck(figure: string, value: unknown): FigureCheck {
  const at = `checks["${figure}"]`;
  const check = objectAt(value, at, CHECK_KEYS);
  const whenAbsent = check['whenAbsent'] ?? 'fail';
  if (whenAbsent !== 'fail' && whenAbsent !== 'pass') {
    fail(`${at}.whenAbsent`, sentence(words.failOrPass), whenAbsent);
  }
  const limits = {
    ...numbersOf(check, ['min', 'max'], at),
    ...optional('baseline', boundsAt(check['baseline'], CHANGES, `${at}.baseline`)),
    ...optional('reference', boundsAt(check['reference'], RATIOS, `${at}.reference`)),
  };
  if (Object.keys(limits).length === 0) fail(at, sentence(words.someLimit), check);
  assertOrder(limits.min, limits.max, `${at}.max`);
  assertOrder(limits.reference?.minRatio, limits.reference?.maxRatio, `${at}.reference.maxRatio`);
  return {
    figure,
    ...optional('of', textAt(check['of'], `${at}.of`)),
    ...limits,
    whenAbsent,
  };
}

/** Bounds of which none is below 0. */
function boundsAt<Name extends string>(
  value: unknown,
  names: readonly Name[],
  at: string,
): Partial<Record<Name, number>> | undefined {
  if (value === undefined) return undefined;
  const bounds = numbersOf(objectAt(value, at, names), names, at);
  if (Object.keys(bounds).length === 0) fail(at, oneOf(names), value);
  for (const name of names) {
    const bound = bounds[name];
    if (bound !== undefined && bound < 0) fail(`${at}.${name}`, sentence(words.orMore, 0), bound);
  }
  return bounds;
}

/** No figure keeps an upper limit below the lower one. */
function assertOrder(low: number | undefined, high: number | undefined, at: string): void {
  if (low !== undefined && high !== undefined && high < low)
    fail(at, sentence(words.orMore, low), high);
}

function numbersOf<Name extends string>(
  object: Readonly<Record<string, unknown>>,
  names: readonly Name[],
  at: string,
): Partial<Record<Name, number>> {
  const found: Partial<Record<Name, number>> = {};
  for (const name of names) {
    const value = object[name];
    if (value === undefined) continue;
    if (typeof value !== 'number' || !Number.isFinite(value))
      fail(`${at}.${name}`, sentence(words.aNumber), value);
    found[name] = value;
  }
  return found;
}

function objectAt(
  value: unknown,
  at: string | Sentence,
  keys?: readonly string[],
): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    fail(at, sentence(words.anObject), value);
  for (const key of Object.keys(value)) {
    if (keys && !keys.includes(key)) {
      fail(typeof at === 'string' ? `${at}.${key}` : key, oneOf(keys), key);
    }
  }
  return value as Readonly<Record<string, unknown>>;
}

function textAt(value: unknown, at: string): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || value === '') fail(at, sentence(words.aText), value);
  return value;
}

function optional<Name extends string, T>(
  name: Name,
  value: T | undefined,
): Partial<Record<Name, T>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, T>);
}

const oneOf = (names: readonly string[]): Sentence => sentence(words.oneOf, names.join(', '));

function fail(at: string | Sentence, expected: Sentence, got: unknown): never {
  throw new CheckFault(
    words.wrongConfig,
    at,
    expected,
    got === undefined ? sentence(words.nothing) : JSON.stringify(got),
  );
}
