import { FIELD_ROLES } from '../webview/panelTerms.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { sampleNote } from '../webview/viewModel/sampleNotes.ts';
import { fill } from '../webview/viewModel/wording.ts';
import type { DocumentContext, DocumentRequest } from './documentRequest.ts';
import type { Block, Section } from './document.ts';

const PATH_LENGTH = 300;

/** How the figures were measured: enough to measure them again. */
export function methodSection(request: DocumentRequest, context: DocumentContext): Section {
  const { report, inputs } = request;
  const { wording, words } = context;
  const { count } = wording;
  return {
    title: words.method,
    startsPage: true,
    blocks: [
      {
        kind: 'text',
        text: fill(words.version, report.strataVersion, String(report.schemaVersion)),
      },
      { kind: 'text', text: words.reproducible },
      { kind: 'heading', text: words.inputs },
      {
        kind: 'table',
        header: [words.file, words.bytes, words.sha256],
        rows: inputs.map(({ path, bytes, sha256 }) => [
          harmlessText(path, PATH_LENGTH),
          count(bytes),
          sha256 ?? words.hashUnknown,
        ]),
        numeric: [1],
      },
      { kind: 'heading', text: words.fieldsRead },
      { kind: 'facts', facts: fieldsRead(request, context) },
      { kind: 'heading', text: words.settings },
      {
        kind: 'table',
        header: [words.setting, words.value],
        rows: settingRows(report.settings),
        numeric: [],
      },
      { kind: 'heading', text: words.sampled },
      ...sampled(request, context),
      { kind: 'text', text: neighbours(request, context) },
    ],
  };
}

function fieldsRead({ report }: DocumentRequest, { wording }: DocumentContext) {
  return FIELD_ROLES.map((role) => ({
    label: wording.page[role],
    value: harmlessText(report.fields[role] ?? wording.page.noField, PATH_LENGTH),
  }));
}

/** By the names of docs/report.md, parts with a full stop. */
function settingRows(settings: object, above = ''): string[][] {
  return Object.entries(settings).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? settingRows(value, `${above}${key}.`)
      : [[`${above}${key}`, harmlessText(String(value))]],
  );
}

function sampled({ report }: DocumentRequest, { wording, words }: DocumentContext): Block[] {
  if (report.sampled.length === 0) return [{ kind: 'text', text: words.sampledNothing }];
  const items = report.sampled.map((note) => sampleNote(note, wording));
  return [{ kind: 'list', items: [...new Set(items)] }];
}

function neighbours({ report }: DocumentRequest, { wording, words }: DocumentContext): string {
  const { neighbours: searched, recall } = report.offDistributionMethod;
  const { count, percent } = wording;
  if (!recall) return fill(words.neighboursExact, count(searched));
  return fill(
    words.neighboursRecall,
    count(searched),
    percent(recall.recall),
    count(recall.sampledRows),
  );
}
