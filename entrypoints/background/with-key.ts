import type { Failure } from '../../lib/messages/failures';
import { failure } from '../../lib/messages/failures';
import { findKey } from '../../lib/model/account';
import type { Key } from '../../lib/model/key';
import type { Result } from '../../lib/shared/result';
import { err } from '../../lib/shared/result';
import { findAccount } from '../../lib/vault/accounts';
import { withBody } from './with-body';

/** Answers a question about one key of an account; `key-missing` where there is none, or the account is removed. */
export function withKey<T>(
  accountId: string,
  keyId: string,
  answer: (key: Key) => Promise<Result<T, readonly Failure[]>>,
): Promise<Result<T, readonly Failure[]>> {
  return withBody(async body => {
    const account = findAccount(body, accountId);
    const key = account && findKey(account, keyId);
    return key === null ? err([failure('key-missing')]) : answer(key);
  });
}
