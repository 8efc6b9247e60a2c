// The whole browser is killed in the middle of saves and started again on the same profile. Chromium hands what it writes
// to the system without waiting for the disk: a machine without power may lose its last moment, a killed browser should
// lose nothing.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { killBrowser } from '../../e2e/harness/kill-browser';
import { launchLatchkey } from '../../e2e/harness/launch';
import { makeVault } from '../../e2e/harness/make-vault';
import { sendMessage } from '../../e2e/harness/send-message';
import { writeLocal } from '../../e2e/harness/write-state';
import { KDF_DEFAULT } from '../../lib/crypto/kdf';
import { base64Encode } from '../../lib/shared/base64';
import { Journal } from './journal';
import { openPage, readNumbers, saveNumber, unlock } from './numbered-saves';
import { exportCopies, listVaultIds } from './stored-copies';

const ROUNDS = 30;
/** How many saves are under way at any moment. */
const WRITERS = 2;
/** How long saves go on before the kill; in every tenth round long enough for some to be past {@link SAFE_AFTER_MS}. */
const SHORT_MS = 1_500;
const LONG_MS = 6_500;
/** A save that was acknowledged this long ago has to be there, whatever happens. */
const SAFE_AFTER_MS = 5_000;

const profile = await mkdtemp(path.join(tmpdir(), 'latchkey-kill-'));
const open = () => launchLatchkey({ site: null, headless: true, profile });
const journals = new Map<string, Journal>();
const counts = { acknowledged: 0, cutOff: 0, thereAllTheSame: 0, lost: 0, lostRounds: 0, leastCopies: 5 };
let vaultIds = '';
let nextNumber = 1;

async function prepare(): Promise<void> {
  const latchkey = await open();
  await writeLocal(latchkey, { 'vault.a': base64Encode(await makeVault({ kdf: KDF_DEFAULT, accountCount: 8 })) });
  const page = await openPage(latchkey);
  vaultIds = listVaultIds(await exportCopies(page)).join();
  await unlock(page);
  for (const id of (await readNumbers(page)).keys()) journals.set(id, new Journal());
  await latchkey.close();
}

/** Opens the vault that is left and compares it with what was promised until the kill. */
async function judge(page: Page, killedAtMs: number): Promise<void> {
  const { phase } = await sendMessage({ page }, 'vault.status', {});
  if (phase !== 'locked') throw new Error(`after a kill the vault is ${phase}`);
  const copies = await exportCopies(page);
  if (listVaultIds(copies).join() !== vaultIds) throw new Error('after a kill there is another vault');
  // The vault was put there by hand, as one copy.
  if (counts.acknowledged > 0) counts.leastCopies = Math.min(counts.leastCopies, copies.size);
  await unlock(page);
  const numbers = await readNumbers(page);
  if (numbers.size !== journals.size) throw new Error(`after a kill there are ${numbers.size} accounts`);
  const findings = [...journals].map(([id, journal]) => journal.compare(numbers.get(id) ?? 0, killedAtMs));
  const lost = findings.flatMap(finding => finding.lost);
  const old = lost.find(({ ageMs }) => ageMs > SAFE_AFTER_MS);
  if (old !== undefined) throw new Error(`save ${old.number} is lost, ${Math.round(old.ageMs)} ms after its answer`);
  counts.lost += lost.length;
  counts.lostRounds += lost.length > 0 ? 1 : 0;
  counts.thereAllTheSame += findings.filter(({ isUnpromised }) => isUnpromised).length;
}

/** Saves one number after the other to one account after the other, until the browser is gone. */
async function keepSaving(page: Page): Promise<void> {
  for (;;) {
    const number = nextNumber++;
    const [id, journal] = [...journals][number % journals.size] ?? [];
    if (id === undefined || journal === undefined) throw new Error('no account to save to');
    journal.ask(number);
    // Gone with the browser, the answer or the page.
    const isAnswered = await saveNumber(page, id, number).catch(error => {
      if (page.isClosed()) return false;
      throw error;
    });
    if (!isAnswered) {
      counts.cutOff++;
      return;
    }
    journal.promise(number);
    counts.acknowledged++;
  }
}

try {
  await prepare();
  let killedAtMs = performance.now();
  for (let round = 1; round <= ROUNDS; round++) {
    const latchkey = await open();
    const page = await openPage(latchkey);
    await judge(page, killedAtMs);
    const savings = Promise.all(Array.from({ length: WRITERS }, () => keepSaving(page)));
    const atRandom = 50 + Math.random() * SHORT_MS;
    await Promise.race([savings, sleep(round % 10 === 0 ? LONG_MS : atRandom)]);
    killedAtMs = performance.now();
    await killBrowser(latchkey);
    await savings;
    console.log(`round ${round}: ${JSON.stringify(counts)}`);
  }
  const latchkey = await open();
  await judge(await openPage(latchkey), killedAtMs);
  await latchkey.close();
  const { acknowledged, cutOff, thereAllTheSame, lost, lostRounds, leastCopies } = counts;
  console.log(
    `${ROUNDS} kills of the browser amid saves: ${acknowledged} saves acknowledged, ${lost} of them lost (the last moment of ${lostRounds} rounds), ${cutOff} cut off, ${thereAllTheSame} of those there all the same; the vault opened every time, with at least ${leastCopies} copies`,
  );
} finally {
  await rm(profile, { recursive: true, force: true, maxRetries: 3 });
}
