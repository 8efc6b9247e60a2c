// What unlocking costs beyond the password derivation that nobody can save: the budget is 1.10 times. In Node, over the
// very code that the worker runs; a browser's own figures differ, their ratio hardly does.
import { argon2id } from 'hash-wasm';
import { KDF_DEFAULT } from '../lib/crypto/kdf';
import { createRepeatableRandom } from '../lib/shared/random.testing';
import { ok } from '../lib/shared/result';
import { bodyWith, fields } from '../lib/vault/accounts.testing';
import { BY_PASSWORD, makeUnlockedWorld, PASSWORD } from '../lib/vault/vault.testing';
import { measureByTurns } from './measure';

const ROUNDS = 15;
const ACCOUNT_COUNTS = [1, 20, 200];

/** Argon2id and nothing else, at the cost that a vault has. */
async function deriveBare(): Promise<void> {
  await argon2id({
    password: PASSWORD,
    salt: createRepeatableRandom(1)(32),
    memorySize: KDF_DEFAULT.memoryKib,
    iterations: KDF_DEFAULT.iterations,
    parallelism: KDF_DEFAULT.parallelism,
    hashLength: 32,
    outputType: 'binary',
  });
}

/** A vault with so many accounts; the function unlocks it as a worker does that has just been started. */
async function prepareUnlock(accountCount: number): Promise<() => Promise<void>> {
  const world = await makeUnlockedWorld();
  const forms = Array.from({ length: accountCount }, (_, index) => fields({ email: `person-${index}@example.com` }));
  await world.vault.update(() => ok(bodyWith(...forms)));
  return async () => {
    await world.vault.lock();
    const vault = world.wake();
    const unlocked = await vault.unlock(BY_PASSWORD);
    const body = await vault.read();
    if (!unlocked.ok || !body.ok || body.value.accounts.length !== accountCount) throw new Error('it did not unlock');
  };
}

const subjects: Record<string, () => Promise<void>> = { 'bare Argon2id': deriveBare };
for (const count of ACCOUNT_COUNTS) subjects[`unlock, ${count} accounts`] = await prepareUnlock(count);
const timings = await measureByTurns(subjects, ROUNDS);

const bare = timings['bare Argon2id']?.median ?? Number.NaN;
console.log(`Unlock, ${ROUNDS} rounds by turns, Node ${process.versions.node} on ${process.platform} ${process.arch}`);
console.log('                          median     least      most   ratio to bare');
for (const [name, { median, least, most }] of Object.entries(timings)) {
  const times = [median, least, most].map(ms => `${ms.toFixed(1)} ms`.padStart(10)).join('');
  console.log(`${name.padEnd(22)}${times}${(median / bare).toFixed(3).padStart(11)}`);
}
