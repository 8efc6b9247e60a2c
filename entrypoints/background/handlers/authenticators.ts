import { failureFrom } from '../../../lib/messages/failures';
import { err, ok } from '../../../lib/shared/result';
import { correctAlgorithm, markAuthenticatorDead } from '../../../lib/vault/sign-ins';
import type { Handlers } from '../router';
import { vault } from '../worker';

/** What a person says of an account's authenticator after a sign-in that did not go well, or not quite. */
export const authenticatorHandlers: Pick<Handlers, 'signin.authenticator-dead' | 'signin.correct-algorithm'> = {
  'signin.authenticator-dead': async ({ id, isDead }) => {
    const saved = await vault.update(body => markAuthenticatorDead(body, id, isDead ? Date.now() : null));
    return saved.ok ? ok(null) : err([failureFrom(saved.error)]);
  },

  'signin.correct-algorithm': async ({ id }) => {
    const saved = await vault.update(body => correctAlgorithm(body, id));
    return saved.ok ? ok(null) : err([failureFrom(saved.error)]);
  },
};
