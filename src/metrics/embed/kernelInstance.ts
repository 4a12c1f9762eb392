import { kernelModuleBase64, relaxedModuleBase64 } from './kernelModule.ts';

/** The compiled kernels over a memory of their own; addresses are byte offsets into it. */
export interface Kernels {
  readonly memory: {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  };
  readonly packLeft: PackRows;
  readonly packRight: PackRows;
  readonly multiplyPacked: (
    left: number,
    leftRows: number,
    right: number,
    rightRows: number,
    dimensions: number,
    products: number,
    stride: number,
  ) => void;
  readonly sumRows: (
    rows: number,
    places: number,
    factors: number,
    count: number,
    columns: number,
    sums: number,
  ) => void;
  readonly sumEntries: (
    records: number,
    places: number,
    factors: number,
    count: number,
    sums: number,
  ) => void;
  readonly addUnitRows: (
    rows: number,
    factors: number,
    groups: number,
    count: number,
    columns: number,
    sums: number,
    squaredLengths: number,
  ) => number;
  readonly offerToLeft: (
    products: number,
    stride: number,
    leftRows: number,
    rightRows: number,
    rightFactors: number,
    candidates: number,
    own: number,
    places: number,
    count: number,
    scores: number,
    rows: number,
  ) => void;
  readonly pairsForRight: (
    products: number,
    stride: number,
    leftRows: number,
    rightRows: number,
    leftFactors: number,
    rightLimits: number,
    pairs: number,
  ) => number;
  readonly packGramRows: (
    rows: number,
    factors: number,
    pairs: number,
    columns: number,
    panels: number,
  ) => void;
  readonly addPackedGram: (panels: number, pairs: number, columns: number, gram: number) => void;
  readonly reflectRow: (a: number, n: number, i: number, product: number) => number;
  readonly addVector: (sum: number, vector: number, count: number) => void;
  readonly addScaled: (integers: number, count: number, unit: number, target: number) => void;
  readonly moveHalves: (
    first: number,
    second: number,
    columns: number,
    ratio: number,
    target: number,
  ) => void;
  readonly largestMagnitude: (source: number, count: number) => number;
  readonly roundToBytes: (source: number, count: number, factor: number, target: number) => number;
}

type PackRows = (source: number, rows: number, dimensions: number, target: number) => void;

/** What the kernels need of WebAssembly, which ECMAScript's own library types do not declare. */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports?: object) => { readonly exports: unknown };
}

const PAGE_BYTES = 65_536;

/** What takes the place of kernels of the same name on processors that multiply bytes. */
interface RelaxedKernels extends Pick<Kernels, 'packLeft' | 'packRight' | 'multiplyPacked'> {
  /** 0 where the processor's instruction gives other products, so that they cannot be used. */
  readonly isExact: () => number;
}

interface KernelModules {
  readonly plain: object;
  /** Absent where the engine does not know its instructions. */
  readonly relaxed?: object;
}

let modules: KernelModules | undefined;

/** A new instance with a memory of its own, or undefined where WebAssembly or its SIMD is switched off. */
export function instantiateKernels(): Kernels | undefined {
  const { WebAssembly } = globalThis as unknown as {
    WebAssembly?: WebAssemblyApi;
  };
  if (WebAssembly === undefined) return undefined;
  try {
    modules ??= compileModules(WebAssembly);
    const kernels = new WebAssembly.Instance(modules.plain).exports as Kernels;
    return { ...kernels, ...relaxedKernels(WebAssembly, modules.relaxed, kernels) };
  } catch {
    return undefined;
  }
}

/** Over the memory of the plain ones; none where the processor's instruction is not exact. */
function relaxedKernels(
  { Instance }: WebAssemblyApi,
  relaxed: object | undefined,
  { memory }: Kernels,
): RelaxedKernels | undefined {
  if (relaxed === undefined) return undefined;
  try {
    const kernels = new Instance(relaxed, { env: { memory } }).exports as RelaxedKernels;
    return kernels.isExact() === 0 ? undefined : kernels;
  } catch {
    return undefined;
  }
}

function compileModules({ Module }: WebAssemblyApi): KernelModules {
  const plain = new Module(decodeBase64(kernelModuleBase64));
  try {
    return { plain, relaxed: new Module(decodeBase64(relaxedModuleBase64)) };
  } catch {
    return { plain };
  }
}

const idle: Kernels[] = [];

/**
 * An instance for a while: one that was given back, if there is any, since new ones make what calls them be compiled anew and
 * have fresh memory. What is in its memory is undefined.
 */
export function borrowKernels(): Kernels | undefined {
  return idle.pop() ?? instantiateKernels();
}

/** For the next borrower, who overwrites what its memory holds. */
export function giveBackKernels(kernels: Kernels): void {
  idle.push(kernels);
}

/** Makes the memory hold at least `bytes`; buffers taken from it before are gone if it had to grow. */
export function growMemory({ memory }: Kernels, bytes: number): ArrayBuffer {
  const missing = Math.ceil((bytes - memory.buffer.byteLength) / PAGE_BYTES);
  if (missing > 0) memory.grow(missing);
  return memory.buffer;
}

function decodeBase64(text: string): Uint8Array {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const bytes = new Uint8Array(Math.floor((text.replace(/=+$/, '').length * 3) / 4));
  let bits = 0;
  let bitCount = 0;
  let at = 0;
  for (const character of text) {
    if (character === '=') break;
    bits = ((bits << 6) | alphabet.indexOf(character)) & 0xffffff;
    bitCount += 6;
    if (bitCount < 8) continue;
    bitCount -= 8;
    bytes[at++] = bits >> bitCount;
  }
  return bytes;
}
