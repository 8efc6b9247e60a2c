import { useState } from 'react';
import { t } from '../../lib/browser/text';
import type { Failure } from '../../lib/messages/failures';
import type { InventoryKeyView } from '../../lib/messages/key-views';
import { focusTop } from '../focus-top';
import { useInitialFocus } from '../use-initial-focus';
import type { Say } from '../use-message';
import type { PlaceDraft } from './IntegrationForm';
import { IntegrationForm } from './IntegrationForm';

/** One place as it is sent: a rotation's tick is not the form's business. */
export type Place = PlaceDraft & { readonly id: string };

const PLACES_CAP = 100;

type Props = {
  readonly keyView: InventoryKeyView;
  readonly makeId: () => string;
  /** `before` is the list as it was seen. */
  readonly onSave: (places: readonly Place[], before: readonly Place[]) => Promise<readonly Failure[]>;
  readonly say: Pick<Say, 'status' | 'failures'>;
};

function AddButton({ focused, onClick }: { readonly focused: boolean; readonly onClick: () => void }) {
  const button = useInitialFocus<HTMLButtonElement>(focused);
  return (
    <button type="button" ref={button} onClick={onClick}>
      {t('keys.useAdd')}
    </button>
  );
}

/** Where a key is used, so that its owner knows what to change when it rotates. */
export function Integrations({ keyView, makeId, onSave, say }: Props) {
  const places: readonly Place[] = keyView.integrations.map(({ done: _, ...place }) => place);
  /** Which one is in the form: null none, empty a new one. */
  const [editing, setEditing] = useState<string | null>(null);
  // Once the form has been there, the button that comes back takes the focus along.
  const [hadForm, setHadForm] = useState(false);

  function open(id: string) {
    setEditing(id);
    setHadForm(true);
  }
  async function save(draft: PlaceDraft) {
    const next =
      editing === ''
        ? [...places, { ...draft, id: makeId() }]
        : places.map(place => (place.id === editing ? { ...draft, id: place.id } : place));
    const failures = await onSave(next, places);
    if (failures.length > 0) return failures;
    setEditing(null);
    say.status(t('keys.useSaved', [draft.name]));
    return [];
  }
  async function remove({ id, name }: Place) {
    const failures = await onSave(
      places.filter(place => place.id !== id),
      places,
    );
    if (failures.length > 0) return say.failures(failures);
    say.status(t('keys.useRemoved', [name]));
    focusTop();
  }
  return (
    <section className="form panel">
      <h2>{t('keys.usesTitle')}</h2>
      <p className="hint">{t('keys.usesText')}</p>
      {keyView.placeCount > 1 && <p className="due-notice">{t('keys.shared', keyView.placeCount)}</p>}
      {places.length === 0 && editing === null && <p className="hint">{t('keys.usesNone')}</p>}
      <ul className="uses">
        {places.map(place => (
          <li key={place.id}>
            {editing === place.id ? (
              <IntegrationForm place={place} onSave={save} onCancel={() => setEditing(null)} />
            ) : (
              <>
                <h3>{place.name}</h3>
                {place.where !== '' && <p>{place.where}</p>}
                {place.owner !== '' && <p className="hint">{t('keys.ownedBy', [place.owner])}</p>}
                {place.note !== '' && <p className="hint note">{place.note}</p>}
                <div className="row">
                  <button type="button" aria-label={t('keys.useEditOf', [place.name])} onClick={() => open(place.id)}>
                    {t('keys.useEdit')}
                  </button>
                  <button
                    type="button"
                    className="quiet"
                    aria-label={t('keys.useRemoveOf', [place.name])}
                    onClick={() => void remove(place)}
                  >
                    {t('keys.useRemove')}
                  </button>
                </div>
              </>
            )}
          </li>
        ))}
      </ul>
      {editing === '' && <IntegrationForm place={null} onSave={save} onCancel={() => setEditing(null)} />}
      {editing === null && places.length < PLACES_CAP && <AddButton focused={hadForm} onClick={() => open('')} />}
      {places.length >= PLACES_CAP && <p className="hint">{t('keys.usesFull', [PLACES_CAP])}</p>}
    </section>
  );
}
