import type { HeldTouch } from '../lib/browser/held-port';
import type { Failure } from '../lib/messages/failures';
import { Act } from './Act';
import { AskTouch } from './AskTouch';
import type { TouchWorld } from './enrol-world';
import { refusalsOf } from './refusals';

type Props = {
  readonly submit: string;
  /** What the button says where a passkey has to be touched first. */
  readonly touchAndSubmit: string;
  readonly isHeld: boolean;
  readonly touch: TouchWorld;
  readonly isPrimary?: boolean;
  /** What stood in the way, or nothing. */
  readonly onAct: (touch: HeldTouch | null) => Promise<readonly Failure[]>;
};

/** One thing to do with an account, which takes a touch where a passkey holds it. */
export function EnrolAct({ submit, touchAndSubmit, isHeld, touch, isPrimary = false, onAct }: Props) {
  const look = isPrimary ? 'primary wide' : 'wide';
  if (!isHeld || touch === null) return <Act label={submit} look={look} onAct={() => onAct(null)} />;
  return (
    <AskTouch
      {...touch}
      submit={touchAndSubmit}
      submitClass={look}
      onTouched={async touched => refusalsOf<string>(await onAct(touched))}
    />
  );
}
