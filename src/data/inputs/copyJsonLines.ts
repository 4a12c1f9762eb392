import type { JsonLinesFile } from './jsonLinesFile.ts';
import type { Blocks } from './unpack.ts';

const LINE_FEED = 0x0a;

/** Copies lines of JSON byte for byte; the last one ends with a line feed even where it did not. @returns how many there are */
export async function copyJsonLines(blocks: Blocks, file: JsonLinesFile): Promise<number> {
  let lines = 0;
  let isAtStart = true;
  for await (const block of blocks) {
    if (block.length === 0) continue;
    for (let at = block.indexOf(LINE_FEED); at !== -1; at = block.indexOf(LINE_FEED, at + 1)) {
      lines++;
    }
    isAtStart = block.at(-1) === LINE_FEED;
    file.write(block);
  }
  if (isAtStart) return lines;
  file.write(Buffer.from('\n'));
  return lines + 1;
}
