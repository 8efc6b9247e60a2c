// An authenticator from a picture that a person chose, pasted or dropped. Invariants: it is sized up before the browser
// decodes it; its pixels go to the worker, which reads them and keeps nothing.
import type { Failure } from '../messages/failures';
import { failure } from '../messages/failures';
import { LARGEST_SENT_SIDE } from '../messages/picture-limits';
import { readPictureSize } from '../model/picture-size';
import { base64Encode } from '../shared/base64';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import { send } from './messaging';

const MOST_BYTES = 10 * 1024 * 1024;
const LARGEST_SIDE = 4_096;

/** Reads a picture's one QR code: the `otpauth://totp/...` link in it, or why there is none. */
export type ReadPicture = (picture: Blob) => Promise<Result<string, readonly Failure[]>>;

export const readPicture: ReadPicture = async picture => {
  if (picture.size > MOST_BYTES) return err([failure('picture-too-large')]);
  const size = readPictureSize(new Uint8Array(await picture.arrayBuffer()));
  if (size === null) return err([failure('picture-unknown')]);
  if (Math.max(size.width, size.height) > LARGEST_SIDE) return err([failure('picture-too-large')]);
  const pixels = await decode(picture);
  if (pixels === null) return err([failure('picture-unknown')]);
  const { width, height, data } = pixels;
  // Red, green and blue weigh as they do to an eye.
  const brightness = Uint8Array.from(
    { length: width * height },
    (_, at) => ((data[at * 4] ?? 0) * 77 + (data[at * 4 + 1] ?? 0) * 150 + (data[at * 4 + 2] ?? 0) * 29) >> 8,
  );
  const reply = await send('enrol.read-picture', { width, height, brightness: base64Encode(brightness) });
  return reply.ok ? ok(reply.value.link) : reply;
};

async function decode(picture: Blob): Promise<ImageData | null> {
  try {
    const bitmap = await createImageBitmap(picture);
    const scale = Math.min(1, LARGEST_SENT_SIDE / Math.max(bitmap.width, bitmap.height));
    const [width, height] = [Math.ceil(bitmap.width * scale), Math.ceil(bitmap.height * scale)];
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (context === null) return null;
    // What is transparent would be black.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.drawImage(bitmap, 0, 0, width, height);
    bitmap.close();
    return context.getImageData(0, 0, width, height);
  } catch {
    return null;
  }
}
