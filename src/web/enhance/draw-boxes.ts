/**
 * `<div data-boxes="answer.name">`: draws the boxes of its rows on the picture, and writes what is
 * drawn back into them. By pointer: drag. By keyboard: the button adds a box, arrows move it, Shift
 * and arrows size it, Delete removes it. See src/web/forms/boxes-widget.tsx.
 */
export {};

type Box = { label: string; x: number; y: number; width: number; height: number };

const SIDES = ['x', 'y', 'width', 'height'] as const;
const SVG = 'http://www.w3.org/2000/svg';
/** Percent of the picture: what an arrow moves, and the smallest box that is meant. */
const STEP = 1;
const LEAST = 0.5;

type Board = {
  root: HTMLElement;
  rows: HTMLDetailsElement;
  tools: HTMLElement;
  said: HTMLElement;
  layer: SVGSVGElement;
  boxes: Box[];
};

for (const root of document.querySelectorAll<HTMLElement>('[data-boxes]')) {
  const board = openBoard(root);
  if (board !== null) start(board);
}

function openBoard(root: HTMLElement): Board | null {
  const canvas = root.querySelector('[data-canvas]');
  const rows = root.querySelector<HTMLDetailsElement>('[data-rows]');
  const tools = root.querySelector<HTMLElement>('[data-tools]');
  const said = tools?.querySelector<HTMLElement>('[role="status"]');
  if (canvas?.querySelector('img') == null || rows === null || tools === null || said == null) {
    return null;
  }
  const layer = document.createElementNS(SVG, 'svg');
  layer.setAttribute('class', 'absolute inset-0 w-full h-full cursor-crosshair');
  layer.setAttribute('role', 'group');
  layer.setAttribute('aria-label', rows.querySelector('summary')?.textContent ?? '');
  canvas.append(layer);
  tools.hidden = false;
  rows.open = false;
  return { root, rows, tools, said, layer, boxes: readRows(rows) };
}

function start(board: Board): void {
  const { rows, tools, layer, boxes } = board;
  // Rows that were typed into are the boxes, too.
  rows.addEventListener('input', () => {
    boxes.splice(0, boxes.length, ...readRows(rows));
    draw(board);
  });
  const label = () => tools.querySelector<HTMLInputElement>('input:checked')?.value ?? '';
  tools.querySelector('[data-add]')?.addEventListener('click', () => {
    add(board, { label: label(), x: 40, y: 40, width: 20, height: 20 });
  });
  layer.addEventListener('keydown', (event) => onKey(board, event));
  drag(layer, (box) => add(board, { ...box, label: label() }));
  draw(board);
}

