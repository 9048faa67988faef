import { isJsonObject, type JsonObject, type JsonValue } from '#iam';
import { isScalar, scalarText } from './text.ts';

/** One box of the table: its title, its column names, its rows; boxes inside a box are indented. */
interface Box {
  readonly title: string;
  readonly level: number;
  headers: readonly string[];
  rows: (readonly string[])[];
}

const screenWidth = 80;
const padding = 4;

/**
 * `--output table`: nested boxes, wide ones turned on their side.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-output-format.html
 */
export function tableFormat(title: string, value: JsonValue): string {
  const boxes: Box[] = [];
  addBoxes(boxes, title, value, 0);
  if (boxes.length === 0) return '';
  const upright = widest(boxes) > screenWidth ? boxes.map(turned) : boxes;
  const width = widest(upright);
  return ['-'.repeat(width), ...upright.flatMap((box) => drawn(box, width))].join('\n');
}

function addBoxes(boxes: Box[], title: string, value: JsonValue, level: number): void {
  if (isNothing(value)) return;
  const box: Box = { title, level, headers: [], rows: [] };
  boxes.push(box);
  fillBox(boxes, box, value);
}

/** What Python takes for false is not shown. */
function isNothing(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null ? Object.keys(value).length === 0 : !value;
}

function fillBox(boxes: Box[], box: Box, value: JsonValue): void {
  if (isJsonObject(value)) addStructure(boxes, box, value);
  else if (!Array.isArray(value)) box.rows.push([scalarText(value)]);
  else if (isJsonObject((value as readonly JsonValue[])[0]))
    addList(boxes, box, value as readonly JsonValue[]);
  else
    for (const one of value as readonly JsonValue[]) {
      if (isScalar(one)) box.rows.push([scalarText(one)]);
      else if (Array.isArray(one) && (one as readonly JsonValue[]).every(isScalar))
        box.rows.push((one as readonly JsonValue[]).map(scalarText));
      // A list within a list has no name: its values go into the box that is there.
      else if (!isNothing(one)) fillBox(boxes, boxes.at(-1) ?? box, one);
    }
}

function parted(value: JsonObject): {
  readonly scalars: readonly string[];
  readonly rest: readonly string[];
} {
  const keys = Object.keys(value).sort();
  return {
    scalars: keys.filter((key) => isScalar(value[key])),
    rest: keys.filter((key) => !isScalar(value[key])),
  };
}

function addStructure(boxes: Box[], box: Box, value: JsonObject): void {
  const { scalars, rest } = parted(value);
  const [only] = scalars;
  if (scalars.length === 1 && only !== undefined) box.rows.push([only, scalarText(value[only] ?? null)]);
  else if (scalars.length > 1) {
    box.headers = scalars;
    box.rows.push(scalars.map((key) => scalarText(value[key] ?? null)));
  }
  for (const key of rest) addBoxes(boxes, key, value[key] ?? null, box.level + 1);
}

function addList(boxes: Box[], first: Box, values: readonly JsonValue[]): void {
  const all = values.filter((one) => isJsonObject(one)).map((one) => ({ one, ...parted(one) }));
  const headers = [...new Set(all.flatMap(({ scalars }) => scalars))].sort();
  const rest = [...new Set(all.flatMap((part) => part.rest))].sort();
  let box = first;
  box.headers = headers;
  for (const [index, { one }] of all.entries()) {
    if (index > 0 && rest.length > 0) {
      box = { title: first.title, level: first.level, headers, rows: [] };
      boxes.push(box);
    }
    box.rows.push(headers.map((key) => (key in one ? scalarText(one[key] ?? null) : '')));
    for (const key of rest) if (key in one) addBoxes(boxes, key, one[key] ?? null, first.level + 1);
  }
}

function cellWidths({ headers, rows }: Box): readonly number[] {
  const lines = headers.length > 0 ? [headers, ...rows] : rows;
  const count = Math.max(0, ...lines.map((line) => line.length));
  return Array.from({ length: count }, (_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  );
}

function widest(boxes: readonly Box[]): number {
  return Math.max(
    ...boxes.map((box) => {
      const cells = cellWidths(box).reduce((sum, width) => sum + width + padding, 0);
      return Math.max(box.title.length + 2 + 2 * box.level, cells + 2 + 2 * box.level);
    }),
  );
}

/** A box of one row whose columns do not fit: each column a row. */
function turned(box: Box): Box {
  const [row] = box.rows;
  if (box.rows.length !== 1 || row === undefined || box.headers.length === 0) return box;
  return { ...box, headers: [], rows: box.headers.map((header, column) => [header, row[column] ?? '']) };
}

/** Columns stretched to the width of the box, so that all boxes end at one line. */
function stretched(box: Box, width: number): readonly number[] {
  const own = cellWidths(box).map((cell) => cell + padding);
  const scale = width / own.reduce((sum, cell) => sum + cell, 0);
  const scaled = own.map((cell) => halfEven(scale * cell));
  let over = scaled.reduce((sum, cell) => sum + cell, 0) - width;
  while (over !== 0) {
    const order = scaled.map((_, index) => (over > 0 ? index : scaled.length - 1 - index));
    for (const column of order) {
      if (over === 0) break;
      const step = over > 0 ? -1 : 1;
      scaled[column] = (scaled[column] ?? 0) + step;
      over += step;
    }
  }
  return scaled;
}

/** Rounds halves to the even neighbour, as Python does. */
function halfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

function drawn(box: Box, outerWidth: number): readonly string[] {
  const width = outerWidth - 2 * box.level;
  const edge = '|'.repeat(box.level);
  const lines: string[] = [];
  if (box.title !== '') lines.push(centred(box.title, width, '|'));
  if (box.title !== '' && box.headers.length === 0 && box.rows.length === 0)
    lines.push(`+${'-'.repeat(width - 2)}+`);
  // Structures without scalars have no columns, only boxes within.
  if (cellWidths(box).length > 0) {
    const widths = stretched(box, width);
    const rule = widths
      .map((cell, column) => (column === 0 ? `+${'-'.repeat(cell - 2)}+` : `${'-'.repeat(cell - 1)}+`))
      .join('');
    if (box.headers.length > 0) lines.push(rule, cells(box.headers, widths, centred));
    if (box.rows.length > 0)
      lines.push(rule, ...box.rows.map((row) => cells(row, widths, leftAligned)), rule);
  }
  return lines.map((line) => edge + line + edge);
}

function cells(
  row: readonly string[],
  widths: readonly number[],
  place: (text: string, width: number, edge: string) => string,
): string {
  return row.map((text, column) => place(text, widths[column] ?? 0, column === 0 ? '|' : '')).join('');
}

function centred(text: string, width: number, edge: string): string {
  const before = Math.floor(width / 2) - Math.floor(text.length / 2) - 1;
  const left = edge + ' '.repeat(Math.max(0, before)) + text;
  return `${left}${' '.repeat(Math.max(0, width - 1 - left.length))}|`;
}

function leftAligned(text: string, width: number, edge: string): string {
  const room = width - text.length - 2 - edge.length - 1;
  const left = edge + (room >= 0 ? '  ' : '') + text;
  return `${left}${' '.repeat(Math.max(0, width - left.length - 1))}|`;
}
