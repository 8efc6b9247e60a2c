import { useState } from 'react';
import { t } from '../lib/browser/text';
import type { WaysInPort } from '../lib/browser/ways-in-port';
import type { Failure } from '../lib/messages/failures';
import type { WayInView } from '../lib/messages/views';
import { AddPasskeyForm } from './AddPasskeyForm';
import { NewRecoveryCode } from './NewRecoveryCode';
import { RemoveWayIn } from './RemoveWayIn';
import type { RenewalWorld } from './RenewKeySteps';
import { RenewKeySteps } from './RenewKeySteps';
import { renewedWords } from './renewal-words';
import { WaysInList } from './WaysInList';
import { passkeysIn } from './ways-in-words';

type Doing = 'add' | 'code' | 'renew' | WayInView;

type Props = RenewalWorld & {
  readonly waysIn: readonly WayInView[];
  readonly port: WaysInPort;
  /** A form begins, and what was said before has nothing to do with it. */
  readonly onBegin: () => void;
  /** Says that something was done, and what it has left behind. */
  readonly onChanged: (text: string, leftOver: readonly Failure[]) => void;
  /** Says that something was left undone. */
  readonly onLeft: (text: string) => void;
};

/** The ways into the vault, and one form at a time in their place. */
export function WaysIn({ waysIn, onBegin, onChanged, onLeft, ...world }: Props) {
  const { port } = world;
  const [doing, setDoing] = useState<Doing | null>(null);
  const [isBack, setBack] = useState(false);
  function begin(next: Doing) {
    onBegin();
    setDoing(next);
    setBack(true);
  }
  function done(text: string, leftOver: readonly Failure[]) {
    setDoing(null);
    onChanged(text, leftOver);
  }
  function leave(text?: string) {
    setDoing(null);
    if (text !== undefined) onLeft(text);
  }
  async function rename(wayIn: WayInView, name: string) {
    const failures = await port.rename(wayIn.id, name);
    if (failures.length === 0) onChanged(t('waysIn.renamed', [name]), []);
    return failures;
  }
  const common = { ...world, waysIn };
  if (doing === 'add') {
    const passkeys = passkeysIn(waysIn);
    return (
      <AddPasskeyForm
        title={t('waysIn.add')}
        text={t('waysIn.addText')}
        choices={passkeys}
        known={passkeys}
        names={waysIn.map(({ name }) => name)}
        port={port}
        now={world.now}
        onAdd={port.addPasskey}
        onAdded={(name, leftOver) => done(t('waysIn.added', [name]), leftOver)}
        onCancel={isMade => leave(isMade ? t('waysIn.orphan') : undefined)}
      />
    );
  }
  if (doing === 'code') {
    const hadCode = waysIn.some(({ type }) => type === 'recovery');
    return (
      <NewRecoveryCode
        {...common}
        onSaved={leftOver => done(t('waysIn.codeSaved'), leftOver)}
        onCancel={() => leave(hadCode ? t('waysIn.codeStays') : t('waysIn.codeLeft'))}
      />
    );
  }
  if (doing === 'renew') {
    return (
      <RenewKeySteps
        {...common}
        password=""
        nextPassword={null}
        onRenewed={leftOver => done(renewedWords(waysIn, false), leftOver)}
        onCancel={() => leave()}
      />
    );
  }
  if (doing !== null) {
    const removed = doing.type === 'passkey' ? t('waysIn.removed', [doing.name]) : t('waysIn.codeRemoved');
    return (
      <RemoveWayIn {...common} wayIn={doing} onRemoved={leftOver => done(removed, leftOver)} onCancel={() => leave()} />
    );
  }
  return (
    <section className="form panel">
      <WaysInList
        waysIn={waysIn}
        hasPasskeys={world.hasPasskeys}
        focused={isBack}
        acts={{
          onAdd: () => begin('add'),
          onMakeCode: () => begin('code'),
          onRenew: () => begin('renew'),
          onRename: rename,
          onRemove: begin,
        }}
      />
    </section>
  );
}
