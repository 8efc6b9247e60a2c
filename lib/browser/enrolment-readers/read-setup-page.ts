// Runs inside the set-up page, in the world of extensions: the text of this function is all that gets there. Invariants:
// value in, value out; it keeps nothing, writes nothing, adds no node. Everything it returns is untrusted.
import * as v from 'valibot';
import { ENROLMENT_ELEMENTS } from '../../signin/enrolment-page';
import type { SeenDocument } from './seen-document';
import { seenDocumentSchema } from './seen-document';

/** How large a picture may be on its longer side, in pixels: a larger one is read smaller. */
const LARGEST_PICTURE_SIDE = 1_024;
const MOST_PICTURES = 4;
const MOST_LINK_CHARACTERS = 16_384;

const side = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LARGEST_PICTURE_SIDE));

const pictureSchema = v.strictObject({
  width: side,
  height: side,
  /** One byte of brightness for each pixel, in base64. */
  brightness: v.pipe(v.string(), v.maxLength(4 * Math.ceil(LARGEST_PICTURE_SIDE ** 2 / 3))),
});

export type PagePicture = v.InferOutput<typeof pictureSchema>;

export const setupReadingSchema = v.strictObject({
  document: seenDocumentSchema,
  link: v.pipe(v.string(), v.maxLength(MOST_LINK_CHARACTERS)),
  secretText: v.pipe(v.string(), v.maxLength(MOST_LINK_CHARACTERS)),
  /** Null stands for a picture that the browser does not let anybody read. */
  pictures: v.pipe(v.array(v.nullable(pictureSchema)), v.maxLength(MOST_PICTURES)),
  /** Whether the page shows more pictures than are looked at. */
  isCut: v.boolean(),
});

export const SETUP_READER_ARGUMENTS: Parameters<typeof readSetupPage> = [
  LARGEST_PICTURE_SIDE,
  MOST_PICTURES,
  MOST_LINK_CHARACTERS,
  `#${ENROLMENT_ELEMENTS.qrCode.id}`,
  `#${ENROLMENT_ELEMENTS.secretText.id}`,
];

/** The link behind the QR code, the secret as text, and the QR code's pixels, all as the page shows them. */
export function readSetupPage(
  largestSide: number,
  mostPictures: number,
  mostCharacters: number,
  qrCode: string,
  secretText: string,
): {
  readonly document: SeenDocument;
  readonly link: string;
  readonly secretText: string;
  readonly pictures: readonly (PagePicture | null)[];
  readonly isCut: boolean;
} {
  // A page answers for its document by name (`<img name=querySelector>`), and for no prototype of this world.
  const findAll = (selector: string): Element[] =>
    Array.from(Document.prototype.querySelectorAll.call(document, selector));
  const only = (elements: readonly Element[]) => (elements.length === 1 ? elements[0] : undefined);
  const sizeOf = (element: Element) => {
    if (element instanceof HTMLCanvasElement) return { width: element.width, height: element.height };
    const isImage = element instanceof HTMLImageElement;
    return isImage ? { width: element.naturalWidth, height: element.naturalHeight } : { width: 0, height: 0 };
  };
  // An image without a picture in it yet shows nobody anything.
  const isDrawn = (element: Element) => sizeOf(element).width > 0 && sizeOf(element).height > 0;
  const readPicture = (element: Element) => {
    if (!(element instanceof HTMLCanvasElement || element instanceof HTMLImageElement)) return null;
    const { width, height } = sizeOf(element);
    try {
      const scale = Math.min(1, largestSide / Math.max(width, height));
      const size = { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
      const context = new OffscreenCanvas(size.width, size.height).getContext('2d');
      if (context === null) return null;
      context.fillStyle = '#fff';
      context.fillRect(0, 0, size.width, size.height);
      context.drawImage(element, 0, 0, size.width, size.height);
      const { data } = context.getImageData(0, 0, size.width, size.height);
      let bytes = '';
      for (let at = 0; at < data.length; at += 4) {
        const brightness = ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 150 + (data[at + 2] ?? 0) * 29) >> 8;
        bytes += String.fromCharCode(brightness);
      }
      return { ...size, brightness: btoa(bytes) };
    } catch {
      return null;
    }
  };
  const holder = only(findAll(qrCode));
  const text = only(findAll(secretText));
  const around = [`${qrCode} canvas`, `${qrCode} img`, `canvas${qrCode}`, `img${qrCode}`];
  const pictures = findAll(around.join()).filter(isDrawn);
  const link = holder === undefined ? null : Element.prototype.getAttribute.call(holder, 'title');
  return {
    document: { url: location.href, isTop: window.top === window, bornAtMs: performance.timeOrigin },
    link: (link ?? '').slice(0, mostCharacters),
    secretText: (text?.textContent ?? '').slice(0, mostCharacters),
    pictures: pictures.slice(0, mostPictures).map(readPicture),
    isCut: pictures.length > mostPictures,
  };
}
