import type { SheetView } from '../../../../src/webview/sheetProtocol.ts';

/** A study that is done: bars, a table and controls. */
export const finishedStudy: SheetView = {
  status: {
    kind: 'done',
    verdict: 'Shifted: <b>two</b> sources.',
    detail: '10 rows against 20 rows.',
    isConcern: true,
  },
  files: [
    { mark: 'A', name: 'a.jsonl', summary: 'A · Data set: a.jsonl' },
    { mark: 'B', name: 'b.jsonl', summary: 'B · Reference: b.jsonl' },
  ],
  sections: [
    {
      id: 'levels',
      title: 'Diversity',
      note: 'At equal rows.',
      bars: [
        {
          label: 'Macro',
          bars: [
            {
              label: 'Data set',
              share: 1,
              interval: { low: 0.9, high: 1.1 },
              text: '40 (95%: 36–44)',
            },
            {
              label: 'Reference',
              share: 0.5,
              interval: { low: 0.4, high: 0.6 },
              text: '20 (95%: 16–24)',
            },
          ],
          note: 'The data set is more diverse.',
          differs: true,
        },
      ],
    },
    {
      id: 'leakage',
      title: 'Leakage',
      note: 'Two rows.',
      tables: [
        {
          title: 'Repeated rows',
          header: ['Match', 'Similarity', 'Lines'],
          rows: [
            {
              cells: ['equal', '1.00'],
              lines: [
                { file: 0, line: 3 },
                { file: 1, line: 1200 },
              ],
              copy: { label: 'Copy prompt', text: 'Write rows' },
            },
          ],
          canCompareRows: true,
        },
      ],
      actions: [{ id: 'writeCleanCopy', label: 'Write a clean copy…' }],
    },
    {
      id: 'settings',
      title: 'Settings',
      note: '',
      controls: [
        {
          kind: 'slider',
          id: 'degree',
          label: 'Degree',
          value: '40',
          min: 0,
          max: 100,
          step: 5,
          unit: '%',
        },
        { kind: 'switch', id: 'drop', label: 'Drop duplicates', value: 'true' },
        { kind: 'field', id: 'keep', label: 'Lines to keep', value: '1-3', fault: 'Not a <line>.' },
      ],
    },
  ],
};
