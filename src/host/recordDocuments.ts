import * as vscode from 'vscode';
import { nameOfPlace } from '../data/inputs/inputPart.ts';
import { withPlace } from '../webview/viewModel/flagRow.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import type { ReadableRecord } from '../engine/tasks/readableRecord.ts';
import type { Disposable } from './disposable.ts';
import { hostWording } from './hostWording.ts';
import type { Sessions } from './sessions.ts';
import { fileNameOf } from './fileNameOf.ts';

export const RECORD_SCHEME = 'strata-record';

/** `text`: turns and fields as a person reads them. `json`: the whole record indented, for a comparison. */
export type RecordForm = 'text' | 'json';

/** The address of a record as a document of its own, which nobody can edit. @param line 1-based */
export function recordUri(file: vscode.Uri, line: number, form: RecordForm): vscode.Uri {
  const name = fileNameOf(file);
  const title = vscode.l10n.t('{0} line {1}', name, line);
  return vscode.Uri.from({
    scheme: RECORD_SCHEME,
    path: `/${title}.${form === 'text' ? 'md' : 'json'}`,
    query: JSON.stringify({ file: file.toString(), line, form }),
  });
}

/** Hands out single records of inspected files as documents; they follow the file when it is inspected again. */
export function createRecordDocuments(sessions: Sessions): Disposable {
  const changes = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(RECORD_SCHEME, {
    onDidChange: changes.event,
    async provideTextDocumentContent(uri) {
      const { file, line, form } = parseQuery(uri.query);
      const result = sessions.get(vscode.Uri.parse(file, true))?.result;
      if (!result) return vscode.l10n.t('The file is closed: inspect it again to see this record.');
      const record = await result.records.run('readableRecord', {
        line,
        encoding: result.report.settings.encoding,
      });
      if ('error' in record) return `${line}: ${hostWording().say(record.error.sentence)}\n`;
      const place = nameOfPlace(result.report.file.parts, line);
      return form === 'json' ? record.json : readableText(line, place, record);
    },
  });
  const inspections = sessions.onDidChange(({ session, change }) => {
    if (change !== 'state' || session.state.kind !== 'done') return;
    for (const { uri } of vscode.workspace.textDocuments) {
      if (uri.scheme !== RECORD_SCHEME) continue;
      if (parseQuery(uri.query).file === session.uri.toString()) changes.fire(uri);
    }
  });
  return vscode.Disposable.from(changes, provider, inspections);
}

/** The row that the person reads, where a record or a comparison of two records of one file is in front. */
export function recordInFront(): RecordOfFile | undefined {
  return recordOf(vscode.window.tabGroups.activeTabGroup.activeTab);
}

/** Whether a record of a file is open in some tab. */
export function hasRecordTab(file: vscode.Uri): boolean {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some((tab) => recordOf(tab)?.file.toString() === file.toString());
}

interface RecordOfFile {
  readonly file: vscode.Uri;
  /** 1-based. */
  readonly line: number;
}

function recordOf(tab: vscode.Tab | undefined): RecordOfFile | undefined {
  const input = tab?.input;
  const uri =
    input instanceof vscode.TabInputTextDiff
      ? input.original
      : input instanceof vscode.TabInputText
        ? input.uri
        : undefined;
  if (uri?.scheme !== RECORD_SCHEME) return undefined;
  const { file, line } = parseQuery(uri.query);
  return { file: vscode.Uri.parse(file, true), line };
}

function parseQuery(query: string): { file: string; line: number; form: RecordForm } {
  return JSON.parse(query) as { file: string; line: number; form: RecordForm };
}

function readableText(
  line: number,
  place: string | undefined,
  { byteLength, sections }: ReadableRecord,
): string {
  const { count, bytes } = hostWording();
  const total = sections.reduce((sum, { tokens }) => sum + (tokens ?? 0), 0);
  const tokenCount = (tokens: number) =>
    tokens === 1 ? vscode.l10n.t('1 token') : vscode.l10n.t('{0} tokens', count(tokens));
  const size = `${bytes(byteLength)} · ${tokenCount(total)}`;
  const head = `${vscode.l10n.t('Line {0}', count(line))} · ${size}`;
  const parts = sections.map(({ label, text, tokens }) => {
    const name = harmlessText(label, 200);
    return tokens === undefined
      ? `## ${name}\n\n\`\`\`json\n${text}\n\`\`\``
      : `## ${name} · ${tokenCount(tokens)}\n\n${text}`;
  });
  return `${[`# ${withPlace(head, place)}`, ...parts].join('\n\n')}\n`;
}
