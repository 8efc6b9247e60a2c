// A heap snapshot says that there are arrays of bytes and not what is in them, and the DevTools protocol hands none of them
// out. So the worker is made to note every one that it makes, without keeping it alive.
import type { Worker } from 'playwright';

type Noting = { byteArrays: WeakRef<Uint8Array>[] };

/** Has a worker note all arrays of bytes from now on: those that it makes, and those that others make of them or of texts. */
export async function noteByteArrays(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const scope = globalThis as unknown as Noting & { Uint8Array: Uint8ArrayConstructor };
    scope.byteArrays = [];
    const note = <T extends object>(made: T): T => {
      if (made instanceof Uint8Array) scope.byteArrays.push(new WeakRef(made));
      return made;
    };
    const noting = <F extends object>(wrapped: F): F =>
      new Proxy(wrapped, {
        apply: (target, self, given) => note(Reflect.apply(target as never, self, given)),
        construct: (target, given) => note(Reflect.construct(target as never, given)),
      });
    const { prototype } = scope.Uint8Array;
    prototype.slice = noting(prototype.slice);
    prototype.subarray = noting(prototype.subarray);
    TextEncoder.prototype.encode = noting(TextEncoder.prototype.encode);
    scope.Uint8Array = noting(scope.Uint8Array);
  });
}

/**
 * In how many of the arrays that were noted and are still alive these bytes are; they are looked for in the whole memory
 * behind each.
 */
export function countByteArraysWith(worker: Worker, bytes: Uint8Array): Promise<number> {
  return worker.evaluate(
    ([first = 0, ...others]) => {
      const holds = (array: Uint8Array) => {
        const memory = new Uint8Array(array.buffer);
        for (let at = memory.indexOf(first); at >= 0; at = memory.indexOf(first, at + 1)) {
          if (others.every((byte, index) => memory[at + 1 + index] === byte)) return true;
        }
        return false;
      };
      const { byteArrays } = globalThis as unknown as Noting;
      return byteArrays.flatMap(array => array.deref() ?? []).filter(holds).length;
    },
    [...bytes],
  );
}
