import { t } from '../../lib/browser/text';
import { useShown } from '../use-shown';

type Props = {
  readonly masked: string;
  /** The key in the clear, or null where it cannot be had. */
  readonly onReveal: () => Promise<string | null>;
};

/** A key, masked until it is asked for. */
export function ShownKey({ masked, onReveal }: Props) {
  const { shown, toggle } = useShown(onReveal);
  return (
    <div className="row shown-key">
      <code className="key-text">{shown ?? masked}</code>
      <button type="button" onClick={() => void toggle()}>
        {shown === null ? t('key.show') : t('key.hide')}
      </button>
    </div>
  );
}
