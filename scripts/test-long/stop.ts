// The worker is stopped in the middle of saves, as the browser stops one that it has no room for, and started again by the
// next message. The vault is large enough for a save to take a good part of the time in which the stop comes.
import { setTimeout as sleep } from 'node:timers/promises';
import { launchLatchkey } from '../../e2e/harness/launch';
import { makeVault } from '../../e2e/harness/make-vault';
import { sendMessage } from '../../e2e/harness/send-message';
import { killWorker } from '../../e2e/harness/worker-life';
import { writeLocal } from '../../e2e/harness/write-state';
import { KDF_DEFAULT } from '../../lib/crypto/kdf';
import { base64Encode } from '../../lib/shared/base64';
import { Journal } from './journal';
import { openPage, readNumbers, saveNumber, unlock } from './numbered-saves';

const SAVES = 200;
const STOP_WITHIN_MS = 500;
const ACCOUNTS = 200;
/** A message whose worker has died is answered at once, with a failure. */
const ANSWER_WITHIN_MS = 30_000;

const latchkey = await launchLatchkey({ site: null, headless: true });
const counts = { acknowledged: 0, cutOff: 0, thereAllTheSame: 0 };
try {
  await writeLocal(latchkey, {
    'vault.a': base64Encode(await makeVault({ kdf: KDF_DEFAULT, accountCount: ACCOUNTS })),
  });
  const page = await openPage(latchkey);
  await unlock(page);
  const [id = ''] = (await readNumbers(page)).keys();
  const journal = new Journal();
  const check = async () => {
    const numbers = await readNumbers(page);
    if (numbers.size !== ACCOUNTS) throw new Error(`after a stop there are ${numbers.size} accounts`);
    const { lost, isUnpromised } = journal.compare(numbers.get(id) ?? 0, performance.now());
    if (lost[0] !== undefined) throw new Error(`save ${lost[0].number} was acknowledged and is lost`);
    counts.thereAllTheSame += isUnpromised ? 1 : 0;
  };
  for (let number = 1; number <= SAVES; number++) {
    journal.ask(number);
    const late = sleep(ANSWER_WITHIN_MS, null, { ref: false }).then(() => {
      throw new Error(`save ${number} was never answered`);
    });
    const saving = Promise.race([saveNumber(page, id, number), late]);
    await sleep(Math.random() * STOP_WITHIN_MS);
    await killWorker(latchkey, page);
    const isAnswered = await saving;
    if (isAnswered) journal.promise(number);
    counts[isAnswered ? 'acknowledged' : 'cutOff']++;
    await check();
  }
  await sendMessage({ page }, 'vault.lock', {});
  await unlock(page);
  await check();
  const { acknowledged, cutOff, thereAllTheSame } = counts;
  console.log(
    `${SAVES} saves with the worker stopped 0 to ${STOP_WITHIN_MS} ms into each: ${acknowledged} acknowledged, none of them lost; ${cutOff} cut off, ${thereAllTheSame} of those there all the same`,
  );
} finally {
  await latchkey.close();
}
