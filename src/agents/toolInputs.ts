import type { FieldSelection } from '../data/rowTypes.ts';
import { FIELD_ROLES, FLAG_KINDS, type FlagKind } from '../webview/panelTerms.ts';

export const TOOL_NAMES = ['inspect_dataset', 'compare_datasets', 'find_flagged_rows'] as const;
export type ToolName = (typeof TOOL_NAMES)[number];

/** What an agent asks for, by tool; the manifest states the same as JSON schemas, which both faces hand out. */
export interface ToolInputs {
  readonly inspect_dataset: {
    readonly path: string;
    readonly fields: FieldSelection;
    readonly includeText: boolean;
  };
  readonly compare_datasets: {
    readonly dataset: string;
    readonly reference: string;
    readonly fields: FieldSelection;
    readonly referenceFields: FieldSelection;
    readonly includeText: boolean;
  };
  readonly find_flagged_rows: {
    readonly path: string;
    readonly fields: FieldSelection;
    /** Empty: all. */
    readonly kinds: readonly FlagKind[];
    /** Place in the list of the first row to give, from 1. */
    readonly from: number;
    readonly limit: number;
    readonly includeText: boolean;
  };
}

/** Rows of one answer unless told, and at most: an answer stays short. */
const USUAL_ROWS = 20;
export const MOST_ROWS = 50;

/** What an agent asked for cannot be done; the message is one sentence that says what can. */
export class ToolInputError extends Error {
  override readonly name = 'ToolInputError';
}

/** @throws ToolInputError that names the argument and says what was expected there */
export function readToolInput<Name extends ToolName>(name: Name, input: unknown): ToolInputs[Name] {
  return READERS[name](input ?? {});
}

const READERS: { readonly [Name in ToolName]: (input: unknown) => ToolInputs[Name] } = {
  inspect_dataset(input) {
    const given = argumentsOf(input, ['path', 'fields', 'includeText']);
    return {
      path: pathOf(given, 'path'),
      fields: fieldsOf(given, 'fields') ?? {},
      includeText: flagOf(given, 'includeText'),
    };
  },
  compare_datasets(input) {
    const given = argumentsOf(input, [
      'dataset',
      'reference',
      'fields',
      'referenceFields',
      'includeText',
    ]);
    const fields = fieldsOf(given, 'fields') ?? {};
    return {
      dataset: pathOf(given, 'dataset'),
      reference: pathOf(given, 'reference'),
      fields,
      referenceFields: fieldsOf(given, 'referenceFields') ?? fields,
      includeText: flagOf(given, 'includeText'),
    };
  },
  find_flagged_rows(input) {
    const given = argumentsOf(input, ['path', 'fields', 'kinds', 'from', 'limit', 'includeText']);
    return {
      path: pathOf(given, 'path'),
      fields: fieldsOf(given, 'fields') ?? {},
      kinds: kindsOf(given['kinds']),
      from: wholeNumberOf(given, 'from', 1, Number.MAX_SAFE_INTEGER) ?? 1,
      limit: wholeNumberOf(given, 'limit', 1, MOST_ROWS) ?? USUAL_ROWS,
      includeText: flagOf(given, 'includeText'),
    };
  },
};

type Given = Readonly<Record<string, unknown>>;

function argumentsOf(input: unknown, names: readonly string[], place = 'the arguments'): Given {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new ToolInputError(`${place} must be an object, not ${told(input)}.`);
  }
  const unknown = Object.keys(input).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new ToolInputError(`"${unknown}" is not known here; there are ${names.join(', ')}.`);
  }
  return input as Given;
}

function pathOf(given: Given, name: string): string {
  const value = given[name];
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new ToolInputError(`"${name}" must be the path of a data set, not ${told(value)}.`);
}

function fieldsOf(given: Given, name: string): FieldSelection | undefined {
  if (given[name] === undefined) return undefined;
  const fields = argumentsOf(given[name], FIELD_ROLES, `"${name}"`);
  for (const role of FIELD_ROLES) {
    if (fields[role] === undefined || (typeof fields[role] === 'string' && fields[role])) continue;
    throw new ToolInputError(
      `"${name}.${role}" must be the name of a field, not ${told(fields[role])}.`,
    );
  }
  return fields;
}

function kindsOf(value: unknown): FlagKind[] {
  if (value === undefined) return [];
  const kinds: readonly unknown[] = Array.isArray(value) ? value : [value];
  return kinds.map((kind) => {
    const known = FLAG_KINDS.find((one) => one === kind);
    if (known) return known;
    throw new ToolInputError(`"kinds" takes ${FLAG_KINDS.join(', ')}, not ${told(kind)}.`);
  });
}

function flagOf(given: Given, name: string): boolean {
  const value = given[name] ?? false;
  if (typeof value === 'boolean') return value;
  throw new ToolInputError(`"${name}" must be true or false, not ${told(value)}.`);
}

function wholeNumberOf(
  given: Given,
  name: string,
  lowest: number,
  highest: number,
): number | undefined {
  const value = given[name];
  if (value === undefined) return undefined;
  if (Number.isSafeInteger(value) && Number(value) >= lowest && Number(value) <= highest) {
    return Number(value);
  }
  const range = highest === Number.MAX_SAFE_INTEGER ? `from ${lowest} on` : `${lowest}–${highest}`;
  throw new ToolInputError(`"${name}" must be a whole number, ${range}, not ${told(value)}.`);
}

/** A value as JSON, cut. */
function told(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
