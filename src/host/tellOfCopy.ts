import * as vscode from 'vscode';

/** Says that a copy was written, and offers to open it or its manifest. */
export async function tellOfCopy(
  message: string,
  target: vscode.Uri,
  manifest: string,
): Promise<void> {
  const open = vscode.l10n.t('Open');
  const showManifest = vscode.l10n.t('Show Manifest');
  const answer = await vscode.window.showInformationMessage(message, open, showManifest);
  if (answer === open) await vscode.commands.executeCommand('vscode.open', target);
  if (answer === showManifest) {
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(manifest));
  }
}
