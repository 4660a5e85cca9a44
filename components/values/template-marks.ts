import { type Path, pathText, scanPath } from '#lib/core/expression/path.ts';

/** A `{{…}}` inside a text: where it stands and where it leads. `path` is null where it can't be read. */
export type TemplateMark = { from: number; to: number; path: Path | null };

/** Every `{{…}}` of a text in order, half-written ones too. `\{{` is plain text. */
export function templateMarks(text: string): TemplateMark[] {
  const marks: TemplateMark[] = [];
  for (let open = text.indexOf('{{'); open !== -1; ) {
    let next = open + 2;
    if (!isEscaped(text, open)) {
      const mark = markAt(text, open);
      marks.push(mark);
      next = mark.to;
    }
    open = text.indexOf('{{', next);
  }
  return marks;
}

function isEscaped(text: string, open: number): boolean {
  let at = open;
  while (at > 0 && text[at - 1] === '\\') at -= 1;
  return (open - at) % 2 === 1;
}

function markAt(text: string, open: number): TemplateMark {
  const scanned = scanPath(text, open + 2);
  if (scanned.ok && text.startsWith('}}', scanned.value.end)) {
    return { from: open, to: scanned.value.end + 2, path: scanned.value.path };
  }
  const close = text.indexOf('}}', open);
  return { from: open, to: close === -1 ? text.length : close + 2, path: null };
}

export function tagOf(path: Path): string {
  return `{{${pathText(path)}}}`;
}

/** A path short enough for a chip: too long, it keeps its end. */
export function shortPath(path: Path, maxLength = 28): string {
  const whole = pathText(path);
  if (whole.length <= maxLength) return whole;
  for (let from = 1; from < path.length; from += 1) {
    const rest = path.slice(from);
    const text = typeof rest[0] === 'number' ? pathText(rest) : `.${pathText(rest)}`;
    if (text.length < maxLength) return `…${text.replace(/^\.\[/, '[').replace(/^\./, '')}`;
  }
  return `…${whole.slice(-maxLength)}`;
}
