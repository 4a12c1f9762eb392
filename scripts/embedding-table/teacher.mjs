import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const batchRows = 128;
const columns = 384;
const begin = 101n;
const end = 102n;

/**
 * Sentence vectors of the teacher: the mean of its last layer over all tokens, as gte-small is meant to be used.
 * @param runtime the module onnxruntime-node
 * @param {string} model path of the .onnx file
 * @param {number[][]} sequences WordPiece ids without `[CLS]` and `[SEP]`
 * @param {string} cacheFolder where the vectors are kept for the next run
 * @returns {Promise<{values: Float32Array, columns: number}>} row-major
 */
export async function teacherVectors(runtime, model, sequences, cacheFolder) {
  const digest = createHash('sha256').update(JSON.stringify(sequences)).digest('hex');
  const cacheFile = path.join(cacheFolder, `teacher-${digest.slice(0, 16)}.f32`);
  if (existsSync(cacheFile)) {
    return { values: new Float32Array(readFileSync(cacheFile).buffer), columns };
  }
  const session = await runtime.InferenceSession.create(model, { intraOpNumThreads: 2 });
  const values = new Float32Array(sequences.length * columns);
  // Equal lengths together: a batch is as long as its longest row.
  const order = [...sequences.keys()].sort((a, b) => sequences[a].length - sequences[b].length);
  for (let from = 0; from < order.length; from += batchRows) {
    const batch = order.slice(from, from + batchRows);
    const means = await meanOfLastLayer(
      runtime,
      session,
      batch.map((i) => sequences[i]),
    );
    batch.forEach((i, b) =>
      values.set(means.subarray(b * columns, (b + 1) * columns), i * columns),
    );
    if (from % (batchRows * 20) === 0) process.stderr.write(`  ${from} of ${order.length}\n`);
  }
  writeFileSync(cacheFile, values);
  return { values, columns };
}

async function meanOfLastLayer(runtime, session, sequences) {
  const length = Math.max(...sequences.map((s) => s.length)) + 2;
  const shape = [sequences.length, length];
  const ids = new BigInt64Array(sequences.length * length);
  const mask = new BigInt64Array(ids.length);
  sequences.forEach((sequence, b) => {
    const tokens = [begin, ...sequence.map(BigInt), end];
    ids.set(tokens, b * length);
    mask.fill(1n, b * length, b * length + tokens.length);
  });
  const tensor = (data) => new runtime.Tensor('int64', data, shape);
  const outputs = await session.run({
    input_ids: tensor(ids),
    attention_mask: tensor(mask),
    token_type_ids: tensor(new BigInt64Array(ids.length)),
  });
  const hidden = outputs[session.outputNames[0]].data;
  const means = new Float32Array(sequences.length * columns);
  sequences.forEach((sequence, b) => {
    const tokens = sequence.length + 2;
    for (let c = 0; c < columns; c++) {
      let sum = 0;
      for (let t = 0; t < tokens; t++) sum += hidden[(b * length + t) * columns + c];
      means[b * columns + c] = sum / tokens;
    }
  });
  return means;
}
