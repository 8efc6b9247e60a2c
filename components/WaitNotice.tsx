import { t } from '../lib/browser/text';
import { SECOND_MS } from '../lib/shared/duration';
import { useNow } from './use-now';
import type { Wait } from './use-wait';

type Props = { readonly wait: Wait | null; readonly now: () => number };

/** Says that it is too soon for another try, counts the seconds, and says when it no longer is. */
export function WaitNotice({ wait, now }: Props) {
  return wait === null ? null : <Countdown wait={wait} now={now} />;
}

function Countdown({ wait: { untilMs, toldCount }, now }: { readonly wait: Wait; readonly now: () => number }) {
  const seconds = Math.ceil((untilMs - useNow(now, untilMs)) / SECOND_MS);
  return (
    <div className="wait">
      {seconds > 0 && (
        <>
          <p role="alert" className="error" key={toldCount}>
            {t('unlock.tooSoon')}
          </p>
          {/* A timer is read when asked for: nobody wants to hear every second. */}
          <p role="timer">{t('unlock.waitLeft', seconds)}</p>
        </>
      )}
      {/* There before it speaks, since only a region that is known is announced. */}
      <p role="status">{seconds > 0 ? '' : t('unlock.waitOver')}</p>
    </div>
  );
}
