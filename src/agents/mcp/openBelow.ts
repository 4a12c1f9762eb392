import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { listShards } from '../../data/inputs/listShards.ts';
import { openInput } from '../../engine/openInput.ts';
import { defaultSettings } from '../../engine/defaultSettings.ts';
import { abortable } from '../abortable.ts';
import type { ToolEnvironment } from '../agentTools.ts';
import { ToolInputError } from '../toolInputs.ts';

/**
 * Opens files for agents, only below some folders, whatever links lead out of them; without a folder, any file.
 * @param roots folders without links in their paths
 */
export function openBelow(roots: readonly string[]): ToolEnvironment['open'] {
  return async (path, selection, signal) => {
    // A relative path is meant from the first folder that the person named.
    const absolute = resolve(roots[0] ?? '.', path);
    // What is not there is told by whoever reads it.
    const real = await realpath(absolute).catch(() => absolute);
    const isOutside = (one: string) =>
      roots.length > 0 && !roots.some((root) => isBelow(root, one));
    const folders = roots.join(' or ');
    if (roots.includes(real)) {
      throw new ToolInputError(`${path} is not below ${folders}: name a file or folder in it.`);
    }
    if (isOutside(real)) {
      throw new ToolInputError(`${path} is not below ${folders}, where files can be read.`);
    }
    const leading = (await filesOf(real)).find((file) => isOutside(file.real));
    if (leading) {
      throw new ToolInputError(
        `${join(path, leading.name)} leads out of ${folders}, where files can be read.`,
      );
    }
    const opening = openInput({ kind: 'file', path: real }, () => undefined);
    return {
      source: await abortable(opening, signal),
      selection,
      settings: defaultSettings,
      close: () => opening.close(),
    };
  };
}

/** The files of a folder, and where they are when links are followed. */
async function filesOf(path: string): Promise<{ readonly name: string; readonly real: string }[]> {
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isFolder) return [];
  const files = listShards(path).files.map(async ({ name }) => {
    const file = join(path, name);
    // What is gone meanwhile is told by whoever reads it.
    return { name, real: await realpath(file).catch(() => file) };
  });
  return Promise.all(files);
}

function isBelow(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !/^\.\.[\\/]/u.test(way) && !isAbsolute(way);
}
