/** Where the manifest of a written file stands, beside it under its whole name: `x` and `x.jsonl` have one each. */
export const manifestPath = (targetPath: string): string => `${targetPath}.manifest.json`;
