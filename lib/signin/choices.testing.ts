/** Choices read off a row of numbers, so that a page is a plain function of them, and smaller numbers make simpler pages. */
export class Choices {
  readonly #numbers: readonly number[];
  #next = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  below(bound: number): number {
    const number = this.#numbers[this.#next++ % this.#numbers.length] ?? 0;
    return number % bound;
  }

  oneIn(bound: number): boolean {
    return this.below(bound) === bound - 1;
  }

  pick<T>(list: readonly T[]): T {
    const picked = list[this.below(list.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }

  shuffle<T>(list: readonly T[]): readonly T[] {
    const rest = [...list];
    return list.flatMap(() => rest.splice(this.below(rest.length), 1));
  }
}
