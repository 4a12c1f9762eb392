import { basename } from 'node:path/posix';
import * as vscode from 'vscode';
import type { SendQuestion } from '../engine/requestEmbeddings.ts';
import { hostWording } from './hostWording.ts';
import { fill } from '../metrics/text/fill.ts';

/** Asks before any text of a file goes to the embedding endpoint of the settings; anything but a clear yes is a no. */
export async function askToSend(
  uri: vscode.Uri,
  { address, model, texts }: SendQuestion,
): Promise<boolean> {
  const send: vscode.MessageItem = { title: vscode.l10n.t('Send') };
  const { count } = hostWording();
  const answer = await vscode.window.showWarningMessage(
    fill(
      vscode.l10n.t('Send {0} {0|text|texts} of {1} to {2}?'),
      count(texts),
      basename(uri.path),
      address,
    ),
    {
      modal: true,
      detail: vscode.l10n.t(
        'Model: {0}. You named this address in the settings; nothing goes anywhere else. Without it, meanings are measured with the built-in embedder on this machine.',
        model,
      ),
    },
    send,
    { title: vscode.l10n.t('Use the built-in embedder'), isCloseAffordance: true },
  );
  return answer === send;
}
