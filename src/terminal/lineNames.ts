import { nameOfPlace } from '../data/inputs/inputPart.ts';
import type { FileFacts } from '../engine/report.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';

/** How a line of the data set is named: by its number, in a folder with the file and the line in it. */
export function lineNames({ parts }: Pick<FileFacts, 'parts'>): (line: number) => string {
  return (line) => {
    const place = nameOfPlace(parts, line);
    return place === undefined ? String(line) : `${line} (${harmlessText(place, 200)})`;
  };
}
