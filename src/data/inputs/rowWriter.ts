import type { JsonLinesFile } from './jsonLinesFile.ts';
import { encodeFault, type RowFault } from './rowFault.ts';
import type { InputPart } from './inputPart.ts';

/** Takes the rows of one part of a data set, in order, as lines of JSON. */
export interface RowWriter {
  /**
   * @param json one JSON text without a line break
   * @param line 1-based line of the source on which the row begins
   */
  row(json: Uint8Array | string, line: number): void;
  fault(fault: RowFault, line: number): void;
  /** Ends the part. @param lines of the source */
  end(lines: number): void;
  /** Lines written so far. */
  readonly lines: number;
  readonly rows: number;
}

/** Thrown where two rows begin on one line, so that lines cannot tell them apart. */
export class SharedLine extends Error {}

const LINE_FEED = Buffer.from('\n');

/**
 * Where lines are counted, a row is written as the line that it has in the source: lines on which no row begins are left
 * blank. Where records are counted, each is a line.
 * @throws SharedLine where lines are counted and two rows begin on one
 */
export function createRowWriter(file: JsonLinesFile, counted: InputPart['counted']): RowWriter {
  let lines = 0;
  let rows = 0;

  function fillTo(count: number): void {
    for (; lines < count; lines++) file.write(LINE_FEED);
  }

  function write(bytes: Uint8Array, line: number): void {
    if (counted === 'lines') {
      if (line <= lines) throw new SharedLine();
      fillTo(line - 1);
    }
    file.write(bytes);
    file.write(LINE_FEED);
    lines++;
    rows++;
  }

  return {
    row: (json, line) => write(typeof json === 'string' ? Buffer.from(json) : json, line),
    fault: (fault, line) => write(encodeFault(fault), line),
    end(count) {
      if (counted === 'lines') fillTo(count);
    },
    get lines() {
      return lines;
    },
    get rows() {
      return rows;
    },
  };
}
