import { useState } from 'react';
import type { SignInWish } from '../../components/sign-in-wish';
import { attempt } from '../../lib/browser/vault-port';
import type { Failure } from '../../lib/messages/failures';
import type { SignInView } from '../../lib/messages/views';
import type { Offer } from '../../lib/signin/advice';
import type { Agreement } from '../../lib/signin/run';

/** What the popup can do about the end of a sign-in. */
export type OfferActs = {
  readonly onStart: (accountId: string, wish: SignInWish) => void;
  readonly onEdit: (accountId: string) => void;
  readonly onRotate: (accountId: string) => void;
  readonly onFailures: (failures: readonly Failure[]) => void;
};

const AGREES_TO: Partial<Record<Offer, Agreement>> = { 'use-site-clock': 'clock', 'give-key': 'key' };

/**
 * The advice on the last sign-in until it is taken or left, and what was agreed to: an account that a passkey holds takes
 * the touch first, and the agreement goes with it.
 */
export function useOffers(signIn: SignInView | null, { onStart, onEdit, onRotate, onFailures }: OfferActs) {
  const [settledAtMs, setSettledAtMs] = useState<number | null>(null);
  const [agreed, setAgreed] = useState<{ accountId: string; agreement: Agreement } | null>(null);
  const ended = signIn?.state === 'ended' && signIn.endedAtMs !== settledAtMs ? signIn : null;
  const dismiss = () => setSettledAtMs(ended?.endedAtMs ?? null);

  async function change(name: 'reset-authenticator' | 'correct-algorithm', id: string) {
    const failures =
      name === 'reset-authenticator'
        ? await attempt('signin.authenticator-dead', { id, isDead: true })
        : await attempt('signin.correct-algorithm', { id });
    if (failures.length > 0) onFailures(failures);
    else dismiss();
  }

  function take(offer: Offer) {
    if (ended === null) return;
    const { accountId } = ended;
    const agreement = AGREES_TO[offer];
    if (agreement !== undefined) {
      setAgreed({ accountId, agreement });
      onStart(accountId, { agreed: [agreement] });
    }
    if (offer === 'reset-authenticator' || offer === 'correct-algorithm') void change(offer, accountId);
    if (offer === 'edit-account') onEdit(accountId);
    if (offer === 'rotate-key') onRotate(accountId);
  }
  /** A wish together with what was agreed to for this account, and for no other. */
  const agreeing = (accountId: string, { agreed: already = [], ...wish }: SignInWish): SignInWish => {
    const more = agreed?.accountId === accountId && !already.includes(agreed.agreement) ? [agreed.agreement] : [];
    return { ...wish, agreed: [...already, ...more] };
  };
  return { ended, agreeing, take, dismiss };
}
