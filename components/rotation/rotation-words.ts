import { t } from '../../lib/browser/text';
import type { RotationStage } from '../../lib/keys/rotation';
import type { InventoryKeyView, RotationView } from '../../lib/messages/key-views';

/** A step as the guide shows it: the guard comes before the first stage. */
export type GuideStep = 'guard' | RotationStage;

/** What each step is called. */
export function stepName(step: GuideStep): string {
  switch (step) {
    case 'guard':
      return t('rotation.guardStep');
    case 'new-key':
      return t('rotation.newKeyStep');
    case 'authenticator':
      return t('rotation.authenticatorStep');
    case 'check':
      return t('rotation.checkStep');
    case 'integrations':
      return t('rotation.integrationsStep');
    case 'revoke':
      return t('rotation.revokeStep');
  }
}

/**
 * The steps of a rotation in their order: with integrations where there are any, with the authenticator where that goes
 * too.
 */
export function stepsOf(issue: RotationView['issue'], oldKey: InventoryKeyView): readonly GuideStep[] {
  const authenticator: readonly GuideStep[] = issue === 'operator' ? ['authenticator'] : [];
  const integrations: readonly GuideStep[] = oldKey.integrations.length > 0 ? ['integrations'] : [];
  const isUrgent = oldKey.compromisedAtMs !== null;
  const end: readonly GuideStep[] = isUrgent ? ['revoke', ...integrations] : [...integrations, 'revoke'];
  return ['guard', 'new-key', ...authenticator, 'check', ...end];
}

/**
 * What giving up leaves. Where the operator issues keys, the old one died with the issue of a new one that signs nobody in
 * yet.
 */
export function giveUpWords({ issue }: RotationView, newKey: InventoryKeyView | null): string {
  if (newKey === null) return t('rotation.giveUpNoneText');
  return issue === 'operator' && newKey.use === 'staged' ? t('rotation.giveUpOperatorText') : t('rotation.giveUpText');
}
