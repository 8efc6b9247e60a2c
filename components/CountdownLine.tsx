import { t } from '../lib/browser/text';
import { useNow } from './use-now';

type Props = { readonly untilMs: number; readonly now: () => number };

/** Counts down to the next code. It is looked at and not announced: the message says once that the sign-in waits. */
export function CountdownLine({ untilMs, now }: Props) {
  const leftMs = untilMs - useNow(now, untilMs);
  if (leftMs <= 0) return null;
  return (
    <p className="hint" role="timer" aria-live="off">
      {t('signIn.nextCode', [String(Math.ceil(leftMs / 1_000))])}
    </p>
  );
}
