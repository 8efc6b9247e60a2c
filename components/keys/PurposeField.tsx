import { t } from '../../lib/browser/text';
import type { InventoryKeyView } from '../../lib/messages/key-views';
import { SelectField } from '../SelectField';

type Purpose = InventoryKeyView['purpose'];

type Props = {
  readonly value: Purpose;
  readonly error: string | undefined;
  readonly onChoose: (purpose: Purpose) => void;
};

/** What a key is for. */
export function PurposeField(props: Props) {
  const choices = [
    { value: 'sign-in', label: t('keys.forSigningIn') },
    { value: 'integration', label: t('keys.forIntegration') },
  ] as const;
  return <SelectField {...props} label={t('keys.purpose')} choices={choices} />;
}
