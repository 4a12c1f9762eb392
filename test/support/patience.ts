/** Limits are for what hangs: no test is about time, and on a machine with much to do everything takes many times as long. */
export const TEST_LIMIT_MS = 240_000;
/** For one wait of a test, so that it can say what it waited for. */
export const PATIENCE_MS = 200_000;
