import * as vscode from 'vscode';
import { messageOf } from '../log.ts';
import { LanguageModelFault, type LanguageModel } from './languageModel.ts';

/** Faults of providers come as messages only: these say that the same request may be answered later. */
const TEMPORARY =
  /rate.?limit|too many requests|quota|overloaded|timed? ?out|temporar|\b(?:429|502|503|529)\b/i;

/** The language models that the editor offers; none where it has no such interface. */
export async function editorModels(): Promise<LanguageModel[]> {
  // Editors that are built on VS Code may leave the interface out.
  const { lm } = vscode as Partial<Pick<typeof vscode, 'lm'>>;
  if (!lm) return [];
  const models = await lm.selectChatModels();
  return models.map(toModel);
}

function toModel(model: vscode.LanguageModelChat): LanguageModel {
  return {
    id: [model.vendor, model.family, model.version, model.id].join('/'),
    name: model.name,
    maxInputTokens: model.maxInputTokens,
    countTokens: async (text) => model.countTokens(text),
    ask: async (prompt, signal) => {
      const source = new vscode.CancellationTokenSource();
      const cancel = () => source.cancel();
      signal.addEventListener('abort', cancel);
      try {
        const messages = [vscode.LanguageModelChatMessage.User(prompt)];
        const justification = vscode.l10n.t('Tags rows of the data set that you inspect.');
        const response = await model.sendRequest(messages, { justification }, source.token);
        let answer = '';
        for await (const part of response.text) answer += part;
        return answer;
      } catch (error) {
        throw toFault(error);
      } finally {
        signal.removeEventListener('abort', cancel);
        source.dispose();
      }
    },
  };
}

function toFault(error: unknown): LanguageModelFault {
  const message = messageOf(error);
  const cause = error instanceof Error && error.cause ? messageOf(error.cause) : '';
  const isRefused =
    error instanceof vscode.LanguageModelError &&
    [
      vscode.LanguageModelError.NoPermissions.name,
      vscode.LanguageModelError.NotFound.name,
    ].includes(error.code);
  return new LanguageModelFault(message, !isRefused && TEMPORARY.test(`${message} ${cause}`));
}
