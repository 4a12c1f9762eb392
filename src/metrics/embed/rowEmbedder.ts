import type { EmbeddingMatrix } from './embeddingMatrix.ts';
import type { EmbeddingTable, GlossFile, GlossTable } from './embeddingTable.ts';
import { createRowQuantizer } from './rowQuantizer.ts';
import { createStaticEmbedder } from './staticEmbedder.ts';
import { createVectorAdder } from './vectorAdder.ts';

/** The built-in embedder for rows of up to two texts. */
export interface RowEmbedder {
  /** See SentenceEmbedder. */
  readonly name: string;
  /** Writes the vectors of a row's texts into row `slot`; where a text is absent nothing is written. */
  readonly writeTexts: (texts: TextsOfRow, matrices: TextMatrices, slot: number) => void;
  /** Writes the vector of both texts written last, zeros where there was none. */
  readonly writeSum: (matrix: EmbeddingMatrix, slot: number) => void;
}

export interface TextsOfRow {
  readonly instruction?: string;
  readonly response?: string;
}

export interface TextMatrices {
  readonly instruction: EmbeddingMatrix;
  readonly response: EmbeddingMatrix;
}

/** Not for two threads at once. One for each thread: what V8 compiles for one is not good for the kernels of another. */
export function createRowEmbedder(
  table: EmbeddingTable,
  glossesOf: (file: GlossFile) => GlossTable,
): RowEmbedder {
  const embedder = createStaticEmbedder(table, glossesOf);
  const { name, dimensions } = embedder;
  const instruction = new Float32Array(dimensions);
  const response = new Float32Array(dimensions);
  const quantize = createRowQuantizer();
  const addVector = createVectorAdder(dimensions);

  const write = (vector: Float32Array, matrix: EmbeddingMatrix, slot: number): void => {
    matrix.inverseNorms[slot] = quantize(vector, matrix.values, slot * matrix.dimensions);
  };
  return {
    name,
    writeTexts(texts, matrices, slot) {
      instruction.fill(0);
      response.fill(0);
      if (texts.instruction !== undefined) {
        embedder.addTo(texts.instruction, instruction);
        write(instruction, matrices.instruction, slot);
      }
      if (texts.response !== undefined) {
        embedder.addTo(texts.response, response);
        write(response, matrices.response, slot);
      }
    },
    writeSum(matrix, slot) {
      addVector(instruction, response);
      write(instruction, matrix, slot);
    },
  };
}
