import { hintSentence } from '../lib/browser/sentences';
import { t } from '../lib/browser/text';
import { sentenceNameOf } from '../lib/messages/sentence-key';
import type { SignInView } from '../lib/messages/views';
import type { Offer } from '../lib/signin/advice';

type Props = {
  readonly signIn: Extract<SignInView, { state: 'ended' }>;
  readonly onOffer: (offer: Offer) => void;
  readonly onDismiss: () => void;
};

/** What may stand behind the outcome of a sign-in, and what can be done about it. Nothing where there is nothing to say. */
export function SignInAdvice({ signIn: { hints, offers }, onOffer, onDismiss }: Props) {
  if (hints.length === 0 && offers.length === 0) return null;
  return (
    <section className="advice">
      {hints.length > 0 && (
        <ul>
          {hints.map(hint => (
            <li key={hint.code}>{hintSentence(hint)}</li>
          ))}
        </ul>
      )}
      {offers.length > 0 && (
        <div className="row">
          {offers.map(offer => (
            <button key={offer} type="button" onClick={() => onOffer(offer)}>
              {t(`offer.${sentenceNameOf(offer)}`)}
            </button>
          ))}
          <button type="button" className="quiet" onClick={onDismiss}>
            {t('signIn.later')}
          </button>
        </div>
      )}
    </section>
  );
}
