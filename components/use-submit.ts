import type { FormEvent } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';

/** What was wrong with a form: a sentence by field, or under `form` where it belongs to the whole. */
export type Refusals<Name extends string> = Partial<Record<Name | 'form', string>>;

/**
 * Submits a form one try at a time. What it holds stays as it is when it is refused, and the first wrong field gets the
 * focus. `act` hears the value of the button that was pressed, and returns what was wrong, or nothing. A sentence goes away
 * when its field is changed, and comes back if the field does.
 */
export function useSubmit<Name extends string>(
  values: Readonly<Record<Name, string>>,
  act: (pressed: string) => Promise<Refusals<Name>>,
) {
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<Refusals<Name>>({});
  const [refused, setRefused] = useState(values);

  useLayoutEffect(() => {
    if (Object.keys(refusals).length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const pressed = submitter?.getAttribute('value') ?? '';
    setBusy(true);
    // Cleared first, so that the same sentence said twice is announced twice.
    setRefusals({});
    setRefused(values);
    try {
      setRefusals(await act(pressed));
    } finally {
      setBusy(false);
    }
  }
  const standing: Refusals<Name> = { ...refusals };
  for (const name of Object.keys(values) as Name[]) {
    if (values[name] !== refused[name]) delete standing[name];
  }
  return { busy, refusals: standing, props: { ref: form, onSubmit, noValidate: true, 'aria-busy': busy } };
}
