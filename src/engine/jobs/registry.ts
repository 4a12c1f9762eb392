import { addRunToTable } from './addRunToTable.ts';
import { analyseRunTable } from './analyseRunTable.ts';
import { compareFiles } from '../compare/compareFiles.ts';
import { exploreMix } from '../mix/exploreMix.ts';
import { writeMixture } from '../mix/writeMixture.ts';
import { trackGenerations } from '../track/trackGenerations.ts';
import { fillRunTable } from './fillRunTable.ts';
import { convertInput } from './convertInput.ts';
import { findThinPlaces } from './findThinPlaces.ts';
import { inspectFile } from './inspectFile.ts';
import { measureRunFiles } from './measureRunFiles.ts';
import { planRunTable } from './planRunTable.ts';
import { selectInTurn } from './selectInTurn.ts';
import { selectRows } from './selectRows.ts';
import { setCellOfTable } from './setCellOfTable.ts';

/**
 * Everything that a lead thread can be asked to do. A job is a function (request, JobEnvironment) → a promise of its result;
 * request, updates and result survive a structured clone.
 */
export const jobs = {
  addRunToTable,
  analyseRunTable,
  compareFiles,
  exploreMix,
  fillRunTable,
  convertInput,
  findThinPlaces,
  inspectFile,
  measureRunFiles,
  planRunTable,
  selectInTurn,
  selectRows,
  setCellOfTable,
  trackGenerations,
  writeMixture,
};

export type Jobs = typeof jobs;
export type JobName = keyof Jobs;

type Environment<Name extends JobName> = Parameters<Jobs[Name]>[1];

export type JobRequest<Name extends JobName> = Parameters<Jobs[Name]>[0];
export type JobResult<Name extends JobName> = Awaited<ReturnType<Jobs[Name]>>;
export type ProgressOf<Name extends JobName> = Parameters<Environment<Name>['onProgress']>[0];
export type UpdateOf<Name extends JobName> = Parameters<Environment<Name>['onUpdate']>[0];
export type OrderOf<Name extends JobName> =
  Environment<Name> extends { readonly orders: AsyncIterable<infer Order> } ? Order : never;
