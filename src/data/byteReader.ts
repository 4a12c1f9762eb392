/** What is inspected: a file on disk, or the UTF-8 bytes of an unsaved editor. */
export type ByteSource =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'memory'; readonly path: string; readonly bytes: SharedArrayBuffer };
