import { useEffect } from 'react';
import { t } from '../lib/browser/text';
import type { CodesView } from '../lib/messages/views';
import { ClockCorrection } from './ClockCorrection';
import { codeAt } from './code-at';
import { Digits } from './Digits';
import { Ring } from './Ring';
import { useNow } from './use-now';

/** Below this the next code is worth waiting for, so it is shown beforehand. */
const ENDING_SECONDS = 10;

type Props = {
  readonly codes: CodesView;
  readonly now: () => number;
  /** The codes at hand have run out, or soon will: ask again. Called every second until there are new ones. */
  readonly onStale: () => void;
  readonly onCopy: (code: string) => void;
};

/** An account's code with the time that is left to it. */
export function LiveCode({ codes, now, onStale, onCopy }: Props) {
  const nowMs = useNow(now, codes.validUntilMs);
  const moment = codeAt(codes, nowMs);
  const stale = moment === null || moment.stale;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the time is what repeats the question until it is answered.
  useEffect(() => {
    if (stale) onStale();
  }, [stale, nowMs, onStale]);

  const secondsLeft = moment?.secondsLeft ?? 0;
  const ending = secondsLeft < ENDING_SECONDS;
  const code = moment?.code ?? '';
  return (
    <div className="code">
      <Ring key={code} fraction={moment?.fraction ?? 0} tone={ending ? 'ending' : 'code'}>
        <text className="ring-count" x="12" y="12">
          {moment && secondsLeft}
        </text>
      </Ring>
      <output className="code-digits" aria-label={t('code.name')} aria-live="off">
        <Digits code={code} />
      </output>
      {ending && moment?.next && (
        <span className="code-next">
          {t('code.next')} <Digits code={moment.next} />
        </span>
      )}
      {codes.clockBehindSeconds !== null && <ClockCorrection behindSeconds={codes.clockBehindSeconds} />}
      <button type="button" disabled={moment === null} onClick={() => onCopy(code)}>
        {t('code.copy')}
      </button>
    </div>
  );
}
