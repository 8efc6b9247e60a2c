// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { ReadPicture } from '../lib/browser/read-picture';
import { failure } from '../lib/messages/failures';
import { err, ok } from '../lib/shared/result';
import { EnrolPicture } from './EnrolPicture';
import { render } from './testing/render';

const LINK = 'otpauth://totp/Paramant:ana%40example.com?secret=GEZDGNBVGY3TQOJQ';
const PICTURE = new File(['pixels'], 'code.png', { type: 'image/png' });

function show(read: ReadPicture = async () => ok(LINK)) {
  const given = { read: vi.fn(read), onRead: vi.fn() };
  render(
    <EnrolPicture {...given}>
      <input aria-label="Authenticator" />
    </EnrolPicture>,
  );
  return given;
}

const chooser = () => screen.getByLabelText<HTMLInputElement>('Read a QR code from a picture');
const field = () => screen.getByLabelText('Authenticator');
const choose = (picture: File) => fireEvent.change(chooser(), { target: { files: [picture] } });

describe('an authenticator from a picture', () => {
  it('is read from one that is chosen', async () => {
    const { read, onRead } = show();
    choose(PICTURE);
    await waitFor(() => expect(onRead).toHaveBeenCalledExactlyOnceWith(LINK));
    expect(read).toHaveBeenCalledExactlyOnceWith(PICTURE);
  });

  it('is read from one that is pasted into its field, or dropped on it, instead of what the browser does with it', async () => {
    const { onRead } = show();
    expect(fireEvent.paste(field(), { clipboardData: { files: [PICTURE] } })).toBe(false);
    await waitFor(() => expect(onRead).toHaveBeenCalledTimes(1));
    expect(fireEvent.drop(field(), { dataTransfer: { files: [PICTURE] } })).toBe(false);
    await waitFor(() => expect(onRead).toHaveBeenCalledTimes(2));
  });

  it('leaves pasted text to the field', () => {
    const { read } = show();
    expect(fireEvent.paste(field(), { clipboardData: { files: [] } })).toBe(true);
    expect(read).not.toHaveBeenCalled();
  });

  it('says why there is none, and forgets that with the next picture', async () => {
    const answers = [err([failure('qr-none')]), ok(LINK)];
    const { onRead } = show(async () => answers.shift() ?? ok(LINK));
    choose(PICTURE);
    expect((await screen.findByRole('alert')).textContent).toContain('no QR code in this picture');
    expect(onRead).not.toHaveBeenCalled();
    choose(PICTURE);
    await waitFor(() => expect(onRead).toHaveBeenCalledExactlyOnceWith(LINK));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
