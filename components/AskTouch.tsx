import type { ReactNode } from 'react';
import type { HeldPort, HeldTouch } from '../lib/browser/held-port';
import { failureSentence } from '../lib/browser/sentences';
import { t } from '../lib/browser/text';
import { failure } from '../lib/messages/failures';
import type { HeldView } from '../lib/messages/views';
import { FormError } from './FormError';
import { HeldCodeForm } from './HeldCodeForm';
import { OpenWindowHint } from './OpenWindowHint';
import { useInitialFocus } from './use-initial-focus';
import { useLeaveSignal } from './use-leave-signal';
import type { Refusals } from './use-submit';
import { useSubmit } from './use-submit';

/** What a page knows of passkeys that hold accounts, and how it asks them. */
export type HeldWorld = {
  readonly held: HeldView;
  /** Whether this page can ask a passkey at all; the recovery code works everywhere. */
  readonly canTouch: boolean;
  readonly port: Pick<HeldPort, 'touch'>;
};

type Props = HeldWorld & {
  /** What the button says that asks for the touch, and does what it is for. */
  readonly submit: string;
  readonly submitClass?: string;
  readonly focusFirst?: boolean;
  /** Kept focusable and without effect, while something else is under way. */
  readonly inert?: boolean;
  /** Fields that go along, with what they hold, and what is wrong with them: asked before any passkey is. */
  readonly values?: Readonly<Record<string, string>>;
  readonly children?: (refusals: Refusals<string>) => ReactNode;
  readonly check?: () => Refusals<string>;
  readonly onTouched: (touch: HeldTouch) => Promise<Refusals<string>>;
  /** The way to a page that a passkey's prompt does not close; absent where this is one. */
  readonly onOpenWindow?: (() => void) | undefined;
};

const nothingWrong = () => ({});

/** Asks for what opens the held key: a touch, or where none can be had the recovery code that belongs to it. */
export function AskTouch({ held, canTouch, port, submit, submitClass = '', focusFirst = false, ...props }: Props) {
  const { inert = false, values = {}, children, check = nothingWrong, onTouched, onOpenWindow } = props;
  const signal = useLeaveSignal();
  const button = useInitialFocus<HTMLButtonElement>(focusFirst && canTouch);
  const form = useSubmit<string>(values, async () => {
    if (inert) return {};
    const problems = check();
    if (Object.keys(problems).length > 0) return problems;
    const touched = await port.touch(held, signal);
    return touched.ok ? onTouched(touched.value) : { form: failureSentence(failure(touched.error)) };
  });
  const codeForm = <HeldCodeForm focusFirst={focusFirst && !canTouch} check={check} onTyped={onTouched} />;
  return (
    <div className="touch">
      <form {...form.props} className="touch-ask">
        {children?.(form.refusals)}
        {canTouch ? (
          <button type="submit" className={submitClass} ref={button} aria-disabled={form.busy || inert}>
            {submit}
          </button>
        ) : (
          <p className="hint">{t('held.cannotHere')}</p>
        )}
        <FormError error={form.refusals.form} />
      </form>
      {!canTouch && codeForm}
      {canTouch && (
        <details>
          <summary>{t('held.noTouch')}</summary>
          {onOpenWindow && <OpenWindowHint onOpenWindow={onOpenWindow} />}
          {codeForm}
        </details>
      )}
    </div>
  );
}
