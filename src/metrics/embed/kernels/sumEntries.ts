// AssemblyScript, compiled to WebAssembly by scripts/build-kernels.mjs; the twin that defines what it must return is
// plainWordSums in ../wordSums.ts. Addresses are byte offsets into the module's memory.

/** A word’s record, see ../wordMemory.ts: offsets in bytes. */
const RECORD_BYTES: usize = 64;
const ENTRIES: usize = 20;
const REST: usize = 24;
const FIRST_ENTRY: usize = 28;
const ENTRIES_IN_RECORD: usize = (RECORD_BYTES - FIRST_ENTRY) / 2;

/** Adds each of the entries [from, to), a column and its value, times the factor. */
function addEntries(from: usize, to: usize, factor: i32, sums: usize): void {
  for (let entry = from; entry < to; entry += 2) {
    const sum = sums + 4 * (load<u8>(entry) as usize);
    store<i32>(sum, load<i32>(sum) + factor * (load<i8>(entry, 1) as i32));
  }
}

/** sums[k] += Σ_i factors[i] · row(places[i])[k] over the sparse rows of `count` words: sums of 32 bits, which wrap. */
export function sumEntries(
  records: usize,
  places: usize,
  factors: usize,
  count: usize,
  sums: usize,
): void {
  for (let i: usize = 0; i < count; i++) {
    const record = records + (load<u32>(places + 4 * i) as usize) * RECORD_BYTES;
    const factor = load<i16>(factors + 2 * i) as i32;
    const entries = load<u32>(record, ENTRIES) as usize;
    const first = record + FIRST_ENTRY;
    const inRecord = min(entries, ENTRIES_IN_RECORD);
    addEntries(first, first + 2 * inRecord, factor, sums);
    if (entries === inRecord) continue;
    const rest = load<u32>(record, REST) as usize;
    addEntries(rest, rest + 2 * (entries - inRecord), factor, sums);
  }
}
