import { t } from '../lib/browser/text';

/** Says that a code is not that of this computer's clock, which is so many seconds behind the site's (less than 0: ahead). */
export function ClockCorrection({ behindSeconds }: { readonly behindSeconds: number }) {
  const seconds = String(Math.abs(behindSeconds));
  return (
    <p className="hint">
      {behindSeconds > 0 ? t('code.correctedBehind', [seconds]) : t('code.correctedAhead', [seconds])}
    </p>
  );
}
