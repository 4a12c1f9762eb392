import type { ByteSource } from '../byteReader.ts';
import type { InputPart } from './inputPart.ts';

/** Of what a data set is made; undefined where it is one plain file of JSON lines. */
export const partsOfSource = (source: ByteSource): readonly InputPart[] | undefined =>
  source.kind === 'converted' ? source.parts : undefined;
