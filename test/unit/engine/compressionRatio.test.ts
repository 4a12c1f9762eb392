import { describe, expect, it } from 'vitest';
import { compressionRatio } from '../../../src/engine/compressionRatio.ts';
import { createRandom } from '../../../src/metrics/stats/random.ts';

describe('compressionRatio', () => {
  it('is undefined for no text', () => {
    expect(compressionRatio([])).toBeUndefined();
    expect(compressionRatio([''])).toBeUndefined();
  });

  it('sees what repeats megabytes away, where DEFLATE sees none of it', () => {
    const random = createRandom(1);
    const noise = Array.from({ length: 1 << 20 }, () =>
      String.fromCharCode(97 + Math.floor(26 * random())),
    ).join('');
    const once = compressionRatio([noise])!;
    // Letters at random hold log2 26 of 8 bits.
    expect(once).toBeGreaterThan(1.4);
    expect(once).toBeLessThan(8 / Math.log2(26) + 0.01);
    expect(compressionRatio([noise, noise, noise])! / once).toBeGreaterThan(2.9);
  });
});
