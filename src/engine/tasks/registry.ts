import { clusterDuplicates } from './clusterDuplicates.ts';
import { closestRows } from './closestRows.ts';
import { confirmFar } from './confirmFar.ts';
import { countRepeats } from './countRepeats.ts';
import { countDistinctNgrams } from './countDistinctNgrams.ts';
import { confirmLanguages } from './confirmLanguages.ts';
import { copyLines } from './copyLines.ts';
import { detectLanguages } from './detectLanguages.ts';
import { featureChunk } from './featureChunk.ts';
import { findTemplates } from './findTemplates.ts';
import { hashRows } from './hashRows.ts';
import { findOddWords } from './findOddWords.ts';
import { findRecurringWording } from './findRecurringWording.ts';
import { joinDuplicates } from './joinDuplicates.ts';
import { layoutMap } from './layoutMap.ts';
import { measureOverlap } from './measureOverlap.ts';
import { measureMesoField } from './measureMesoField.ts';
import { measureMicroFields } from './measureMicroFields.ts';
import { measureSpreadOfField } from './measureSpreadOfField.ts';
import { measureTopicsOfField } from './measureTopicsOfField.ts';
import { measureWording } from './measureWording.ts';
import { measureWordsOfRows } from './measureWordsOfRows.ts';
import { mergeMesoKinds } from './mergeMesoKinds.ts';
import { mesoChunk } from './mesoChunk.ts';
import { neighbourIndex } from './neighbourIndex.ts';
import { neighbourSlice } from './neighbourSlice.ts';
import { redrawTopicsOfField } from './redrawTopicsOfField.ts';
import { readableRecord } from './readableRecord.ts';
import { readChunk } from './readChunk.ts';
import { readTexts } from './readTexts.ts';
import { wordsOfRows } from './wordsOfRows.ts';
import { tellFilesApart } from './tellFilesApart.ts';
import { rowsWithValue } from './rowsWithValue.ts';
import { selectPart } from './selectPart.ts';
import { tokenTexts } from './tokenTexts.ts';
import { topicsOfField } from './topicsOfField.ts';
import { compareDiversity } from './compareDiversity.ts';
import { compareGenerations } from './compareGenerations.ts';
import { compareKinds } from './compareKinds.ts';
import { countTerms } from './countTerms.ts';
import { findJointTopics } from './findJointTopics.ts';
import { findLeaks } from './findLeaks.ts';
import { layOutMixedRows } from './layOutMixedRows.ts';
import { measureKinds } from './measureKinds.ts';
import { measureMixedKinds } from './measureMixedKinds.ts';
import { measureMixedShift } from './measureMixedShift.ts';
import { measureShiftNoise } from './measureShiftNoise.ts';
import { nearestAcrossSlice } from './nearestAcrossSlice.ts';

/**
 * Everything that a worker thread can be asked to do. A task is a function (context, params) → result or a promise of it; params and
 * result survive a structured clone, and the result depends on nothing else, so any thread may run any task.
 */
export const tasks = {
  readChunk,
  readTexts,
  measureMicroFields,
  countDistinctNgrams,
  measureWordsOfRows,
  findRecurringWording,
  detectLanguages,
  confirmLanguages,
  featureChunk,
  joinDuplicates,
  findTemplates,
  measureTopicsOfField,
  measureSpreadOfField,
  redrawTopicsOfField,
  neighbourIndex,
  neighbourSlice,
  confirmFar,
  measureWording,
  findOddWords,
  layoutMap,
  mesoChunk,
  mergeMesoKinds,
  measureMesoField,
  readableRecord,
  hashRows,
  copyLines,
  clusterDuplicates,
  topicsOfField,
  tokenTexts,
  closestRows,
  selectPart,
  rowsWithValue,
  compareKinds,
  compareDiversity,
  compareGenerations,
  countRepeats,
  countTerms,
  findJointTopics,
  findLeaks,
  layOutMixedRows,
  measureKinds,
  measureMixedKinds,
  measureMixedShift,
  measureShiftNoise,
  nearestAcrossSlice,
  tellFilesApart,
  wordsOfRows,
  measureOverlap,
};

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;

export type TaskParams<Name extends TaskName> = Parameters<Tasks[Name]>[1];
export type TaskResult<Name extends TaskName> = Awaited<ReturnType<Tasks[Name]>>;
