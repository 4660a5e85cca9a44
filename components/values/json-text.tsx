import type { ReactNode } from 'react';

/** A key with its colon, a text, a number, a word. */
const token = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*)|\b(true|false|null)\b/g;

/** JSON's own text, coloured. It stays text: nothing of it is drawn as a page. */
export function JsonText({ children }: { children: string }) {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const found of children.matchAll(token)) {
    const { index } = found;
    parts.push(children.slice(end, index), coloured(found, index));
    end = index + found[0].length;
  }
  parts.push(children.slice(end));
  return parts;
}

function coloured([whole, text, colon, number]: RegExpMatchArray, key: number): ReactNode {
  if (colon) {
    return (
      <span key={key}>
        <span className="text-syn-key">{text}</span>
        {colon}
      </span>
    );
  }
  if (text) {
    return (
      <span key={key} className="text-syn-str">
        {text}
      </span>
    );
  }
  return (
    <span key={key} className={number ? 'text-syn-num' : 'text-syn-lit'}>
      {whole}
    </span>
  );
}
