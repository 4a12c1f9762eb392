import type { CancelFlag } from '../cancellation.ts';
import type { SendQuestion } from '../requestEmbeddings.ts';
import type { CreateTaskPool } from '../taskPool.ts';

export interface JobProgress<Phase extends string = string> {
  readonly phase: Phase;
  /** Share of the whole job done so far, 0–1, never falling. */
  readonly fraction: number;
}

/** What a job may use of the thread that leads it. */
export interface JobEnvironment<Phase extends string = string, Update = never> {
  readonly cancelFlag: CancelFlag;
  readonly createPool: CreateTaskPool;
  readonly onProgress: (progress: JobProgress<Phase>) => void;
  /**
   * Hands something over before the job is done.
   * @param moved parts of it whose columns are moved rather than copied: the job must not read them again
   */
  readonly onUpdate: (update: Update, moved?: readonly unknown[]) => void;
  /** Whether texts may be sent to the endpoint that the person named. */
  readonly askToSend: (question: SendQuestion) => Promise<boolean>;
}

/** Of a job that goes on for as long as it is given orders, until it is cancelled. */
export interface OrderedJobEnvironment<Order, Update> extends JobEnvironment<never, Update> {
  /** In the order in which they were given. */
  readonly orders: AsyncIterable<Order>;
}
