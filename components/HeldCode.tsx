import { useState } from 'react';
import type { HeldPort, HeldTouch } from '../lib/browser/held-port';
import { t } from '../lib/browser/text';
import type { AccountView, CodesView } from '../lib/messages/views';
import type { HeldWorld } from './AskTouch';
import { AskTouch } from './AskTouch';
import { LiveCode } from './LiveCode';
import { refusalsOf } from './refusals';

/** What cards of held accounts need besides. */
export type HeldCards = HeldWorld & {
  readonly port: Pick<HeldPort, 'touch' | 'code' | 'open'>;
  readonly onOpenWindow?: (() => void) | undefined;
};

type Props = HeldCards & {
  readonly account: AccountView;
  readonly now: () => number;
  readonly onCopy: (code: string) => void;
};

/** The code of a held account: asked for by a touch, shown until it ends, and then asked for again. */
export function HeldCode({ account, now, onCopy, ...world }: Props) {
  const { held, port } = world;
  const [codes, setCodes] = useState<CodesView | null>(null);
  if (codes !== null) {
    return <LiveCode codes={codes} now={now} onStale={() => setCodes(null)} onCopy={onCopy} />;
  }
  async function show(touch: HeldTouch) {
    // Where a touch serves for a while, the code comes with those of the other accounts.
    if (held.keepOpenMinutes > 0) return refusalsOf<string>(await port.open(touch));
    const reply = await port.code(account.id, touch);
    if (!reply.ok) return refusalsOf<string>(reply.error);
    setCodes(reply.value);
    return {};
  }
  return <AskTouch {...world} submit={t('held.touchForCode')} onTouched={show} />;
}
