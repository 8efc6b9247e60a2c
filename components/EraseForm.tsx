import { useState } from 'react';
import type { CopiesPort } from '../lib/browser/copies-port';
import { failureSentence } from '../lib/browser/sentences';
import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import type { CopyView } from '../lib/messages/views';
import { hasBytes } from './copy-words';
import { Field } from './Field';
import { FormError } from './FormError';
import { refusalsOf } from './refusals';
import { useSubmit } from './use-submit';

type Props = {
  /** What has to be typed, so that nobody erases by habit. */
  readonly word: string;
  readonly copies: readonly CopyView[];
  readonly onSave: CopiesPort['saveAllToFiles'];
  /** Hears the names of the files that were saved. */
  readonly onErase: (savedAs: readonly string[]) => Promise<readonly Failure[]>;
};

/** Two steps to an empty device: every copy that differs into a file, unless none is wanted, and a word typed by hand. */
export function EraseForm({ word, copies, onSave, onErase }: Props) {
  const isAnythingThere = copies.some(hasBytes);
  const [typed, setTyped] = useState('');
  const [savedAs, setSavedAs] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string>();
  const [isSaved, setSaved] = useState(false);
  const [isForbidden, setForbidden] = useState(false);
  const [needsNone, setNeedsNone] = useState(false);
  const mayErase = !isAnythingThere || isSaved || isForbidden || needsNone;
  const { busy, refusals, props } = useSubmit<'word'>({ word: typed }, async () => {
    if (!mayErase) return {};
    if (typed.trim().toLocaleLowerCase() !== word.toLocaleLowerCase()) return { word: t('erase.wordWrong', [word]) };
    return refusalsOf(await onErase(savedAs));
  });

  async function save() {
    setProblem(undefined);
    const { names, failures } = await onSave();
    setSavedAs(names);
    setSaved(failures.length === 0);
    setProblem(failures.length === 0 ? undefined : [...new Set(failures.map(failureSentence))].join(' '));
    // Who may not have the file must still be able to empty the device.
    setForbidden(failures.some(({ code }) => code === 'export-not-allowed'));
  }
  return (
    <form {...props} className="form">
      <p>{isAnythingThere ? t('erase.saveText') : t('erase.nothing')}</p>
      {isAnythingThere && (
        <button type="button" onClick={() => void save()}>
          {t('erase.save')}
        </button>
      )}
      <FormError error={problem} />
      <p role="status">
        {savedAs.length > 0 && t('erase.saved', savedAs.length, [String(savedAs.length), savedAs.join(', ')])}
      </p>
      {isAnythingThere && !isSaved && !isForbidden && (
        <label className="check">
          <input type="checkbox" checked={needsNone} onChange={event => setNeedsNone(event.target.checked)} />
          {t('erase.needNone')}
        </label>
      )}
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
