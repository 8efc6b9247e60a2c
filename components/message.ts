/** One sentence for the person, of which a page shows the latest. */
export type Message = {
  readonly kind: 'status' | 'alert';
  readonly text: string;
  readonly atMs: number;
};
