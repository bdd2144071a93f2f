/** A binary heap: the least by its order comes out first. */
export class PriorityQueue<T> {
  private readonly items: T[] = [];

  constructor(private readonly compare: (a: T, b: T) => number) {}

  push(item: T): void {
    const { items } = this;
    let at = items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = items[parent];
      if (above === undefined || this.compare(item, above) >= 0) break;
      items[at] = above;
      at = parent;
    }
    items[at] = item;
  }

  pop(): T | undefined {
    const { items } = this;
    const top = items[0];
    const last = items.pop();
    if (last !== undefined && items.length > 0) this.sink(last);
    return top;
  }

  private sink(item: T): void {
    const { items } = this;
    let at = 0;
    for (;;) {
      const child = this.lesserChild(at);
      const below = child === null ? undefined : items[child];
      if (child === null || below === undefined || this.compare(item, below) <= 0) break;
      items[at] = below;
      at = child;
    }
    items[at] = item;
  }

  private lesserChild(at: number): number | null {
    const { items } = this;
    const [left, right] = [items[2 * at + 1], items[2 * at + 2]];
    if (left === undefined) return null;
    return right !== undefined && this.compare(right, left) < 0 ? 2 * at + 2 : 2 * at + 1;
  }
}
