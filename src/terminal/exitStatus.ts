/** Bad usage, or work that could not be done. */
export const EXIT_FAILED = 2;
/** As a shell has it for Ctrl+C. */
export const EXIT_CANCELLED = 130;
