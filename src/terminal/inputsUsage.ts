/** What every command takes where it says FILE. */
export const INPUTS_USAGE = `FILE is .jsonl, .json (an array of records), .csv, .tsv or .parquet, each also as .gz or .zst, or a folder of such
files, which is read as one data set. All but plain .jsonl is unpacked into the folder for temporary files first.`;
