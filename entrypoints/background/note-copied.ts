import { changeKey } from '../../lib/model/account';
import { ok } from '../../lib/shared/result';
import { changeFound } from '../../lib/vault/keys';
import { noteEvent } from './history';
import { vault } from './worker';

/** Notes that a key was copied just now, in its history and on itself. What cannot be noted stands in nobody's way. */
export async function noteCopied(accountId: string, keyId: string): Promise<void> {
  const lastUsedAtMs = Date.now();
  await noteEvent('copied', accountId, keyId);
  await vault
    .update(body => changeFound(body, accountId, account => ok(changeKey(account, keyId, { lastUsedAtMs }))))
    .catch(() => undefined);
}
