import type { CatalogueEntry } from '#scenario';

/** One prerequisite: a curve from the mission that comes before to the one that needs it. */
export interface Line {
  readonly key: string;
  readonly from: string;
  readonly path: string;
}

/** The curves between the nodes of the map, in the map's own coordinates; nodes are found by `data-mission`. */
export function prerequisiteLines(map: HTMLElement, entries: readonly CatalogueEntry[]): readonly Line[] {
  const origin = map.getBoundingClientRect();
  const boxes = new Map(
    [...map.querySelectorAll<HTMLElement>('[data-mission]')].map((node) => [
      node.dataset['mission'] ?? '',
      node.getBoundingClientRect(),
    ]),
  );
  return entries.flatMap((entry) =>
    entry.requires.flatMap((from) => {
      const start = boxes.get(from);
      const end = boxes.get(entry.id);
      if (start === undefined || end === undefined || end.left <= start.right) return [];
      const [x1, y1] = [start.right - origin.left, start.top + start.height / 2 - origin.top];
      const [x2, y2] = [end.left - origin.left, end.top + end.height / 2 - origin.top];
      const bend = Math.min(48, (x2 - x1) / 2);
      return [
        {
          key: `${from} ${entry.id}`,
          from,
          path: `M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`,
        },
      ];
    }),
  );
}

/** How many missions stand before each, on the longest way: its column. A circle, which no catalogue has, counts once. */
export function depthOf(entries: readonly CatalogueEntry[]): ReadonlyMap<string, number> {
  const depth = new Map<string, number>();
  function visit(id: string): number {
    const known = depth.get(id);
    if (known !== undefined) return known;
    depth.set(id, 0);
    const needs = entries.find((entry) => entry.id === id)?.requires ?? [];
    const value = Math.max(-1, ...needs.map(visit)) + 1;
    depth.set(id, value);
    return value;
  }
  for (const { id } of entries) visit(id);
  return depth;
}
