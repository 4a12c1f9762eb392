import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { AnalysisSession, SessionResult } from '../analysisSession.ts';
import { editorModels } from './editorModels.ts';
import type { LanguageModel } from './languageModel.ts';
import { rowsToTag } from './rowsToTag.ts';
import { openTagCache, type TagCache } from './tagCache.ts';
import { requestSummary, type TagPreviews } from './tagPreview.ts';
import { planTagRequest, type TagRequest } from './tagRequest.ts';
import { batchesToSend, tagTexts } from './tagTexts.ts';
import { fileNameOf } from '../fileNameOf.ts';
import { inspectedResult } from '../inspectedResult.ts';
import { hostWording } from '../hostWording.ts';

export interface TagRowsTools {
  /** File of the cache, in the storage of the workspace. */
  readonly cachePath: string;
  readonly previews: TagPreviews;
  /** Shows the panel of a file. */
  readonly showPanel: (uri: vscode.Uri) => void;
  /** Stands in for the editor's models in tests. */
  readonly models?: () => Promise<readonly LanguageModel[]>;
}

const SAMPLE_SIZES = [100, 500, 2_000];

/** Tags the rows of an inspected file with a model of the editor, all on request and after a look at what is sent. */
export async function tagRows(session: AnalysisSession, tools: TagRowsTools): Promise<void> {
  const models = await (tools.models ?? editorModels)();
  const model = models.length > 1 ? await chooseModel(models) : models[0];
  if (!model) {
    if (models.length === 0) void vscode.window.showInformationMessage(noModel());
    return;
  }
  // What nothing shows is closed with the next tab, and the preview of what is sent may take the place of the file's.
  tools.showPanel(session.uri);
  const result = await inspectedResult(session);
  if (!result) return;
  const most = await chooseSample(result.report.file.rows, session);
  if (most === undefined) return;
  const cache = await openTagCache(tools.cachePath);
  const rows = await rowsToTag(result, most, result.report.settings.seed);
  const fileName = fileNameOf(session.uri);
  const request = await planTagRequest(fileName, rows, model, cache);
  if (request.prompts.length > 0) {
    await tools.previews.show(request);
    if (!(await confirm(request))) return;
    const isDone = await send(request, cache);
    if (!isDone) return;
  }
  await measure(session, result, request, cache);
}

function noModel(): string {
  return vscode.l10n.t(
    'Strata: this editor offers no language model, so rows cannot be tagged; everything else works without one.',
  );
}

async function chooseModel(models: readonly LanguageModel[]): Promise<LanguageModel | undefined> {
  const items = models.map((model) => ({ label: model.name, description: model.id, model }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Language model that tags the rows'),
  });
  return chosen?.model;
}

/** How many rows to tag at most; undefined when nothing is to be done any more. */
async function chooseSample(rows: number, session: AnalysisSession): Promise<number | undefined> {
  const { count } = hostWording();
  const sizes = SAMPLE_SIZES.filter((size) => size < rows).map((most) => ({
    label: vscode.l10n.t('A random sample of {0} rows', count(most)),
    most,
  }));
  const all = { label: vscode.l10n.t('All rows: {0}', count(rows)), most: Infinity };
  const back = { label: vscode.l10n.t('Back to the kinds found without a model'), most: 0 };
  const items = [...sizes, all, ...(session.rowTags ? [back] : [])];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Rows to tag'),
  });
  if (chosen !== back) return chosen?.most;
  session.setRowTags(undefined);
  await session.inspect();
  return undefined;
}

async function confirm(request: TagRequest): Promise<boolean> {
  const send = vscode.l10n.t('Send');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Send texts of {0} to {1}?', request.fileName, request.model.name),
    { modal: true, detail: requestSummary(request) },
    send,
  );
  return chosen === send;
}

/** @returns false when the person cancelled; what was answered until then is in the cache */
async function send({ rows, model }: TagRequest, cache: TagCache): Promise<boolean> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Strata: tagging rows with {0}', model.name),
      cancellable: true,
    },
    async (progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      const texts = [...new Set(rows.map(({ text }) => text))];
      const toAsk = batchesToSend(texts, { model, cache }).flat().length;
      let shown = 0;
      try {
        await tagTexts(texts, {
          model,
          cache,
          signal: abort.signal,
          onProgress(answered) {
            const percent = Math.floor((100 * answered) / toAsk);
            progress.report({
              increment: percent - shown,
              message: [answered, toAsk].map(hostWording().count).join(' / '),
            });
            shown = percent;
          },
          wait: (durationMs, signal) =>
            sleep(durationMs, undefined, { signal }).catch(() => undefined),
        });
        return true;
      } catch (error) {
        if (abort.signal.aborted) return false;
        throw error;
      }
    },
  );
}

async function measure(
  session: AnalysisSession,
  result: SessionResult,
  { rows, model }: TagRequest,
  cache: TagCache,
): Promise<void> {
  const tags = new Map<string, readonly string[]>();
  for (const { key, text } of rows) {
    const found = cache.get(model.id, text);
    if (found) tags.set(key, found);
  }
  if (tags.size === 0) {
    throw new Error(vscode.l10n.t('{0} gave no answer that could be read as tags.', model.name));
  }
  // The person may have begun another inspection meanwhile: tags find their rows by content, so that does no harm.
  session.setRowTags({ model: model.name, seed: result.report.settings.seed, tags });
  await session.inspect();
}
