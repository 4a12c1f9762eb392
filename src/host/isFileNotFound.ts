import * as vscode from 'vscode';

/** Whether a fault of VS Code's file system says that there is no such file: any other says nothing of whether there is. */
export const isFileNotFound = (error: unknown): boolean =>
  error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
