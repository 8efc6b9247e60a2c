import type { Failure } from '../../lib/messages/failures';
import { failure } from '../../lib/messages/failures';
import type { Result } from '../../lib/shared/result';
import { err } from '../../lib/shared/result';
import type { VaultBody } from '../../lib/vault/body';
import { vault } from './worker';

/** Answers a question about the vault's contents, or says why it cannot be asked now. */
export async function withBody<T>(
  answer: (body: VaultBody) => Result<T, readonly Failure[]> | Promise<Result<T, readonly Failure[]>>,
): Promise<Result<T, readonly Failure[]>> {
  const body = await vault.read();
  return body.ok ? answer(body.value) : err([failure(body.error)]);
}
