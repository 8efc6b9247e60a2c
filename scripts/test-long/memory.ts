// One browser is locked and unlocked again and again, and its worker may not grow on it. What is looked at is what is
// left once garbage was collected: objects, and the memory behind arrays and WebAssembly.
import { collectGarbage, connectTo } from '../../e2e/harness/heap';
import { launchLatchkey } from '../../e2e/harness/launch';
import { makeVault } from '../../e2e/harness/make-vault';
import { sendMessage } from '../../e2e/harness/send-message';
import { writeLocal } from '../../e2e/harness/write-state';
import { KDF_DEFAULT } from '../../lib/crypto/kdf';
import { base64Encode } from '../../lib/shared/base64';
import { openPage, readNumbers, unlock } from './numbered-saves';

const CYCLES = 500;
/** The cycles whose medians are compared, both included. */
const EARLY = [50, 150] as const;
const LATE = [400, 500] as const;
const GROWTH_CAP = 1.1;

type HeapUsage = { readonly usedSize: number; readonly backingStorageSize: number };

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The median of what was measured after some of the cycles, counted from 1. */
function medianIn(bytes: readonly number[], [first, last]: readonly [number, number]): number {
  return medianOf(bytes.slice(first - 1, last));
}

const kilobytes = (bytes: number) => `${Math.round(bytes / 1_000)} kB`;

const latchkey = await launchLatchkey({ site: null, headless: true });
try {
  await writeLocal(latchkey, { 'vault.a': base64Encode(await makeVault({ kdf: KDF_DEFAULT, accountCount: 20 })) });
  const page = await openPage(latchkey);
  const worker = await connectTo(latchkey, '/background.js');
  const measured = { objects: [] as number[], arrays: [] as number[] };
  for (let cycle = 1; cycle <= CYCLES; cycle++) {
    await unlock(page);
    await readNumbers(page);
    await sendMessage({ page }, 'vault.lock', {});
    await collectGarbage(worker);
    const { usedSize, backingStorageSize } = await worker.send<HeapUsage>('Runtime.getHeapUsage');
    measured.objects.push(usedSize);
    measured.arrays.push(backingStorageSize);
    if (cycle % 50 === 0) console.log(`cycle ${cycle}: ${kilobytes(usedSize)}, ${kilobytes(backingStorageSize)}`);
  }
  const figures = Object.entries(measured).map(([what, bytes]) => {
    const [early, late] = [medianIn(bytes, EARLY), medianIn(bytes, LATE)];
    if (late > early * GROWTH_CAP) throw new Error(`${what}: grown from ${kilobytes(early)} to ${kilobytes(late)}`);
    return `${what} ${kilobytes(early)} and ${kilobytes(late)} (${(late / early).toFixed(3)})`;
  });
  console.log(
    `${CYCLES} times unlocked and locked; the worker's heap, median after cycles ${EARLY.join('-')} and ${LATE.join('-')}: ${figures.join(', ')}`,
  );
} finally {
  await latchkey.close();
}
