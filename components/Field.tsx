import type { ClipboardEvent, ComponentProps } from 'react';
import { useId } from 'react';
import { describeBy, FieldNotes } from './FieldNotes';
import { useInitialFocus } from './use-initial-focus';

type Props = Omit<ComponentProps<'input'>, 'id' | 'ref'> & {
  /** The accessible name, to the letter: hint and error are described, never part of the label. */
  readonly label: string;
  /** What to type. It makes room for the error, which says it better once there is one. */
  readonly hint?: string | undefined;
  /** What there is to know besides, in the place of the hint; it stays beside an error. */
  readonly aside?: string | undefined;
  /** Whether it has the focus when the form appears. */
  readonly focusFirst?: boolean;
  /** What is wrong with it, in one sentence. */
  readonly error?: string | undefined;
};

/**
 * A single-line input drops line breaks from what is pasted without a word. As spaces they stay, so that whoever judges
 * the value sees that something came along, and can say so.
 */
function keepLineBreaks(event: ClipboardEvent<HTMLInputElement>): void {
  const pasted = event.clipboardData.getData('text');
  if (!/[\r\n]/u.test(pasted) || event.currentTarget.type !== 'text') return;
  event.preventDefault();
  const { currentTarget: input } = event;
  input.setRangeText(pasted.replace(/[\r\n]+/gu, ' '), input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end');
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** One labelled input with its hint and its error. */
export function Field({ label, hint: usual, aside, error, focusFirst = false, ...input }: Props) {
  const id = useId();
  const element = useInitialFocus<HTMLInputElement>(focusFirst);
  const hint = aside ?? (error === undefined ? usual : undefined);
  const notes = { id, error, hint };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input onPaste={keepLineBreaks} {...input} ref={element} id={id} {...describeBy(notes)} />
      <FieldNotes {...notes} />
    </div>
  );
}
