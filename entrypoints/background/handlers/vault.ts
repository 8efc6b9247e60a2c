import { failure, failureFrom } from '../../../lib/messages/failures';
import { isTooShort } from '../../../lib/model/password-length';
import { err, ok } from '../../../lib/shared/result';
import { replacePassword } from '../../../lib/vault/ways-in';
import { eraseStores } from '../erase';
import { leaveNoTrace, scrubAfterUnlock } from '../leave-no-trace';
import { lockNow } from '../lock';
import type { Handlers } from '../router';
import { resumeAfterUnlock } from '../sign-in';
import { withBody } from '../with-body';
import { publishStatus, vault } from '../worker';

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
  | 'policy.save'
> = {
  'vault.status': async () => ok(await publishStatus()),
  'vault.create': async ({ password }) => {
    if (isTooShort(password)) return err([failure('password-too-short')]);
    const created = await vault.create(password);
    return created.ok ? created : err([failure(created.error)]);
  },
  'vault.unlock': async ({ wayIn }) => {
    const unlocked = await vault.unlock(wayIn);
    if (!unlocked.ok) return err([failureFrom(unlocked.error)]);
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
    if (!unlocked.ok) return err([failureFrom(unlocked.error)]);
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
  'policy.save': async policy => {
    const saved = await vault.update<never>(body => ok({ ...body, policy }));
    return saved.ok ? ok(null) : err([failure(saved.error)]);
  },
};
