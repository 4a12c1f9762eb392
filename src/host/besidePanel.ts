/** Says of a record that the panel asks for it: it opens beside the file rather than over the panel or in a third column. */
export const BESIDE_PANEL = 'besidePanel';
