import { t } from '../lib/browser/text';

type Props = { readonly groups: readonly string[] };

/** A recovery code in its numbered groups, on the screen as on paper. */
export function RecoveryCodeGroups({ groups }: Props) {
  return (
    <ol className="code-groups" aria-label={t('recoveryCode.name')}>
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be the same, and none ever moves.
        <li key={index}>{group}</li>
      ))}
    </ol>
  );
}
