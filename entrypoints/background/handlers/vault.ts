import { readManaged } from '../../../lib/browser/managed-storage';
import { failure, failureFrom } from '../../../lib/messages/failures';
import { isTooShort } from '../../../lib/model/password-length';
import { err, ok } from '../../../lib/shared/result';
import type { VaultBody } from '../../../lib/vault/body';
import { replacePassword } from '../../../lib/vault/ways-in';
import { eraseStores } from '../erase';
import { leaveNoTrace, scrubAfterUnlock } from '../leave-no-trace';
import { lockNow } from '../lock';
import type { Handlers } from '../router';
import { resumeAfterUnlock } from '../sign-in';
import { withBody } from '../with-body';
import { publishStatus, vault } from '../worker';

/** Why the vault does not unlock. Where a working copy is left, its way in was right, and what it opens is damaged. */
async function unlockFailure(error: Parameters<typeof failureFrom>[0]) {
  const isOpened = error === 'vault-damaged' && (await vault.phase()) === 'locked';
  return isOpened ? failure('live-copies-damaged') : failureFrom(error);
}

/** The vault as a whole, and the settings inside it. */
export const vaultHandlers: Pick<
  Handlers,
  | 'vault.status'
  | 'vault.create'
  | 'vault.unlock'
  | 'vault.lock'
  | 'vault.recover'
  | 'vault.erase'
  | 'policy.read'
  | 'policy.managed'
  | 'policy.save'
  | 'policy.set-sign-in-mode'
> = {
  'vault.status': async () => ok(await publishStatus()),
  'vault.create': async ({ password }) => {
    if (isTooShort(password)) return err([failure('password-too-short')]);
    const created = await vault.create(password);
    return created.ok ? created : err([failure(created.error)]);
  },
  'vault.unlock': async ({ wayIn }) => {
    const unlocked = await vault.unlock(wayIn);
    if (!unlocked.ok) return err([await unlockFailure(unlocked.error)]);
    await publishStatus();
    await resumeAfterUnlock();
    void scrubAfterUnlock();
    return unlocked;
  },
  'vault.lock': async () => {
    await lockNow();
    return ok(null);
  },
  'vault.recover': async ({ wayIn, next }) => {
    if (isTooShort(next)) return err([failure('password-too-short')]);
    const unlocked = await vault.unlock(wayIn);
    if (!unlocked.ok) return err([await unlockFailure(unlocked.error)]);
    const change = async () => {
      const changed = await vault.rewrite(null, replacePassword(next));
      return changed.ok ? changed : err([failureFrom(changed.error)]);
    };
    return leaveNoTrace(change, { waits: false });
  },
  'vault.erase': async () => {
    try {
      await lockNow();
      await vault.erase(eraseStores);
      return ok(null);
    } catch {
      return err([failure('erase-failed')]);
    } finally {
      await publishStatus();
    }
  },
  'policy.read': () => withBody(({ policy }) => ok(policy)),
  'policy.managed': async () => ok(await readManaged()),
  'policy.save': async policy => {
    const saved = await vault.update<never>(body => ok({ ...body, policy: { ...body.policy, ...policy } }));
    return saved.ok ? ok(null) : err([failure(saved.error)]);
  },
  'policy.set-sign-in-mode': async ({ mode, proof }) => {
    const set = (body: VaultBody) => ({ ...body, policy: { ...body.policy, signInMode: mode } });
    if (mode !== 'automatic') {
      const saved = await vault.update<never>(body => ok(set(body)));
      return saved.ok ? ok(null) : err([failure(saved.error)]);
    }
    if (proof === null) return err([failure('message-refused')]);
    const changed = await vault.rewrite<never>(proof, async now => ok({ ...now, body: set(now.body) }));
    return changed.ok ? changed : err([failureFrom(changed.error)]);
  },
};
