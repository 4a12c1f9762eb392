/** One row as JSON.parse gives it. Its keys are hostile: read paths that a person typed with `Object.hasOwn`. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