function onKey(board: Board, event: KeyboardEvent): void {
  const { boxes, layer } = board;
  const at = Number((event.target as SVGElement).dataset.at ?? '-1');
  const box = boxes[at];
  if (box === undefined) return;
  if (event.key === 'Delete' || event.key === 'Backspace') {
    boxes.splice(at, 1);
    changed(board, null);
    board.said.textContent = (board.said.dataset.removed ?? '').replace('#', String(at + 1));
    (layer.lastElementChild as SVGElement | null)?.focus();
  } else if (move(box, event.key, event.shiftKey)) changed(board, at);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function add(board: Board, box: Box): void {
  const { root, boxes, said, layer } = board;
  if (boxes.length >= Number(root.dataset.most)) {
    said.textContent = root.dataset.mostSays ?? '';
    return;
  }
  boxes.push(box);
  changed(board, boxes.length - 1);
  (layer.lastElementChild as SVGElement | null)?.focus();
}

function changed(board: Board, at: number | null): void {
  const { root, rows, boxes, said } = board;
  draw(board);
  writeRows(rows, boxes, root.dataset.boxes ?? '');
  root.dispatchEvent(new Event('input', { bubbles: true }));
  if (at !== null) said.textContent = wordsFor(board, at);
}

function draw(board: Board): void {
  const { layer, boxes } = board;
  for (const [at, box] of boxes.entries()) {
    const known = layer.children[at] as SVGRectElement | undefined;
    const rect = known ?? layer.appendChild(document.createElementNS(SVG, 'rect'));
    for (const side of SIDES) rect.setAttribute(side, `${box[side]}%`);
    rect.setAttribute('class', 'box-drawn');
    rect.setAttribute('tabindex', '0');
    rect.setAttribute('role', 'button');
    rect.setAttribute('aria-label', wordsFor(board, at));
    rect.dataset.at = String(at);
  }
  while (layer.children.length > boxes.length) layer.lastChild?.remove();
}

function wordsFor({ boxes, said }: Board, at: number): string {
  const box = boxes[at];
  return (said.dataset.drawn ?? '')
    .replace('#', String(at + 1))
    .replace('@', box?.label ?? '')
    .replace(/\{(\w+)\}/g, (_all, side: (typeof SIDES)[number]) => String(round(box?.[side] ?? 0)));
}

/** Calls back with each rectangle that a pointer drew, in percent. */
function drag(layer: SVGSVGElement, drawn: (box: Omit<Box, 'label'>) => void): void {
  let from: readonly [number, number] | null = null;
  const ghost = document.createElementNS(SVG, 'rect');
  ghost.setAttribute('class', 'box-drawn');
  const place = (event: PointerEvent): [number, number] => {
    const { left, top, width, height } = layer.getBoundingClientRect();
    const within = (part: number) => Math.min(100, Math.max(0, part * 100));
    return [within((event.clientX - left) / width), within((event.clientY - top) / height)];
  };
  const between = (event: PointerEvent): Omit<Box, 'label'> => {
    const [[x0, y0], [x1, y1]] = [from ?? [0, 0], place(event)];
    return {
      x: Math.min(x0, x1),
      y: Math.min(y0, y1),
      width: Math.abs(x1 - x0),
      height: Math.abs(y1 - y0),
    };
  };
  layer.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    from = place(event);
    layer.setPointerCapture(event.pointerId);
  });
  layer.addEventListener('pointermove', (event) => {
    if (from === null) return;
    const box = between(event);
    for (const side of SIDES) ghost.setAttribute(side, `${box[side]}%`);
    layer.append(ghost);
  });
  layer.addEventListener('pointerup', (event) => {
    if (from === null) return;
    const box = between(event);
    from = null;
    ghost.remove();
    if (box.width >= LEAST && box.height >= LEAST) drawn(box);
  });
  layer.addEventListener('pointercancel', () => {
    from = null;
    ghost.remove();
  });
}

/** Whether the key was one of ours. A box never leaves the picture. */
function move(box: Box, key: string, size: boolean): boolean {
  const [dx, dy] = ARROWS[key] ?? [0, 0];
  if (dx === 0 && dy === 0) return false;
  if (size) {
    box.width = Math.min(100 - box.x, Math.max(STEP, box.width + dx * STEP));
    box.height = Math.min(100 - box.y, Math.max(STEP, box.height + dy * STEP));
  } else {
    box.x = Math.min(100 - box.width, Math.max(0, box.x + dx * STEP));
    box.y = Math.min(100 - box.height, Math.max(0, box.y + dy * STEP));
  }
  return true;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function readRows(rows: HTMLElement): Box[] {
  return [...rows.querySelectorAll('[data-row]')].flatMap((row) => {
    const [x, y, width, height] = [...row.querySelectorAll('input')].map(({ value }) =>
      value.trim() === '' ? Number.NaN : Number(value.replace(',', '.')),
    );
    const label = row.querySelector('select')?.value ?? '';
    if (x === undefined || y === undefined || width === undefined || height === undefined)
      return [];
    return [x, y, width, height].some(Number.isNaN) ? [] : [{ label, x, y, width, height }];
  });
}

function writeRows(rows: HTMLElement, boxes: readonly Box[], name: string): void {
  const all = () => rows.querySelectorAll<HTMLElement>('[data-row]');
  while (all().length < boxes.length) addRow(rows, all().length, name);
  for (const [at, row] of all().entries()) {
    const box = boxes[at];
    const select = row.querySelector('select');
    if (select !== null && box !== undefined) select.value = box.label;
    for (const [place, input] of row.querySelectorAll('input').entries()) {
      const side = SIDES[place];
      input.value = box === undefined || side === undefined ? '' : String(round(box[side]));
    }
  }
}

function addRow(rows: HTMLElement, at: number, name: string): void {
  const row = rows.querySelector('[data-row]:last-of-type')?.cloneNode(true) as
    | HTMLElement
    | undefined;
  if (row === undefined) return;
  for (const control of row.querySelectorAll<HTMLInputElement>('input, select')) {
    control.name = `${name}.${at}${control.name.slice(control.name.lastIndexOf('.'))}`;
  }
  const legend = row.querySelector('legend');
  if (legend !== null)
    legend.textContent = (legend.textContent ?? '').replace(/\d+/, String(at + 1));
  rows.append(row);
}

function round(percent: number): number {
  return Math.round(percent * 100) / 100;
}
