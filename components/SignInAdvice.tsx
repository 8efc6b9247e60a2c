import { hintSentence } from '../lib/browser/sentences';
import { t } from '../lib/browser/text';
import { sentenceNameOf } from '../lib/messages/sentence-key';
import type { SignInView } from '../lib/messages/views';
import type { Offer } from '../lib/signin/advice';

type Props = {
  /** The sign-in that has ended, or null while there is none to speak of. */
  readonly signIn: Extract<SignInView, { state: 'ended' }> | null;
  readonly onOffer: (offer: Offer) => void;
  readonly onDismiss: () => void;
};

/** What may stand behind the outcome of a sign-in, and what can be done about it. Silent where there is nothing to say. */
export function SignInAdvice({ signIn, onOffer, onDismiss }: Props) {
  const { hints, offers } = signIn ?? { hints: [], offers: [] };
  return (
    <>
      {/* There before it speaks, since only a region that is known is announced. */}
      <div className="advice" role="status">
        {hints.length > 0 && (
          <ul>
            {hints.map(hint => (
              <li key={hint.code}>{hintSentence(hint)}</li>
            ))}
          </ul>
        )}
      </div>
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
    </>
  );
}
