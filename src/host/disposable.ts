/** What is ended by whoever made it. Unlike vscode.Disposable, a plain object will do. */
export interface Disposable {
  dispose(): void;
}
