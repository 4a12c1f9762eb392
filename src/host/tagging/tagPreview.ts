import * as vscode from 'vscode';
import type { Disposable } from '../disposable.ts';
import type { TagRequest } from './tagRequest.ts';
import { fill } from '../../metrics/text/fill.ts';
import { hostWording } from '../hostWording.ts';

const SCHEME = 'strata-preview';

/** Shows what will be sent as a read-only document, before it is sent. */
export interface TagPreviews extends Disposable {
  show(request: TagRequest): Promise<void>;
}

export function createTagPreviews(): TagPreviews {
  const texts = new Map<string, string>();
  const changes = new vscode.EventEmitter<vscode.Uri>();
  const registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changes.event,
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
  });
  return {
    async show(request) {
      const path = `/${vscode.l10n.t('What will be sent')}: ${request.fileName}.txt`;
      const uri = vscode.Uri.from({ scheme: SCHEME, path });
      texts.set(uri.toString(), previewText(request));
      changes.fire(uri);
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document, { preview: true });
    },
    dispose() {
      registration.dispose();
      changes.dispose();
    },
  };
}

/** The figures of the request, then its first prompt word for word. */
function previewText(request: TagRequest): string {
  const { prompts, model } = request;
  const head = [
    vscode.l10n.t(
      'Nothing has been sent yet. These prompts go to {0} when you confirm.',
      model.name,
    ),
    requestSummary(request),
    vscode.l10n.t('The first request of {0}, word for word:', hostWording().count(prompts.length)),
  ];
  return `${head.join('\n')}\n\n${prompts[0] ?? ''}`;
}

/** Rows, requests and tokens in a sentence or two. */
export function requestSummary({ rows, cached, prompts, tokens }: TagRequest): string {
  return [
    fill(
      vscode.l10n.t(
        '{0} {0|row|rows}, {1} of them known from before; {2} {2|request|requests}, about {3} {3|token|tokens} sent and {4} received.',
      ),
      ...[rows.length, cached, prompts.length, tokens.sent, tokens.received].map(
        hostWording().count,
      ),
    ),
    vscode.l10n.t(
      'Of each row the first 1,000 characters of its instruction, or else of its response, are sent.',
    ),
  ].join(' ');
}
