import { decodeQR } from 'qr/decode.js';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';

/** A picture as pixels: red, green, blue and alpha, one byte each. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8Array | Uint8ClampedArray };

/** `qr-none`: no QR code that can be read. `qr-several`: more than one, so nobody can tell which is meant. */
export type QrFailure = 'qr-none' | 'qr-several';

/** How long the search may go on, in milliseconds: by itself it gives up after one frame of a camera. */
const SEARCH_MS = 2_000;

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

function readOne(pixels: Pixels): { readonly text: string; readonly box: Box | null } | null {
  let box: Box | null = null;
  try {
    const text = decodeQR(pixels, {
      timeLimit: SEARCH_MS,
      pointsOnDetect: ({ boundingBox }, result) => {
        if (typeof result === 'string') box = boundingBox;
      },
    });
    return { text, box };
  } catch {
    // The decoder throws for whatever it cannot read, whether that is a face or a damaged code.
    return null;
  }
}

function coverWhite({ width, height, data }: Pixels, box: Box): Pixels {
  const covered = data.slice();
  const clamp = (value: number, most: number) => Math.min(Math.max(Math.round(value), 0), most);
  const [left, right] = [clamp(box.x, width), clamp(box.x + box.width, width)];
  const [top, bottom] = [clamp(box.y, height), clamp(box.y + box.height, height)];
  for (let y = top; y < bottom; y++) covered.fill(255, (y * width + left) * 4, (y * width + right) * 4);
  return { width, height, data: covered };
}

/** The text of the one QR code in a picture. The first one found is covered, and the rest searched once more. */
export function readQr(pixels: Pixels): Result<string, QrFailure> {
  const first = readOne(pixels);
  if (first === null) return err('qr-none');
  const another = first.box && readOne(coverWhite(pixels, first.box));
  return another ? err('qr-several') : ok(first.text);
}
