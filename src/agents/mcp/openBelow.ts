import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import { defaultSettings } from '../../engine/defaultSettings.ts';
import type { ToolEnvironment } from '../agentTools.ts';
import { ToolInputError } from '../toolInputs.ts';

/**
 * Opens files for agents, only below some folders, whatever links lead out of them; without a folder, any file.
 * @param roots folders without links in their paths
 */
export function openBelow(roots: readonly string[]): ToolEnvironment['open'] {
  return async (path, selection) => {
    // A relative path is meant from the first folder that the person named.
    const absolute = resolve(roots[0] ?? '.', path);
    // What is not there is told by whoever reads it.
    const real = await realpath(absolute).catch(() => absolute);
    if (roots.length > 0 && !roots.some((root) => isBelow(root, real))) {
      throw new ToolInputError(
        `${path} is not below ${roots.join(' or ')}, where files can be read.`,
      );
    }
    return { source: { kind: 'file', path: real }, selection, settings: defaultSettings };
  };
}

function isBelow(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !/^\.\.[\\/]/u.test(way) && !isAbsolute(way);
}
