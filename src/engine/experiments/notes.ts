import { RUN_TABLE_HEADER } from '../../data/runTable/runColumns.ts';
import { isFatal, type TableFault } from '../../data/runTable/runTable.ts';
import type { ExperimentNote, NoteValue, NoteWeight } from './experimentsReport.ts';
import type { NoteCode } from './noteWords.ts';

export function note(code: NoteCode, weight: NoteWeight, ...values: NoteValue[]): ExperimentNote {
  return { code, weight, values, lines: [] };
}

export function noteOfFault(fault: TableFault): ExperimentNote {
  const weight = isFatal(fault) ? 'error' : 'warning';
  switch (fault.code) {
    case 'empty-table':
      return note(fault.code, weight, RUN_TABLE_HEADER.join(','));
    case 'broken-quotes':
      return { ...note(fault.code, weight, { count: fault.line }), lines: [fault.line] };
    case 'duplicate-column': {
      const [first = 0, second = 0] = fault.places;
      return {
        ...note(fault.code, weight, fault.column, { count: first + 1 }, { count: second + 1 }),
        lines: [1],
      };
    }
    case 'unnamed-column':
      return { ...note(fault.code, weight, { count: fault.place + 1 }), lines: [1] };
    case 'too-many-cells':
      return { ...note(fault.code, weight, { lines: fault.lines }), lines: fault.lines };
    case 'not-a-number':
    case 'beyond-reckoning':
      return {
        ...note(fault.code, weight, fault.column, fault.example, { lines: fault.lines }),
        lines: fault.lines,
      };
    case 'not-above-zero':
      return {
        ...note(fault.code, weight, fault.column, { lines: fault.lines }),
        lines: fault.lines,
      };
  }
}
