import { useState } from 'react';
import type { CopiesPort } from '../lib/browser/copies-port';
import { failureSentence } from '../lib/browser/sentences';
import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import type { CopyView } from '../lib/messages/views';
import { bestToSave } from './copy-words';
import { Field } from './Field';
import { FormError } from './FormError';
import { refusalsOf } from './refusals';
import { useSubmit } from './use-submit';

type Props = {
  /** What has to be typed, so that nobody erases by habit. */
  readonly word: string;
  readonly copies: readonly CopyView[];
  readonly onSave: CopiesPort['saveToFile'];
  readonly onErase: () => Promise<readonly Failure[]>;
};

/** Two steps to an empty device: the sealed vault into a file, and a word typed by hand. */
export function EraseForm({ word, copies, onSave, onErase }: Props) {
  const best = bestToSave(copies);
  const [typed, setTyped] = useState('');
  const [savedAs, setSavedAs] = useState<string | null>(null);
  const [problem, setProblem] = useState<string>();
  const mayErase = best === null || savedAs !== null;
  const { busy, refusals, props } = useSubmit<'word'>({ word: typed }, async () => {
    if (!mayErase) return {};
    if (typed.trim().toLocaleLowerCase() !== word.toLocaleLowerCase()) return { word: t('erase.wordWrong', [word]) };
    return refusalsOf(await onErase());
  });

  async function save(copy: CopyView) {
    setProblem(undefined);
    const saved = await onSave(copy);
    if (saved.ok) setSavedAs(saved.value);
    else setProblem(saved.error.map(failureSentence).join(' '));
  }
  return (
    <form {...props} className="form">
      <p>{best === null ? t('erase.nothing') : t('erase.saveText')}</p>
      {best !== null && (
        <button type="button" onClick={() => void save(best)}>
          {t('erase.save')}
        </button>
      )}
      <FormError error={problem} />
      <p role="status">{savedAs === null ? '' : t('erase.saved', [savedAs])}</p>
      <Field
        label={t('erase.word', [word])}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        error={refusals.word}
        hint={mayErase ? undefined : t('erase.saveFirst')}
      />
      <FormError error={refusals.form} />
      <button type="submit" className="urgent" disabled={!mayErase} aria-disabled={busy}>
        {t('erase.submit')}
      </button>
    </form>
  );
}
