// Whether a person could see an element. What lies in the viewport is judged by what the browser would hand a click to, at
// its middle and around it: that takes in covers, clipping, stacking and inertness at once. What lies outside the viewport,
// or under a bar, cannot be judged so: it counts as visible until it is acted on, is brought into sight then, and judged in
// that very task.
// Not judged: a cover that lets clicks through. Labels that float over their field are made like that.
import { attributeOf, boxOf, isRendered, outermost, outwardsFrom, topmostAt } from './unclobbered';

/** Below this nobody sees what is typed, whatever the browser calls visible. */
const LEAST_OPACITY = 0.1;
/** Below this, in CSS pixels, nobody reads or hits it. */
const LEAST_SIZE = 8;
const AROUND = [
  [0.25, 0.25],
  [0.75, 0.25],
  [0.25, 0.75],
  [0.75, 0.75],
] as const;
/** Of the points around the middle: an icon in the field may lie on those at one of its ends. */
const LEAST_AROUND = 2;

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** How much of it shines through, its ancestors taken together. */
function opacityOf(element: Element): number {
  let product = 1;
  for (const each of outwardsFrom(element)) {
    const { opacity, filter } = getComputedStyle(each);
    const [, share = '1'] = /opacity\(([\d.e-]+)\)/u.exec(filter) ?? [];
    product *= Number(opacity) * Number(share);
  }
  return product;
}

/** Whether an ancestor folds up all that is in it: what an accordion does to its closed parts. */
export function isFolded(ancestor: Element): boolean {
  if (ancestor === outermost() || ancestor instanceof HTMLBodyElement) return false;
  const { width, height } = boxOf(ancestor);
  if (width >= 2 && height >= 2) return false;
  const { overflowX, overflowY, display } = getComputedStyle(ancestor);
  const clips = (overflow: string, size: number) => size < 2 && (overflow === 'hidden' || overflow === 'clip');
  return display !== 'contents' && (clips(overflowX, width) || clips(overflowY, height));
}

/** What is around an element and scrolls by itself, from the inside out; the page as a whole is not among it. */
function scrollersOf(element: Element): readonly Element[] {
  const isScroller = (each: Element) =>
    each !== element &&
    each !== outermost() &&
    !(each instanceof HTMLBodyElement) &&
    /auto|scroll/u.test(getComputedStyle(each).overflow);
  return Array.from(outwardsFrom(element)).filter(isScroller);
}

/** The part of the viewport that an element could be seen in, once what is around it scrolls by itself. */
function portOf(element: Element): Box {
  const boxes = scrollersOf(element).map(boxOf);
  return {
    left: Math.max(0, ...boxes.map(({ left }) => left)),
    top: Math.max(0, ...boxes.map(({ top }) => top)),
    right: Math.min(innerWidth, ...boxes.map(({ right }) => right)),
    bottom: Math.min(innerHeight, ...boxes.map(({ bottom }) => bottom)),
  };
}

function pointAt({ left, top, width, height }: DOMRect, [across, down]: readonly [number, number]) {
  return { x: left + width * across, y: top + height * down };
}

/** Whether all that is judged of it lies in view. */
function isInView(element: Element): boolean {
  const box = boxOf(element);
  const port = portOf(element);
  const points = AROUND.map(at => pointAt(box, at));
  return points.every(({ x, y }) => x >= port.left && y >= port.top && x < port.right && y < port.bottom);
}

/** Whether a click there would be a click on it, or on a label that passes it on. */
function isHitAt(element: Element, { x, y }: { readonly x: number; readonly y: number }): boolean {
  const hit = topmostAt(x, y);
  if (hit === null) return false;
  const around = Array.from(outwardsFrom(hit));
  return around.some(each => each === element || (each instanceof HTMLLabelElement && each.control === element));
}

function isUncovered(element: Element): boolean {
  const box = boxOf(element);
  if (!isHitAt(element, pointAt(box, [0.5, 0.5]))) return false;
  return AROUND.filter(at => isHitAt(element, pointAt(box, at))).length >= LEAST_AROUND;
}

/** Whether all of it that is judged lies in view and is covered by nothing: what is written to or pressed must be. */
export function isInSight(element: Element): boolean {
  return isInView(element) && isUncovered(element);
}

/** Whether only a bar lies over it that stays where it is while the page scrolls under it, as a header or a notice does. */
function isUnderBar(element: Element): boolean {
  const { x, y } = pointAt(boxOf(element), [0.5, 0.5]);
  const hit = topmostAt(x, y);
  const isBar = (each: Element) =>
    /fixed|sticky/u.test(getComputedStyle(each).position) && boxOf(each).height < innerHeight / 2;
  return hit !== null && Array.from(outwardsFrom(hit)).some(isBar);
}

function overlaps(box: Box, left: number, top: number, { scrollWidth, scrollHeight }: Element): boolean {
  return box.right > left && box.bottom > top && box.left < left + scrollWidth && box.top < top + scrollHeight;
}

/** Whether scrolling, of the page and of what scrolls within it, could bring it into view. */
function isOnPage(element: Element): boolean {
  let inner = element;
  for (const scroller of scrollersOf(element)) {
    const { left, top } = boxOf(scroller);
    if (!overlaps(boxOf(inner), left - scroller.scrollLeft, top - scroller.scrollTop, scroller)) return false;
    inner = scroller;
  }
  const page = outermost();
  return page !== null && overlaps(boxOf(inner), -scrollX, -scrollY, page);
}

/**
 * What a person could see of it, as far as that can be told without moving the page: all that it takes to use it, nothing,
 * or what lies over it instead.
 */
export function seeElement(element: Element): 'visible' | 'hidden' | 'covered' {
  const isShown = isRendered(element, { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
  if (!isShown || opacityOf(element) < LEAST_OPACITY) return 'hidden';
  const { width, height } = boxOf(element);
  if (width < LEAST_SIZE || height < LEAST_SIZE || !isOnPage(element)) return 'hidden';
  const isLeftOut = (each: Element) => attributeOf(each, 'aria-hidden') === 'true' || isFolded(each);
  if (Array.from(outwardsFrom(element)).some(isLeftOut)) return 'hidden';
  return !isInView(element) || isUncovered(element) || isUnderBar(element) ? 'visible' : 'covered';
}
