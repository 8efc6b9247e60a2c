import type { HeldTouch } from '../lib/browser/held-port';
import type { Failure } from '../lib/messages/failures';
import type { HeldWorld } from './AskTouch';
import { AskTouch } from './AskTouch';
import { FormError } from './FormError';
import { refusalsOf } from './refusals';
import { useSubmit } from './use-submit';

/** How a passkey is asked that holds accounts; null where nothing is held, or a touch still serves. */
export type TouchWorld = (HeldWorld & { readonly onOpenWindow?: (() => void) | undefined }) | null;

type Props = {
  readonly submit: string;
  /** What the button says where a passkey has to be touched first. */
  readonly touchAndSubmit: string;
  readonly isHeld: boolean;
  readonly touch: TouchWorld;
  readonly isPrimary?: boolean;
  /** What the act is about: what was wrong with it before is forgotten when it changes. */
  readonly about?: string;
  /** What stood in the way, or nothing. */
  readonly onAct: (touch: HeldTouch | null) => Promise<readonly Failure[]>;
};

/** One thing to do with an account, which takes a touch where a passkey holds it. */
export function EnrolAct({ submit, touchAndSubmit, isHeld, touch, isPrimary = false, about = '', onAct }: Props) {
  const form = useSubmit<string>({ about }, async () => refusalsOf<string>(await onAct(null)));
  const look = isPrimary ? 'primary wide' : 'wide';
  if (isHeld && touch !== null) {
    return (
      <AskTouch
        {...touch}
        submit={touchAndSubmit}
        submitClass={look}
        values={{ about }}
        onTouched={async touched => refusalsOf<string>(await onAct(touched))}
      />
    );
  }
  return (
    <form {...form.props} className="touch-ask">
      <button type="submit" className={look} aria-disabled={form.busy}>
        {submit}
      </button>
      <FormError error={form.refusals.form} />
    </form>
  );
}
