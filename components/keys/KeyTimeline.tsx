import type { CSSProperties } from 'react';
import { t } from '../../lib/browser/text';
import type { LocalDate } from '../../lib/shared/local-date';
import type { KeyRow } from './inventory';
import { lifeWords, nameOfKey } from './key-words';
import type { Bar, Stretch } from './timeline';
import { layOut } from './timeline';

type Props = { readonly rows: readonly KeyRow[]; readonly today: LocalDate };

const percent = (place: number) => `${100 * place}%`;
const at = (place: number): CSSProperties => ({ insetInlineStart: percent(place) });
const over = ({ from, to }: Stretch): CSSProperties => ({ ...at(from), inlineSize: percent(to - from) });

function monthWords(date: LocalDate): string {
  const isNewYear = date.slice(5, 7) === '01';
  const form = isNewYear ? ({ year: 'numeric' } as const) : ({ month: 'short' } as const);
  return new Intl.DateTimeFormat(undefined, form).format(new Date(`${date}T00:00`));
}

function KeyBar({ bar, tone }: { readonly bar: Bar; readonly tone: string }) {
  return (
    <div className="bar" data-tone={tone} data-cut={bar.isCutOff} aria-hidden="true">
      {bar.rest && <span className="bar-rest" style={over(bar.rest)} />}
      {bar.isEndless && <span className="bar-endless" style={at(bar.age.to)} />}
      <span className="bar-age" style={over(bar.age)} />
      {bar.overdue && <span className="bar-overdue" style={over(bar.overdue)} />}
      {bar.dueAt !== null && <span className="bar-due" style={at(bar.dueAt)} />}
    </div>
  );
}

/** All keys on one line of time: how old each is, when it is due, and how far beyond that it has come. */
export function KeyTimeline({ rows, today }: Props) {
  const { ticks, todayAt, bars } = layOut(
    rows.map(({ key }) => key),
    today,
  );
  return (
    <details className="panel" open>
      <summary>{t('keys.timeline')}</summary>
      <p className="hint">{t('keys.timelineText')}</p>
      <div className="plot">
        <div className="axis" aria-hidden="true">
          {ticks.map(({ at: place, date }) => (
            <span key={date} className="tick" style={at(place)}>
              {monthWords(date)}
            </span>
          ))}
          <span className="today" style={at(todayAt)}>
            <b>{t('keys.today')}</b>
          </span>
        </div>
        <ul>
          {rows.map(({ account, key }, index) => {
            const bar = bars[index];
            const tone = key.use === 'active' ? key.state : key.use;
            return (
              <li key={`${account.id}/${key.id}`}>
                <a href={`#keys/${account.id}/${key.id}`} title={`${nameOfKey(key)} · ${account.label}`}>
                  {nameOfKey(key)} <small>{account.label}</small>
                </a>
                {bar && <KeyBar bar={bar} tone={tone} />}
                <span className="life" data-tone={tone}>
                  {lifeWords(key)}
                </span>
              </li>
            );
          })}
        </ul>
      </div>
    </details>
  );
}
