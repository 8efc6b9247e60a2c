import type { ClipboardEvent, DragEvent, ReactNode } from 'react';
import { useId, useState } from 'react';
import type { ReadPicture } from '../lib/browser/read-picture';
import { failureSentence } from '../lib/browser/sentences';
import { t } from '../lib/browser/text';

type Props = {
  readonly read: ReadPicture;
  readonly onRead: (link: string) => void;
  /** The field that the link goes into, on which a picture may be pasted or dropped as well. */
  readonly children: ReactNode;
};

const PICTURES = 'image/png,image/jpeg,image/gif,image/webp';

/** Fills an authenticator's field from the QR code in a picture. */
export function EnrolPicture({ read, onRead, children }: Props) {
  const id = useId();
  const [error, setError] = useState<string | null>(null);

  async function take(picture: File) {
    setError(null);
    const found = await read(picture);
    if (found.ok) onRead(found.value);
    else setError(found.error.map(failureSentence).join(' '));
  }
  function takeFirst(event: ClipboardEvent | DragEvent, files: FileList) {
    const [picture] = files;
    if (picture === undefined) return;
    event.preventDefault();
    void take(picture);
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field inside has the focus, and the button does the same.
    <div
      className="from-picture"
      onPaste={event => takeFirst(event, event.clipboardData.files)}
      onDrop={event => takeFirst(event, event.dataTransfer.files)}
      onDragOver={event => event.preventDefault()}
    >
      {children}
      <div className="field">
        <label htmlFor={id}>{t('enrol.picture')}</label>
        <input
          id={id}
          type="file"
          accept={PICTURES}
          aria-describedby={`${id}-hint`}
          onChange={event => {
            const [picture] = event.target.files ?? [];
            if (picture !== undefined) void take(picture);
            // The same file chosen again is read again, and nothing of it stays in the page.
            event.target.value = '';
          }}
        />
        {error !== null && (
          <p className="error" role="alert">
            {error}
          </p>
        )}
        <p className="hint" id={`${id}-hint`}>
          {t('enrol.pictureHint')}
        </p>
      </div>
    </div>
  );
}
