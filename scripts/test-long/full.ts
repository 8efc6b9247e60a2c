// storage.local is filled to its quota, to the last bytes that the browser takes. A save that needs more is refused with a
// sentence, what is stored stays as it is, and the same save goes through once there is room again.
import assert from 'node:assert/strict';
import type { Page } from 'playwright';
import { launchLatchkey } from '../../e2e/harness/launch';
import { makeVault } from '../../e2e/harness/make-vault';
import { MASTER_PASSWORD } from '../../e2e/harness/master-password';
import { killWorker } from '../../e2e/harness/worker-life';
import { writeLocal } from '../../e2e/harness/write-state';
import { OptionsPage } from '../../e2e/pages/options-page';
import { KDF_DEFAULT } from '../../lib/crypto/kdf';
import { base64Encode } from '../../lib/shared/base64';
import { readNumbers, saveNumber } from './numbered-saves';
import { exportCopies } from './stored-copies';

/** So many that one more takes the body over a step of its padding: the envelope grows, and fits no longer. */
const ACCOUNTS = 6;
const REFUSAL = 'Saving did not work, and nothing was changed.';
const NEW_ACCOUNT = {
  label: 'One too many',
  email: 'late@example.org',
  key: 'd4'.repeat(32),
  authenticator: `otpauth://totp/Paramant:late?secret=${'A'.repeat(1_000)}&issuer=${'P'.repeat(250)}`,
};

/** Fills storage until not even 16 more bytes go in. Gives how many bytes are used then. */
function fill(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let count = 0;
    for (let size = 2 ** 20; size >= 16; ) {
      const isTaken = await chrome.storage.local.set({ [`filler.${count}`]: 'x'.repeat(size) }).then(
        () => true,
        () => false,
      );
      if (isTaken) count++;
      else size /= 2;
    }
    return chrome.storage.local.getBytesInUse(null);
  });
}

async function empty(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const keys = Object.keys(await chrome.storage.local.get(null));
    for (const key of keys) if (key.startsWith('filler.')) await chrome.storage.local.remove(key);
  });
}

const latchkey = await launchLatchkey({ site: null, headless: true });
try {
  const vault = await makeVault({ kdf: KDF_DEFAULT, accountCount: ACCOUNTS });
  await writeLocal(latchkey, { 'vault.a': base64Encode(vault) });
  const options = await OptionsPage.open(latchkey);
  const { page } = options;
  await options.unlock(MASTER_PASSWORD);
  const [id = ''] = (await readNumbers(page)).keys();
  // Both live copies are there, as in any vault that was ever changed.
  for (const number of [1, 2]) await saveNumber(page, id, number);
  const used = await fill(page);
  const before = await exportCopies(page);

  await options.button('Add account').click();
  await options.typeAccount(NEW_ACCOUNT);
  await options.button('Save account').click();
  await options.alert(REFUSAL).waitFor();
  assert.deepEqual(await exportCopies(page), before, 'a save that was refused has changed a copy');
  await killWorker(latchkey, page);
  assert.equal((await readNumbers(page)).get(id), 2, 'what was saved before cannot be read any more');

  await empty(page);
  await options.button('Save account').click();
  await options.account(NEW_ACCOUNT.label).waitFor();
  await options.lock();
  await options.unlock(MASTER_PASSWORD);
  await options.account(NEW_ACCOUNT.label).waitFor();
  assert.equal((await readNumbers(page)).size, ACCOUNTS + 1);
  console.log(
    `storage.local filled to ${used} bytes: a save was refused with its sentence, ${before.size} copies stayed as they were and readable, and the same save went through once there was room`,
  );
} finally {
  await latchkey.close();
}
