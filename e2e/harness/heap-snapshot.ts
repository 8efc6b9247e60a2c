// A heap snapshot of the engine, as far as texts go and what keeps them alive.

/** A snapshot as the DevTools protocol hands it out: tables of nodes and edges in rows of numbers, and the texts of both. */
type RawSnapshot = {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[]];
      readonly edge_fields: readonly string[];
      readonly edge_types: readonly [readonly string[]];
    };
  };
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly strings: readonly string[];
};

type Edge = { readonly kind: string; readonly name: string; readonly to: number };

/** Beyond this a text says no more about where it is. */
const SHOWN_LENGTH = 60;
const JOINED = 'concatenated string';

/** Everything that was alive in one heap. A node is named by its number; the roots hang on node 0. */
export class HeapSnapshot {
  readonly #raw: RawSnapshot;
  readonly #nodeLength: number;
  readonly #edgeLength: number;
  /** Where the edges of each node begin in their table, and behind the last node where the table ends. */
  readonly #edgesAt: Uint32Array;
  /** What a program joins is kept as a tree of parts until somebody reads it: the roots of those trees, and their texts. */
  readonly #joined: ReadonlyMap<number, string>;

  constructor(json: string) {
    const raw: RawSnapshot = JSON.parse(json);
    const { node_fields, edge_fields } = raw.snapshot.meta;
    this.#raw = raw;
    this.#nodeLength = node_fields.length;
    this.#edgeLength = edge_fields.length;
    // Of a node's fields only type and name are read, which stand first in every version; this one has moved.
    const edgeCountField = node_fields.indexOf('edge_count');
    this.#edgesAt = new Uint32Array(this.#size + 1);
    for (let node = 0; node < this.#size; node++) {
      const count = raw.nodes[node * this.#nodeLength + edgeCountField] ?? 0;
      this.#edgesAt[node + 1] = (this.#edgesAt[node] ?? 0) + count * this.#edgeLength;
    }
    this.#joined = this.#readJoined();
  }

  /** The nodes whose text contains another one: strings, and whatever the engine describes by a text. */
  nodesWith(text: string): readonly number[] {
    const { strings } = this.#raw;
    const withText = new Set(strings.flatMap((candidate, index) => (candidate.includes(text) ? index : [])));
    const plain = this.#nodes().filter(node => withText.has(this.#nameOf(node)));
    return [...plain, ...[...this.#joined].flatMap(([node, joined]) => (joined.includes(text) ? node : []))];
  }

  /** The shortest way by which a node is kept alive, from the roots on. */
  wayTo(target: number): string {
    const cameBy = new Map<number, { readonly from: number; readonly name: string }>([
      [0, { from: -1, name: 'roots' }],
    ]);
    for (const node of cameBy.keys()) {
      if (node === target) break;
      for (const { kind, name, to } of this.#edgesOf(node)) {
        if (kind !== 'weak' && !cameBy.has(to)) cameBy.set(to, { from: node, name });
      }
    }
    const steps: string[] = [];
    for (let node = target, step = cameBy.get(node); step !== undefined; node = step.from, step = cameBy.get(node)) {
      steps.unshift(`${step.name} (${this.#kindOf(node)} ${this.#textOf(node).slice(0, SHOWN_LENGTH)})`);
    }
    return steps.length === 0 ? 'held weakly only' : steps.join(' > ');
  }

  get #size(): number {
    return this.#raw.nodes.length / this.#nodeLength;
  }

  #nodes(): readonly number[] {
    return Array.from({ length: this.#size }, (_, node) => node);
  }

  #kindOf(node: number): string {
    return this.#raw.snapshot.meta.node_types[0][this.#raw.nodes[node * this.#nodeLength] ?? 0] ?? '';
  }

  #nameOf(node: number): number {
    return this.#raw.nodes[node * this.#nodeLength + 1] ?? 0;
  }

  #readJoined(): ReadonlyMap<number, string> {
    const joined = this.#nodes().filter(node => this.#kindOf(node) === JOINED);
    const parts = new Set(joined.flatMap(node => this.#partsOf(node)));
    return new Map(joined.filter(node => !parts.has(node)).map(node => [node, this.#textOf(node)]));
  }

  #partsOf(joined: number): readonly number[] {
    const edges = [...this.#edgesOf(joined)];
    return ['first', 'second'].flatMap(part => edges.filter(({ name }) => name === part).map(({ to }) => to));
  }

  #textOf(node: number): string {
    const texts: string[] = [];
    const open = [node];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (this.#kindOf(next) === JOINED) open.push(...this.#partsOf(next).toReversed());
      else texts.push(this.#raw.strings[this.#nameOf(next)] ?? '');
    }
    return texts.join('');
  }

  *#edgesOf(node: number): Iterable<Edge> {
    const { edges, strings, snapshot } = this.#raw;
    const end = this.#edgesAt[node + 1] ?? 0;
    for (let at = this.#edgesAt[node] ?? 0; at < end; at += this.#edgeLength) {
      const kind = snapshot.meta.edge_types[0][edges[at] ?? 0] ?? '';
      const name = edges[at + 1] ?? 0;
      const isNumber = kind === 'element' || kind === 'hidden';
      yield { kind, name: isNumber ? `${name}` : (strings[name] ?? ''), to: (edges[at + 2] ?? 0) / this.#nodeLength };
    }
  }
}
