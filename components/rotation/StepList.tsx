import { t } from '../../lib/browser/text';
import type { GuideStep } from './rotation-words';
import { stepName } from './rotation-words';

type Props = { readonly steps: readonly GuideStep[]; readonly current: GuideStep };

/** All steps of a rotation: those behind, the one that is to be done, those ahead. */
export function StepList({ steps, current }: Props) {
  const at = steps.indexOf(current);
  const standing = (index: number) => {
    if (index === at) return 'now';
    return index < at ? 'done' : 'later';
  };
  const words = { done: t('rotation.isDone'), now: t('rotation.isNow'), later: t('rotation.isLater') };
  return (
    <ol className="rotation-steps" aria-label={t('rotation.stepsName')}>
      {steps.map((step, index) => {
        const state = standing(index);
        return (
          <li key={step} data-state={state} {...(state === 'now' ? { 'aria-current': 'step' } : {})}>
            <span className="step-mark" aria-hidden="true">
              {state === 'done' ? '✓' : index + 1}
            </span>
            <span>
              {stepName(step)}
              <span className="visually-hidden">, {words[state]}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
