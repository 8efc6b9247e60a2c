// The cryptography as it ships: bundled, minified, in Chromium's own worker and under the policy of the manifest.
import { expect } from 'playwright/test';
import type { KdfParameters } from '../lib/crypto/kdf';
import { checkKdfParameters, KDF_CEILING, KDF_DEFAULT, KDF_FLOOR } from '../lib/crypto/kdf';
import { REFUSED_COSTS } from '../lib/crypto/kdf.cases';
import { base64Encode } from '../lib/shared/base64';
import { bundleProbe } from './crypto/bundle-probe';
import type { Check } from './crypto/probe';
import { test } from './fixtures';
import { connectTo } from './harness/heap';
import type { Latchkey } from './harness/launch';
import { makeVault } from './harness/make-vault';
import { MASTER_PASSWORD } from './harness/master-password';
import type { RawTarget } from './harness/raw-target';
import { readVaultBytes } from './harness/read-state';
import { tryMessage } from './harness/send-message';
import { clearLocal, writeLocal } from './harness/write-state';
import { OptionsPage } from './pages/options-page';
import { RecoveryPage } from './pages/recovery-page';

test('gives what RFC 9106 (its own example by way of a second implementation, for its associated data), RFC 5869, RFC 4231 and the draft of XChaCha20-Poly1305 say', async ({
  latchkey,
}) => {
  // Some rows cost a dozen unlocks.
  test.slow();
  type Evaluated = { result: { value: readonly Check[] }; exceptionDetails?: object };
  const worker = await connectTo(latchkey, '/background.js');
  const { result, exceptionDetails } = await worker.send<Evaluated>('Runtime.evaluate', {
    expression: await bundleProbe(),
    awaitPromise: true,
    returnByValue: true,
    allowUnsafeEvalBlockedByCSP: false,
  });
  expect(exceptionDetails).toBeUndefined();
  expect(result.value.length).toBeGreaterThan(50);
  expect(result.value.filter(({ expected, found }) => expected !== found)).toEqual([]);
});

/** Makes one vault the only one that there is, but for spare copies of others. */
async function putVault(latchkey: Latchkey, kdf: KdfParameters): Promise<void> {
  await clearLocal(latchkey);
  await writeLocal(latchkey, { 'vault.a': base64Encode(await makeVault({ kdf })) });
}

/** Counts what the worker compiles from now on: no password is derived without a module of WebAssembly. */
async function countWasmModules(worker: RawTarget): Promise<() => number> {
  let count = 0;
  type Parsed = { readonly scriptLanguage?: string };
  worker.on<Parsed>('Debugger.scriptParsed', ({ scriptLanguage }) => {
    if (scriptLanguage === 'WebAssembly') count++;
  });
  await worker.send('Debugger.enable');
  return () => count;
}

test('a vault opens by its password at the floor, the default and the ceiling of what that may cost', {
  tag: '@long',
}, async ({ latchkey }) => {
  // The ceiling takes more than a dozen times what an unlock usually does.
  test.slow();
  const options = await OptionsPage.open(latchkey);
  for (const [name, kdf] of Object.entries({ KDF_FLOOR, KDF_DEFAULT, KDF_CEILING })) {
    await test.step(name, async () => {
      await putVault(latchkey, kdf);
      await options.page.reload();
      await options.unlock(MASTER_PASSWORD);
      await expect(options.account('Account 0')).toBeVisible();
      await options.lock();
    });
  }
});

const fits = (value: number, bits: number) => Number.isInteger(value) && value >= 0 && value < 2 ** bits;

/** What the bytes of a file can name, of the costs that are refused. */
const NAMED_BY_FILES = REFUSED_COSTS.map(([name, iterations, memoryKib, parallelism]) => ({
  name,
  kdf: { iterations, memoryKib, parallelism },
})).filter(({ kdf }) => fits(kdf.iterations, 32) && fits(kdf.memoryKib, 32) && fits(kdf.parallelism, 8));

test('a vault that asks for less than the floor or more than the ceiling is refused before any derivation, and stays as it is', async ({
  latchkey,
}) => {
  const options = await OptionsPage.open(latchkey);
  const worker = await connectTo(latchkey, '/background.js');
  const modules = await countWasmModules(worker);
  expect(NAMED_BY_FILES.length).toBeGreaterThan(10);
  for (const { name, kdf } of NAMED_BY_FILES) {
    await test.step(name, async () => {
      await putVault(latchkey, kdf);
      const before = await readVaultBytes(latchkey);
      await options.page.reload();
      await expect(options.page.getByRole('heading', { name: 'The vault cannot be read' })).toBeVisible();
      await expect(new RecoveryPage(options).card({ name: 'a' })).toContainText('Damaged');
      const wayIn = { type: 'password', password: MASTER_PASSWORD } as const;
      const unlocked = await tryMessage(options.page, 'vault.unlock', { wayIn });
      expect(unlocked).toMatchObject({ ok: false, error: [{ code: 'vault-damaged' }] });
      const opened = await tryMessage(options.page, 'copies.open', { name: 'a', wayIn, overNewer: false });
      const checked = checkKdfParameters(kdf);
      expect(opened).toMatchObject({ ok: false, error: [{ code: checked.ok ? 'none' : checked.error }] });
      expect(await readVaultBytes(latchkey)).toEqual(before);
    });
  }
  expect(modules()).toBe(0);
  await test.step('while one within them opens from beside it, as the count shows', async () => {
    await writeLocal(latchkey, { 'vault.b': base64Encode(await makeVault({})) });
    await options.page.reload();
    await options.unlock(MASTER_PASSWORD);
    await expect(options.account('Account 0')).toBeVisible();
    expect(modules()).toBeGreaterThan(0);
  });
});
