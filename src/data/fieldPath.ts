import { isJsonObject } from './jsonObject.ts';
import type { JsonObject } from './jsonObject.ts';

/**
 * The value at a dotted path, such as `instances.0.output`, or undefined. A top-level key that has the whole path as its
 * name comes first. Only own properties are seen, so `constructor` is a name like any other.
 */
export function valueAt(record: JsonObject, path: string): unknown {
  if (Object.hasOwn(record, path)) return record[path];
  let value: unknown = record;
  for (const name of path.split('.')) {
    if (Array.isArray(value)) value = (value as unknown[])[arrayIndex(name)];
    else if (isJsonObject(value) && Object.hasOwn(value, name)) value = value[name];
    else return undefined;
  }
  return value;
}

function arrayIndex(name: string): number {
  return /^\d+$/.test(name) ? Number(name) : -1;
}
