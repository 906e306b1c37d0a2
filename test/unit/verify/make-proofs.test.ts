import { describe, expect, test } from 'vitest';
import { makeProofs } from '../../../src/lessons/verify/make-proofs.ts';
import { well, wrong, type Proof, type Verdict } from '../../../src/lessons/verify/proof.ts';

const proof = (id: string, prove: Proof['prove']): Proof => ({ id, mistake: null, prove });
const clock = { now: () => 0 };

describe('proofs', () => {
  test('come back in their order, whichever is made first', async () => {
    const { promise: waits, resolve: release } = Promise.withResolvers<void>();
    const seen: string[] = [];
    const proofs = [
      proof('slow', async () => {
        await waits;
        return well();
      }),
      proof('quick', async () => {
        release();
        return wrong('is bent');
      }),
    ];
    const onVerdict = ({ id }: Verdict, done: number, total: number) =>
      void seen.push(`${done}/${total} ${id}`);
    const verdicts = await makeProofs(clock, proofs, { jobs: 2, onVerdict });
    expect(verdicts.map(({ id, remark }) => [id, remark])).toEqual([
      ['slow', ''],
      ['quick', 'is bent'],
    ]);
    expect(seen.map((line) => line.slice(0, 3))).toEqual(['1/2', '2/2']);
  });

  test('end with the first that breaks, once those under way have tidied up', async () => {
    let tidied = false;
    let begun = false;
    const proofs = [
      proof('breaks', () => Promise.reject(new Error('the kit is broken'))),
      proof('tidies', async () => {
        await new Promise((resolve) => setImmediate(resolve));
        tidied = true;
        return well();
      }),
      proof('later', async () => {
        begun = true;
        return well();
      }),
    ];
    const made = makeProofs(clock, proofs, { jobs: 2, onVerdict: () => {} });
    await expect(made).rejects.toThrow('the kit is broken');
    expect({ tidied, begun }).toEqual({ tidied: true, begun: false });
  });
});
