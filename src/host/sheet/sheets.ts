import type { SheetPanels } from './sheetPanels.ts';

/** The panels of each study of files, by the study's name. */
export type Sheets = Readonly<
  Record<'compare' | 'mix' | 'track' | 'select' | 'thin' | 'checkList', SheetPanels>
>;
