import { useState } from 'react';
import { clockTime } from '../lib/browser/clock-time';
import type { HeldPort } from '../lib/browser/held-port';
import { t } from '../lib/browser/text';
import type { Failure } from '../lib/messages/failures';
import type { RandomBytes } from '../lib/shared/bytes';
import type { LocalDate } from '../lib/shared/local-date';
import { AddPasskeyForm } from './AddPasskeyForm';
import type { HeldWorld } from './AskTouch';
import type { ListedPasskey } from './HeldPasskeyList';
import { HeldPasskeyList } from './HeldPasskeyList';
import { KeepOpenForm } from './KeepOpenForm';
import { NewHeldCode } from './NewHeldCode';
import { ProveWayIn } from './ProveWayIn';
import { StepHeading } from './StepHeading';
import { TouchFirst } from './TouchFirst';

type Props = HeldWorld & {
  readonly port: HeldPort;
  readonly random: RandomBytes;
  readonly today: LocalDate;
  readonly now: () => number;
  /** Until when codes of held accounts are open, or null. */
  readonly heldUntilMs: number | null;
  /** Says that something was done, and what it has left behind. */
  readonly onChanged: (text: string, leftOver: readonly Failure[]) => void;
  /** Says that something was left undone. */
  readonly onLeft: (text: string) => void;
};

/** What opens passkey-held accounts, and one form at a time in its place. */
export function HeldSettings({ random, today, now, heldUntilMs, onChanged, onLeft, ...world }: Props) {
  const { held, canTouch, port } = world;
  const [doing, setDoing] = useState<'add' | 'code' | ListedPasskey | null>(null);
  const [isBack, setBack] = useState(false);
  function leave(text?: string) {
    setDoing(null);
    setBack(true);
    if (text !== undefined) onLeft(text);
  }
  function done(text: string, leftOver: readonly Failure[]) {
    leave();
    onChanged(text, leftOver);
  }
  if (doing === 'add') {
    return (
      <TouchFirst {...world} title={t('held.add')} text={t('held.addTouch')} onCancel={() => leave()}>
        {touch => (
          <AddPasskeyForm
            title={t('held.add')}
            text={t('held.addText')}
            choices={[]}
            known={held.passkeys}
            names={held.passkeys.map(({ name }) => name)}
            port={port}
            now={now}
            onAdd={made => port.addPasskey({ ...made, touch })}
            onAdded={(name, leftOver) => done(t('held.added', [name]), leftOver)}
            onCancel={isMade => leave(isMade ? t('waysIn.orphan') : undefined)}
          />
        )}
      </TouchFirst>
    );
  }
  if (doing === 'code') {
    return (
      <NewHeldCode
        {...world}
        random={random}
        today={today}
        now={now}
        onSaved={leftOver => done(t('held.codeSaved'), leftOver)}
        onCancel={() => leave(t('waysIn.codeStays'))}
      />
    );
  }
  if (doing !== null) {
    const { name, wrapId } = doing;
    return (
      <ProveWayIn
        title={t('waysIn.removePasskey', [name])}
        text={t('held.removeText')}
        submit={t('waysIn.remove')}
        submitClass="urgent"
        choices={[]}
        port={port}
        now={now}
        onProven={async (proof, settle) =>
          settle(await port.removePasskey(proof, wrapId), leftOver => done(t('held.removed', [name]), leftOver))
        }
        onCancel={() => leave()}
      />
    );
  }
  return (
    <section className="form panel">
      <StepHeading focused={isBack}>{t('held.settingsTitle')}</StepHeading>
      <p>{t('held.settingsText')}</p>
      {heldUntilMs !== null && (
        <div className="row row-spread">
          <p role="status">{t('held.openUntil', [clockTime(heldUntilMs)])}</p>
          <button type="button" onClick={() => void port.close()}>
            {t('held.close')}
          </button>
        </div>
      )}
      <HeldPasskeyList held={held} onRemove={setDoing} />
      <div className="row">
        {canTouch && (
          <button type="button" onClick={() => setDoing('add')}>
            {t('held.add')}
          </button>
        )}
        <button type="button" onClick={() => setDoing('code')}>
          {t('held.newCode')}
        </button>
      </div>
      <KeepOpenForm {...world} onSaved={leftOver => done(t('held.keepSaved'), leftOver)} />
    </section>
  );
}
