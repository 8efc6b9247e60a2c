import { useState } from 'react';
import type { HeldPort, HeldTouch } from '../lib/browser/held-port';
import { t } from '../lib/browser/text';
import { KEEP_OPEN_MINUTES } from '../lib/model/held';
import type { HeldWorld } from './AskTouch';
import { AskTouch } from './AskTouch';
import { Field } from './Field';
import type { OnChanged } from './settle-change';
import { settleChange } from './settle-change';
import type { Refusals } from './use-submit';

type Props = HeldWorld & {
  readonly port: Pick<HeldPort, 'touch' | 'setKeepOpen'>;
  readonly onSaved: OnChanged;
};

/** For how many minutes one touch serves. It takes one to change. */
export function KeepOpenForm({ onSaved, ...world }: Props) {
  const { held, port } = world;
  const [minutes, setMinutes] = useState(String(held.keepOpenMinutes));
  const { least, most } = KEEP_OPEN_MINUTES;
  function check(): Refusals<string> {
    const isInRange = /^\d+$/.test(minutes) && Number(minutes) >= least && Number(minutes) <= most;
    return isInRange ? {} : { minutes: t('settings.range', [least, most]) };
  }
  async function save(touch: HeldTouch): Promise<Refusals<string>> {
    return settleChange(await port.setKeepOpen(touch, Number(minutes)), {}, onSaved);
  }
  return (
    <div className="form">
      <h3>{t('held.keepTitle')}</h3>
      <AskTouch {...world} submit={t('held.keepSubmit')} values={{ minutes }} check={check} onTouched={save}>
        {refusals => (
          <Field
            label={t('held.keepOpen')}
            hint={t('held.keepOpenHint')}
            type="number"
            inputMode="numeric"
            min={least}
            max={most}
            value={minutes}
            onChange={event => setMinutes(event.target.value)}
            error={refusals.minutes}
          />
        )}
      </AskTouch>
    </div>
  );
}
