import type { KeyView } from '../lib/messages/views';
import { ageWords } from './age-words';
import { Ring } from './Ring';

/** A key's age: a ring that fills around a key, and the words. */
export function KeyAge({ keyView }: { readonly keyView: KeyView }) {
  return (
    <div className="key-age" data-tone={keyView.state}>
      <Ring fraction={keyView.fraction} tone={keyView.state}>
        <g className="ring-glyph">
          <circle cx="9.2" cy="12" r="2.4" />
          <path d="M11.6 12h5.6M15 12v2.2M17.2 12v1.6" />
        </g>
      </Ring>
      <span>{ageWords(keyView)}</span>
    </div>
  );
}
