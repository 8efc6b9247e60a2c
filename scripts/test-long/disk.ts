// The files in which Chromium keeps storage.local and IndexedDB are damaged while the browser is closed, each in a way of
// its own on a fresh copy of one profile. Whatever it is, starting changes nothing, and the vault opens from what is left.
// A part of a case's name as the argument leaves out all others.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { launchLatchkey } from '../../e2e/harness/launch';
import { MASTER_PASSWORD } from '../../e2e/harness/master-password';
import { sendMessage, tryMessage } from '../../e2e/harness/send-message';
import type { CopyName } from '../../lib/model/copy-name';
import { equalBytes } from '../../lib/shared/bytes';
import type { DiskCase } from './disk-cases';
import { listCases } from './disk-cases';
import { makeDiskProfile, wasWritten } from './disk-profile';
import { openPage, readNumbers } from './numbered-saves';
import { exportCopies } from './stored-copies';

/** As many browsers side by side as the smallest machine has cores. */
const WIDTH = 2;
/** The wait after one try that was wrong, and a little more. */
const RETRY_MS = 1_500;

const NOTHING = new Uint8Array(0);
const counts = { newest: 0, older: 0, recovered: 0, shown: 0, nothingLeft: 0 };

type Result = keyof typeof counts;

/** What says that a copy is open though it could not be saved. */
const SHOWN: readonly string[] = ['save-failed', 'save-uncertain'];

/** Opens one of the copies that are left, as a person does on the recovery page: as the vault, or only to be looked at. */
async function recover(page: Page): Promise<Result | null> {
  const copies = await sendMessage({ page }, 'copies.list', {});
  const whole = copies.filter(({ state }) => state === 'whole' || state === 'unproven');
  const wayIn = { type: 'password', password: MASTER_PASSWORD } as const;
  for (const { name } of whole.toSorted((a, b) => (b.generation ?? 0) - (a.generation ?? 0))) {
    const reply = await tryMessage(page, 'copies.open', { name, wayIn, overNewer: false });
    if (reply?.ok) return 'recovered';
    const code = reply?.error[0]?.code ?? 'no answer';
    if (SHOWN.includes(code)) return 'shown';
    console.log(`copy ${name}: ${code}`);
    // What reads as a vault may be damaged where only its key can tell.
    await sleep(RETRY_MS);
  }
  return null;
}

/** Opens the vault as it is, or else one of its copies. Null where nothing opens. */
async function openAnything(page: Page): Promise<Result | null> {
  const { phase } = await sendMessage({ page }, 'vault.status', {});
  if (phase === 'locked') {
    const wayIn = { type: 'password', password: MASTER_PASSWORD } as const;
    const reply = await tryMessage(page, 'vault.unlock', { wayIn });
    if (reply?.ok) return 'newest';
    await sleep(RETRY_MS);
  }
  return recover(page);
}

/** Throws where a copy is not what it was, but for what the damage has done to it. */
function checkUntouched(
  copies: ReadonlyMap<CopyName, Uint8Array<ArrayBuffer>>,
  { profile, untouched }: DiskCase,
): void {
  for (const name of untouched) {
    if (!equalBytes(copies.get(name) ?? NOTHING, profile.copies.get(name) ?? NOTHING)) {
      throw new Error(`copy ${name} was not damaged, and is another one now`);
    }
  }
  for (const [name, bytes] of copies) {
    if (bytes.length > 0 && !wasWritten(profile, bytes)) throw new Error(`no save has written what copy ${name} holds`);
  }
}

/** Opens what is left, after a look at whether starting has changed anything. */
async function open(page: Page, one: DiskCase): Promise<Result> {
  const { phase } = await sendMessage({ page }, 'vault.status', {});
  const copies = await exportCopies(page);
  checkUntouched(copies, one);
  if (phase === 'absent' && copies.size > 0) throw new Error(`the vault is absent, with ${copies.size} copies left`);
  const opened = phase === 'absent' ? null : await openAnything(page);
  if (opened === null && one.untouched.length > 0) throw new Error('nothing opens, though one store is as it was');
  if (opened === null) return 'nothingLeft';
  const numbers = [...(await readNumbers(page)).values()];
  if (numbers.length !== one.profile.accountCount) throw new Error(`there are ${numbers.length} accounts`);
  return opened === 'newest' && Math.max(...numbers) < one.profile.lastNumber ? 'older' : opened;
}

async function run(one: DiskCase, work: string): Promise<void> {
  const folder = await mkdtemp(path.join(work, 'case-'));
  await cp(one.profile.folder, folder, { recursive: true });
  await one.damage(folder);
  const latchkey = await launchLatchkey({ site: null, headless: true, profile: folder });
  try {
    const result = await open(await openPage(latchkey), one);
    counts[result]++;
    console.log(`${one.name}: ${result}`);
  } finally {
    await latchkey.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

const work = await mkdtemp(path.join(tmpdir(), 'latchkey-disk-'));
try {
  // The first fits LevelDB's log; the second has tables, and values that IndexedDB keeps in files of their own.
  const small = await makeDiskProfile(path.join(work, 'small'), 4, 8);
  const large = await makeDiskProfile(path.join(work, 'large'), 250, 24);
  const all = [...(await listCases(small, 'small')), ...(await listCases(large, 'large'))];
  const cases = all.filter(({ name }) => name.includes(process.argv[2] ?? ''));
  const waiting = [...cases];
  let failed = 0;
  const takeCases = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { name } = next;
      await run(next, work).catch(error => {
        failed++;
        console.log(`${name}: FAILED: ${error.message}`);
      });
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, takeCases));
  const { newest, older, recovered, shown, nothingLeft } = counts;
  console.log(
    `${cases.length} damages to the files of a closed browser: the newest save opened in ${newest}, an older one in ${older}, a spare copy on the recovery page in ${recovered}, one to look at on a disk that takes nothing in ${shown}, nothing was left in ${nothingLeft}; ${failed} failed`,
  );
  if (failed > 0) process.exitCode = 1;
} finally {
  await rm(work, { recursive: true, force: true, maxRetries: 3 });
}
