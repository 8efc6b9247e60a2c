import { type FormEvent, useEffect, useRef, useState } from 'react';

/** What was wrong with a form: a sentence by field, or under `form` where it belongs to the whole. */
export type Refusals<Name extends string> = Partial<Record<Name | 'form', string>>;

/**
 * Submits a form one try at a time. What it holds stays as it is when it is refused, and the first wrong field gets the
 * focus. `act` returns what was wrong, or nothing.
 */
export function useSubmit<Name extends string>(act: () => Promise<Refusals<Name>>) {
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<Refusals<Name>>({});

  useEffect(() => {
    if (Object.keys(refusals).length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    // Cleared first, so that the same sentence said twice is announced twice.
    setRefusals({});
    const found = await act();
    setBusy(false);
    setRefusals(found);
  }
  return { busy, refusals, props: { ref: form, onSubmit, noValidate: true, 'aria-busy': busy } };
}
