/** Where the manifest of a written file stands: `data.clean.jsonl` → `data.clean.manifest.json`. */
export function manifestPath(targetPath: string): string {
  return targetPath.replace(/(\.[^./\\]*)?$/, '.manifest.json');
}
